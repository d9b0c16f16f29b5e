import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replay } from '#electron/journal/replay.ts';
import { slices } from '#electron/station/slices.ts';
import { dinCheckCharacter } from '#shared/codes/din.ts';
import { encodeStationCode } from '#shared/codes/station-codes.ts';
import { codes, value } from '#tests/support/station.ts';
import { agreeing, makeWorld, SET, seated, sticker } from './world.ts';

test('one donor from the number to the laboratory without a link', async () => {
  const world = await makeWorld();
  const { test: station, nurse } = world;
  const donor = world.donor('000602');
  const din = await seated(world, donor);
  assert.equal(din, 'A999920000001');
  const as = { proof: nurse.as() };
  const start = agreeing(world, donor, din);
  const started = value(await station.command('collection.start', start, as));
  assert.deepEqual(started, { din, linked: false, cautions: ['armUnprepared'] });
  const visit = () => station.station.core.store.reader.get('visit', donor.visitId);
  assert.equal(visit()?.step, 'run');

  station.clock.forward(15);
  value(
    await station.command(
      'collection.takeVitals',
      { din, systolic: 114, diastolic: 72, pulse: 78, complaint: 'none' },
      as,
    ),
  );
  value(await station.command('collection.keyProgress', { din, machineMl: 150, cycle: 2 }, as));
  assert.deepEqual(
    codes(await station.command('collection.keyProgress', { din, machineMl: 90, cycle: 2 }, as)),
    ['collection.volumeFell'],
  );
  const ended = { din, machineMl: 400, acMl: 40, cycles: 5, stopReason: 'targetReached' as const };
  assert.deepEqual(codes(await station.command('collection.keyMachineEnd', ended, as)), [
    'station.secondNeeded',
  ]);
  station.clock.forward(20);
  const second = { proof: nurse.as({ with: station.staff.nurse2 }) };
  value(await station.command('collection.keyMachineEnd', ended, second));
  const endedAt = station.clock.now();
  station.clock.forward(5);

  const weighed = value(
    await station.command(
      'collection.end',
      {
        din,
        grossGrams: 445,
        tareGrams: 35,
        stopReason: 'targetReached',
        redCellsReturned: 'yes',
      },
      as,
    ),
  );
  assert.equal(weighed.machineMl, 400);
  assert.equal(weighed.netGrams, 410);
  assert.equal(weighed.productMl, 400, '410 g at 1.026 g/mL');
  assert.equal(weighed.plasmaMl, 360);
  assert.equal(weighed.heldForVariance, false);
  assert.equal(Date.parse(weighed.freezeBy), Date.parse(endedAt) + 360 * 60_000);

  const scans = SET.map((container) => sticker(din, container));
  assert.deepEqual(
    codes(
      await station.command(
        'collection.match',
        { din, donor: donor.card, scans: scans.slice(1) },
        as,
      ),
    ),
    ['collection.containersMissing'],
  );
  value(await station.command('collection.match', { din, donor: donor.card, scans }, as));
  const { until } = value(await station.command('collection.startRest', { din }, as));
  assert.equal(Date.parse(until), Date.parse(station.clock.now()) + 15 * 60_000);
  assert.deepEqual(codes(await station.command('collection.letLeave', { din, code: 'fit' }, as)), [
    'collection.restTooShort',
    'collection.restUnchecked',
  ]);
  station.clock.forward(15);
  const check = { systolic: 118, diastolic: 76, pulse: 70, siteOk: true, feelsWell: true };
  value(await station.command('collection.checkRest', { din, ...check }, as));
  value(await station.command('collection.letLeave', { din, code: 'fit' }, as));
  assert.equal(visit()?.state, 'closed');

  const box = encodeStationCode('box', '07') ?? '';
  const { boxId } = value(await station.command('collection.openBox', { box }, as));
  for (const container of SET.slice(0, 5))
    value(
      await station.command('collection.packBox', { boxId, scan: sticker(din, container) }, as),
    );
  const hand = { boxId, count: 5, temperatureTenthsC: 45 };
  assert.deepEqual(
    codes(await station.command('collection.handOverBox', { ...hand, count: 4 }, second)),
    ['collection.countDiffers'],
  );
  value(
    await station.command('collection.handOverBox', hand, {
      proof: nurse.as({ with: station.staff.labTech }),
    }),
  );
  const lab = { proof: station.staff.labTech.as() };
  const short = value(
    await station.command(
      'collection.receiveBox',
      { boxId, scans: scans.slice(0, 4), temperatureTenthsC: 45 },
      lab,
    ),
  );
  assert.equal(short.state, 'stopped');
  assert.deepEqual(short.missing, [`tube:${din}:retention`]);
  const holds = station.station.core.store.reader.by('hold', 'target', din);
  assert.deepEqual(
    holds.map((hold) => hold.code),
    ['boxDifference'],
  );
  const whole = value(
    await station.command(
      'collection.receiveBox',
      { boxId, scans: scans.slice(0, 5), temperatureTenthsC: 45 },
      lab,
    ),
  );
  assert.equal(whole.state, 'received');

  const view = value(await station.query('collection.run', { din }, nurse.as()));
  assert.equal(view.plasmaMl, 360);
  assert.equal(view.check, dinCheckCharacter(din));
  assert.equal(view.person.group, null);
  assert.equal(view.person.fingerPrick, 'A', 'the banner says so until a group is confirmed');
  const history = value(
    await station.query('collection.history', { donorId: donor.donorId }, nurse.as()),
  );
  assert.deepEqual(
    history.map((each) => [each.din, each.volumeMl]),
    [[din, 360]],
  );
  const sheet = value(await station.command('collection.printAfterCare', { din }, as));
  assert.equal(Buffer.from(sheet.pdf, 'base64').subarray(0, 5).toString(), '%PDF-');
  assert.deepEqual(replay(station.station.core.store, slices).differing, []);
});
