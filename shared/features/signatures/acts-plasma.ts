import type { StateReader } from '../../contract/rows.ts';
import type { Json } from '../../kernel/json.ts';
import { judgedReadings } from '../laboratory/beforehand.ts';
import { confirmedGroup } from '../laboratory/group.ts';
import { type SignedActs, unlessEarlier, unlessNewer, type Words } from './act.ts';

/** Signed acts about samples, units, labels and their papers. */
export const plasmaActs = {
  'laboratory.intakeCorrected': {
    by: ['laboratory.correctIntake'],
    repeated: {
      table: 'bagIntake',
      id: ({ body }) => body.din,
      words: (entry, row) => {
        const { din: _din, code: _code, ...seen } = entry.body;
        return unlessNewer(row.correctedStamp, entry, seen);
      },
    },
  },
  'laboratory.runInvalidated': {
    by: ['laboratory.invalidateRun'],
    repeated: {
      table: 'labRun',
      id: ({ body }) => body.runId,
      words: () => ({ state: 'invalid' }),
    },
    covers: (read, { runId }) => ({ run: runFacts(read, runId) }),
  },
  'laboratory.resultRecorded': {
    by: ['laboratory.correctResult'],
    repeated: {
      table: 'result',
      id: ({ body }) => body.resultId,
      words: ({ body: { resultId: _id, entryId: _entry, ...result }, at }) => ({
        ...result,
        recordedAt: at,
      }),
    },
    covers: (read, { supersedes }) => ({ superseded: readings(read, [supersedes]) }),
  },
  'laboratory.groupResolved': {
    by: ['laboratory.resolveGroup'],
    repeated: {
      table: 'groupDispute',
      id: ({ body }) => body.disputeId,
      words: ({ body: { resolution, setAside }, at, actor }, row) =>
        unlessEarlier(row.resolvedAt, at, { resolution, setAside, resolvedBy: actor }),
    },
    covers: (read, { setAside }) => ({ setAsideReadings: readings(read, setAside) }),
  },
  'components.unitCorrected': {
    by: ['components.correctUnit'],
    repeated: {
      table: 'unit',
      id: ({ body }) => body.unitId,
      words: (entry, row) => {
        const { volumeMl, netGrams } = entry.body;
        return unlessNewer(row.correctedStamp, entry, { volumeMl, netGrams });
      },
    },
  },
  'components.holdLifted': {
    by: ['components.liftHold'],
    repeated: {
      table: 'hold',
      id: ({ body }) => body.holdId,
      words: ({ body }) => ({ code: body.code }),
    },
  },
  'labeling.labelPrinted': {
    by: ['labeling.printLabel'],
    repeated: {
      table: 'label',
      id: ({ body }) => body.serial,
      words: ({ body: { serial: _serial, ...label }, actor, at }, row) =>
        row.voidCode === 'serialClash' ? {} : { ...label, printedBy: actor, printedAt: at },
    },
  },
  'labeling.labelDestroyed': {
    by: ['labeling.destroyLabel'],
    repeated: {
      table: 'label',
      id: ({ body }) => body.serial,
      words: (_entry, row) => (row.voidCode === 'notPrinted' ? {} : { state: 'destroyed' }),
    },
    covers: (read, { serial }) => ({ label: labelFacts(read, serial) }),
  },
  'inventory.released': {
    by: ['inventory.releaseUnits'],
    repeated: {
      table: 'release',
      id: ({ body, eventId }) => `${body.unitId}:${eventId}`,
      words: ({ body, actor, second, at }) => ({
        listId: body.listId,
        checks: body.checks,
        releasedAt: at,
        releasedBy: actor,
        secondBy: second ?? '',
      }),
    },
    covers: (read, { unitId, din }) => evidence(read, unitId, din),
  },
  'inventory.releaseWithdrawn': { by: ['inventory.withdrawRelease'] },
  'inventory.issued': {
    by: ['inventory.issueUnit'],
    repeated: {
      table: 'issue',
      id: ({ body }) => body.issueId,
      words: ({ body: { issueId: _id, din: _din, ...words }, actor, at }) => ({
        ...words,
        issuedAt: at,
        by: actor,
      }),
    },
  },
  'inventory.discarded': {
    by: ['inventory.discardUnit'],
    repeated: {
      table: 'discard',
      id: ({ body }) => body.discardId,
      words: ({ body: { discardId: _id, din: _din, ...words }, actor, second, at }) => ({
        ...words,
        discardedAt: at,
        by: actor,
        secondBy: second ?? '',
      }),
    },
  },
  'collection.boxHandedOver': {
    by: ['collection.handOverBox'],
    repeated: {
      table: 'box',
      id: ({ body }) => body.boxId,
      words: ({ body: { items, takenBy }, actor, at }, row) =>
        row.handedOverAt === at ? { items, takenBy, handedOverBy: actor } : {},
    },
  },
  'collection.boxTemperatureCorrected': {
    by: ['collection.correctBoxTemperature'],
    repeated: {
      table: 'box',
      id: ({ body }) => body.boxId,
      words: (entry, { temperatures }) => {
        const { moment, temperatureTenthsC: tenthsC } = entry.body;
        const { stamp = '' } = temperatures[moment] ?? {};
        const signed = { ...temperatures, [moment]: { stamp, tenthsC } };
        return unlessNewer(stamp, entry, { temperatures: signed });
      },
    },
  },
  'honours.sheetSpoiled': {
    by: ['honours.spoilSheet'],
    repeated: {
      table: 'sheet',
      id: ({ body }) => body.serial,
      words: (entry, row) => {
        const { stockId, certificateId, code } = entry.body;
        return unlessNewer(row.stamp, entry, { stockId, certificateId, code, state: 'spoiled' });
      },
    },
  },
} as const satisfies SignedActs;

function runFacts(read: StateReader, runId: string): Json {
  const row = read.get('labRun', runId);
  return row ? [row.test, row.method, row.deviceId, row.reagentLotId] : null;
}

/** Readings by id, as they were recorded; earlier group records and words are none. */
function readings(read: StateReader, ids: readonly (string | null)[]): Json {
  return ids.map((id) => {
    const row = id === null ? undefined : read.get('result', id);
    return row ? [row.id, row.din, row.test, row.value, row.figure] : id;
  });
}

function labelFacts(read: StateReader, serial: string): Json {
  const row = read.get('label', serial);
  return row ? [row.unitId, row.contentHash] : null;
}

/** What a release rests on that may not change under it: the bag's facts, its group, its results. */
function evidence(read: StateReader, unitId: string, din: string): Words {
  const unit = read.get('unit', unitId);
  if (!unit) return {};
  const { donorId, productCode, division, volumeMl, collectedAt, expiresAt } = unit;
  // By the packs at collection alone: a later pack changes no word of what was signed.
  const day = read.get('donation', din)?.localDate ?? '';
  const results = judgedReadings(read, din, day).map(({ test, id, value, standing }) => [
    test,
    id,
    value,
    standing,
  ]);
  return {
    unit: [donorId, productCode, division, volumeMl, collectedAt, expiresAt],
    group: confirmedGroup(read, din) ?? null,
    results,
  };
}
