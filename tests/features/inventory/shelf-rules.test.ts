import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AllRows } from '#shared/contract/rows.ts';
import {
  discardUnit,
  isOutOfPlace,
  placesFor,
  putAway,
} from '#shared/features/inventory/rules/places.ts';
import { releaseUnits, withdrawRelease } from '#shared/features/inventory/rules/release.ts';
import { addDays } from '#shared/kernel/civil-date.ts';
import { CHARGE, OTHER, RELEASER } from '#tests/properties/worlds/cast.ts';
import type { Rows } from '#tests/properties/worlds/rows.ts';
import { after, bent, ctx, NOW, said, TODAY } from '#tests/properties/worlds/shelf-desk.ts';
import { ONE, start, TWO } from '#tests/properties/worlds/shelf-start.ts';
import { rule, smallPack } from '#tests/properties/worlds/small-pack.ts';

const unitOf = (rows: Rows, id = ONE): AllRows['unit'] => {
  const unit = rows.get('unit', id);
  assert.ok(unit);
  return unit;
};

const SIGNED = { actor: RELEASER, second: CHARGE };
const LABELLED = after('print one', 'read one');
const RELEASED = after('print one', 'read one', 'release one');
const STATES = ['inProcess', 'quarantine', 'labelled', 'released', 'issued', 'discarded'] as const;

/** The rows with one more pack, the first with something changed. */
function withPack(rows: Rows, change: Partial<AllRows['rulePack']>): Rows {
  const [pack] = rows.all('rulePack');
  assert.ok(pack);
  return rows.with([{ table: 'rulePack', row: { ...pack, id: '9'.repeat(64), ...change } }]);
}

test('INV-26 where a unit of each state may stand, and when it stands out of place', () => {
  const at = (state: (typeof STATES)[number]) => placesFor({ ...unitOf(LABELLED), state });
  assert.deepEqual(STATES.map(at), [
    ['freezer'],
    ['quarantine', 'reject'],
    ['quarantine', 'reject'],
    ['qualified'],
    [],
    [],
  ]);
  const out = (state: (typeof STATES)[number], placeId: string | null) =>
    isOutOfPlace(LABELLED, { ...unitOf(LABELLED), state, placeId }, TODAY);
  assert.deepEqual([out('labelled', 'cold'), out('labelled', 'good')], [false, true]);
  assert.deepEqual([out('released', 'cold'), out('released', 'good')], [true, false]);
  assert.equal(out('released', null), false);
  assert.equal(out('released', 'nowhere'), false);
  assert.equal(out('discarded', 'good'), false);
  const content = smallPack({ rules: [rule('SITE-STOCK', { places: ['cold'] })] });
  const kept = withPack(LABELLED, { programme: 'other', content });
  assert.equal(isOutOfPlace(kept, unitOf(LABELLED), TODAY), true, 'kept for another programme');
});

test('INV-26 a unit is moved to a place in use that its state allows, and not where it is already', () => {
  const move = (rows: Rows, placeId: string, unitId = ONE, now: string = NOW) =>
    said(putAway({ unitId, placeId }, ctx(rows, { now })))[0];
  const unit = (change: object) => bent(LABELLED, 'unit', ONE, { placeId: null, ...change });
  assert.equal(move(unit({}), 'cold'), 'accepted');
  assert.equal(move(unit({}), 'cold', 'x'), 'inventory.unitUnknown');
  assert.equal(move(unit({}), 'nowhere'), 'inventory.placeUnknown');
  assert.equal(
    move(bent(unit({}), 'place', 'cold', { active: false }), 'cold'),
    'inventory.placeUnknown',
  );
  assert.equal(move(unit({ placeId: 'cold' }), 'cold'), 'inventory.alreadyThere');
  assert.equal(move(unit({ state: 'discarded' }), 'cold'), 'inventory.unitGone');
  assert.equal(move(unit({ state: 'issued' }), 'cold'), 'inventory.unitGone');
  assert.equal(move(unit({ state: 'inProcess' }), 'cold'), 'inventory.notInQuarantine');
  assert.equal(move(unit({}), 'good'), 'inventory.notForQualified');
  const good = (change: object = {}) => bent(RELEASED, 'unit', ONE, { placeId: null, ...change });
  assert.equal(move(good(), 'good'), 'accepted');
  assert.equal(move(good(), 'cold'), 'inventory.needsQualified');
  const { expiresAt } = unitOf(RELEASED);
  assert.equal(move(good(), 'good', ONE, expiresAt), 'inventory.expired');
  const before = new Date(Date.parse(expiresAt) - 1).toISOString();
  assert.equal(move(good(), 'good', ONE, before), 'accepted');
  assert.equal(
    move(unit({}), 'cold', ONE, expiresAt),
    'accepted',
    'back to quarantine at any time',
  );
});

