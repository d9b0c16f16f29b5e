import assert from 'node:assert/strict';
import { test } from 'node:test';
import { playDonation, sticker } from '#electron/demo/donation.ts';
import { type RegisteredDonor, registerDonor } from '#electron/demo/donors.ts';
import type { DemoEquipment } from '#electron/demo/equipment.ts';
import {
  freeze,
  intake,
  label,
  receiveBox,
  release,
  runPanel,
  sendBox,
  split,
} from '#electron/demo/lab.ts';
import { readCold } from '#electron/demo/open-site.ts';
import { PrintDesk } from '#electron/demo/print-desk.ts';
import { replay } from '#electron/journal/replay.ts';
import { slices } from '#electron/station/slices.ts';
import type { ProgrammeForm } from '#shared/features/rulesets/programme/form.ts';
import { violations } from '#shared/judge/violations.ts';
import { addDays } from '#shared/kernel/civil-date.ts';
import { textOf } from '../../printing/documents/paper.ts';
import { entriesOf, openedSite } from '../../properties/site.ts';
import { mersForm } from './programme-form.ts';

/* One station, one story: a form becomes a programme, and a donor goes all the way under it. */

const ADMIN = { as: 'adminA' } as const;
const BOTH = { as: 'adminA', signed: true, second: 'charge' } as const;
const TESTS = { nat: 'MERS-NAT', antibody: 'MERS-AB' };
const PROGRAMME = mersForm.programme;
const woman = { sex: 'female', age: 30, phone: '', programme: PROGRAMME } as const;

const site = await openedSite();
const equipment = await withShelvesAndReagents();
const form: ProgrammeForm = {
  ...mersForm,
  inForceFrom: site.driver.today(),
  products: mersForm.products.map((product) => ({ ...product, inactivated: true })),
  places: ['MQ01', 'MR01'],
};

/** The site with two shelves for the new programme and reagents for its own tests. */
async function withShelvesAndReagents(): Promise<DemoEquipment> {
  const { driver } = site;
  const places = { ...site.equipment.places };
  for (const [code, kind] of [
    ['MQ01', 'quarantine'],
    ['MR01', 'qualified'],
  ] as const) {
    const place = { code, name: `单独库 ${code}`, kind, minTenthsC: null, maxTenthsC: -200 };
    const made = await driver.act('equipment.setPlace', { ...place, active: true }, ADMIN);
    places[code] = made.placeId;
  }
  const lots = { ...site.equipment.lots };
  for (const serves of Object.values(TESTS)) {
    const lot = { kind: 'reagent' as const, name: serves, catalogue: '', lot: `LOT-${serves}` };
    const expires = addDays(driver.today(), 300);
    const got = { ...lot, expires, quantity: 100, serves: [serves] };
    lots[`${serves}-a`] = (await driver.act('equipment.receiveLot', got, ADMIN)).lotId;
  }
  return { ...site.equipment, places, lots };
}

const refusal = (run: Promise<unknown>, code: string) =>
  assert.rejects(run, (error: Error) => error.message.includes(`"${code}"`));
const visit = (donor: RegisteredDonor, more: object = {}) =>
  playDonation(site.driver, donor, equipment, {
    until: 'left',
    chair: '3',
    programme: PROGRAMME,
    targetMl: 200,
    machineMl: 220,
    acMl: 20,
    ...more,
  });

test('form → draft → pages → trial on the record → adopted by two', async () => {
  const { driver } = site;
  const earlier = await registerDonor(driver, { ...woman, programme: undefined, name: '前例一' });
  await playDonation(driver, earlier, equipment, { until: 'number', chair: '4' });
  const reserved = { ...form, programme: 'convalescentPlasma' };
  await refusal(
    driver.act('rulesets.draftProgramme', reserved, ADMIN),
    'rulesets.programmeReserved',
  );
  await refusal(
    driver.act('rulesets.draftProgramme', form, { as: 'nurse' }),
    'station.notPermitted',
  );
  const first = await driver.act('rulesets.draftProgramme', form, ADMIN);
  assert.deepEqual([first.packId, first.revision], ['programme-mersPlasma', 1]);
  const { packId, revision } = await driver.act('rulesets.draftProgramme', form, ADMIN);
  assert.equal(revision, 2, 'a corrected form is the next revision');
  const { offers } = await driver.ask('rulesets.packs', {}, 'adminA');
  const offer = offers.filter((each) => each.packId === packId);
  assert.deepEqual(
    offer.map((each) => [each.revision, each.madeByForm, each.adopted]),
    [[2, true, false]],
    'the newest draft stands on offer',
  );
  const asked = { packId, revision };
  await refusal(driver.act('rulesets.adoptPack', asked, BOTH), 'rulesets.valuesNotConfirmed');
  const paper = await driver.ask('rulesets.pagesPaper', { ...asked, language: 'en' }, 'adminA');
  assert.equal(paper.sheets, offer[0]?.pages);
  const listed = await driver.ask('rulesets.pages', asked, 'adminA');
  for (const { page, pageHash } of listed?.pages ?? [])
    await driver.act('rulesets.confirmPage', { ...asked, page, pageHash }, BOTH);
  await refusal(driver.act('rulesets.adoptPack', asked, BOTH), 'rulesets.notReplayed');
  const report = await driver.act('rulesets.replayPack', asked, ADMIN);
  assert.equal(report.visits, 1);
  const [otherwise] = report.otherwise;
  assert.equal(otherwise?.donorNumber, earlier.number, 'tried on those of the template');
  assert.equal(otherwise?.change, 'wouldRefuse');
  assert.ok(otherwise?.rules.includes('CCP-11'), '400 mL is above its volumes');
  await driver.act('rulesets.adoptPack', asked, BOTH);
  const programmes = await driver.ask('rulesets.programmes', {}, 'nurse');
  assert.deepEqual(
    programmes.map((each) => each.programme),
    ['convalescentPlasma', PROGRAMME],
  );
});

