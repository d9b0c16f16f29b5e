import type { Evolve } from '../../contract/rows.ts';
import { put } from '../../kernel/rows.ts';
import { stampOf } from '../../kernel/stamp.ts';
import type { BagIntakeRow, LaboratoryRows } from './model.ts';

const change = put<LaboratoryRows, keyof LaboratoryRows & string>;

/** Of two intakes of one bag the earlier stands. */
const takingOf = ({ receivedAt, by }: Pick<BagIntakeRow, 'receivedAt' | 'by'>) =>
  `${receivedAt} ${by}`;

/** Transitions of samples, runs, results and disputes; what came first under an id stays (INV-09). */
export const evolveLaboratory: Evolve<LaboratoryRows> = {
  'laboratory.bagReceived': (read, { body, at, actor }) => {
    const { din, ...seen } = body;
    const taken = { id: din, receivedAt: at, by: actor };
    const known = read.get('bagIntake', din);
    if (!known) return [change('bagIntake', { ...seen, ...taken, correctedStamp: null })];
    if (takingOf(known) <= takingOf(taken)) return [];
    // What two persons corrected stands, whoever took the bag in first.
    const what = known.correctedStamp === null ? seen : {};
    return [change('bagIntake', { ...known, ...what, ...taken })];
  },
  'laboratory.intakeCorrected': (read, entry) => {
    const { din, code: _code, ...seen } = entry.body;
    const known = read.get('bagIntake', din);
    const correctedStamp = stampOf(entry);
    if (!known || (known.correctedStamp ?? '') >= correctedStamp) return [];
    return [change('bagIntake', { ...known, ...seen, correctedStamp })];
  },
  'laboratory.sampleReceived': (read, { body, at, actor }) => {
    const { sampleId, ...sample } = body;
    if (read.get('sample', sampleId)) return [];
    return [change('sample', { ...sample, id: sampleId, receivedAt: at, by: actor })];
  },
  'laboratory.runOpened': (read, { body, at, actor }) => {
    const { runId, ...run } = body;
    if (read.get('labRun', runId)) return [];
    return [
      change('labRun', {
        ...run,
        id: runId,
        openedAt: at,
        by: actor,
        state: 'open',
        controls: [],
        invalidCode: null,
      }),
    ];
  },
  'laboratory.runConcluded': (read, { body }) => {
    const run = read.get('labRun', body.runId);
    if (run?.state !== 'open') return [];
    const state = body.valid ? 'valid' : 'invalid';
    return [change('labRun', { ...run, state, controls: body.controls, invalidCode: body.code })];
  },
  'laboratory.runInvalidated': (read, { body }) => {
    const run = read.get('labRun', body.runId);
    if (!run || run.state === 'invalid') return [];
    return [change('labRun', { ...run, state: 'invalid', invalidCode: body.code })];
  },
  'laboratory.entryProposed': (read, { body, at, actor }) => {
    const { entryId, ...entry } = body;
    if (read.get('pendingEntry', entryId)) return [];
    const row = { ...entry, id: entryId, by: actor, enteredAt: at, state: 'waiting' as const };
    return [change('pendingEntry', row)];
  },
  'laboratory.entryDisputed': (read, { body }) => {
    const entry = read.get('pendingEntry', body.entryId);
    return entry?.state === 'waiting'
      ? [change('pendingEntry', { ...entry, state: 'disputed' })]
      : [];
  },
  'laboratory.resultRecorded': (read, { body, at }) => {
    const { resultId, entryId, ...result } = body;
    if (read.get('result', resultId)) return [];
    const row = change('result', { ...result, id: resultId, recordedAt: at });
    const entry = entryId === null ? undefined : read.get('pendingEntry', entryId);
    return entry?.state === 'waiting'
      ? [row, change('pendingEntry', { ...entry, state: 'agreed' })]
      : [row];
  },
  'laboratory.messageUnmatched': (read, { body, at }) => {
    const { unmatchedId, ...message } = body;
    if (read.get('unmatched', unmatchedId)) return [];
    return [change('unmatched', { ...message, id: unmatchedId, receivedAt: at, state: 'open' })];
  },
  'laboratory.unmatchedExplained': (read, { body }) => {
    const row = read.get('unmatched', body.unmatchedId);
    return row?.state === 'open' ? [change('unmatched', { ...row, state: 'explained' })] : [];
  },
  'laboratory.resultsOpened': (_read, { body, at, actor }) => {
    const { readId, ...opened } = body;
    return [change('resultRead', { ...opened, id: readId, staffId: actor, readAt: at })];
  },
  'laboratory.groupDisputed': (read, { body, at }) => {
    const known = read.get('groupDispute', body.disputeId);
    if (known)
      return known.openedAt <= at ? [] : [change('groupDispute', { ...known, openedAt: at })];
    return [
      change('groupDispute', {
        id: body.disputeId,
        din: body.din,
        openedAt: at,
        resolvedAt: null,
        resolvedBy: null,
        resolution: null,
        setAside: [],
      }),
    ];
  },
  'laboratory.groupResolved': (read, { body, at, actor }) => {
    const row = read.get('groupDispute', body.disputeId);
    if (!row || (row.resolvedAt !== null && row.resolvedAt <= at)) return [];
    return [
      change('groupDispute', {
        ...row,
        resolvedAt: at,
        resolvedBy: actor,
        resolution: body.resolution,
        setAside: body.setAside,
      }),
    ];
  },
};
