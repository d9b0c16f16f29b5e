import type { EntryOf } from '../contract/events.ts';
import { mergeClass } from './donors.ts';
import { type Examination, type History, type Moment, violation } from './history.ts';
import { aliasesOf } from './people.ts';
import { demandsOf } from './policy.ts';
import { isFinallyReactive, type Result } from './readings.ts';
import { isTestSample, testedUnder } from './test-samples.ts';
import type { Violation } from './violation.ts';

/** INV-09: results are only added; one that supersedes names its elder of the same test, by two. */
export const resultsAreOnlyAdded: Examination = (history) => {
  const found: Violation[] = [];
  const known = new Map<string, Result>();
  const replaced = new Set<string>();
  for (const entry of history.of('laboratory.resultRecorded')) {
    const { resultId, supersedes, din, test } = entry.body;
    if (known.has(resultId)) found.push(violation('INV-09', din, entry, 'a result came twice'));
    known.set(resultId, entry);
    if (supersedes === null) continue;
    const elder = known.get(supersedes);
    const fits = elder?.body.din === din && elder.body.test === test && !replaced.has(supersedes);
    replaced.add(supersedes);
    if (!fits || entry.second === null || entry.reason === null)
      found.push(violation('INV-09', din, entry, 'a correction without elder, reason or second'));
  }
  return found;
};

const PENDING = JSON.stringify('pending');

/** INV-12: one device message has one effect; another content under its key is marked and holds. */
export const deviceMessagesCountOnce: Examination = (history) => {
  const found: Violation[] = [];
  const seen = new Map<string, Set<string>>();
  for (const entry of history.of('laboratory.resultRecorded')) {
    const { deviceKey, conflict, din, value, figure, unit } = entry.body;
    if (deviceKey === null) continue;
    const content = JSON.stringify([din, value, figure, unit]);
    const contents = seen.get(deviceKey) ?? new Set();
    seen.set(deviceKey, contents);
    if (contents.has(content))
      found.push(violation('INV-12', din, entry, 'a device message counted twice'));
    // A preliminary `pending` gives way to the final statement; only two statements contradict.
    const stated = [...contents].some((one) => !one.includes(PENDING));
    if (stated && value !== 'pending' && !contents.has(content) && !conflict)
      found.push(violation('INV-12', din, entry, 'contradicting messages, not marked'));
    contents.add(content);
    if (conflict && !isTestSample(din) && !isHeld(history, din, history.settled(entry)))
      found.push(violation('INV-12', din, entry, 'contradicting messages without a hold'));
  }
  return found;
};

/** INV-12: a result has an effect only on what it names: a received sample of that donation. */
export const resultsNameTheirSample: Examination = (history) =>
  history
    .of('laboratory.resultRecorded')
    .filter((entry) => {
      const { sampleId, din } = entry.body;
      const until = history.position(entry);
      const sample = history.naming('laboratory.sampleReceived', 'sampleId', sampleId, until)[0];
      return sample?.body.din !== din;
    })
    .map((entry) => violation('INV-12', entry.body.din, entry, 'a result of no received sample'));

/** INV-11: a run is valid only with good controls and a known reagent lot, in date and not withdrawn. */
export const validRunsHaveGrounds: Examination = (history) =>
  history.of('laboratory.runConcluded').flatMap((entry) => {
    const { runId, valid, controls } = entry.body;
    if (!valid) return [];
    const until = history.position(entry);
    const opened = history.naming('laboratory.runOpened', 'runId', runId, until)[0];
    const lotId = opened?.body.reagentLotId ?? '';
    const lot = history.naming('equipment.lotReceived', 'lotId', lotId, until).at(-1);
    const isWithdrawn = history.naming('equipment.lotWithdrawn', 'lotId', lotId, until).length > 0;
    const isLotGood = lot !== undefined && entry.localDate <= lot.body.expires && !isWithdrawn;
    const isControlled = controls.length > 0 && controls.every(({ ok }) => ok);
    return opened && isLotGood && isControlled
      ? []
      : [violation('INV-11', runId, entry, 'a run was called valid without good controls or lot')];
  });

/** INV-11: a reagent that is withdrawn takes the validity of its runs with it, at once. */
export const withdrawnLotsBreakRuns: Examination = (history) =>
  history.of('equipment.lotWithdrawn').flatMap((entry) => {
    const end = history.settled(entry);
    return history
      .naming('laboratory.runOpened', 'reagentLotId', entry.body.lotId, end)
      .map(({ body }) => body.runId)
      .filter((runId) => {
        const concluded = history.naming('laboratory.runConcluded', 'runId', runId, end)[0];
        const broken = history.naming('laboratory.runInvalidated', 'runId', runId, end);
        return concluded?.body.valid === true && broken.length === 0;
      })
      .map((runId) => violation('INV-11', runId, entry, 'still valid with a withdrawn reagent'));
  });

