import type { AnyEntry, EntryOf, EventType } from '../contract/events.ts';
import { mergeClass } from './donors.ts';
import { confirmedGroup } from './groups.ts';
import { type Examination, type History, type Step, violation } from './history.ts';
import { liveSerials, provenLabel } from './labels.ts';
import { startOf } from './numbers.ts';
import { aliasesOf, mayDo, personOf } from './people.ts';
import { openTests } from './readings.ts';
import { activeHolds, stateOf, type UnitState, unitAt } from './units.ts';
import type { Violation } from './violation.ts';

type Release = EntryOf<'inventory.released'>;

/** INV-18, INV-20: at each release everything was good at that instant, by the right persons. */
export const releasesAreEntitled: Examination = (history) =>
  history.of('inventory.released').flatMap((entry) => {
    const { unitId, din, checks } = entry.body;
    const until = history.position(entry);
    const bad = (invariant: string, text: string) => violation(invariant, unitId, entry, text);
    const unit = unitAt(history, unitId, until);
    if (unit?.body.din !== din) return [bad('INV-18', 'a strange unit was released')];
    const found: Violation[] = [];
    const state = stateOf(history, unitId, until);
    if (state !== 'labelled') found.push(bad('INV-20', `released while ${state}`));
    if (unit.body.expiresAt <= entry.at) found.push(bad('INV-22', 'released after expiry'));
    if (activeHolds(history, unitId, until).length > 0)
      found.push(bad('INV-18', 'released under a hold'));
    const label = provenLabel(history, unitId, until);
    const group = confirmedGroup(history, din, until);
    if (!label) found.push(bad('INV-18', 'released without a proven label'));
    if (!group || group.abo !== label?.body.content.abo || group.rhd !== label.body.content.rhd)
      found.push(bad('INV-13', 'released without a confirmed group'));
    for (const test of openTests(history, din, entry.localDate, until))
      found.push(bad('INV-10', `released while ${test} was not known to be good`));
    if (history.naming('components.frozen', 'unitId', unitId, until).length === 0)
      found.push(bad('INV-18', 'released without being frozen'));
    const isOpen = ({ verdict }: Release['body']['checks'][number]) =>
      verdict === 'notMet' || verdict === 'missing';
    if (checks.length === 0 || checks.some(isOpen))
      found.push(bad('INV-18', 'released against its own evidence'));
    return [...found, ...releaserFaults(history, entry)];
  });

/** INV-18, INV-20, INV-30: decided by a releaser who tested nothing of it; never by a reaction. */
function releaserFaults(history: History, entry: Release): readonly Violation[] {
  const { unitId, din } = entry.body;
  const found: Violation[] = [];
  if (entry.causedBy !== null || entry.commandId === null)
    found.push(violation('INV-20', unitId, entry, 'released by no command'));
  if (!mayDo(history, entry as AnyEntry, 'inventory.releaseUnits', ['qualityRelease']))
    found.push(violation('INV-18', unitId, entry, 'released by no releaser'));
  const releaser = personOf(history, entry.actor, entry);
  const same = releaser === undefined ? undefined : aliasesOf(history, releaser, entry);
  if (!same || testersOf(history, din, entry).some((tester) => same.has(tester)))
    found.push(violation('INV-30', unitId, entry, 'the releaser tested the donation'));
  return found;
}

/** Person ids of those who read, typed or ran any test of a donation. */
function testersOf(history: History, din: string, at: Release): readonly string[] {
  const until = history.position(at);
  const results = history.naming('laboratory.resultRecorded', 'din', din, until);
  const runs = new Set(results.map(({ body }) => body.runId));
  const operators = [...runs]
    .flatMap((runId) => history.naming('laboratory.runOpened', 'runId', runId, until))
    .map(({ actor }) => personOf(history, actor, at))
    .filter((person) => person !== undefined);
  return [...results.flatMap(({ body }) => body.readers), ...operators];
}

/** INV-20: the shelf for released units holds nothing else. */
export const onlyReleasedReachTheShelf: Examination = (history) =>
  history.of('inventory.moved').flatMap((entry) => {
    const until = history.position(entry);
    const { unitId, toPlaceId } = entry.body;
    const place = history.naming('equipment.placeSet', 'placeId', toPlaceId, until).at(-1);
    const isReleased = stateOf(history, unitId, until) === 'released';
    return place?.body.kind === 'qualified' && !isReleased
      ? [violation('INV-20', unitId, entry, 'put among the released without a release')]
      : [];
  });

