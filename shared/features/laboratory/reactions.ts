import { isTestNumber } from '../../codes/test-number.ts';
import { event, type NewEvent } from '../../contract/events.ts';
import type { Reactions, StateReader } from '../../contract/rows.ts';
import { localDateOf } from '../../kernel/civil-date.ts';
import type { Entry } from '../../kernel/entry.ts';
import { testedUnder } from '../donors/test-samples.ts';
import { humanOf } from '../operators/humans.ts';
import { effective, isFinallyReactive, isInfection } from './effective.ts';
import { confirmedGroup, discrepanciesOf, groupState, personsRecords } from './group.ts';
import { variesAtIntake } from './intake-weight.ts';
import { holdDonation, isHeld } from './own-holds.ts';
import { requirementsOf } from './panel.ts';
import { conflictsIn, type Reading, readingsOf } from './readings.ts';
import { testOutcomes } from './test-outcomes.ts';
import { allMet, testsVerdicts } from './verdicts.ts';

type Cause = Pick<Entry, 'at' | 'localDate' | 'eventId'>;

/** What follows from laboratory facts, in the transaction of their cause (INV-11, 13, 16, 19). */
export const laboratoryReactions: Reactions = {
  'laboratory.bagReceived': (read, { body, eventId }) => bagDoubts(read, body, eventId),
  'laboratory.intakeCorrected': (read, { body, eventId }) => bagDoubts(read, body, eventId),
  // Another weight at the chair is compared with what intake had found.
  'collection.endCorrected': (read, { body, eventId }) => {
    const bag = read.get('bagIntake', body.din);
    return bag ? bagDoubts(read, { ...bag, din: body.din }, eventId) : [];
  },
  'laboratory.sampleReceived': (read, { body, eventId }) =>
    body.ok ? [] : holdDonation(read, 'sampleUnfit', body.din, eventId),
  'laboratory.resultRecorded': (read, entry) => reassess(read, entry.body.din, entry),
  'laboratory.runConcluded': (read, entry) => reassessRun(read, entry.body.runId, entry),
  'laboratory.runInvalidated': (read, entry) => reassessRun(read, entry.body.runId, entry),
  'laboratory.groupResolved': (read, entry) => groupConsequences(read, entry.body.din),
  // One hold may have hidden what would have been a second: no label stands bare after the last (INV-19).
  'components.holdLifted': (read, entry) => {
    const hold = read.get('hold', entry.body.holdId);
    return hold ? staleReleases(read, hold.din, entry) : [];
  },
  'donors.groupRecorded': (read, { body }) =>
    donationsOf(read, body.donorId)
      .filter((din) => din !== body.source)
      .flatMap((din) => groupConsequences(read, din)),
  'donors.duplicateDecided': (read, entry) =>
    entry.body.verdict === 'same'
      ? donationsOf(read, entry.body.a).flatMap((din) => reassess(read, din, entry))
      : [],
  // Two humans again: what was shown of one by the other’s results is looked at anew (INV-19).
  'donors.unmerged': (read, entry) =>
    [entry.body.donorId, ...entry.body.rest]
      .flatMap((record) => read.by('donation', 'donorId', record))
      .flatMap((donation) => reassess(read, donation.id, entry)),
  // A marker that a physician learned of elsewhere looks back like one of our own (INV-19).
  'donors.deferred': (read, { body, at }) =>
    body.marker === null || body.code === 'reactiveResult'
      ? []
      : donationsOf(read, body.donorId)
          .filter((din) => stillConcerns(read, din, at))
          .flatMap((din) => holdDonation(read, 'lookBack', din, body.deferralId)),
  // Two accounts of one human: what she read under both no longer agrees with anybody else (INV-13).
  'operators.accountLinked': (read, entry) => {
    const human = humanOf(read, entry.body.personId);
    const hers = read
      .all('result')
      .filter((row) => row.readers.some((reader) => humanOf(read, reader) === human));
    return [...new Set(hers.map((row) => row.din))].flatMap((din) => reassess(read, din, entry));
  },
  // The reagent had run out when these runs were made: nothing they said counts (INV-11).
  'equipment.lotExpiryCorrected': (read, { body, zone }) =>
    read
      .by('labRun', 'reagentLotId', body.lotId)
      .filter((run) => run.state !== 'invalid' && localDateOf(run.openedAt, zone) > body.expires)
      .map((run) => event('laboratory.runInvalidated', { runId: run.id, code: 'reagentExpired' })),
  'equipment.lotWithdrawn': (read, { body }) =>
    read
      .by('labRun', 'reagentLotId', body.lotId)
      .filter((run) => run.state !== 'invalid')
      .map((run) => event('laboratory.runInvalidated', { runId: run.id, code: 'reagentRecalled' })),
};

