import type { CivilDate } from '#shared/kernel/civil-date.ts';

export type Verdict = 'eligible' | 'deferred' | 'permanent';

/** What the physician has chosen and written, before it is signed. */
export interface DecisionDraft {
  readonly verdict: Verdict | undefined;
  readonly donationType: string | undefined;
  readonly targetMl: number | undefined;
  readonly examined: readonly string[];
  readonly overrides: Readonly<Record<string, { readonly ok: boolean; readonly reason: string }>>;
  readonly reasonCode: string | undefined;
  readonly anchorOn: CivilDate | undefined;
  readonly nextOn: CivilDate | undefined;
}

export const emptyDraft: DecisionDraft = {
  verdict: undefined,
  donationType: undefined,
  targetMl: undefined,
  examined: [],
  overrides: {},
  reasonCode: undefined,
  anchorOn: undefined,
  nextOn: undefined,
};
