import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { test } from 'node:test';
import { dataFolder } from '#electron/ports/files.ts';
import { BY_STATION } from '#electron/station/core.ts';
import { event } from '#shared/contract/events.ts';
import { makeStation } from '../support/station.ts';

const MEGABYTE = 1024 * 1024;

test('a long write-ahead file is taken in once and written over afterwards: no later command pays for it', async () => {
  const { station, folder } = await makeStation();
  const { core } = station;
  const { database } = dataFolder(folder);
  const log = () => statSync(`${database}-wal`).size;
  const taken = () => statSync(database).mtimeMs;
  const record = (donations: number) =>
    core.transaction(() => {
      core.record(Array.from({ length: donations }, past), BY_STATION);
    });
  const before = taken();
  record(4000);
  const [length, at] = [log(), taken()];
  assert.ok(length > 4 * MEGABYTE);
  assert.ok(at > before, 'not taken in');
  for (let command = 0; command < 40; command += 1) record(1);
  assert.deepEqual([log(), taken()], [length, at]);
  for (let command = 0; command < 160; command += 1) record(1);
  assert.ok(taken() > at, 'commits are counted where the length says nothing');
});

function past() {
  return event('collection.historyRecorded', {
    recordId: randomUUID(),
    donorId: randomUUID(),
    donationType: 'wholeBlood',
    din: null,
    collectedOn: '2019-03-10',
    volumeMl: 400,
    completed: true,
    redCellsReturned: false,
  });
}
