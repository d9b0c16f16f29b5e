import type { LaboratoryRows } from '#shared/features/laboratory/model.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { defineTables } from '../../db/tables.ts';

/** State tables of samples, runs, results and disputes. */
export const laboratoryTables = defineTables<LaboratoryRows>({
  sample: {
    columns: {
      id: 'text',
      din: 'text',
      kind: 'text',
      haemolysis: 'text',
      ok: 'flag',
      receivedAt: 'text',
      by: 'text',
    },
    indexes: ['din'],
  },
  bagIntake: {
    columns: {
      id: 'text',
      netGrams: 'int',
      leak: 'flag',
      haemolysis: 'text',
      colourOk: 'flag',
      ok: 'flag',
      correctedStamp: 'text?',
      receivedAt: 'text',
      by: 'text',
    },
    indexes: [],
  },
  labRun: {
    columns: {
      id: 'text',
      test: 'text',
      method: 'text',
      deviceId: 'text?',
      reagentLotId: 'text',
      openedAt: 'text',
      by: 'text',
      state: 'text',
      controls: 'json',
      invalidCode: 'text?',
    },
    indexes: ['state', 'reagentLotId'],
  },
  result: {
    columns: {
      id: 'text',
      din: 'text',
      sampleId: 'text',
      test: 'text',
      value: 'text',
      figure: 'text',
      unit: 'text',
      runId: 'text',
      reagentLotId: 'text',
      method: 'text',
      readers: 'json',
      deviceKey: 'text?',
      supersedes: 'text?',
      recordedAt: 'text',
      conflict: 'flag',
    },
    indexes: ['din', 'runId', 'deviceKey'],
  },
  pendingEntry: {
    columns: {
      id: 'text',
      din: 'text',
      sampleId: 'text',
      test: 'text',
      value: 'text',
      figure: 'text',
      runId: 'text',
      by: 'text',
      byPerson: 'text',
      enteredAt: 'text',
      state: 'text',
    },
    indexes: ['din', 'runId', 'state'],
  },
  unmatched: {
    columns: {
      id: 'text',
      deviceId: 'text',
      sampleText: 'text',
      test: 'text',
      value: 'text',
      receivedAt: 'text',
      state: 'text',
    },
    indexes: ['state'],
  },
  groupDispute: {
    columns: {
      id: 'text',
      din: 'text',
      openedAt: 'text',
      resolvedAt: 'text?',
      resolvedBy: 'text?',
      resolution: 'text?',
      setAside: 'json',
    },
    indexes: ['din', 'resolvedAt'],
  },
  resultRead: {
    columns: {
      id: 'text',
      din: 'text',
      donorId: 'text',
      staffId: 'text',
      purpose: 'text',
      readAt: 'text',
    },
    indexes: ['din'],
  },
});

/** Ids of the samples received last, the newest first. */
export function newestSamples(db: ReadHandle, count: number): readonly string[] {
  return db
    .prepare('SELECT id FROM sample ORDER BY receivedAt DESC, id DESC LIMIT ?')
    .pluck()
    .all(count) as string[];
}
