import { event, type NewEvent } from '../../contract/events.ts';
import type { StateReader } from '../../contract/rows.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { personRecords } from '../donors/facts.ts';
import { texts } from '../rulesets/criteria/judged.ts';
import { allowedAfter } from '../rulesets/intervals/spacing.ts';
import { packInForce } from '../rulesets/params.ts';
import { screeningRows } from '../rulesets/screening.ts';
import type { CollectionRows } from './model.ts';

/** A donation of a person, taken here or known from paper. */
interface Given {
  readonly id: string;
  readonly donorId: string;
  readonly on: CivilDate;
  readonly type: string;
}

/**
 * A donation entered late cannot be prevented any more and does not pass in silence (INV-08): where it
 * and another one of the person stand closer than the packs allow, an incident names the later one.
 */
export function afterLateEntry(read: StateReader, recordId: string): readonly NewEvent[] {
  const row = read.get('pastDonation', recordId);
  if (!row?.counts) return [];
  const entered = ofPaper(row);
  return givenBy(read, row.donorId)
    .filter(({ id }) => id !== recordId)
    .flatMap((other) => reviewOf(read, entered, other));
}

/** Two records turned out to be one human: donations on different records were never compared. */
export function afterMerge(read: StateReader, donorId: string): readonly NewEvent[] {
  const all = givenBy(read, donorId);
  return all.flatMap((one, at) =>
    all
      .slice(at + 1)
      .filter((other) => other.donorId !== one.donorId)
      .flatMap((other) => reviewOf(read, one, other)),
  );
}

function givenBy(read: StateReader, donorId: string): readonly Given[] {
  return personRecords(read, donorId).flatMap((record) => [
    ...read.by('donation', 'donorId', record.id).map(
      (row): Given => ({
        id: row.id,
        donorId: row.donorId,
        on: row.localDate as CivilDate,
        type: row.donationType,
      }),
    ),
    ...read
      .by('pastDonation', 'donorId', record.id)
      .filter((row) => row.counts)
      .map(ofPaper),
  ]);
}

function ofPaper(row: CollectionRows['pastDonation']): Given {
  const { id, donorId, donationType: type, collectedOn } = row;
  return { id, donorId, on: collectedOn as CivilDate, type };
}

/** The incident about the later of two, made once at whichever station hears of both. */
function reviewOf(read: StateReader, one: Given, other: Given): readonly NewEvent[] {
  const [earlier, later] =
    one.on < other.on || (one.on === other.on && one.id < other.id) ? [one, other] : [other, one];
  const incidentId = `intervalBroken:${earlier.id}:${later.id}`.slice(0, 120);
  if (!isTooSoon(read, earlier, later) || read.get('incident', incidentId)) return [];
  const subjects = [later.id, later.donorId];
  return [event('quality.incidentOpened', { incidentId, code: 'intervalBroken', subjects })];
}

/** By every pack in force on the later day: paper names no programme. */
function isTooSoon(read: StateReader, earlier: Given, later: Given): boolean {
  const all = read.all('rulePack');
  const packs = [...new Set(all.map(({ programme }) => programme))].flatMap(
    (programme) => packInForce(all, programme, later.on)?.content ?? [],
  );
  return screeningRows(packs, { today: later.on, donationType: later.type })
    .filter((row) => row.criterion === 'intervalSinceLast')
    .filter((row) => texts(row, 'from').includes(earlier.type))
    .some((row) => later.on < (allowedAfter(row, earlier.on) ?? ''));
}
