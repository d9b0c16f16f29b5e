import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import { DATA_ONLY, STANDING } from './criteria/registry.ts';
import type { RulePack, RuleRow } from './model.ts';
import { type JudgedRule, judgeScreening, passes, screeningRows } from './screening.ts';
import type { ScreeningSubject } from './subject.ts';

/** What is known about a person on any day, and by which packs that day is judged. */
export interface OutlookFacts {
  /** Packs in force on a day for this kind of donation; empty where none is. */
  readonly packsOn: (on: CivilDate) => readonly RulePack[];
  /** The person on a day: standing facts only; what is measured at a visit is left open. */
  readonly subjectOn: (on: CivilDate, packs: readonly RulePack[]) => ScreeningSubject;
}

/**
 * May she give this kind, on this day? `eligible`: nothing on file stands against it. `later`: time
 * alone clears it, from `from` on. `no`: time alone does not. `noRules`: no pack is in force that day.
 */
export interface Outlook {
  readonly verdict: 'eligible' | 'later' | 'no' | 'noRules';
  /** First day on which nothing on file stands against it; null where time alone never clears it. */
  readonly from: CivilDate | null;
  /** What stands against it on the day asked for: what never ends by itself first, then the longest wait. */
  readonly against: readonly JudgedRule[];
  /** Standing rules that hold, or do not apply. */
  readonly held: readonly JudgedRule[];
  /** Rules that only the visit itself can answer. */
  readonly onTheDay: readonly RuleRow[];
}

/** After every civil date. */
const NEVER = '~';

/** A chain of waits longer than this is one that never ends. */
const MOST_WAITS = 60;

/**
 * Judges a day by the standing rules of the packs in force on that day, and finds the first day that
 * lets the donation be: each wait is judged again by the packs of the day it leads to (INV-08).
 */
export function outlookOn(facts: OutlookFacts, on: CivilDate): Outlook {
  const packs = facts.packsOn(on);
  if (packs.length === 0)
    return { verdict: 'noRules', from: null, against: [], held: [], onTheDay: [] };
  const subject = facts.subjectOn(on, packs);
  const judged = standingRules(packs, subject);
  const against = judged.filter(standsAgainst).toSorted(weightiestFirst);
  const from = against.length === 0 ? on : firstDay(facts, on);
  return {
    verdict: against.length === 0 ? 'eligible' : from === null ? 'no' : 'later',
    from,
    against,
    held: judged.filter((rule) => passes(rule.verdict)),
    onTheDay: [
      ...judged.filter((rule) => rule.visitTells).map((rule) => rule.row),
      ...screeningRows(packs, subject).filter((row) => !STANDING.has(row.criterion)),
    ],
  };
}

/** Between visits an answer that only the next one gives stands against nobody. */
function standsAgainst({ verdict, visitTells }: JudgedRule): boolean {
  return !passes(verdict) && !visitTells;
}

/** Without an end before any day, a later day before an earlier one; equal ones in the pack's order. */
function weightiestFirst(a: JudgedRule, b: JudgedRule): number {
  const [first, second] = [a.retryOn ?? NEVER, b.retryOn ?? NEVER];
  return first === second ? 0 : first < second ? 1 : -1;
}

function standingRules(packs: readonly RulePack[], subject: ScreeningSubject) {
  return judgeScreening(packs, subject, (row) => STANDING.has(row.criterion));
}

/** The first day from `on` on without anything against it; null where something has no end in time. */
export function firstDay(facts: OutlookFacts, on: CivilDate): CivilDate | null {
  let day = on;
  for (let waits = 0; waits < MOST_WAITS; waits += 1) {
    const packs = facts.packsOn(day);
    if (packs.length === 0) return null;
    const broken = standingRules(packs, facts.subjectOn(day, packs)).filter(standsAgainst);
    if (broken.length === 0) return day;
    const retries = broken.map((rule) => rule.retryOn);
    if (retries.some((retry) => retry === null)) return null;
    const latest = retries
      .filter((retry) => retry !== null)
      .sort()
      .at(-1);
    // A rule that asks for a day already reached would keep her waiting for ever.
    day = latest === undefined || latest <= day ? addDays(day, 1) : latest;
  }
  return null;
}

/** Kinds of donation that the rules of some packs speak of, in the order in which they do. */
export function donationTypesOf(packs: readonly RulePack[]): readonly string[] {
  const named = packs.flatMap((pack) => [
    ...pack.donationTypes.map((type) => type.id),
    ...pack.rules
      .filter((row) => !DATA_ONLY.has(row.criterion) && Array.isArray(row.params['to']))
      .flatMap((row) => row.params['to'] as readonly string[]),
  ]);
  return [...new Set(named)];
}