/** Facts after which a label or a release may stand on nothing. */
const TRIGGERS: ReadonlySet<EventType> = new Set<EventType>([
  'laboratory.resultRecorded',
  'laboratory.runConcluded',
  'laboratory.runInvalidated',
  'laboratory.groupDisputed',
  'laboratory.groupResolved',
  'donors.groupRecorded',
  'donors.duplicateDecided',
  'donors.unmerged',
  'donors.deferred',
  'components.holdLifted',
  'components.held',
  'labeling.labelVoided',
  'labeling.labelVerified',
  'inventory.released',
  'inventory.releaseWithdrawn',
  'aftercare.informationReceived',
  'rulesets.packAdopted',
  'rulesets.packRetired',
]);

/** INV-16, INV-19: after every transaction, what is labelled or released still stands or is held. */
export const nothingIsSticky: Examination = (history) =>
  history.steps
    .filter(({ entries }) => entries.some(({ type }) => TRIGGERS.has(type)))
    .flatMap((step) => standingFaults(history, step));

function standingFaults(history: History, step: Step): readonly Violation[] {
  const at = step.entries.find(({ type }) => type === 'exchange.batchReceived') ?? step.entries[0];
  if (!at) return [];
  return history.upTo('components.unitCreated', step.end).flatMap(({ body }) => {
    const state = stateOf(history, body.unitId, step.end);
    const isHeld = activeHolds(history, body.unitId, step.end).length > 0;
    const found = deadLabels(history, body.unitId, step, at);
    if (isHeld && state === 'released')
      found.push(violation('INV-19', body.unitId, at, 'still released under a hold'));
    if ((state !== 'labelled' && state !== 'released') || isHeld) return found;
    if (!provenLabel(history, body.unitId, step.end))
      found.push(violation('INV-19', body.unitId, at, `still ${state} without a living label`));
    const open = openTests(history, body.din, at.localDate, step.end);
    if (open.length > 0)
      found.push(violation('INV-19', body.unitId, at, `still ${state}, but ${open.join(', ')}`));
    if (!confirmedGroup(history, body.din, step.end))
      found.push(violation('INV-19', body.unitId, at, `still ${state} without a group`));
    return found;
  });
}

/** INV-16: no label lives with a group that is not, or no more, the confirmed one. */
function deadLabels(history: History, unitId: string, step: Step, at: AnyEntry): Violation[] {
  const live = liveSerials(history, unitId, step.end);
  const state = stateOf(history, unitId, step.end);
  if (live.length === 0 || state === 'discarded' || state === 'issued') return [];
  return live.flatMap((serial) => {
    const print = history.naming('labeling.labelPrinted', 'serial', serial, step.end)[0];
    const group = print && confirmedGroup(history, print.body.din, step.end);
    const agrees = group?.abo === print?.body.content.abo && group?.rhd === print?.body.content.rhd;
    return agrees ? [] : [violation('INV-16', unitId, at, 'a label outlived the group it states')];
  });
}

const isHere = (state: UnitState) => state !== 'discarded' && state !== 'issued';

/** INV-19: what a donor tells afterwards, or a marker on her, holds all that is left of her in the house. */
export const lateInformationHolds: Examination = (history) => {
  const told = history.of('aftercare.informationReceived');
  const marked = history.of('donors.deferred').filter(({ body }) => body.marker !== null);
  return [...told, ...marked].flatMap((entry) => {
    const end = history.settled(entry);
    const person = mergeClass(history, entry.body.donorId, end);
    return history
      .upTo('components.unitCreated', end)
      .filter(({ body }) => person.has(body.donorId) && body.expiresAt > entry.at)
      .filter(({ body }) => isHere(stateOf(history, body.unitId, end)))
      .filter(({ body }) => startOf(history, body.din, history.position(entry)) !== undefined)
      .filter(({ body }) => activeHolds(history, body.unitId, end).length === 0)
      .map(({ body }) =>
        violation('INV-19', body.unitId, entry, 'late information without a hold'),
      );
  });
};
