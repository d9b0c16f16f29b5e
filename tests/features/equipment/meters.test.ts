import assert from 'node:assert/strict';
import { test } from 'node:test';
import { event } from '#shared/contract/events.ts';
import { type MeterReading, offeredFigures, sourcesOf } from '#shared/features/equipment/meters.ts';
import { machineEnded } from '#tests/features/collection/collected.ts';
import { agreeing, makeWorld, SET, seated, sticker } from '#tests/features/collection/world.ts';
import { site, told } from '#tests/properties/worlds/cast.ts';
import { emptyGeneralPack, rule } from '#tests/properties/worlds/small-pack.ts';
import { makeMeter } from '#tests/support/meters.ts';
import { codes, value } from '#tests/support/station.ts';

const NOW = '2020-03-10T02:00:00.000Z';
const ABOUT = { since: '2020-03-10T01:40:00.000Z', subjects: ['D-1'], taker: 'V-1' };

const heard = (minutesAgo: number, more: Partial<MeterReading> = {}): MeterReading => ({
  readingId: `bp:${minutesAgo}`,
  deviceId: 'bp',
  quantity: 'systolicMmHg',
  value: 118,
  subject: '',
  heardAt: new Date(Date.parse(NOW) - minutesAgo * 60_000).toISOString(),
  ...more,
});

/** What may be known at a time where the site's rule names ten minutes. */
function at(now = NOW, rules = [rule('SITE-METER', { maxAgeMinutes: 10 })]) {
  const pack = { ...emptyGeneralPack(), rules };
  return { read: told(site(now, [pack]), now), now, today: '2020-03-10' };
}

test('a form is offered the newest reading that is hers and fresh enough', () => {
  const offered = (readings: readonly MeterReading[], ctx = at(), about = ABOUT) =>
    offeredFigures(readings, about, ctx).map(({ field, value: figure, reading }) => [
      field,
      figure,
      reading.readingId,
    ]);
  const one = [['systolic', 118, 'bp:10']];
  assert.deepEqual(offered([heard(10)]), one, 'the rule’s last minute is allowed');
  assert.deepEqual(offered([heard(10.001)]), []);
  assert.deepEqual(offered([heard(9), heard(2), heard(5)]), [['systolic', 118, 'bp:2']]);
  assert.deepEqual(offered([heard(10)], at(NOW, [])), [], 'without the rule nothing');
  assert.deepEqual(offered([heard(5)], at(), { ...ABOUT, since: heard(5).heardAt }).length, 1);
  assert.deepEqual(offered([heard(5)], at(), { ...ABOUT, since: heard(4).heardAt }), []);
  assert.deepEqual(offered([heard(10, { subject: 'D-1' })]), one);
  assert.deepEqual(offered([heard(10, { subject: 'D-2' })]), [], 'told of somebody else');
  const weight = heard(1, { quantity: 'bodyWeightTenthsKg', value: 605 });
  assert.deepEqual(offered([weight]), [['weightGrams', 60_500, 'bp:1']]);
});

test('what a form says it took must be offered, and be that figure', () => {
  const reading = heard(1);
  const proof = (taken: string, systolic: number, about = ABOUT) =>
    sourcesOf({ systolic: taken }, { systolic }, [reading], about, at());
  const { deviceId, readingId, heardAt } = reading;
  assert.deepEqual(proof('bp:1', 118), {
    ok: true,
    value: { systolic: { deviceId, readingId, heardAt } },
  });
  assert.deepEqual(sourcesOf(undefined, { systolic: 118 }, [reading], ABOUT, at()), {
    ok: true,
    value: undefined,
  });
  for (const wrong of [
    proof('bp:1', 119),
    proof('bp:2', 118),
    proof('bp:1', 118, { ...ABOUT, since: NOW }),
    sourcesOf({ diastolic: 'bp:1' }, { diastolic: 118 }, [reading], ABOUT, at()),
  ])
    assert.equal(!wrong.ok && wrong.error.code, 'equipment.readingNotOffered');
});

