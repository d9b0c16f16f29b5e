import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NewEvent } from '#shared/contract/events.ts';
import type { UnitState } from '#shared/features/components/model.ts';
import {
  degrees,
  personVerdict,
  releaseVerdicts,
  visualVerdict,
} from '#shared/features/inventory/gate.ts';
import { openVerdicts } from '#shared/features/labeling/gate.ts';
import type { RuleRow } from '#shared/features/rulesets/model.ts';
import { adopted, told } from './worlds/cast.ts';
import { DIN } from './worlds/collected.ts';
import type { Rows } from './worlds/rows.ts';
import { labelledShelf } from './worlds/shelf.ts';
import { CLOCK, ONE } from './worlds/shelf-start.ts';
import { rule, smallPack } from './worlds/small-pack.ts';

const [NOW] = CLOCK;
const GOOD = labelledShelf().rows;

function open(rows: Rows, now: string = NOW): readonly string[] {
  const time = { now, today: now.slice(0, 10), zone: 'Asia/Shanghai', station: 'S1' };
  return openVerdicts(releaseVerdicts(rows, ONE, time)).map(
    ({ ruleId, verdict }) => `${ruleId} ${verdict}`,
  );
}

/** The rows with one field of a row changed: what no event of today would write. */
function bent(table: string, id: string, change: object): Rows {
  const row = GOOD.get(table as never, id) as unknown as object;
  return GOOD.with([{ table, row: { ...row, ...change } } as never]);
}

const [LABEL] = GOOD.by('label', 'unitId', ONE);

test('INV-18 exhaustive: of all states of a unit only the labelled one is released', () => {
  const states: readonly UnitState[] = [
    'inProcess',
    'quarantine',
    'labelled',
    'released',
    'discarded',
  ];
  for (const state of states)
    assert.equal(
      open(bent('unit', ONE, { state })).includes('SITE-LABELLED notMet'),
      state !== 'labelled',
      state,
    );
  assert.deepEqual(open(GOOD), []);
});

test('INV-16 INV-17 INV-18 exhaustive: a label counts read back, living and true in every fact of the unit', () => {
  assert.ok(LABEL);
  const content = (change: object) =>
    bent('label', LABEL.id, { content: { ...LABEL.content, ...change } });
  const wrong = ['SITE-LABEL notMet'];
  assert.deepEqual(open(bent('label', LABEL.id, { state: 'printed' })), wrong);
  assert.deepEqual(open(bent('label', LABEL.id, { verifiedAt: null })), wrong);
  for (const state of ['void', 'destroyed'])
    assert.deepEqual(open(bent('label', LABEL.id, { state })), ['SITE-LABEL missing'], state);
  const facts = [
    { din: 'A999920000009' },
    { abo: 'O' },
    { rhd: 'negative' },
    { productCode: 'E9999V00' },
    { division: '01' },
    { volumeMl: 251 },
    { anticoagulant: 'x' },
    { storage: 'x' },
    { collectedAt: '2020-03-10T02:00:00.001Z' },
    { expiresAt: '2021-03-10T02:00:00.001Z' },
    { specialText: ['x'] },
  ];
  for (const fact of facts) assert.deepEqual(open(content(fact)), wrong, JSON.stringify(fact));
  for (const site of [{ facilityName: 'x' }, { licence: 'x' }, { zone: 'Asia/Urumqi' }])
    assert.deepEqual(open(content(site)), [], `printed elsewhere: ${JSON.stringify(site)}`);
});

test('INV-10 INV-18 a donor, a shelf or a reading that nobody knows is not good', () => {
  const cold = ['SITE-FREEZER missing'];
  assert.deepEqual(open(bent('unit', ONE, { donorId: 'nobody' })), ['SITE-DONOR missing']);
  for (const placeId of [null, 'nowhere'])
    assert.ok(open(bent('unit', ONE, { placeId })).includes('SITE-FREEZER missing'), `${placeId}`);
  assert.deepEqual(open(bent('place', 'cold', { lastTenthsC: null })), cold);
  assert.deepEqual(open(bent('place', 'cold', { lastReadAt: null })), cold);
  assert.deepEqual(open(bent('place', 'cold', { maxTenthsC: null })), []);
});

test('INV-18 INV-34 exhaustive: a reading counts from a minute before now to the age that the pack allows', () => {
  const at = (seconds: number) => new Date(Date.parse(NOW) + seconds * 1000).toISOString();
  const stale = ['SITE-FREEZER notMet'];
  for (const [seconds, codes] of [
    [60, []],
    [61, stale],
    [0, []],
    [-3659, []],
    [-3660, stale],
  ] as const)
    assert.deepEqual(open(bent('place', 'cold', { lastReadAt: at(seconds) })), codes, `${seconds}`);
});

const LATER = '2020-03-11T05:00:00.000Z';
const FIGURES = smallPack().rules;

/** The day after: a later edition with another figure is in force besides that of the collection. */
function later(id: string, params: RuleRow['params'], tenthsC: number, minutesAgo: number): Rows {
  const rules = [...FIGURES.filter((one) => one.id !== id), rule(id, params)];
  const adoption = adopted(smallPack({ revision: 2, rules }), '9'.repeat(64));
  const body = { ...adoption.body, inForceFrom: '2020-03-11' };
  const lastReadAt = new Date(Date.parse(LATER) - minutesAgo * 60_000).toISOString();
  const rows = told([{ ...adoption, body } as NewEvent], LATER, GOOD);
  const place = { ...rows.get('place', 'cold'), lastTenthsC: tenthsC, lastReadAt };
  return rows.with([{ table: 'place', row: place } as never]);
}