test('INV-24 two persons discard a unit with its labels; another weight needs a note', () => {
  const input = { unitId: ONE, code: 'other', wasteBag: 'W' };
  const weight = unitOf(LABELLED).netGrams;
  const discard = (
    rows: Rows,
    netGrams = weight,
    note = '',
    second: typeof OTHER | undefined = OTHER,
  ) => discardUnit({ ...input, netGrams, note }, ctx(rows, { actor: OTHER, second }));
  const types = (decision: ReturnType<typeof discard>) =>
    decision.kind === 'accepted' ? decision.events.map(({ type }) => type) : said(decision);
  assert.deepEqual(types(discard(start().rows)), ['inventory.discarded']);
  assert.deepEqual(types(discard(after('print one'))), [
    'labeling.labelVoided',
    'inventory.discarded',
  ]);
  assert.deepEqual(types(discard(LABELLED)), [
    'labeling.labelVoided',
    'labeling.labelDestroyed',
    'inventory.discarded',
  ]);
  const [label] = LABELLED.by('label', 'unitId', ONE);
  const spoilt = bent(LABELLED, 'label', label?.id ?? '', { state: 'destroyed' });
  assert.deepEqual(types(discard(spoilt)), ['inventory.discarded']);
  assert.deepEqual(types(discard(RELEASED))[0], 'inventory.releaseWithdrawn');
  const alone = discardUnit(
    { ...input, netGrams: weight, note: '' },
    ctx(LABELLED, { second: undefined }),
  );
  assert.deepEqual(said(alone), ['station.secondNeeded']);
  const unknown = discardUnit(
    { ...input, unitId: 'x', netGrams: 1, note: '' },
    ctx(LABELLED, SIGNED),
  );
  assert.deepEqual(said(unknown), ['inventory.unitUnknown']);
  for (const state of ['discarded', 'issued'])
    assert.deepEqual(types(discard(bent(LABELLED, 'unit', ONE, { state }))), [
      'inventory.unitGone',
    ]);
  // SITE-DISCARD of the small pack: five grams either way.
  for (const grams of [weight - 5, weight + 5])
    assert.equal(types(discard(LABELLED, grams)).length, 3);
  for (const grams of [weight - 6, weight + 6])
    assert.deepEqual(types(discard(LABELLED, grams)), ['inventory.weightDiffers']);
  const noted = discard(LABELLED, weight + 6, '漏液');
  assert.equal(noted.kind === 'accepted' && noted.events.at(-1)?.reason, '漏液');
  const silent = bent(LABELLED, 'donation', unitOf(LABELLED).din, { programme: 'x' });
  assert.deepEqual(
    types(discard(silent)),
    ['inventory.weightDiffers'],
    'of a pack that does not tell',
  );
  const plain = discard(LABELLED);
  assert.equal(plain.kind === 'accepted' && plain.events.at(-1)?.reason, undefined);
});

test('INV-18 each unit of a list is released alone, by every condition, before a second person', () => {
  const ok = (unitId: string) => ({ unitId, visual: 'ok' as const });
  const release = (units: Parameters<typeof releaseUnits>[0]['units'], more: object = {}) =>
    releaseUnits({ units }, ctx(LABELLED, { ...SIGNED, ...more }));
  const one = release([ok(ONE)]);
  assert.equal(one.kind, 'accepted');
  if (one.kind !== 'accepted') return;
  assert.deepEqual([one.output.released, one.output.refused], [[ONE], []]);
  const [event] = one.events;
  assert.equal(event?.packs?.length, 1);
  const tomorrow = addDays(TODAY, 1);
  const renewed = withPack(LABELLED, { inForceFrom: tomorrow });
  // After midnight at the site Greenwich still has the day before.
  const late = releaseUnits({ units: [ok(ONE)] }, ctx(renewed, { ...SIGNED, today: tomorrow }));
  assert.equal(late.kind === 'accepted' && late.events[0]?.packs?.length, 2);
  const body = event?.body as { checks?: readonly { verdict: string }[] } | undefined;
  const verdicts = new Set(body?.checks?.map(({ verdict }) => verdict));
  assert.deepEqual([...verdicts].toSorted(), ['met', 'notApplicable']);
  assert.deepEqual(said(release([ok(ONE)], { second: undefined })), ['station.secondNeeded']);
  const both = release([ok(ONE), ok(TWO), ok(ONE)]);
  assert.equal(both.kind, 'accepted');
  if (both.kind !== 'accepted') return;
  assert.deepEqual(both.output.released, [ONE], 'once');
  assert.deepEqual(
    both.output.refused.map(({ unitId }) => unitId),
    [TWO],
  );
  assert.ok((both.output.refused[0]?.reasons.length ?? 0) > 0);
  assert.ok(said(release([ok(TWO)])).every((code) => code === 'inventory.unitNotReleasable'));
  for (const visual of ['notOk', 'notLooked'] as const)
    assert.deepEqual(said(release([{ unitId: ONE, visual }])), ['inventory.unitNotReleasable']);
  const ghost = release([ok(ONE), ok('x')]);
  assert.deepEqual(ghost.kind === 'accepted' && ghost.output.refused.map(({ unitId }) => unitId), [
    'x',
  ]);
  const strangers = (visual: 'ok' | 'notOk') => {
    const decision = release([ok(ONE), { unitId: 'x', visual }]);
    return decision.kind === 'accepted' && decision.output.refused;
  };
  assert.deepEqual(strangers('notOk'), strangers('ok'), 'nobody looks at a bag that is not there');
  assert.deepEqual(said(release([])), ['accepted']);
  const same = release([ok(ONE)], { actor: OTHER });
  assert.ok(said(same).includes('inventory.unitNotReleasable'), 'who read its results');
  const second = release([ok(ONE)], { second: OTHER });
  assert.ok(said(second).includes('inventory.unitNotReleasable'), 'or seconds as such');
});

test('a release is taken back by hand once, with its reason', () => {
  const withdraw = (rows: Rows, unitId = ONE) =>
    withdrawRelease({ unitId, why: '误放' }, ctx(rows));
  const decision = withdraw(RELEASED);
  assert.equal(decision.kind === 'accepted' && decision.events[0]?.reason, '误放');
  assert.deepEqual(said(withdraw(LABELLED)), ['inventory.notReleased']);
  assert.deepEqual(said(withdraw(RELEASED, 'x')), ['inventory.unitUnknown']);
});
