/** An incident that someone must close. */
export interface IncidentRow {
  readonly id: string;
  readonly code: string;
  readonly subjects: readonly string[];
  readonly openedAt: string;
  readonly openedBy: string;
  readonly closedAt: string | null;
  readonly closedBy: string | null;
  readonly conclusion: string | null;
}

export type QualityRows = { readonly incident: IncidentRow };
