/** An incident that someone must close. */
export interface IncidentRow {
  readonly id: string;
  readonly code: string;
  readonly subjects: readonly string[];
  readonly openedAt: string;
  readonly openedBy: string;
  /** What the reporter wrote; empty where the station opened it. */
  readonly account: string;
  readonly closedAt: string | null;
  readonly closedBy: string | null;
  readonly conclusion: string | null;
  /** Why it came to this, and what keeps it from coming again. */
  readonly cause: string | null;
  readonly measure: string | null;
}

export type QualityRows = { readonly incident: IncidentRow };
