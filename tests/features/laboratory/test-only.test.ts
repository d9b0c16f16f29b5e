import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replay } from '#electron/journal/replay.ts';
import { slices } from '#electron/station/slices.ts';
import { tubeCodeOf } from '#shared/codes/test-number.ts';
import type { Answer } from '#shared/contract/envelope.ts';
import { type AnyEntry, event, type NewEvent } from '#shared/contract/events.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { testsVerdicts } from '#shared/features/laboratory/verdicts.ts';
import { History } from '#shared/judge/history.ts';
import { openTests } from '#shared/judge/readings.ts';
import { violations } from '#shared/judge/violations.ts';
import { drawStarted } from '#tests/support/draws.ts';
import { codes, type FoundedStation, value } from '#tests/support/station.ts';
import { labStation, seed } from './lab-station.ts';
import { DIN, PACK } from './world.ts';

const donorId = 'donor-1';
type Reading = InputOf<'laboratory.enterResult'>['reading'];
const TITRE: Reading = { kind: 'antibody', assay: 'IgG', dilution: 160, value: 'reactive' };
const GOOD: Reading = { kind: 'qualitative', value: 'nonreactive', figure: '' };
const REACTIVE: Reading = { kind: 'qualitative', value: 'reactive', figure: '' };

/** Takes a sample for some tests and receives its tubes. */
async function taken(at: FoundedStation, tests: readonly string[]): Promise<string> {
  const nurse = { proof: at.staff.nurse.as() };
  const input = { donorId, tests: [...tests], consentSeen: true };
  const { number } = value(await at.command('donors.takeTestSample', input, nurse));
  const tubes = at.station.core.store.reader.get('testSample', number)?.tubes ?? [];
  for (const kind of tubes) {
    const received = { din: number, kind, haemolysis: 'none' as const };
    const proof = at.staff.labTech.as();
    value(await at.command('laboratory.receiveSample', received, { proof }));
  }
  return number;
}

/** A run of a test with one reading that two people typed, and its controls. */
async function read(
  at: FoundedStation,
  sampleId: string,
  test: string,
  reading: Reading,
  reagentLotId = 'lot-1',
): Promise<string> {
  const { labTech, labTech2 } = at.staff;
  const opened = { test, method: 'ELISA', reagentLotId };
  const proof = labTech.as();
  const { runId } = value(await at.command('laboratory.openRun', opened, { proof }));
  for (const person of [labTech, labTech2])
    value(
      await at.command(
        'laboratory.enterResult',
        { sampleId, runId, reading },
        { proof: person.as() },
      ),
    );
  const controls = ['NEG', 'POS'].map((name) => ({ name, ok: true }));
  value(await at.command('laboratory.concludeRun', { runId, controls }, { proof }));
  return runId;
}

/** A unit of a draw that was released. */
function releasedUnit(unitId: string, din: string): readonly NewEvent[] {
  const day = '2020-03-11T01:00:00.000Z';
  return [
    event('components.unitCreated', {
      unitId,
      din,
      donorId,
      productCode: 'D0001V00',
      division: '00',
      parentUnitId: null,
      volumeMl: 200,
      netGrams: 205,
      collectedAt: day,
      expiresAt: '2021-03-11T01:00:00.000Z',
      freezeBy: day,
      inProcessSerial: null,
    }),
    event('components.quarantined', { unitId, placeId: 'shelf-1' }),
    event('labeling.labelVerified', { serial: 'L1', unitId, readers: ['a'] }),
    event('inventory.released', { unitId, din, listId: 'list-1', checks: [] }),
  ];
}

const samples = async (at: FoundedStation) =>
  value(await at.query('donors.testSamples', { donorId }, at.staff.physician.as()));

/** Tables follow from the journal; the judge finds nothing about results, numbers and tests. */
function assertSound(at: FoundedStation): void {
  const { store, station } = at.station.core;
  assert.deepEqual(replay(store, slices).differing, []);
  const found = violations([...store.journal.chain(station)] as unknown as AnyEntry[])
    .filter(({ subject }) => subject.startsWith('TS'))
    .map(({ invariant, text }) => `${invariant} ${text}`);
  assert.deepEqual(found, []);
}

