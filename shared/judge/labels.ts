import type { EntryOf } from '../contract/events.ts';
import { volumeOf } from './figures.ts';
import { confirmedGroup } from './groups.ts';
import { type Examination, type History, type Moment, violation } from './history.ts';
import { startOf } from './numbers.ts';
import { productOf } from './policy.ts';
import { openTests } from './readings.ts';
import { activeHolds, stateOf, unitAt } from './units.ts';
import type { Violation } from './violation.ts';

type Printed = EntryOf<'labeling.labelPrinted'>;

/** INV-15: a label is printed only for an entitled unit, and states exactly what the record says. */
export const labelsStateTheirUnit: Examination = (history) =>
  history.of('labeling.labelPrinted').flatMap((entry) => {
    const { unitId, content } = entry.body;
    const until = history.position(entry);
    const bad = (invariant: string, text: string) => violation(invariant, unitId, entry, text);
    const found: Violation[] = [];
    if (!statesUnit(history, entry)) found.push(bad('INV-15', 'the label states another unit'));
    if (entry.at >= content.expiresAt) found.push(bad('INV-22', 'a label after expiry'));
    if (activeHolds(history, unitId, until).length > 0)
      found.push(bad('INV-15', 'a label under a hold'));
    const state = stateOf(history, unitId, until);
    const isReprint = entry.body.reprintOf !== null;
    if (state !== 'quarantine' && !(isReprint && state === 'labelled'))
      found.push(bad('INV-15', `a label for a unit that is ${state}`));
    const group = confirmedGroup(history, entry.body.din, until);
    if (group?.abo !== content.abo || group.rhd !== content.rhd)
      found.push(bad('INV-13', 'a label with an unconfirmed group'));
    for (const test of openTests(history, entry.body.din, entry.localDate, until))
      found.push(bad('INV-10', `a label while ${test} is not known to be good`));
    return found;
  });

function statesUnit(history: History, entry: Printed): boolean {
  const { unitId, din, content } = entry.body;
  const until = history.position(entry);
  const unit = unitAt(history, unitId, until)?.body;
  if (!unit) return false;
  const product = productOf(history, startOf(history, din, until), unit.productCode, until);
  return (
    unit.din === din &&
    content.din === din &&
    content.division === unit.division &&
    content.productCode === `${unit.productCode.slice(0, 6)}${unit.division}` &&
    content.volumeMl === volumeOf(history, unitId, until) &&
    content.collectedAt === unit.collectedAt &&
    content.expiresAt === unit.expiresAt &&
    content.anticoagulant === product?.anticoagulant
  );
}

/** INV-17: a serial is printed once; a reprint has a reason, names its elder and kills it. */
export const serialsAreAccountedFor: Examination = (history) => {
  const found: Violation[] = [];
  const serials = new Set<string>();
  for (const entry of history.of('labeling.labelPrinted')) {
    const { serial, unitId, reprintOf } = entry.body;
    if (serials.has(serial)) found.push(violation('INV-17', serial, entry, 'a serial came twice'));
    serials.add(serial);
    const end = history.settled(entry);
    const live = liveSerials(history, unitId, end);
    if (live.length > 1)
      found.push(violation('INV-17', unitId, entry, 'two living labels of one unit'));
    if (reprintOf === null) continue;
    const elder = history.naming('labeling.labelPrinted', 'serial', reprintOf, end)[0];
    if (elder?.body.unitId !== unitId || entry.reason === null || live.includes(reprintOf))
      found.push(
        violation('INV-17', serial, entry, 'a reprint without reason or of a living label'),
      );
  }
  for (const entry of history.of('labeling.labelDestroyed')) {
    const { serial, unitId } = entry.body;
    const until = history.position(entry);
    const isVoid = history.naming('labeling.labelVoided', 'serial', serial, until).length > 0;
    if (!isVoid || entry.second === null)
      found.push(
        violation('INV-17', unitId, entry, 'destroyed while living, or seen by one alone'),
      );
  }
  return found;
};

/** INV-17: a read-back proves a living label of this unit, once, after its print. */
export const readBacksProveLivingLabels: Examination = (history) =>
  history.of('labeling.labelVerified').flatMap((entry) => {
    const { serial, unitId } = entry.body;
    const until = history.position(entry);
    const printed = history.naming('labeling.labelPrinted', 'serial', serial, until)[0];
    const isVoid = history.naming('labeling.labelVoided', 'serial', serial, until).length > 0;
    const again = history.naming('labeling.labelVerified', 'serial', serial, until).length > 0;
    const isGood = printed?.body.unitId === unitId && !isVoid && !again;
    const found: Violation[] = [];
    if (!isGood)
      found.push(violation('INV-17', serial, entry, 'a dead or strange label was proven'));
    if (activeHolds(history, unitId, until).length > 0)
      found.push(violation('INV-15', unitId, entry, 'labelled under a hold'));
    return found;
  });

/** INV-17: a wrong label holds every unit concerned in the same transaction. */
export const mismatchesHold: Examination = (history) =>
  history.of('labeling.mismatchFound').flatMap((entry) => {
    const { unitId, otherUnitId, others = [] } = entry.body;
    const end = history.settled(entry);
    return [...new Set([unitId, ...(otherUnitId === null ? [] : [otherUnitId]), ...others])]
      .filter((one) => unitAt(history, one, end) && activeHolds(history, one, end).length === 0)
      .map((one) => violation('INV-17', one, entry, 'a wrong label without a hold'));
  });

/** Serials of a unit that were printed and not voided before a moment. */
export function liveSerials(history: History, unitId: string, until: Moment): readonly string[] {
  return history
    .naming('labeling.labelPrinted', 'unitId', unitId, until)
    .map(({ body }) => body.serial)
    .filter(
      (serial) => history.naming('labeling.labelVoided', 'serial', serial, until).length === 0,
    );
}

/** The print of the label that sits, proven, on the unit. */
export function provenLabel(history: History, unitId: string, until: Moment): Printed | undefined {
  const live = liveSerials(history, unitId, until);
  const proven = history
    .naming('labeling.labelVerified', 'unitId', unitId, until)
    .findLast(({ body }) => live.includes(body.serial));
  return proven && history.naming('labeling.labelPrinted', 'serial', proven.body.serial, until)[0];
}
