import type { Role } from '../../contract/roles.ts';

/** The collection point. One per data folder and station chain. */
export interface SiteRow {
  readonly id: string;
  readonly name: string;
  readonly room: string;
  readonly facilityCode: string;
  readonly licenceNumber: string;
  readonly licenceExpires: string;
  readonly zone: string;
  readonly contactPhone: string;
  readonly demo: boolean;
  /** Null while in set-up: no donor can be checked in. */
  readonly openedAt: string | null;
}

/** An account of a member of staff. */
export interface StaffRow {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly badge: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
}

/** The PIN in force of an account; the id is the staff id. */
export interface PinRow {
  readonly id: string;
  readonly salt: string;
  readonly hash: string;
  readonly cost: { readonly n: number; readonly r: number; readonly p: number };
  readonly temporary: boolean;
  readonly setAt: string;
}

/** A role table; the one in force is the newest whose `inForceFrom` has come. */
export interface RoleTableRow {
  readonly id: string;
  readonly inForceFrom: string;
  readonly adoptedAt: string;
  readonly grants: Readonly<Record<string, readonly string[]>>;
}

/** A lock-out in force; the id is the staff id. */
export interface LockOutRow {
  readonly id: string;
  readonly failures: number;
  /** Null: until a second person lifts it. */
  readonly until: string | null;
  readonly active: boolean;
}

export type OperatorsRows = {
  readonly site: SiteRow;
  readonly staff: StaffRow;
  readonly pin: PinRow;
  readonly roleTable: RoleTableRow;
  readonly lockOut: LockOutRow;
};