/** INV-19: an unfit bag, or a weight that is not the chair's, holds the donation. */
function bagDoubts(
  read: StateReader,
  { din, ok, netGrams }: { readonly din: string; readonly ok: boolean; readonly netGrams: number },
  source: string,
): readonly NewEvent[] {
  return [
    ...(ok ? [] : holdDonation(read, 'bagUnfit', din, source)),
    ...(variesAtIntake(read, din, netGrams) ? variance(read, din, source) : []),
  ];
}

/** A weight that is not the chair's: the bag may be another one, or it leaked. */
function variance(read: StateReader, din: string, source: string): readonly NewEvent[] {
  const first = `intakeVariance:${din}`;
  const known = read.get('incident', first);
  const isOpen = known !== undefined && known.closedAt === null;
  const incidentId = known ? `${first}:${source}` : first;
  const incident = { incidentId, code: 'volumeVariance', subjects: [din] };
  return [
    ...holdDonation(read, 'volumeVariance', din, source),
    ...(isOpen ? [] : [event('quality.incidentOpened', incident)]),
  ];
}

function reassessRun(read: StateReader, runId: string, cause: Cause): readonly NewEvent[] {
  const dins = new Set(read.by('result', 'runId', runId).map((row) => row.din));
  return [...dins].flatMap((din) => reassess(read, din, cause));
}

function reassess(read: StateReader, din: string, cause: Cause): readonly NewEvent[] {
  const readings = readingsOf(read, din);
  if (isTestNumber(din))
    return [
      ...infectionConsequences(read, din, readings, cause),
      ...testOutcomes(read, din, readings, cause.localDate),
      // It may stand for the own test of a donation (SITE-OWNTEST): what was good for that may be no more.
      ...donationsOf(read, testedUnder(read, din)?.donorId ?? '').flatMap((other) =>
        staleReleases(read, other, cause),
      ),
    ];
  return [
    ...conflictHolds(read, din, readings),
    ...infectionConsequences(read, din, readings, cause),
    ...groupConsequences(read, din),
    ...staleReleases(read, din, cause),
  ];
}

function conflictHolds(
  read: StateReader,
  din: string,
  readings: readonly Reading[],
): readonly NewEvent[] {
  return conflictsIn(readings)
    .slice(-1)
    .flatMap((one) => holdDonation(read, 'duplicateDeviceResult', din, one.id));
}

function infectionConsequences(
  read: StateReader,
  din: string,
  readings: readonly Reading[],
  cause: Cause,
): readonly NewEvent[] {
  const needed = requirementsOf(read, din, cause.localDate);
  const infections = needed.filter(({ required }) => isInfection(required.kind));
  const tests = new Set(infections.map(({ required }) => required.test));
  const events: NewEvent[] = readings
    .filter((one) => tests.has(one.test) && one.value === 'reactive')
    .flatMap((one) => holdDonation(read, 'reactiveResult', din, one.id));
  for (const { required, rules } of infections) {
    const marker = required.deferralMarker;
    if (marker === null || !isFinallyReactive(effective(required, readings, rules))) continue;
    const grounds = readings.filter(
      (one) => one.test === required.test && one.value === 'reactive',
    );
    events.push(...deferAndLookBack(read, din, marker, grounds, cause));
  }
  return events;
}

