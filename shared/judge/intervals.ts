import type { EntryOf } from '../contract/events.ts';
import type { RuleRow } from '../features/rulesets/model.ts';
import { addDays, addMonths, type CivilDate } from '../kernel/civil-date.ts';
import { mergeClass } from './donors.ts';
import { figuresOf, pastOf } from './figures.ts';
import { type Examination, type History, violation } from './history.ts';
import { listed, packsInForce } from './policy.ts';
import { standsFor } from './same-givings.ts';
import { overriddenAt } from './screening.ts';
import type { Violation } from './violation.ts';

type Started = EntryOf<'collection.started'>;

interface Giving {
  /** Donation number or id of the paper. */
  readonly id: string;
  readonly on: CivilDate;
  readonly type: string;
  readonly ml: number;
}

/** INV-08: never within an interval nor above a yearly cap of the packs, over the whole person. */
export const intervalsAreKept: Examination = (history) =>
  history.of('collection.started').flatMap((entry) => {
    const { localDate, programme, din } = entry.body;
    const packs = packsInForce(history, programme, localDate, history.position(entry));
    const rows = standing(packs.flatMap((pack) => pack.rules));
    const givings = givingsBefore(history, entry);
    const cleared = overriddenAt(history, entry);
    const isBound = rows.some(
      (row) => concerns(row, entry) && earliest(row, localDate) !== undefined,
    );
    const found: Violation[] = [];
    if (!isBound) found.push(violation('INV-08', din, entry, 'no interval rule was in force'));
    for (const row of rows) {
      if (cleared.has(row.id) && row.overridableBy !== null) continue;
      if (isBroken(row, entry, givings))
        found.push(violation('INV-08', din, entry, `${row.id} was not kept`));
    }
    return found;
  });

/** Rows that no other row stands for. */
export function standing(rows: readonly RuleRow[]): readonly RuleRow[] {
  const replaced = new Set(rows.flatMap((row) => listed(row, 'standsFor')));
  return rows.filter((row) => !replaced.has(row.id));
}

function concerns(row: RuleRow, { body }: Started): boolean {
  return row.criterion === 'intervalSinceLast' && listed(row, 'to').includes(body.donationType);
}

function isBroken(row: RuleRow, entry: Started, givings: readonly Giving[]): boolean {
  const { localDate } = entry.body;
  if (concerns(row, entry)) {
    const from = listed(row, 'from');
    return givings.some((giving) => {
      const allowed = earliest(row, giving.on);
      return from.includes(giving.type) && (allowed === undefined || localDate < allowed);
    });
  }
  const { months, max, maxMl } = row.params;
  if (typeof months !== 'number') return false;
  const since = addMonths(localDate as CivilDate, -months);
  const types = listed(row, 'types');
  if (!types.includes(entry.body.donationType)) return false;
  const counted = givings.filter(({ on, type }) => types.includes(type) && on > since);
  const total = counted.reduce((sum, { ml }) => sum + ml, entry.body.targetMl);
  if (row.criterion === 'countPerYear') return typeof max !== 'number' || counted.length >= max;
  return row.criterion === 'volumePerYear' && (typeof maxMl !== 'number' || total > maxMl);
}

/** First day allowed after a donation: days are counted, months clamp to the month's end. */
export function earliest(row: RuleRow, on: string): CivilDate | undefined {
  const { minDays, minMonths } = row.params;
  if (typeof minDays === 'number') return addDays(on as CivilDate, minDays);
  return typeof minMonths === 'number' ? addMonths(on as CivilDate, minMonths) : undefined;
}

/** Every earlier donation of the person, on whichever record or paper it stands. */
function givingsBefore(history: History, entry: Started): readonly Giving[] {
  const until = history.position(entry);
  const person = [...mergeClass(history, entry.body.donorId, until)];
  const here = person
    .flatMap((donorId) => history.naming('collection.started', 'donorId', donorId, until))
    .map(({ body }) => ({
      id: body.din,
      on: body.localDate as CivilDate,
      type: body.donationType,
      ml: figuresOf(history, body.din, until)?.plasmaMl ?? 0,
    }));
  const earlier = person
    .flatMap((donorId) => history.naming('collection.historyRecorded', 'donorId', donorId, until))
    .map(({ body }) => ({ id: body.recordId, ...pastOf(history, body, until) }))
    .filter((body) => body.counts)
    .map((body) => ({
      id: body.id,
      on: body.collectedOn as CivilDate,
      type: body.donationType,
      ml: body.volumeMl,
    }));
  return onceEach([...here, ...earlier], standsFor(history, until));
}

/** Entries that two persons ruled one count once, with the latest day and the most plasma of them. */
function onceEach(
  givings: readonly Giving[],
  standing: ReadonlyMap<string, string>,
): readonly Giving[] {
  const found = new Map<string, Giving>();
  for (const giving of givings) {
    const key = standing.get(giving.id) ?? giving.id;
    const known = found.get(key);
    const on = known && known.on > giving.on ? known.on : giving.on;
    found.set(key, { ...giving, ...known, on, ml: Math.max(giving.ml, known?.ml ?? 0) });
  }
  return [...found.values()];
}
