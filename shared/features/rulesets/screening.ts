import type { CivilDate } from '../../kernel/civil-date.ts';
import { MISSING } from './criteria/judged.ts';
import { criteria, DATA_ONLY } from './criteria/registry.ts';
import type { RulePack, RuleRow, RuleVerdict } from './model.ts';
import { rowsInForce } from './params.ts';
import type { ScreeningSubject } from './subject.ts';

/** One judged rule, with the first day on which time alone would satisfy it. */
export interface JudgedRule {
  readonly row: RuleRow;
  readonly verdict: RuleVerdict;
  readonly retryOn: CivilDate | null;
  /** True where only an answer at the visit is missing. */
  readonly visitTells: boolean;
}

/** Judges one row. An unknown criterion is never satisfied. */
export function judgeRule(row: RuleRow, subject: ScreeningSubject): JudgedRule {
  // Inherited names of objects are no criteria.
  const judge = Object.hasOwn(criteria, row.criterion) ? criteria[row.criterion] : undefined;
  const finding = judge?.(row, subject) ?? MISSING;
  return {
    row,
    verdict: {
      ruleId: row.id,
      clause: row.clause,
      item: row.item,
      input: finding.input,
      replaced: finding.replaced ?? [],
      limit: row.limit,
      verdict: finding.verdict,
      overridableBy: overridable(row, finding.verdict, finding.hard === true),
    },
    retryOn: finding.verdict === 'met' ? null : (finding.retryOn ?? null),
    visitTells: finding.visitTells === true,
  };
}

/** A changed answer is always the physician's to clear; a hard breach is nobody's. */
function overridable(
  row: RuleRow,
  verdict: RuleVerdict['verdict'],
  hard: boolean,
): RuleVerdict['overridableBy'] {
  if (verdict === 'missing' || hard) return null;
  return verdict === 'caution' ? 'physician' : row.overridableBy;
}

/**
 * Judges every screening row of the packs, in pack order. A row that another pack's row stands for
 * (`standsFor`: the protocol's own age limit for the general one) is left out; rows of other donation
 * types are left out, and so are rows that are not in force on the subject's day.
 */
export function judgeScreening(
  packs: readonly RulePack[],
  subject: ScreeningSubject,
  asked: (row: RuleRow) => boolean = () => true,
): readonly JudgedRule[] {
  return screeningRows(packs, subject)
    .filter(asked)
    .map((row) => judgeRule(row, subject));
}

/** The rows that a screening of this donation on the subject's day asks, in pack order. */
export function screeningRows(
  packs: readonly RulePack[],
  subject: Pick<ScreeningSubject, 'today' | 'donationType'>,
): readonly RuleRow[] {
  const rows = packs
    .flatMap((pack) => rowsInForce(pack, subject.today))
    .filter((row) => !DATA_ONLY.has(row.criterion));
  const replaced = new Set(rows.flatMap((row) => stringsOf(row.params['standsFor'])));
  return rows.filter((row) => !replaced.has(row.id) && concerns(row, subject.donationType));
}

function concerns(row: RuleRow, donationType: string | undefined): boolean {
  const to = stringsOf(row.params['to']);
  return to.length === 0 || donationType === undefined || to.includes(donationType);
}

function stringsOf(value: unknown): readonly string[] {
  return Array.isArray(value)
    ? value.filter((each): each is string => typeof each === 'string')
    : [];
}

/** True where the verdict lets the donor pass without anybody's word. */
export function passes(verdict: RuleVerdict): boolean {
  return verdict.verdict === 'met' || verdict.verdict === 'notApplicable';
}
