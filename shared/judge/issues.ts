import type { AnyEntry } from '../contract/events.ts';
import { mergeClass } from './donors.ts';
import { type Examination, type History, type Moment, violation } from './history.ts';
import { mayDo } from './people.ts';
import { figure, packInForce } from './policy.ts';
import { activeHolds, stateOf, type Unit, unitAt } from './units.ts';
import type { Violation } from './violation.ts';

/** INV-26: only what is released, free and in date leaves, to a hospital on the list, cold enough. */
export const issuesAreEntitled: Examination = (history) =>
  history.of('inventory.issued').flatMap((entry) => {
    const { unitId, din, consigneeId, boxTenthsC } = entry.body;
    const until = history.position(entry);
    const bad = (invariant: string, text: string) => violation(invariant, unitId, entry, text);
    const unit = unitAt(history, unitId, until);
    if (unit?.body.din !== din) return [bad('INV-26', 'a strange unit was issued')];
    const found: Violation[] = [];
    const state = stateOf(history, unitId, until);
    if (state !== 'released') found.push(bad('INV-26', `issued while ${state}`));
    if (unit.body.expiresAt <= entry.at) found.push(bad('INV-22', 'issued after expiry'));
    if (activeHolds(history, unitId, until).length > 0)
      found.push(bad('INV-26', 'issued under a hold'));
    const consignee = history.naming('inventory.consigneeSet', 'consigneeId', consigneeId, until);
    if (consignee.at(-1)?.body.active !== true)
      found.push(bad('INV-26', 'issued to nobody on the list'));
    if (entry.causedBy !== null || !mayDo(history, entry as AnyEntry, 'inventory.issueUnit', LAB))
      found.push(bad('INV-26', 'issued by nobody who may'));
    const limits = boxLimits(history, unit, entry.localDate, until);
    if (!limits.every((limit) => limit !== undefined && boxTenthsC <= limit))
      found.push(bad('INV-26', 'issued in a box too warm'));
    return found;
  });

const LAB = ['labTech', 'qualityRelease', 'supervisor'] as const;

/** What the packs of the day of collection and of the issue allow in a transport box. */
function boxLimits(history: History, { body }: Unit, on: string, until: Moment) {
  const started = history.naming('collection.started', 'din', body.din, until)[0]?.body;
  return [started?.localDate ?? on, on].map((date) => {
    const pack = packInForce(history, started?.programme ?? '', date, until);
    return figure(pack, 'PREP-6', 'maxTenthsC');
  });
}

/** INV-21: a unit that is out of the house and under a hold, or told about, is recalled at once. */
export const whatIsIssuedIsRecalled: Examination = (history) => {
  const recalled = (unitId: string, end: Moment) =>
    history.naming('aftercare.recallOpened', 'unitId', unitId, end).length > 0;
  const isOut = (unitId: string, end: Moment) => stateOf(history, unitId, end) === 'issued';
  const held = [...history.of('components.held'), ...history.of('inventory.issued')].flatMap(
    (entry) => {
      const end = history.settled(entry);
      return history
        .naming('components.unitCreated', 'din', entry.body.din, end)
        .map(({ body }) => body.unitId)
        .filter((unitId) => isOut(unitId, end) && activeHolds(history, unitId, end).length > 0)
        .filter((unitId) => !recalled(unitId, end))
        .map((unitId) => violation('INV-21', unitId, entry, 'issued, held and not recalled'));
    },
  );
  const told = history.of('aftercare.informationReceived').flatMap((entry) => {
    const end = history.settled(entry);
    const person = mergeClass(history, entry.body.donorId, end);
    return history
      .upTo('components.unitCreated', end)
      .filter(({ body }) => person.has(body.donorId))
      .filter(({ body }) => body.din === entry.body.din || body.expiresAt > entry.at)
      .filter(({ body }) => isOut(body.unitId, end) && !recalled(body.unitId, end))
      .map(({ body }) => violation('INV-21', body.unitId, entry, 'told about and not recalled'));
  });
  return [...held, ...told];
};
