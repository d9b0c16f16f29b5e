import type { EntryOf } from '../contract/events.ts';
import { figuresOf, volumeOf } from './figures.ts';
import { type Examination, type History, violation } from './history.ts';
import type { Violation } from './violation.ts';

type Lease = EntryOf<'collection.numbersLeased'>['body'];

/** INV-27: every number below one that was given is itself given or void; none is simply missing. */
export const numbersAreAllAccountedFor: Examination = (history) => {
  const found: Violation[] = [];
  const leases = new Map<string, Lease>();
  for (const { body } of history.of('collection.numbersLeased')) leases.set(body.leaseId, body);
  const spent = new Map<string, Set<number>>();
  const floor = new Map<string, number>();
  const given = [
    ...history.of('collection.numberVoided'),
    ...history.of('collection.numberAssigned'),
  ].sort((a, b) => history.position(a) - history.position(b));
  for (const entry of given) {
    const { leaseId, sequence, din } = entry.body;
    const known = spent.get(leaseId) ?? new Set<number>();
    spent.set(leaseId, known.add(sequence));
    if (entry.type !== 'collection.numberAssigned') continue;
    let next = floor.get(leaseId) ?? leases.get(leaseId)?.first ?? sequence;
    while (known.has(next)) next += 1;
    floor.set(leaseId, next);
    if (next < sequence)
      found.push(violation('INV-27', din, entry, `number ${next} is neither used nor void`));
  }
  return found;
};

/** INV-27: the parts of a donation are not more than was drawn. */
export const partsAreNoMoreThanTheWhole: Examination = (history) =>
  [...history.of('components.unitCreated'), ...history.of('components.unitCorrected')].flatMap(
    (entry) => {
      const { din, unitId } = entry.body;
      const until = history.position(entry) + 1;
      const units = history.naming('components.unitCreated', 'din', din, until);
      const parentUnitId = units.find(({ body }) => body.unitId === unitId)?.body.parentUnitId;
      if (parentUnitId === undefined)
        return [violation('INV-27', unitId, entry, 'a correction of a unit that nobody made')];
      const siblings = units.filter(({ body }) => body.parentUnitId === parentUnitId);
      const sum = siblings.reduce(
        (total, { body }) => total + (volumeOf(history, body.unitId, until) ?? 0),
        0,
      );
      const whole =
        parentUnitId === null
          ? figuresOf(history, din, until)?.productMl
          : volumeOf(history, parentUnitId, until);
      return whole !== undefined && sum <= whole
        ? []
        : [violation('INV-27', unitId, entry, 'more in the parts than in the whole')];
    },
  );

/** INV-27: what a box held when it left is received or missed, item by item; nothing packed twice. */
export const boxesAreCounted: Examination = (history) => {
  const found: Violation[] = [];
  for (const entry of history.of('collection.boxReceived')) {
    const { boxId, received, missing } = entry.body;
    const until = history.position(entry);
    const sent = history.naming('collection.boxHandedOver', 'boxId', boxId, until).at(-1)
      ?.body.items;
    const counted = [...received, ...missing].sort();
    const isWhole = sent && JSON.stringify([...sent].sort()) === JSON.stringify(counted);
    if (!isWhole)
      found.push(violation('INV-27', boxId, entry, 'the box was not counted item by item'));
  }
  for (const entry of history.of('collection.boxHandedOver')) {
    const { boxId, items } = entry.body;
    const packed = packedIn(history, boxId, history.position(entry));
    if (JSON.stringify(packed) !== JSON.stringify([...items].sort()))
      found.push(violation('INV-27', boxId, entry, 'handed over other things than were packed'));
  }
  return found;
};

function packedIn(history: History, boxId: string, until: number): readonly string[] {
  const inside = new Set<string>();
  const turns = [
    ...history.naming('collection.boxPacked', 'boxId', boxId, until),
    ...history.naming('collection.boxUnpacked', 'boxId', boxId, until),
  ].sort((a, b) => history.position(a) - history.position(b));
  for (const { type, body } of turns) {
    if (type === 'collection.boxPacked') inside.add(body.item);
    else inside.delete(body.item);
  }
  return [...inside].sort();
}

/** INV-27: a numbered sheet carries one paper, and none after it was spoiled. */
export const sheetsCarryOnePaper: Examination = (history) => {
  const found: Violation[] = [];
  const carrier = new Map<string, string | null>();
  const turns = [
    ...history.of('honours.serialScanned'),
    ...history.of('honours.sheetSpoiled'),
  ].sort((a, b) => history.position(a) - history.position(b));
  for (const entry of turns) {
    const { serial, certificateId } = entry.body;
    const owner = carrier.get(serial);
    const isSpoiling = entry.type === 'honours.sheetSpoiled';
    const isTaken = owner !== undefined && (owner !== certificateId || !isSpoiling);
    if (isTaken) found.push(violation('INV-27', serial, entry, 'a sheet of another paper'));
    carrier.set(serial, isSpoiling ? null : certificateId);
  }
  return found;
};
