import type { Role } from '../../contract/roles.ts';

/** The collection point. One per data folder and station chain. */
export interface SiteRow {
  readonly id: string;
  /** The chain that speaks for it: after an exchange the sites of other stations are here too. */
  readonly station: string;
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
  /** Stamps of the newest amendment and link: the newest wins on every station alike. */
  readonly amended: string;
  readonly linked: string;
}

/** The PIN in force of an account; the id is the staff id. */
export interface PinRow {
  readonly id: string;
  readonly salt: string;
  readonly hash: string;
  readonly cost: { readonly n: number; readonly r: number; readonly p: number };
  readonly temporary: boolean;
  readonly setAt: string;
  readonly stamp: string;
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
  readonly stamp: string;
}

/** A person id that turned out to be one human with another: `human` names them all alike. */
export interface PersonRow {
  readonly id: string;
  readonly human: string;
}

export type OperatorsRows = {
  readonly site: SiteRow;
  readonly staff: StaffRow;
  readonly person: PersonRow;
  readonly pin: PinRow;
  readonly roleTable: RoleTableRow;
  readonly lockOut: LockOutRow;
};