test('INV-10 INV-12 a sample of its own number: by hand and by analyser, never the donation’s own test', async () => {
  const at = await labStation();
  const { nurse, labTech, supervisor } = at.staff;
  const take = (input: object) =>
    at.command(
      'donors.takeTestSample',
      { donorId, tests: ['AB'], consentSeen: true, ...input },
      { proof: nurse.as() },
    );
  assert.deepEqual(codes(await take({ consentSeen: false })), ['donors.testConsent']);
  assert.deepEqual(codes(await take({ tests: ['ABO'] })), ['donors.testNotOffered']);
  assert.deepEqual(codes(await take({ donorId: 'nobody' })), ['donors.unknown']);
  const number = await taken(at, ['AB', 'SARS2-NAT']);
  assert.match(number, /^TS\d{10}$/);
  assert.equal((await samples(at))[0]?.state, 'pending');
  const listed = value(await at.query('laboratory.workList', {}, labTech.as())).lines;
  assert.deepEqual(
    listed.map((line) => [line.din, line.bag, line.groupState]),
    [
      [number, 'none', 'none'],
      [DIN, 'expected', 'waiting'],
    ],
    'on the laboratory’s list beside the donation, the newest first',
  );
  assert.deepEqual(listed[0]?.absent, ['SARS2-NAT', 'AB']);
  const runId = await read(at, `${number}:serology`, 'AB', TITRE);
  const device = at.station.core.store.reader.get('device', 'analyser-1');
  const result = (material: 'sample' | 'control', sampleId: string, reading: string) => ({
    sampleId,
    material,
    analyte: 'SARS2-NAT',
    replicate: 1,
    value: reading,
    unit: '',
    flag: '',
    status: 'F',
    reagentLot: 'LOT-1',
    operator: '',
    measuredAt: '',
  });
  const report = {
    deviceId: 'analyser-1',
    instrumentSerial: device?.serial ?? '',
    runId: 'R1',
    results: [
      result('sample', tubeCodeOf(number, 'nat') ?? '', 'nonreactive'),
      result('control', 'NEG', 'nonreactive'),
      result('control', 'POS', 'reactive'),
    ],
  };
  const answer = await at.station.act('laboratory.acceptDeviceReport', report);
  const told = value(answer as Answer<OutputOf<'laboratory.acceptDeviceReport'>>);
  assert.deepEqual([told.recorded, told.unmatched], [1, 0]);
  const [sample] = await samples(at);
  assert.equal(sample?.state, 'qualified');
  assert.equal(sample?.validUntil, '2020-04-07');
  // The donation of the same person still shows none of it.
  const own = value(await at.query('laboratory.matrix', { din: DIN }, labTech.as()));
  assert.ok(own.tests.every(({ state, roundsDone }) => state === 'pending' && roundsDone === 0));
  const broken = { runId, code: 'controlError' as const };
  const signed = { proof: supervisor.as({ signed: true }) };
  value(await at.command('laboratory.invalidateRun', broken, signed));
  assert.equal((await samples(at))[0]?.state, 'pending');
  const labels = await at.command('donors.renderTubeLabels', { number }, { proof: nurse.as() });
  assert.ok(value(labels).pdf.startsWith('JVBERi0'));
  assertSound(at);
});

test('INV-11 a marker that reacts for good beforehand defers the person and holds her other donations', async () => {
  const at = await labStation();
  const number = await taken(at, ['HIV']);
  for (const lot of ['lot-1', 'lot-2']) await read(at, `${number}:serology`, 'HIV', REACTIVE, lot);
  assert.equal((await samples(at))[0]?.state, 'unqualified');
  const { reader } = at.station.core.store;
  const [deferral] = reader.by('deferral', 'donorId', donorId);
  assert.deepEqual([deferral?.marker, deferral?.hidden, deferral?.until], ['HIV', true, null]);
  assert.deepEqual(
    reader.by('hold', 'din', DIN).map(({ code }) => code),
    ['lookBack'],
  );
  assert.deepEqual(reader.by('hold', 'din', number), []);
  const other = await taken(at, ['HIV']);
  assert.equal(Number(other.slice(-5)), Number(number.slice(-5)) + 1);
  for (const lot of ['lot-1', 'lot-2']) await read(at, `${other}:serology`, 'HIV', GOOD, lot);
  assert.deepEqual((await samples(at)).map(({ state }) => state).sort(), [
    'qualified',
    'unqualified',
  ]);
  assertSound(at);
});