test('vitals and bag weight taken from devices keep them; the next donor is not offered what was before her', async () => {
  const world = await makeWorld();
  const { station, folder, command, query, clock } = world.test;
  const tell = makeMeter(station, folder);
  const now = () => station.core.now();
  const told = () =>
    station.core.store.statements
      .get(
        "SELECT body FROM journal WHERE type IN ('collection.vitalsTaken', 'collection.ended') ORDER BY position",
      )
      .all() as { readonly body: string }[];
  const sources = () => told().map(({ body }) => JSON.parse(body).sources as unknown);
  const { din, donor, as } = await machineEnded(world);
  tell(1, 'systolicMmHg', 118);
  tell(2, 'diastolicMmHg', 76);
  tell(3, 'bagWeightG', 445);
  const about = { since: now(), subjects: [din], taker: din };
  const offered = value(await query('equipment.offeredFigures', about, world.nurse.as()));
  assert.deepEqual(
    offered.map(({ field, value: figure }) => [field, figure]),
    [
      ['systolic', 118],
      ['diastolic', 76],
      ['grossGrams', 445],
    ],
  );
  const vitals = { din, systolic: 118, diastolic: 76, pulse: 72, complaint: 'none' as const };
  const taken = { systolic: 'meter:1', diastolic: 'meter:2' };
  const changed = { ...vitals, systolic: 120, taken };
  assert.deepEqual(codes(await command('collection.takeVitals', changed, as)), [
    'equipment.readingNotOffered',
  ]);
  value(await command('collection.takeVitals', { ...vitals, taken }, as));
  const offeredTo = async (taker: string) =>
    value(await query('equipment.offeredFigures', { ...about, taker }, world.nurse.as())).map(
      ({ field }) => field,
    );
  assert.deepEqual(await offeredTo(din), ['systolic', 'diastolic', 'grossGrams']);
  assert.deepEqual(await offeredTo('another'), ['grossGrams'], 'a reading serves one donor');
  const end = { stopReason: 'targetReached', redCellsReturned: 'yes' } as const;
  const weighed = { din, grossGrams: 445, tareGrams: 35, ...end, taken: { grossGrams: 'meter:3' } };
  value(await command('collection.end', weighed, as));
  const heardAt = about.since;
  const from = (readingId: string) => ({ deviceId: 'meter', readingId, heardAt });
  assert.deepEqual(sources(), [
    { systolic: from('meter:1'), diastolic: from('meter:2') },
    { grossGrams: from('meter:3') },
  ]);
  const shown = value(await query('collection.run', { din }, world.nurse.as()));
  const by = (field: string) => ({ field, device: '血压计 BP-01', heardAt });
  assert.deepEqual(shown.marks.find(({ kind }) => kind === 'vitals')?.sources, [
    by('systolic'),
    by('diastolic'),
  ]);
  assert.deepEqual(shown.sources, [by('grossGrams')]);
  const scans = SET.map((container) => sticker(din, container));
  value(await command('collection.match', { din, donor: donor.card, scans }, as));
  value(await command('collection.startRest', { din }, as));
  const rested = { din, systolic: 116, diastolic: 74, pulse: 70, siteOk: true, feelsWell: true };
  tell(4, 'pulsePerMin', 70);
  value(await command('collection.checkRest', { ...rested, taken: { pulse: 'meter:4' } }, as));
  const [resting] = value(await query('collection.restList', {}, world.nurse.as()));
  assert.deepEqual(resting?.checks[0]?.sources, [by('pulse')]);
  clock.forward(1);
  world.seed(event('collection.chairCleaned', { chairId: world.chairId }));
  const next = world.donor('000603');
  const second = await seated(world, next, 'K2');
  value(await command('collection.start', agreeing(world, next, second), as));
  assert.deepEqual(
    codes(await command('collection.takeVitals', { ...vitals, din: second, taken }, as)),
    ['equipment.readingNotOffered'],
  );
});
