import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dataFolder } from '#electron/ports/files.ts';
import { lookAtRecords } from '#electron/station/records-thread.ts';
import { makeStation } from '../support/station.ts';

test('records that do not fit into the thread’s memory end the look, not the station', async () => {
  const { station, folder } = await makeStation();
  const key = station.core.parts.keys.database;
  const question = { file: dataFolder(folder).database, key, depth: 'full' } as const;
  await assert.rejects(lookAtRecords(question, 12).done, { code: 'ERR_WORKER_OUT_OF_MEMORY' });
  assert.deepEqual((await lookAtRecords(question).done)?.findings, []);
});