test('its own criteria decide, and only what the hospital said of its own disease counts', async () => {
  const { driver } = site;
  const other = await registerDonor(driver, { ...woman, programme: undefined, name: '别病一' });
  await refusal(visit(other, { until: 'number' }), 'visits.rulesNotMet');
  const early = await registerDonor(driver, { ...woman, name: '未满日', onsetDays: 27 });
  await refusal(visit(early, { until: 'number' }), 'visits.rulesNotMet');
  const old = await registerDonor(driver, { ...woman, name: '过龄一', age: 51 });
  await refusal(visit(old, { until: 'number' }), 'visits.rulesNotMet');
  const good = await registerDonor(driver, { ...woman, name: '合规一' });
  await refusal(visit(good, { until: 'number', targetMl: 400 }), 'visits.rulesNotMet');
  const told = await driver.ask('visits.explain', { donorId: good.donorId }, 'physician');
  const answers = told?.types.filter((each) => each.donationType === 'convalescentPlasma') ?? [];
  assert.deepEqual(
    answers.map(({ programme, verdict, name }) => [programme, verdict, name?.zh]),
    [
      ['convalescentPlasma', 'no', '恢复期血浆'],
      [PROGRAMME, 'eligible', '中东呼吸综合征恢复期血浆'],
    ],
  );
});

test('a test beforehand is for its own disease and offers the programme’s own tests', async () => {
  const { driver } = site;
  const donor = await registerDonor(driver, { ...woman, name: '预检一' });
  const { tests } = await driver.ask('donors.testOffer', { programme: PROGRAMME }, 'nurse');
  const codes = tests.map((each) => each.test);
  assert.ok(codes.includes('MERS-AB') && codes.includes('MERS-NAT'), codes.join(' '));
  assert.ok(!codes.includes('AB') && !codes.includes('SARS2-NAT'));
  const asked = { donorId: donor.donorId, programme: PROGRAMME, tests: ['MERS-AB'] };
  const taken = { ...asked, consentSeen: true };
  const { number } = await driver.act('donors.takeTestSample', taken, { as: 'nurse' });
  const { lines } = await driver.ask('laboratory.workList', {}, 'testerA');
  assert.deepEqual(lines.find(({ din }) => din === number)?.absent, ['MERS-AB']);
});

