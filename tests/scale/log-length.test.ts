import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { test } from 'node:test';
import { dataFolder } from '#electron/ports/files.ts';
import { BY_STATION } from '#electron/station/core.ts';
import { event } from '#shared/contract/events.ts';
import { makeStation } from '../support/station.ts';

const MEGABYTE = 1024 * 1024;

test('a long write-ahead file is taken in once and is short afterwards: no later command pays for it', async () => {
  const { station, folder } = await makeStation();
  const { core } = station;
  const log = () => statSync(`${dataFolder(folder).database}-wal`).size;
  const record = (donations: number) =>
    core.transaction(() => {
      core.record(Array.from({ length: donations }, past), BY_STATION);
    });
  record(4000);
  assert.ok(log() > 4 * MEGABYTE);
  record(1);
  assert.ok(log() < MEGABYTE, String(log()));
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