/** INV-11: deferral of the person and look-back on her other in-date units, at once. */
function deferAndLookBack(
  read: StateReader,
  din: string,
  marker: string,
  grounds: readonly Reading[],
  cause: Cause,
): readonly NewEvent[] {
  const tested = testedUnder(read, din);
  const [first] = grounds;
  if (!tested || !first) return [];
  // Named by its reading, an id like any other: ids reach people who may not know what was found.
  const known = grounds.find((one) => read.get('deferral', one.id) !== undefined);
  const deferralId = (known ?? first).id;
  const events: NewEvent[] = [];
  if (known === undefined) {
    events.push(
      event('donors.deferred', {
        deferralId,
        donorId: tested.donorId,
        kind: 'permanent',
        code: 'reactiveResult',
        marker,
        programme: null,
        startsOn: cause.localDate,
        until: null,
        hidden: true,
      }),
    );
  }
  const others = donationsOf(read, tested.donorId).filter((other) => other !== din);
  for (const other of others) {
    if (!stillConcerns(read, other, cause.at)) continue;
    events.push(...holdDonation(read, 'lookBack', other, deferralId));
    events.push(...withdrawals(read, other, 'lookBack'));
  }
  return events;
}

/** A donation whose units are not all discarded or out of date, or that has none yet. */
function stillConcerns(read: StateReader, din: string, at: string): boolean {
  const units = read.by('unit', 'din', din);
  if (units.length === 0) return true;
  return units.some((unit) => unit.state !== 'discarded' && unit.expiresAt > at);
}

function groupConsequences(read: StateReader, din: string): readonly NewEvent[] {
  const state = groupState(read, din);
  const events: NewEvent[] = [];
  const doubts = discrepanciesOf(state);
  const disputes = read.by('groupDispute', 'din', din);
  if (doubts.length > 0 && disputes.every((one) => one.resolvedAt !== null)) {
    const disputeId = `group:${din}:${disputes.length + 1}`;
    const [code = 'discordant'] = doubts;
    events.push(event('laboratory.groupDisputed', { disputeId, din, code }));
    events.push(...holdDonation(read, 'groupDiscrepant', din, disputeId));
    events.push(...withdrawals(read, din, 'groupDiscrepant'));
  }
  events.push(...labelsOutOfDate(read, din, state.abo, state.rhd));
  const donation = read.get('donation', din);
  if (donation && state.abo && state.rhd && !recordedGroup(read, donation.donorId, din)) {
    const { abo, rhd } = state;
    events.push(
      event('donors.groupRecorded', { donorId: donation.donorId, abo, rhd, source: din }),
    );
  }
  return events;
}

function recordedGroup(read: StateReader, donorId: string, din: string): boolean {
  return read.by('donorGroup', 'donorId', donorId).some((row) => row.source === din);
}

/** INV-16: a label dies with the group that is printed on it, or with its confirmation. */
function labelsOutOfDate(
  read: StateReader,
  din: string,
  abo: string | undefined,
  rhd: string | undefined,
): readonly NewEvent[] {
  return read
    .by('unit', 'din', din)
    .flatMap((unit) => read.by('label', 'unitId', unit.id))
    .filter((label) => label.state === 'printed' || label.state === 'applied')
    .filter((label) => label.content.abo !== abo || label.content.rhd !== rhd)
    .map((label) =>
      event('labeling.labelVoided', {
        serial: label.id,
        unitId: label.unitId,
        code: 'groupUnconfirmed',
      }),
    );
}

/** INV-19: what was good for a label or a release and is no more holds the donation. */
function staleReleases(read: StateReader, din: string, cause: Cause): readonly NewEvent[] {
  const moved = read
    .by('unit', 'din', din)
    .some((unit) => unit.state === 'labelled' || unit.state === 'released');
  if (!moved) return [];
  const good = allMet(testsVerdicts(read, din, cause.localDate)) && confirmedGroup(read, din);
  if (good) return [];
  const holds = isHeld(read, din) ? [] : holdDonation(read, 'lateInformation', din, cause.eventId);
  return [...holds, ...withdrawals(read, din, 'evidenceWithdrawn')];
}

function withdrawals(read: StateReader, din: string, code: string): readonly NewEvent[] {
  return read
    .by('unit', 'din', din)
    .filter((unit) => unit.state === 'released')
    .map((unit) => event('inventory.releaseWithdrawn', { unitId: unit.id, din, code }));
}

function donationsOf(read: StateReader, donorId: string): readonly string[] {
  return personsRecords(read, donorId)
    .flatMap((record) => read.by('donation', 'donorId', record))
    .map((row) => row.id);
}