test('number, tests, titre, label and shelves of its own; the next date by its own interval', async () => {
  const { driver } = site;
  const donor = await registerDonor(driver, { ...woman, name: '全程一' });
  const din = await visit(donor);
  const summary = await driver.ask('visits.explain', { donorId: donor.donorId }, 'physician');
  const own = summary?.types.find((each) => each.programme === PROGRAMME);
  assert.equal(own?.from, addDays(driver.today(), 28), 'four weeks, not the template’s two');
  await receiveBox(driver, await sendBox(driver, '01', [din]), [din]);
  await intake(driver, din, 226);
  const [unit = ''] = await split(driver, din, [200]);
  assert.equal(unit.split(':')[1], 'D0101V00');
  await refusal(freeze(driver, [unit]), 'components.ownShelf');
  const container = sticker(din, 'bag');
  const shelf = { unitId: unit, container, place: equipment.places['MQ01'] ?? '' };
  await driver.act('components.quarantine', shelf, { as: 'testerA' });
  await runPanel(
    driver,
    equipment,
    [{ din, antibody: { dilution: 80, value: 'reactive' } }],
    TESTS,
  );
  await label(driver, equipment, unit);
  const printed = site.test.station.core.store.reader.by('label', 'unitId', unit)[0]?.content;
  assert.equal(printed?.productName, '中东呼吸综合征恢复期血浆');
  assert.deepEqual(printed?.specialText, ['仅供示范方案使用', 'IgG 1:80 阳性']);
  assert.equal(printed?.productCode, 'D0101V00');
  const cold = { placeId: equipment.places['MQ01'] ?? '', tenthsC: -285 };
  await driver.act('equipment.recordTemperature', cold, { as: 'testerA' });
  await refusal(release(driver, equipment, [unit]), 'components.ownShelf');
  const apart = { unitId: unit, placeId: equipment.places['MR01'] ?? '' };
  await driver.act('inventory.putAway', apart, { as: 'testerB' });
  const { units } = await driver.ask('inventory.stock', { show: 'outOfPlace' }, 'testerA');
  assert.deepEqual(units, []);
  const { units: all } = await driver.ask('inventory.stock', { show: 'all' }, 'testerA');
  assert.deepEqual(
    all.map((card) => [card.programme, card.placeName]),
    [[PROGRAMME, '单独库 MR01']],
  );
});

test('the donor’s certificate and proof under the programme: counted, printed, handed over', async () => {
  const { driver } = site;
  const { reader } = site.test.station.core.store;
  const [paper, ...others] = reader.all('certificate').filter(({ name }) => name === '全程一');
  assert.deepEqual(
    [paper?.kind, paper?.volumeMl, paper?.count, others],
    ['certificate', 200, 1, []],
    'HON-1 of its own pack: 200 mL count once',
  );
  const { din = '', id: certificateId = '' } = paper ?? {};
  const desk = new PrintDesk(driver, equipment);
  await desk.print(din);
  await desk.scan(din, '0000001');
  const shown = await driver.ask('honours.preview', { certificateId, language: 'zh-CN' }, 'clerk');
  assert.equal(shown.problem, null);
  await desk.handOver(din, { receiver: '全程一', relation: 'self' });
  const state = (kind: string) =>
    reader.by('certificate', 'din', din).find((each) => each.kind === kind)?.state;
  assert.equal(state('certificate'), 'handedOver');
  await desk.lose(din);
  const proof = reader.by('certificate', 'din', din).find((each) => each.kind === 'proof');
  const asked = { certificateId: proof?.id ?? '', language: 'zh-CN' as const };
  const drawn = await driver.ask('honours.preview', asked, 'clerk');
  const words = textOf(Buffer.from(drawn.pdf ?? '', 'base64'));
  assert.ok(words.includes('中东呼吸综合征恢复期血浆'), words);
});

test('a corrected form is tried on the programme’s own record and takes its own place', async () => {
  const { driver } = site;
  const longer = { ...form, giving: { ...form.giving, targetsMl: [300], ceilingMl: 400 } };
  const { packId, revision } = await driver.act('rulesets.draftProgramme', longer, ADMIN);
  assert.equal(revision, 3);
  const asked = { packId, revision };
  const listed = await driver.ask('rulesets.pages', asked, 'adminA');
  for (const { page, pageHash } of listed?.pages ?? [])
    await driver.act('rulesets.confirmPage', { ...asked, page, pageHash }, BOTH);
  const { otherwise } = await driver.act('rulesets.replayPack', asked, ADMIN);
  const own = otherwise.filter((each) => each.kind === 'visit');
  assert.deepEqual(
    own.map(({ change, rules }) => [change, rules]),
    [['wouldRefuse', ['CCP-11']]],
    'the one donor who gave 200 mL under it',
  );
  await driver.act('rulesets.adoptPack', asked, BOTH);
  const forms = await driver.ask('rulesets.forms', { programme: PROGRAMME }, 'nurse');
  assert.deepEqual([forms?.revision, forms?.donationTypes[0]?.targetsMl], [3, [300]]);
});

test('a shelf of its own takes no other programme’s unit, and all that happened holds together', async () => {
  const { driver } = site;
  const donor = await registerDonor(driver, { ...woman, programme: undefined, name: '新冠一' });
  await readCold(driver, equipment);
  const din = await playDonation(driver, donor, equipment, { until: 'left', chair: '5' });
  await receiveBox(driver, await sendBox(driver, '02', [din]), [din]);
  await intake(driver, din, 451);
  const [unit = ''] = await split(driver, din, [200, 200]);
  await refusal(freeze(driver, [unit], 'MQ01'), 'components.shelfOfOther');
  const entries = entriesOf(site.test);
  assert.deepEqual(violations(entries), []);
  assert.deepEqual(replay(site.test.station.core.store, slices).differing, []);
});
