import assert from 'node:assert/strict';
import { test } from 'node:test';
import { event } from '#shared/contract/events.ts';
import { codes, value } from '#tests/support/station.ts';
import { agreeing, makeWorld, seated, sticker } from './world.ts';

const world = await makeWorld();
const { test: station, nurse } = world;
const { command, query, clock } = station;
const as = { proof: nurse.as() };
const donor = world.donor('000602');
const din = await seated(world, donor);
const good = agreeing(world, donor, din);
const arm = { chairId: world.chairId, visitId: donor.visitId, arm: 'left' as const };

test('the needle waits for freezers that were read in time and lie inside their limits', async () => {
  const start = async () => codes(await command('collection.start', good, as));
  const limits = { minTenthsC: null, maxTenthsC: -200, active: true };
  const place = {
    placeId: 'cold',
    code: 'F1',
    name: '速冻箱',
    kind: 'freezer' as const,
    ...limits,
  };
  const read = (tenthsC: number) =>
    world.seed(
      event('equipment.temperatureRead', { placeId: 'cold', tenthsC, readAt: clock.now() }),
    );
  world.seed(event('equipment.placeSet', place));
  assert.deepEqual(await start(), ['collection.freezerUnread'], 'never read');
  read(-199);
  assert.deepEqual(await start(), ['collection.freezerOutside'], 'a tenth too warm');
  clock.forward(1);
  read(-200);
  const view = async () =>
    value(await query('collection.chair', { chairId: world.chairId }, nurse.as())).coldProblems;
  clock.forward(240);
  assert.deepEqual(await view(), [], 'read four hours ago');
  clock.forward(1);
  assert.deepEqual(
    (await view()).map((each) => each.code),
    ['collection.freezerUnread'],
    'a minute more',
  );
  read(-210);
});

test('a site is found sound and dries; what it lacks is told at the needle and never in the way', async () => {
  const gone = { ...arm, visitId: 'nobody' };
  assert.deepEqual(codes(await command('collection.disinfectArm', gone, as)), [
    'collection.visitClosed',
  ]);
  const { dryAt } = value(await command('collection.disinfectArm', arm, as));
  assert.equal(Date.parse(dryAt) - Date.parse(clock.now()), 60_000, 'SITE-DRY');
  const started = value(await command('collection.start', good, as));
  assert.deepEqual(started.cautions, ['dryTooShort']);
  const run = value(await query('collection.run', { din }, nurse.as()));
  assert.deepEqual([run.cautions, run.sticks, run.arm], [['dryTooShort'], 1, 'left']);
});

test('tubes are filled at the needle: each of this donation once', async () => {
  const draw = (scan: string) => command('collection.drawTube', { din, scan }, as);
  assert.deepEqual(codes(await draw(sticker('A999920000999', 'nat'))), [
    'collection.otherDonation',
  ]);
  assert.deepEqual(codes(await draw(sticker(din, 'bag'))), ['collection.containerUnknown']);
  assert.deepEqual(value(await draw(sticker(din, 'nat'))), { container: 'nat', left: 3 });
  assert.deepEqual(codes(await draw(sticker(din, 'nat'))), ['collection.tubeDrawn']);
});

test('a further needle is recorded; the one beyond the site’s number opens an incident', async () => {
  const again = async () =>
    value(await command('collection.stickAgain', { din, arm: 'right', code: 'infiltration' }, as))
      .sticks;
  const incidents = () =>
    station.station.core.store.reader.all('incident').filter((row) => row.code === 'tooManySticks')
      .length;
  assert.deepEqual([await again(), incidents()], [2, 0], 'SITE-STICKS allows two');
  assert.deepEqual([await again(), incidents()], [3, 1]);
  assert.deepEqual([await again(), incidents()], [4, 1], 'told once');
});

test('a run is paused once and goes on once', async () => {
  const act = (code: 'pauseRun' | 'resumeRun') =>
    command('collection.recordIntervention', { din, code }, as);
  const paused = async () => value(await query('collection.run', { din }, nurse.as())).pausedAt;
  assert.deepEqual(codes(await act('resumeRun')), ['collection.notPaused']);
  value(await act('pauseRun'));
  assert.equal(await paused(), clock.now());
  assert.deepEqual(codes(await act('pauseRun')), ['collection.pausedAlready']);
  clock.forward(1);
  value(await act('resumeRun'));
  assert.equal(await paused(), null);
});

test('a drug names a physician in service who ordered it; oral calcium and fluids do not', async () => {
  const give = (orderedBy: string) =>
    command('collection.giveDrug', { din, drug: 'atropine', dose: '0.5 mg 静脉', orderedBy }, as);
  assert.deepEqual(codes(await give('nobody')), ['collection.orderNeeded']);
  assert.deepEqual(codes(await give(nurse.staffId)), ['collection.orderNeeded']);
  value(await give(station.staff.physician.staffId));
  value(await command('collection.recordIntervention', { din, code: 'oralCalcium' }, as));
  value(await command('collection.recordIntervention', { din, code: 'saline' }, as));
});

test('a run beyond the ceiling on time opens an incident; the ceiling itself does not', async () => {
  const { overAt } = value(await query('collection.run', { din }, nurse.as()));
  clock.set(overAt ?? '');
  const second = { proof: nurse.as({ with: station.staff.nurse2 }) };
  const figures = { din, machineMl: 400, acMl: 40, cycles: 5 };
  const ended = await command(
    'collection.keyMachineEnd',
    { ...figures, stopReason: 'targetReached' },
    second,
  );
  value(ended);
  const told = { din, stopReason: 'targetReached' as const, redCellsReturned: 'yes' as const };
  value(await command('collection.end', { ...told, grossGrams: 445, tareGrams: 35 }, as));
  const long = () =>
    station.station.core.store.reader.all('incident').filter((row) => row.code === 'runTooLong');
  assert.deepEqual(long(), []);

  const later = await makeWorld();
  const other = later.donor('000731');
  const next = await seated(later, other);
  const { command: act } = later.test;
  const by = { proof: later.nurse.as() };
  const start = { ...agreeing(later, other, next), arm: 'right' as const };
  const started = value(await act('collection.start', start, by));
  assert.deepEqual(started.cautions, ['armUnprepared']);
  later.test.clock.forward(91);
  const pair = { proof: later.nurse.as({ with: later.test.staff.nurse2 }) };
  const late = { ...figures, din: next, stopReason: 'timeLimit' as const };
  value(await act('collection.keyMachineEnd', late, pair));
  value(await act('collection.end', { ...told, din: next, grossGrams: 445, tareGrams: 35 }, by));
  const incidents = later.test.station.core.store.reader.all('incident');
  assert.deepEqual(
    incidents.filter((row) => row.code === 'runTooLong').map((row) => row.subjects),
    [[next]],
  );
});
