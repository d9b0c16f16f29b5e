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

test('INV-08 a donation on the papers of two merged records counts once when two rule so, twice again when undone', async () => {
  const world = await makeWorld();
  const { command, query, station, staff } = world.test;
  const { core } = station;
  const { reader } = core.store;
  const { donorId } = world.donor('000602');
  const other = world.donor('000603').donorId;
  const on = addDays(core.now().slice(0, 10) as CivilDate, -40);
  const paper = { donationType: 'convalescentPlasma', completed: true, redCellsReturned: true };
  const papers: string[] = [];
  for (const [id, volumeMl, collectedOn] of [
    [donorId, 200, on],
    [other, 210, on],
    [other, 200, addDays(on, 1)],
  ] as const) {
    const input = { ...paper, donorId: id, volumeMl, collectedOn };
    const proof = world.nurse.as();
    papers.push(value(await command('collection.recordHistory', input, { proof })).recordId);
  }
  const [a = '', b = '', later = ''] = papers;
  const signed = staff.physician.as({ signed: true, with: staff.supervisor });
  const rule = (input: object, proof = signed) =>
    command(
      'donors.ruleGivings',
      { donorId, a, b, same: true, why: '同一张纸', ...input },
      { proof },
    );
  const counted = () => givingsOf(reader, donorId).map((one) => [one.startedOn, one.plasmaMl]);
  assert.deepEqual(codes(await rule({})), ['donors.givingsDiffer']);
  const suspect = { donorId, otherId: other, why: '同一人' };
  const { pairId } = value(
    await command('donors.suspectDuplicate', suspect, { proof: world.nurse.as() }),
  );
  const same = { pairId, verdict: 'same' as const, why: '同一人' };
  value(await command('donors.decideDuplicate', same, { proof: world.nurse.as() }));
  const alike = async () =>
    value(await query('donors.alikeGivings', { donorId }, staff.physician.as()));
  const ids = (await alike()).map((pair) => [pair.a.itemId, pair.b.itemId].sort());
  assert.deepEqual(ids, [[a, b].sort()]);
  assert.equal(counted().length, 3);
  assert.deepEqual(codes(await rule({ b: later })), ['donors.givingsDiffer']);
  assert.deepEqual(codes(await rule({}, staff.physician.as({ signed: true }))), [
    'station.secondNeeded',
  ]);
  value(await rule({}));
  assert.deepEqual(codes(await rule({ a: b, b: a })), ['donors.givingsRuled']);
  assert.deepEqual(counted(), [
    [addDays(on, 1), 200],
    [on, 210],
  ]);
  assert.equal((await alike())[0]?.same, true);
  value(await rule({ same: false }));
  assert.equal(counted().length, 3);
});