test('INV-18 exhaustive: of two packs the stricter figure counts, and a figure that one lacks is never met', () => {
  const warm = ['SITE-FREEZER notMet'];
  const age = (maxAgeMinutes: number, minutes: number) =>
    open(later('SITE-FREEZER', { maxAgeMinutes }, -300, minutes), LATER);
  assert.deepEqual([age(30, 30), age(30, 31)], [[], warm]);
  assert.deepEqual([age(90, 60), age(90, 61)], [[], warm]);
  const cold = (maxTenthsC: number, tenthsC: number) =>
    open(later('PREP-5', { maxTenthsC }, tenthsC, 1), LATER);
  assert.deepEqual([cold(-250, -250), cold(-250, -249)], [[], warm]);
  assert.deepEqual([cold(-100, -200), cold(-100, -199)], [[], warm]);
  for (const id of ['SITE-FREEZER', 'PREP-5'])
    assert.ok(open(later(id, {}, -300, 1), LATER).includes('SITE-FREEZER missing'), id);
});

test('INV-18 of two packs that ask for one test alike it is shown once, with another limit twice', () => {
  const time = { now: LATER, today: LATER.slice(0, 10), zone: 'Asia/Shanghai', station: 'S1' };
  const shown = (rows: Rows) =>
    releaseVerdicts(rows, ONE, time).filter(({ ruleId }) => ruleId === 'HBV').length;
  const alike = later('SITE-FREEZER', { maxAgeMinutes: 60 }, -300, 1);
  assert.equal(shown(alike), 1);
  const [row] = alike.by('rulePack', 'programme', 'convalescentPlasma').slice(-1);
  assert.ok(row);
  const limit = { zh: 'x', en: 'x' };
  const donationTypes = row.content.donationTypes.map((type) => ({
    ...type,
    panel: type.panel.map((one) => ({ ...one, limit })),
  }));
  const other = { ...row, content: { ...row.content, donationTypes } };
  assert.equal(shown(alike.with([{ table: 'rulePack', row: other } as never])), 2);
});

test('INV-18 the product’s own storage is asked besides the pack’s rule, and both are shown', () => {
  const [row] = GOOD.by('rulePack', 'programme', 'convalescentPlasma');
  assert.ok(row);
  const donationTypes = row.content.donationTypes.map((type) => ({
    ...type,
    products: type.products.map((product) => ({ ...product, storageMaxTenthsC: -250 })),
  }));
  const colder = { ...row, content: { ...row.content, donationTypes } };
  const at = (lastTenthsC: number) => {
    const place = { ...GOOD.get('place', 'cold'), lastTenthsC };
    const changes = [
      { table: 'rulePack', row: colder },
      { table: 'place', row: place },
    ];
    return open(GOOD.with(changes as never));
  };
  assert.deepEqual([at(-250), at(-249)], [[], ['SITE-FREEZER notMet']]);
  const shown = (rows: Rows, now = NOW as string) => {
    const time = { now, today: now.slice(0, 10), zone: 'Asia/Shanghai', station: 'S1' };
    const found = releaseVerdicts(rows, ONE, time).find(({ ruleId }) => ruleId === 'SITE-FREEZER');
    return [found?.limit.en, found?.input.en];
  };
  assert.deepEqual(shown(GOOD), ['≤ −20.0 ℃，≤ 60 min', 'cold −30.0 ℃，0 min']);
  const [silent] = shown(later('SITE-FREEZER', {}, -300, 1), LATER);
  assert.equal(silent, shown(later('PREP-5', {}, -300, 1), LATER)[0]);
  assert.ok(silent && !silent.includes('≤'));
  const unread = ['lastTenthsC', 'lastReadAt'].map((field) =>
    shown(bent('place', 'cold', { [field]: null })),
  );
  for (const [, input] of unread) assert.ok(input?.startsWith('cold · '), input);
});

test('INV-10 INV-18 a unit or donation that nobody knows is refused, not passed by', () => {
  const lost = open(bent('unit', ONE, { din: 'A999920000009' }));
  for (const code of ['SITE-DONOR', 'SITE-FREEZER', 'SITE-LABEL'])
    assert.ok(
      lost.some((one) => one.startsWith(code)),
      `${code} in ${lost.join()}`,
    );
  const time = { now: NOW, today: NOW.slice(0, 10), zone: 'Asia/Shanghai', station: 'S1' };
  assert.ok(openVerdicts(releaseVerdicts(GOOD, 'nothing', time)).length > 0);
});

test('INV-30 exhaustive: the look at the bag is stated, and each person has her own condition', () => {
  const looks = (['ok', 'notOk', 'notLooked'] as const).map((one) => visualVerdict(one).verdict);
  assert.deepEqual(looks, ['met', 'notMet', 'missing']);
  const who = { personId: 'p-charge', name: '' };
  const rules = (['releaser', 'second'] as const).map(
    (as) => personVerdict(GOOD, DIN, who, as).ruleId,
  );
  assert.deepEqual(rules, ['SITE-RELEASER', 'SITE-SECOND']);
  assert.deepEqual([-312, 0, 45].map(degrees), ['−31.2 ℃', '0.0 ℃', '4.5 ℃']);
});
