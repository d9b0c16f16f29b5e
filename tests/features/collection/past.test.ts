import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givingsOf } from '#shared/features/donors/history.ts';
import { addDays, type CivilDate } from '#shared/kernel/civil-date.ts';
import { codes, value } from '#tests/support/station.ts';
import { makeWorld } from './world.ts';

test('INV-08 a mistyped past donation is put right by two; one that never was counts nowhere', async () => {
  const world = await makeWorld();
  const { command, station, staff, query } = world.test;
  const { reader } = station.core.store;
  const { donorId, birthDate } = world.donor('000602');
  const today = station.core.now().slice(0, 10) as CivilDate;
  const paper = {
    donationType: 'convalescentPlasma',
    collectedOn: addDays(today, -3),
    volumeMl: 200,
    completed: true,
    redCellsReturned: true,
  };
  const alone = { proof: world.nurse.as() };
  const { recordId } = value(
    await command('collection.recordHistory', { donorId, ...paper }, alone),
  );
  const correct = (change: object, options: object = {}) =>
    command(
      'collection.correctHistory',
      { recordId, ...paper, counts: true, code: 'misread' as const, ...change },
      { proof: world.nurse.as({ with: staff.nurse2 }), ...options },
    );
  const counted = () => givingsOf(reader, donorId).map((one) => [one.startedOn, one.plasmaMl]);
  assert.deepEqual(codes(await correct({ volumeMl: 250 }, alone)), ['station.secondNeeded']);
  assert.deepEqual(codes(await correct({})), ['collection.nothingCorrected']);
  for (const collectedOn of [addDays(today, 1), addDays(birthDate as CivilDate, -1)])
    assert.deepEqual(codes(await correct({ collectedOn })), ['collection.historyDate']);
  assert.deepEqual(codes(await correct({ recordId: 'none' })), ['collection.historyUnknown']);
  value(await correct({ collectedOn: addDays(today, -30), volumeMl: 250 }));
  assert.deepEqual(counted(), [[addDays(today, -30), 250]]);
  value(await correct({ counts: false }));
  assert.deepEqual(counted(), []);
  const listed = value(await query('collection.history', { donorId }, world.nurse.as()));
  assert.deepEqual(
    listed.map(({ id, counts, source }) => [id, counts, source]),
    [[recordId, false, 'past']],
  );
});
