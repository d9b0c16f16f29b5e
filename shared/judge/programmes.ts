import type { EntryOf } from '../contract/events.ts';
import { type Examination, type History, type Moment, violation } from './history.ts';
import { listed, packInForce, rule } from './policy.ts';
import type { Violation } from './violation.ts';

/** Whose assessments say nothing of a programme: those recorded before there were several. */
const FIRST = 'convalescentPlasma';

/** INV-07: what a hospital said of one disease never stands for the programme of another. */
export const assessmentsAreOfTheirProgramme: Examination = (history) =>
  history.of('visits.assessmentConfirmed').flatMap((entry) => {
    const { visitId, assessmentId } = entry.body;
    const at = history.position(entry);
    const [visit] = history.naming('visits.checkedIn', 'visitId', visitId, at);
    const [said] = history.naming('donors.assessmentRecorded', 'assessmentId', assessmentId, at);
    const programme = said?.body.programme ?? FIRST;
    return said && visit && visit.body.programme !== programme
      ? [violation('INV-07', visitId, entry, 'assessed for another programme')]
      : [];
  });

/** INV-26: a shelf kept for one programme holds no other's units, and its units stand nowhere else. */
export const shelvesAreKeptApart: Examination = (history) => [
  ...history
    .of('components.quarantined')
    .flatMap((entry) => shelfFaults(history, entry, entry.body.placeId)),
  ...history
    .of('inventory.moved')
    .flatMap((entry) => shelfFaults(history, entry, entry.body.toPlaceId)),
];

type Placed = EntryOf<'components.quarantined'> | EntryOf<'inventory.moved'>;

function shelfFaults(history: History, entry: Placed, placeId: string): readonly Violation[] {
  const { unitId } = entry.body;
  const at = history.position(entry);
  const place = history.naming('equipment.placeSet', 'placeId', placeId, at).at(-1)?.body;
  const [unit] = history.naming('components.unitCreated', 'unitId', unitId, at);
  const [started] = history.naming('collection.started', 'din', unit?.body.din ?? '', at);
  if (!place || !started) return [];
  const { programme, localDate } = started.body;
  const kept = keptShelves(history, entry.localDate, at);
  const isOthers = kept.some(
    (each) => each.programme !== programme && each.codes.includes(place.code),
  );
  const own =
    kept.find((each) => each.programme === programme)?.codes ??
    codesOf(history, programme, localDate, at);
  const isElsewhere =
    !own.includes(place.code) && own.some((code) => kindOf(history, code, at) === place.kind);
  return isOthers || isElsewhere
    ? [violation('INV-26', unitId, entry, 'stands on the shelf of another programme')]
    : [];
}

/** Shelves of every programme with a pack in force on a day. */
function keptShelves(history: History, on: string, at: Moment) {
  const adopted = history.upTo('rulesets.packAdopted', at).map(({ body }) => body.programme);
  return [...new Set(adopted)].flatMap((programme) =>
    packInForce(history, programme, on, at)
      ? [{ programme, codes: codesOf(history, programme, on, at) }]
      : [],
  );
}

function codesOf(history: History, programme: string, on: string, at: Moment): readonly string[] {
  const row = rule(packInForce(history, programme, on, at), 'SITE-STOCK');
  return row ? listed(row, 'places') : [];
}

function kindOf(history: History, code: string, at: Moment): string | undefined {
  return history.naming('equipment.placeSet', 'code', code, at).at(-1)?.body.kind;
}
