import type { BodyOf } from '../../../contract/events.ts';
import type { Evolve, StateReader } from '../../../contract/rows.ts';
import { type Change, put } from '../../../kernel/rows.ts';
import { machineEndMark } from '../facts.ts';
import type { CollectionRows, DonationRow, RunMarkRow } from '../model.ts';
import { chairTaken } from './turn.ts';

const change = put<CollectionRows, keyof CollectionRows & string>;
type Changes = readonly Change<CollectionRows>[];

/** Transitions of a running collection: the machine's records and what the nurse adds. */
export const evolveRun: Evolve<CollectionRows> = {
  'collection.started': (read, entry) => {
    const { body } = entry;
    if (read.get('donation', body.din)) return chairTaken(read, entry);
    return [
      ...chairTaken(read, entry),
      change('donation', startedDonation(body)),
      ...inUse(read, body.preparationId),
      ...used(read, body.din),
    ];
  },
  'collection.phaseReached': (read, { body, actor }) => {
    const { din, markId, phase, cycle, machineMl, acMl, at } = body;
    const mark = markOf(markId, din, at, 'phase', phase, { cycle, machineMl }, actor);
    return [
      ...runs(read, din, (row) => ({ ...row, phase, cycle, machineMl, acMl: acMl ?? row.acMl })),
      ...added(read, mark),
    ];
  },
  'collection.alarmRaised': (read, { body, actor }) =>
    added(read, markOf(body.markId, body.din, body.at, 'alarm', body.code, body.values, actor)),
  'collection.alarmCleared': (read, { body }) => {
    const mark = read.get('runMark', body.markId);
    return mark && mark.clearedAt === null
      ? [change('runMark', { ...mark, clearedAt: body.at })]
      : [];
  },
  'collection.gapNoted': (read, { body, actor }) => {
    const { markId, din, from, to } = body;
    return added(read, markOf(markId, din, from, 'gap', 'records', { to }, actor));
  },
  'collection.machineRestarted': (read, { body, actor }) => [
    ...runs(read, body.din, (row) => ({ ...row, interruption: 'machineRestarted' })),
    ...added(
      read,
      markOf(body.markId, body.din, body.at, 'restart', 'machineRestarted', {}, actor),
    ),
  ],
  'collection.restartStated': (read, { body }) =>
    runs(read, body.din, (row) => ({
      ...row,
      interruption: body.outcome === 'resumed' ? 'statedResumed' : 'statedEnded',
      redCellsReturned: body.redCellsReturned ?? row.redCellsReturned,
    })),
  'collection.vitalsTaken': (read, { body, actor }) => {
    const { markId, din, at, systolic, diastolic, pulse, complaint, sources } = body;
    const values = { systolic, diastolic, pulse };
    return added(read, markOf(markId, din, at, 'vitals', complaint, values, actor, sources));
  },
  'collection.progressKeyed': (read, { body, actor }) => {
    const { markId, din, at, machineMl, cycle } = body;
    return [
      ...runs(read, din, (row) => ({ ...row, machineMl, cycle })),
      ...added(read, markOf(markId, din, at, 'keyed', 'progress', { machineMl, cycle }, actor)),
    ];
  },
  'collection.progressCorrected': (read, { body, actor }) => {
    const { markId, corrects, din, at, machineMl, cycle } = body;
    const wrong = read.get('runMark', corrects);
    return [
      ...runs(read, din, (row) => ({ ...row, machineMl, cycle })),
      ...(wrong ? [change('runMark', { ...wrong, clearedAt: at })] : []),
      ...added(read, markOf(markId, din, at, 'keyed', 'progress', { machineMl, cycle }, actor)),
    ];
  },
  'collection.interventionRecorded': (read, { body, actor }) => {
    const values: Record<string, string> = body.lotId === null ? {} : { lotId: body.lotId };
    return added(
      read,
      markOf(body.markId, body.din, body.at, 'intervention', body.code, values, actor),
    );
  },
  'collection.machineEnded': (read, { body, actor }) => {
    const { din, machineMl, acMl, cycles, stopReason, at } = body;
    const values = { machineMl, cycles, stopReason };
    return [
      ...runs(read, din, (row) => ({
        ...row,
        machineMl,
        acMl: acMl ?? row.acMl,
        cycle: cycles,
        phase: 'ended',
        stopReason,
        machineEndedAt: row.machineEndedAt ?? at,
      })),
      ...added(read, markOf(machineEndMark(din), din, at, 'phase', 'ended', values, actor)),
    ];
  },
  'collection.endReported': (read, { body, actor }) => {
    const { markId, din, at, machineMl, acMl, cycles, stopReason } = body;
    const values = { machineMl, acMl, cycles, stopReason };
    return added(read, markOf(markId, din, at, 'phase', 'endReported', values, actor));
  },
  'collection.armDisinfected': (_read, { body, actor }) => {
    const { checkId: id, ...check } = body;
    return [change('armCheck', { ...check, id, by: actor })];
  },
  'collection.stuckAgain': (read, { body, actor }) => {
    const { markId, din, at, code, arm } = body;
    return added(read, markOf(markId, din, at, 'stick', code, { arm }, actor));
  },
  'collection.tubeDrawn': (read, { body, actor }) =>
    added(read, markOf(body.markId, body.din, body.at, 'tube', body.container, {}, actor)),
};

function startedDonation(body: BodyOf<'collection.started'>): DonationRow {
  const { din, donorId, visitId, programme, donationType, chairId, preparationId } = body;
  const { deviceId, linked, arm, targetMl, startedAt, localDate } = body;
  return {
    id: din,
    donorId,
    visitId,
    programme,
    donationType,
    chairId,
    preparationId,
    deviceId,
    linked,
    arm,
    cautions: body.cautions ?? [],
    targetMl,
    startedAt,
    localDate,
    state: 'running',
    machineMl: null,
    acMl: null,
    cycle: null,
    phase: null,
    interruption: 'none',
    machineEndedAt: null,
    endedAt: null,
    stopReason: null,
    completed: false,
    redCellsReturned: null,
    netGrams: null,
    plasmaMl: null,
    productMl: null,
    freezeBy: null,
    sources: {},
    correctedStamp: null,
    matchedAt: null,
    tubes: [],
    restStartedAt: null,
    restUntil: null,
    leftAt: null,
  };
}

function inUse(read: StateReader, preparationId: string): Changes {
  const row = read.get('preparation', preparationId);
  return row ? [change('preparation', { ...row, state: 'inUse' })] : [];
}

function used(read: StateReader, din: string): Changes {
  const row = read.get('donationNumber', din);
  return row ? [change('donationNumber', { ...row, state: 'used', chairId: null })] : [];
}

/** A donation that is still running, changed; a later word about one that ended changes nothing. */
function runs(read: StateReader, din: string, step: (row: DonationRow) => DonationRow): Changes {
  const row = read.get('donation', din);
  return row?.state === 'running' ? [change('donation', step(row))] : [];
}

/** A mark of the run's axis as it first stands. */
export function markOf(
  id: string,
  din: string,
  at: string,
  kind: RunMarkRow['kind'],
  code: string,
  values: RunMarkRow['values'],
  by: string,
  sources: RunMarkRow['sources'] = {},
): RunMarkRow {
  return { id, din, at, kind, code, values, clearedAt: null, by, sources };
}

/** A mark that was not there yet. */
export function added(read: StateReader, mark: RunMarkRow): Changes {
  return read.get('runMark', mark.id) ? [] : [change('runMark', mark)];
}
