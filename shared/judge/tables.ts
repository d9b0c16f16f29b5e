import type { AnyEntry } from '../contract/events.ts';
import type { StateReader } from '../contract/rows.ts';
import { History, type Moment, violation } from './history.ts';
import { liveSerials } from './labels.ts';
import { signedWordsStand } from './signatures.ts';
import { activeHolds, stateOf } from './units.ts';
import type { Violation } from './violation.ts';

type Finding = readonly [subject: string, text: string];

/**
 * INV-37: the tables say of units, holds, labels, numbers, deferrals and runs what the history says. For
 * a folder of one station; elsewhere a unit's state follows the strictest station (INV-38).
 *
 * @param entries every entry in the order in which it was applied
 * @param read the state tables after the last of them
 */
export function tableViolations(
  entries: readonly AnyEntry[],
  read: StateReader,
): readonly Violation[] {
  return tableViolationsIn(new History(entries), read);
}

/** The same of a history that stands already. */
export function tableViolationsIn(history: History, read: StateReader): readonly Violation[] {
  const { entries } = history;
  const last = entries.at(-1);
  if (!last || entries.some(({ station }) => station !== last.station)) return [];
  const end = entries.length;
  return [unitsAgree, holdsAgree, labelsAgree, numbersAgree, deferralsAgree, runsAgree]
    .flatMap((examine) => examine(history, read, end))
    .map(([subject, text]) => violation('INV-37', subject, last, text))
    .concat(
      signedWordsStand(history, read).map(([subject, text]) =>
        violation('INV-31', subject, last, text),
      ),
    );
}

function unitsAgree(history: History, read: StateReader, end: Moment): readonly Finding[] {
  const rows = new Map(read.all('unit').map((row) => [row.id, row]));
  const made = history.of('components.unitCreated').map(({ body }) => body.unitId);
  const vanished = made.filter((unitId) => !rows.has(unitId));
  const invented = [...rows.keys()].filter((unitId) => !made.includes(unitId));
  const differing = made.filter((unitId) => {
    const row = rows.get(unitId);
    return row !== undefined && row.state !== stateOf(history, unitId, end);
  });
  return [
    ...vanished.map((unitId): Finding => [unitId, 'a unit vanished from its table']),
    ...invented.map((unitId): Finding => [unitId, 'a unit that nobody made']),
    ...differing.map((unitId): Finding => [unitId, 'a unit in another state than its history']),
  ];
}

function holdsAgree(history: History, read: StateReader, end: Moment): readonly Finding[] {
  return history.of('components.unitCreated').flatMap(({ body }): Finding[] => {
    const open = activeHolds(history, body.unitId, end);
    const missing = open.some((holdId) => read.get('hold', holdId)?.liftedAt !== null);
    return missing ? [[body.unitId, 'a hold in force is not in force in its table']] : [];
  });
}

function labelsAgree(history: History, read: StateReader, end: Moment): readonly Finding[] {
  const units = new Set(history.of('labeling.labelPrinted').map(({ body }) => body.unitId));
  return [...units].flatMap((unitId): Finding[] => {
    const told = [...liveSerials(history, unitId, end)].sort();
    const kept = read
      .by('label', 'unitId', unitId)
      .filter(({ state }) => state === 'printed' || state === 'applied')
      .map(({ id }) => id)
      .sort();
    return JSON.stringify(told) === JSON.stringify(kept)
      ? []
      : [[unitId, 'other living labels in the table than in the history']];
  });
}

function numbersAgree(history: History, read: StateReader): readonly Finding[] {
  const voided = new Set(history.of('collection.numberVoided').map(({ body }) => body.din));
  const used = new Set(history.of('collection.started').map(({ body }) => body.din));
  const given = new Set(history.of('collection.numberAssigned').map(({ body }) => body.din));
  return [...new Set([...voided, ...given])].flatMap((din): Finding[] => {
    const wanted = used.has(din) ? 'used' : voided.has(din) ? 'void' : 'assigned';
    return read.get('donationNumber', din)?.state === wanted
      ? []
      : [[din, `the table does not say that the number is ${wanted}`]];
  });
}

function deferralsAgree(history: History, read: StateReader): readonly Finding[] {
  const lifted = new Set(history.of('donors.reinstated').map(({ body }) => body.deferralId));
  return history.of('donors.deferred').flatMap(({ body }): Finding[] => {
    const row = read.get('deferral', body.deferralId);
    const isKept = row !== undefined && (row.reinstatedAt === null) !== lifted.has(row.id);
    return isKept ? [] : [[body.donorId, 'a deferral differs from its table']];
  });
}

function runsAgree(history: History, read: StateReader): readonly Finding[] {
  const broken = new Set(history.of('laboratory.runInvalidated').map(({ body }) => body.runId));
  return history.of('laboratory.runConcluded').flatMap(({ body }): Finding[] => {
    const wanted = body.valid && !broken.has(body.runId) ? 'valid' : 'invalid';
    return read.get('labRun', body.runId)?.state === wanted
      ? []
      : [[body.runId, `the table does not say that the run is ${wanted}`]];
  });
}