test('INV-10 where rule SITE-OWNTEST says so, a good test beforehand stands for one that a donation lacks', async () => {
  const rules = PACK.rules.map((row) =>
    row.id === 'SITE-OWNTEST' ? { ...row, params: { days: 1, tests: ['AB'] } } : row,
  );
  const at = await labStation({ ...PACK, rules });
  const number = await taken(at, ['AB', 'HIV']);
  const runId = await read(at, `${number}:serology`, 'AB', TITRE);
  // Begun before the sample was taken, on its last day, and a day too late.
  const [later, late] = ['A999926000218', 'A999926000318'];
  seed(at, [drawStarted(later, donorId, '2020-03-11T00:30:00.000Z')]);
  seed(at, [drawStarted(late, donorId, '2020-03-12T00:30:00.000Z')]);
  const { core } = at.station;
  const titre = (din: string) => {
    const verdicts = testsVerdicts(core.store.reader, din, '2020-03-12');
    const { verdict, input } = verdicts.find(({ ruleId }) => ruleId === 'AB') ?? {};
    const entries = [...core.store.journal.chain(core.station)] as unknown as AnyEntry[];
    const history = new History(entries);
    const isOpen = openTests(history, din, '2020-03-12', entries.length).includes('AB');
    assert.equal(isOpen, verdict !== 'met', 'the judge says the same');
    return { verdict, says: input?.zh ?? '' };
  };
  assert.deepEqual(
    [DIN, late].map((din) => titre(din).verdict),
    ['missing', 'missing'],
  );
  assert.equal(titre(later).verdict, 'met');
  assert.ok(titre(later).says.includes(`献浆前标本 ${number}`), titre(later).says);
  const shown = value(await at.query('laboratory.matrix', { din: later }, at.staff.labTech.as()));
  assert.deepEqual(
    shown.tests.filter(({ state }) => state === 'qualified').map((one) => one.test),
    ['AB'],
    'the titre alone: HIV is not named',
  );
  // A donation with a reading of its own is judged by that alone, also once its run counts no more.
  const own = 'A999926000418';
  const sampleId = `${own}:serology`;
  const tube = { sampleId, din: own, kind: 'serology', haemolysis: 'none' as const, ok: true };
  const begun = drawStarted(own, donorId, '2020-03-11T00:31:00.000Z');
  seed(at, [begun, event('laboratory.sampleReceived', tube)]);
  assert.equal(titre(own).verdict, 'met');
  const low = await read(at, sampleId, 'AB', { ...TITRE, dilution: 80 });
  assert.equal(titre(own).verdict, 'notMet');
  const spoilt = { runId: low, code: 'controlError' as const };
  const signed = { proof: at.staff.supervisor.as({ signed: true }) };
  value(await at.command('laboratory.invalidateRun', spoilt, signed));
  assert.equal(titre(own).verdict, 'missing');
  const unitId = `${later}:D0001V00:00`;
  seed(at, releasedUnit(unitId, later));
  assert.equal(core.store.reader.get('unit', unitId)?.state, 'released');
  const broken = { runId, code: 'controlError' as const };
  value(await at.command('laboratory.invalidateRun', broken, signed));
  assert.equal(titre(later).verdict, 'missing', 'no longer than its own run');
  assert.equal(core.store.reader.get('unit', unitId)?.state, 'labelled', 'and no release on it');
  assert.equal(core.store.reader.by('hold', 'din', later).length, 1);
});
