import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { offeredPacks } from '#electron/features/rulesets/offers.ts';
import { endFigures, variesTooMuch } from '#shared/features/collection/rules/figures.ts';
import { vitalsProblem } from '#shared/features/collection/rules/run.ts';
import { collectionTexts } from '#shared/features/collection/texts.ts';
import { possibleFigures } from '#shared/features/rulesets/possible.ts';
import { codes, value } from '#tests/support/station.ts';
import { machineEnded } from './collected.ts';
import { makeWorld, SET, sticker } from './world.ts';

test('three figures: machine, scale, plasma without anticoagulant', () => {
  assert.deepEqual(endFigures(400, 410, 40, 1026), {
    machineMl: 400,
    netGrams: 410,
    productMl: 400,
    plasmaMl: 360,
    acMl: 40,
  });
  assert.equal(endFigures(400, 1, 40, 1026).plasmaMl, 0);
});

test('the variance limit itself is allowed', () => {
  for (const [product, varies] of [
    [360, false],
    [359, true],
    [440, false],
    [441, true],
  ] as const)
    assert.equal(variesTooMuch(400, product, 10), varies, String(product));
  assert.equal(variesTooMuch(0, 1, 10), true);
});

test('more weight never gives less product', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2000 }),
      fc.integer({ min: 0, max: 200 }),
      (grams, ac) => {
        const less = endFigures(400, grams, ac, 1026);
        const more = endFigures(400, grams + 2, ac, 1026);
        return more.productMl > less.productMl && less.plasmaMl <= less.productMl;
      },
    ),
  );
});

test('vitals at and beyond the edge of the possible', () => {
  const good = { systolic: 118, diastolic: 76, pulse: 72 };
  const possible = possibleFigures(offeredPacks().map(({ pack }) => pack));
  assert.equal(vitalsProblem(good, possible), undefined);
  for (const [change, code] of [
    [{ systolic: 261 }, 'collection.vitalsImpossible'],
    [{ diastolic: 29 }, 'collection.vitalsImpossible'],
    [{ pulse: 0 }, 'collection.vitalsImpossible'],
    [{ systolic: 76, diastolic: 118 }, 'collection.pressuresSwapped'],
  ] as const)
    assert.equal(vitalsProblem({ ...good, ...change }, possible)?.code, code);
  assert.equal(vitalsProblem({ systolic: 260, diastolic: 180, pulse: 250 }, possible), undefined);
});

const END = { stopReason: 'targetReached', redCellsReturned: 'yes' } as const;

test('scale against machine beyond the limit: held, and an incident', async () => {
  const world = await makeWorld();
  const { din, as } = await machineEnded(world);
  const { test: station } = world;
  assert.deepEqual(
    codes(
      await station.command('collection.end', { din, grossGrams: 30, tareGrams: 35, ...END }, as),
    ),
    ['collection.weightImpossible'],
  );
  const out = value(
    await station.command('collection.end', { din, grossGrams: 535, tareGrams: 35, ...END }, as),
  );
  assert.equal(out.heldForVariance, true);
  const { reader } = station.station.core.store;
  assert.deepEqual(
    reader.by('hold', 'target', din).map((hold) => hold.code),
    ['volumeVariance'],
  );
  const incidents = reader.all('incident').map((incident) => incident.code);
  assert.ok(incidents.includes('volumeVariance'), incidents.join());
  assert.ok(incidents.includes('donorCeilingExceeded'), 'plasma 447 mL above 440');
});

test('a tube of another donor stops the match with both numbers', async () => {
  const world = await makeWorld();
  const { din, donor, as } = await machineEnded(world);
  const { test: station } = world;
  value(
    await station.command('collection.end', { din, grossGrams: 445, tareGrams: 35, ...END }, as),
  );
  const other = sticker('A999920000099', 'nat');
  const answer = await station.command('collection.checkMatch', { din, scan: other }, as);
  assert.deepEqual(answer.status === 'refused' && answer.reasons, [
    {
      code: 'collection.otherDonation',
      params: { expected: din, scanned: 'A999920000099' },
    },
  ]);
  const scans = SET.map((container) =>
    sticker(container === 'nat' ? 'A999920000099' : din, container),
  );
  assert.deepEqual(
    codes(await station.command('collection.match', { din, donor: donor.card, scans }, as)),
    ['collection.otherDonation'],
  );
  assert.equal(station.station.core.store.reader.get('donation', din)?.state, 'ended');
  const twice = [...SET, 'nat'].map((container) => sticker(din, container));
  assert.deepEqual(
    codes(await station.command('collection.match', { din, donor: donor.card, scans: twice }, as)),
    ['collection.containerTwice'],
  );
  const unknown = { din, donor: null, scans: SET.map((container) => sticker(din, container)) };
  assert.deepEqual(codes(await station.command('collection.match', unknown, as)), [
    'collection.donorNotAsked',
  ]);
});

test('a severe reaction asks for the physician; an open one keeps the donor', async () => {
  const world = await makeWorld();
  const { din, donor, as } = await machineEnded(world);
  const { test: station, nurse } = world;
  const severe = { din, kind: 'faint' as const, severity: 'severe' as const };
  assert.deepEqual(
    codes(
      await station.command('collection.recordReaction', { ...severe, physicianCalled: false }, as),
    ),
    ['collection.physicianFirst'],
  );
  const { reactionId } = value(
    await station.command('collection.recordReaction', { ...severe, physicianCalled: true }, as),
  );
  value(
    await station.command('collection.end', { din, grossGrams: 445, tareGrams: 35, ...END }, as),
  );
  const scans = SET.map((container) => sticker(din, container));
  value(await station.command('collection.match', { din, donor: donor.card, scans }, as));
  value(await station.command('collection.startRest', { din }, as));
  station.clock.forward(15);
  const well = { systolic: 118, diastolic: 76, pulse: 70, siteOk: true, feelsWell: true };
  value(await station.command('collection.checkRest', { din, ...well }, as));
  const leave = { din, code: 'fit' as const };
  assert.deepEqual(codes(await station.command('collection.letLeave', leave, as)), [
    'collection.reactionOpen',
  ]);
  const gone = { din, code: 'againstAdvice' as const };
  assert.deepEqual(codes(await station.command('collection.letLeave', gone, as)), [
    'collection.reactionOpen',
  ]);
  const closing = { grade: 1, relatedness: 'probable' as const, callOwnerId: nurse.staffId };
  const outcome = { reactionId, outcome: 'recovered' as const, ...closing };
  value(await station.command('collection.closeReaction', outcome, as));
  value(await station.command('collection.letLeave', leave, as));
});

test('every sentence of a refusal names its figures in both languages', () => {
  const { zh, en } = collectionTexts;
  assert.deepEqual(Object.keys(zh.refusals).sort(), Object.keys(en.refusals).sort());
  const named = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]).sort();
  for (const [code, sentence] of Object.entries(zh.refusals))
    assert.deepEqual(named(en.refusals[code as keyof typeof en.refusals]), named(sentence), code);
});