/** INV-11: a reactive reading of an infection test holds the donation in the same transaction. */
export const reactiveReadingsHold: Examination = (history) =>
  history
    .of('laboratory.resultRecorded')
    .filter((entry) => entry.body.value === 'reactive' && isInfection(history, entry))
    .filter((entry) => !isTestSample(entry.body.din))
    .filter((entry) => !wasHeld(history, entry.body.din, history.settled(entry)))
    .map((entry) =>
      violation('INV-11', entry.body.din, entry, `${entry.body.test} without a hold`),
    );

/** INV-11: reactive for good defers the person and looks back on her other donations, at once. */
export const finalReactionsDefer: Examination = (history) => [
  ...history
    .of('laboratory.resultRecorded')
    .flatMap((entry) => deferralFaults(history, entry, entry.body.din)),
  ...history.of('laboratory.runConcluded').flatMap((entry) => {
    const read = history.naming(
      'laboratory.resultRecorded',
      'runId',
      entry.body.runId,
      history.position(entry),
    );
    return [...new Set(read.map(({ body }) => body.din))].flatMap((din) =>
      deferralFaults(history, entry, din),
    );
  }),
];

type Cause = EntryOf<'laboratory.resultRecorded'> | EntryOf<'laboratory.runConcluded'>;

function deferralFaults(history: History, entry: Cause, din: string): readonly Violation[] {
  const end = history.settled(entry);
  const tested = testedUnder(history, din, end);
  if (!tested) return [];
  const person = mergeClass(history, tested.body.donorId, end);
  const markers = (demandsOf(history, tested, entry.localDate, end) ?? [])
    .filter((demand) => demand.required.deferralMarker !== null)
    .filter((demand) => isFinallyReactive(history, din, demand, end))
    .map(({ required }) => required.deferralMarker);
  if (markers.length === 0) return [];
  const known = history
    .upTo('donors.deferred', end)
    .filter(({ body }) => person.has(body.donorId))
    .map(({ body }) => body.marker);
  const found = markers
    .filter((marker) => !known.includes(marker))
    .map((marker) => violation('INV-11', din, entry, `${marker ?? ''} without a deferral`));
  const others = history
    .upTo('collection.started', end)
    .filter(({ body }) => person.has(body.donorId) && body.din !== din)
    .filter(({ body }) => hasUnitsAtHand(history, body.din, entry.at, end))
    .filter(({ body }) => !wasHeld(history, body.din, end));
  return [
    ...found,
    ...others.map(({ body }) => violation('INV-11', body.din, entry, 'look-back without a hold')),
  ];
}

function hasUnitsAtHand(history: History, din: string, at: string, until: Moment): boolean {
  return history.naming('components.unitCreated', 'din', din, until).some(({ body }) => {
    const gone = history.naming('inventory.discarded', 'unitId', body.unitId, until);
    return gone.length === 0 && body.expiresAt > at;
  });
}

/** A test counts as one for infection unless the packs demand it only as something else. */
function isInfection(history: History, entry: Result): boolean {
  const end = history.position(entry);
  const { din, test } = entry.body;
  const demands = demandsOf(history, testedUnder(history, din, end), entry.localDate, end) ?? [];
  const kinds = demands.filter(({ required }) => required.test === test);
  if (kinds.length === 0) return false;
  return kinds.some(({ required }) => required.kind === 'marker' || required.kind === 'nat');
}

/** A hold on the donation that nobody lifted before a moment. */
function isHeld(history: History, din: string, until: Moment): boolean {
  const lifted = new Set(
    history.upTo('components.holdLifted', until).map(({ body }) => body.holdId),
  );
  return history
    .naming('components.held', 'din', din, until)
    .some(({ body }) => body.scope === 'donation' && !lifted.has(body.holdId));
}

/** A hold on the donation was placed before a moment; whether it may be lifted is INV-23. */
function wasHeld(history: History, din: string, until: Moment): boolean {
  return history
    .naming('components.held', 'din', din, until)
    .some(({ body }) => body.scope === 'donation');
}

/** INV-30: what people typed was typed blind by two humans; a group reading has one of its own. */
export const typedResultsHaveTwoReaders: Examination = (history) =>
  history
    .of('laboratory.resultRecorded')
    .filter((entry) => {
      const { deviceKey, test, readers, din } = entry.body;
      if (deviceKey !== null) return false;
      const end = history.position(entry);
      const demands =
        demandsOf(history, testedUnder(history, din, end), entry.localDate, end) ?? [];
      const kind = demands.find(({ required }) => required.test === test)?.required.kind;
      if (kind === undefined || kind === 'abo' || kind === 'rhd') return readers.length === 0;
      const [first, ...others] = readers;
      if (first === undefined) return true;
      const same = aliasesOf(history, first, entry);
      return !others.some((reader) => !same.has(reader));
    })
    .map((entry) => violation('INV-30', entry.body.din, entry, 'typed by one person alone'));
