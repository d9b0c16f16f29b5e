import type { RuleVerdict } from '../rulesets/model.ts';

/** A release as it was signed; id is `<unitId>:<eventId>`. */
export interface ReleaseRow {
  readonly id: string;
  readonly unitId: string;
  readonly listId: string;
  readonly checks: readonly RuleVerdict[];
  readonly releasedAt: string;
  readonly releasedBy: string;
  readonly secondBy: string;
  readonly withdrawnAt: string | null;
  readonly withdrawnCode: string | null;
}

/** A discard by two persons. */
export interface DiscardRow {
  readonly id: string;
  readonly unitId: string;
  readonly code: string;
  readonly netGrams: number;
  readonly wasteBag: string;
  readonly discardedAt: string;
  readonly by: string;
  readonly secondBy: string;
}

/** A hospital that may receive units. */
export interface ConsigneeRow {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly active: boolean;
  readonly stamp: string;
}

/** A unit that was handed to somebody. */
export interface IssueRow {
  readonly id: string;
  readonly unitId: string;
  readonly consigneeId: string;
  readonly consignee: string;
  readonly receiver: string;
  readonly boxTenthsC: number;
  readonly issuedAt: string;
  readonly by: string;
}

export type InventoryRows = {
  readonly release: ReleaseRow;
  readonly discard: DiscardRow;
  readonly consignee: ConsigneeRow;
  readonly issue: IssueRow;
};
