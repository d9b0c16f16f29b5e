import type { Entry } from '../../kernel/entry.ts';
import { stampOf } from '../../kernel/stamp.ts';
import type { VisitFact, VisitFacts, VisitReadingRow, VisitRow, VisitStep } from './model.ts';
import { STEPS } from './steps.ts';

/*
 * Two stations may carry on one visit apart. Each statement is kept with the stamps at which it was
 * first and last made; where the visit stands follows from all statements, never from the order in
 * which they arrived (INV-38).
 */

/** The visit with a statement added; `fields` stand when no later one of its kind is known. */
export function stated(
  visit: VisitRow,
  fact: VisitFact,
  entry: Pick<Entry, 'at' | 'station' | 'seq'>,
  fields: Partial<VisitRow> = {},
): VisitRow {
  const stamp = stampOf(entry);
  const before = visit.facts[fact];
  const first = before && before.first < stamp ? before.first : stamp;
  const last = before && before.last > stamp ? before.last : stamp;
  const facts = inOrder({ ...visit.facts, [fact]: { first, last } });
  return last === stamp ? { ...visit, ...fields, facts } : { ...visit, facts };
}

/** The visit with number, step, state and end as its statements and readings have them. */
export function settled(visit: VisitRow, readings: readonly VisitReadingRow[]): VisitRow {
  const { facts } = visit;
  const refused = earliest(facts, ['refused']);
  const ended = earliest(facts, ['cancelled', 'closed', 'left']);
  const number = numberOf(facts);
  const open = openStep(visit, number, readings);
  const over = refused ?? earliest(facts, ['left']);
  return {
    ...visit,
    din: number?.value ?? null,
    step: over ? 'done' : open.step,
    stepAt: over?.at ?? open.at,
    state: refused ? 'refused' : stateAfter(ended),
    endCode: (refused ?? ended)?.value ?? null,
    endedAt: ended?.at ?? null,
  };
}

/** A statement with its object (`closed transferred`): kind, object and when it was first made. */
interface Told {
  readonly kind: string;
  readonly value: string;
  readonly at: string;
  readonly stamp: string;
}

function stateAfter(ended: Told | undefined): VisitRow['state'] {
  if (!ended) return 'open';
  return ended.kind === 'cancelled' ? 'cancelled' : 'closed';
}

/** The first step without its statement, and since when it waits. */
function openStep(
  visit: VisitRow,
  number: Told | undefined,
  readings: readonly VisitReadingRow[],
): { readonly step: VisitStep; readonly at: string } {
  const { facts } = visit;
  const times: Readonly<Partial<Record<VisitStep, string | undefined>>> = {
    door: firstAt(facts, 'door'),
    carer: firstAt(facts, 'carer'),
    consent: firstAt(facts, 'consent'),
    questionnaire: firstAt(facts, 'answers'),
    review: firstAt(facts, 'review'),
    register: firstAt(facts, 'register'),
    vitals: vitalsCompleteAt(readings),
    bloodTest: firstAt(facts, 'bloodTest'),
    decision: latestAt([firstAt(facts, 'eligible'), ...toldOf(facts, ['void']).map((v) => v.at)]),
    number: number?.at ?? firstAt(facts, 'started'),
    chair: firstAt(facts, 'started'),
    run: firstAt(facts, 'rest'),
  };
  let at = visit.startedAt;
  for (const step of STEPS) {
    const done = times[step];
    if (done === undefined) return { step, at };
    at = done;
  }
  return { step: 'done', at };
}

/** The last number given and not voided. */
function numberOf(facts: VisitFacts): Told | undefined {
  const voided = new Set(toldOf(facts, ['void']).map((told) => told.value));
  return toldOf(facts, ['number'])
    .filter((told) => !voided.has(told.value))
    .at(-1);
}

/** When every figure had been taken at least once; undefined while one is missing. */
function vitalsCompleteAt(readings: readonly VisitReadingRow[]): string | undefined {
  const sorted = [...readings].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const at = sorted.findIndex((_, index) => vitalsComplete(sorted.slice(0, index + 1)));
  return sorted[at]?.measuredAt;
}

const key = (reading: VisitReadingRow) => `${reading.measuredAt} ${reading.id}`;

const NEEDED = [
  'weightGrams',
  'systolic',
  'diastolic',
  'pulse',
  'pulseRegular',
  'leftArmOk',
  'rightArmOk',
] as const;

/** Every figure was taken at least once at this visit. */
function vitalsComplete(readings: readonly VisitReadingRow[]): boolean {
  return NEEDED.every((field) => readings.some((reading) => reading[field] !== null));
}

/** Statements of some kinds in the order in which they were first made. */
function toldOf(facts: VisitFacts, kinds: readonly string[]): readonly Told[] {
  return Object.entries(facts)
    .flatMap(([name, mark]) => {
      const [kind = '', value = ''] = name.split(' ');
      if (!mark || !kinds.includes(kind)) return [];
      return [{ kind, value, at: atOf(mark.first), stamp: mark.first }];
    })
    .sort((a, b) => (a.stamp < b.stamp ? -1 : 1));
}

function earliest(facts: VisitFacts, kinds: readonly string[]): Told | undefined {
  return toldOf(facts, kinds)[0];
}

function firstAt(facts: VisitFacts, fact: VisitFact): string | undefined {
  const mark = facts[fact];
  return mark && atOf(mark.first);
}

/** The latest of times of which the first is needed. */
function latestAt([needed, ...others]: readonly (string | undefined)[]): string | undefined {
  return needed === undefined
    ? undefined
    : others.reduce((late, at) => (at && late && at > late ? at : late), needed);
}

/** A stamp begins with its time. */
function atOf(stamp: string): string {
  return stamp.slice(0, stamp.indexOf(' '));
}

/** One order of keys, so that equal facts are equal bytes in every store. */
function inOrder(facts: VisitFacts): VisitFacts {
  return Object.fromEntries(
    Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1)),
  ) as VisitFacts;
}
