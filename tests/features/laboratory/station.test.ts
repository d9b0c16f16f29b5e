import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { replay } from '#electron/journal/replay.ts';
import { slices } from '#electron/station/slices.ts';
import type { ReadingInput } from '#shared/features/laboratory/reading-input.ts';
import { codes, type FoundedStation, type TestPerson, value } from '#tests/support/station.ts';
import { labStation } from './lab-station.ts';
import { DIN } from './world.ts';

const nonreactive: ReadingInput = { kind: 'qualitative', value: 'nonreactive', figure: '' };

async function intake(station: FoundedStation): Promise<void> {
  const { labTech } = station.staff;
  const proof = labTech.as();
  const bag = { din: DIN, netGrams: 431, leak: false, haemolysis: 'none', colourOk: true } as const;
  value(await station.command('laboratory.receiveBag', bag, { proof }));
  for (const kind of ['serology', 'nat', 'group', 'retention']) {
    const tube = { din: DIN, kind, haemolysis: 'none' } as const;
    value(await station.command('laboratory.receiveSample', tube, { proof }));
  }
}

async function validRun(station: FoundedStation, testCode: string, lotId: string): Promise<string> {
  const proof = station.staff.labTech.as();
  const { runId } = value(
    await station.command(
      'laboratory.openRun',
      { test: testCode, method: 'ELISA', reagentLotId: lotId },
      { proof },
    ),
  );
  const controls = [{ name: 'NEG', ok: true }];
  const done = await station.command('laboratory.concludeRun', { runId, controls }, { proof });
  assert.equal(value(done).valid, true);
  return runId;
}

async function enter(
  station: FoundedStation,
  by: TestPerson,
  kind: string,
  runId: string,
  reading: ReadingInput,
): Promise<string> {
  const input = { sampleId: `${DIN}:${kind}`, runId, reading };
  return value(await station.command('laboratory.enterResult', input, { proof: by.as() })).outcome;
}

async function both(
  station: FoundedStation,
  kind: string,
  testCode: string,
  lotId: string,
  reading = nonreactive,
): Promise<void> {
  const runId = await validRun(station, testCode, lotId);
  const { labTech, labTech2 } = station.staff;
  assert.equal(await enter(station, labTech, kind, runId, reading), 'waiting');
  assert.equal(await enter(station, labTech2, kind, runId, reading), 'agreed');
}

async function groups(station: FoundedStation): Promise<void> {
  const { labTech, labTech2 } = station.staff;
  const abo = { kind: 'abo', forward: 'A', reverse: 'A' } as const;
  const rhd = { kind: 'rhd', value: 'positive' } as const;
  for (const [by, lotId] of [
    [labTech, 'lot-1'],
    [labTech2, 'lot-2'],
  ] as const) {
    assert.equal(
      await enter(station, by, 'group', await validRun(station, 'ABO', lotId), abo),
      'recorded',
    );
    assert.equal(
      await enter(station, by, 'group', await validRun(station, 'RhD', lotId), rhd),
      'recorded',
    );
  }
}

async function wholePanel(station: FoundedStation): Promise<void> {
  for (const marker of ['HBV', 'HCV', 'HIV', 'syphilis'])
    for (const lotId of ['lot-1', 'lot-2']) await both(station, 'serology', marker, lotId);
  await both(station, 'serology', 'ALT', 'lot-1', { kind: 'figure', figure: '22' });
  await both(station, 'serology', 'AB', 'lot-1', {
    kind: 'antibody',
    assay: 'IgG',
    dilution: 160,
    value: 'reactive',
  });
  await groups(station);
  const results = ['HBV-NAT', 'HCV-NAT', 'HIV-NAT', 'SARS2-NAT'].flatMap((analyte) => {
    const one = {
      analyte,
      replicate: 1,
      unit: '',
      flag: 'N',
      status: 'F',
      reagentLot: 'LOT-1',
      operator: 'SIM',
      measuredAt: '',
    };
    return [
      { ...one, sampleId: `${DIN}:nat`, material: 'sample' as const, value: 'NR' },
      { ...one, sampleId: 'CTRL-NEG', material: 'control' as const, value: 'NR' },
    ];
  });
  value(
    await station.station.act('laboratory.acceptDeviceReport', {
      deviceId: 'analyser-1',
      instrumentSerial: 'SIM-AN-1',
      runId: 'RUN-1',
      results,
    }),
  );
}

const isOpen = (kind: string) => kind !== 'marker' && kind !== 'nat';

test('a whole panel through the doors: qualified with evidence, masked for those who may not see', async () => {
  const station = await labStation();
  await intake(station);
  await wholePanel(station);
  const { labTech, nurse } = station.staff;
  const seen = value(await station.query('laboratory.matrix', { din: DIN }, labTech.as()));
  assert.equal(seen.state, 'qualified', JSON.stringify(seen.tests.map((t) => [t.test, t.value])));
  assert.deepEqual([seen.abo, seen.rhd], ['A', 'positive']);
  assert.equal(seen.tests.length, 12);
  assert.ok(seen.tests.every((one) => one.readings.length > 0 === isOpen(one.kind)));
  const masked = value(await station.query('laboratory.matrix', { din: DIN }, nurse.as()));
  assert.equal(masked.masked, true);
  assert.ok(masked.tests.every((one) => one.readings.length === 0));
  assert.ok(masked.tests.every((one) => one.value === 'qualified'));
  const list = value(await station.query('laboratory.workList', {}, labTech.as()));
  assert.deepEqual(list.lines[0]?.absent, []);
  const report = value(await station.query('laboratory.runs', { scope: 'recent' }, labTech.as()));
  assert.ok(report.runs.every((run) => run.state === 'valid'));
});

test('INV-37 split, freeze and quarantine through the doors; replay gives the same tables', async () => {
  const station = await labStation();
  await intake(station);
  const { labTech } = station.staff;
  const proof = labTech.as();
  const parts = [
    { volumeMl: 200, netGrams: 205 },
    { volumeMl: 200, netGrams: 215 },
  ];
  const { units } = value(
    await station.command(
      'components.planSplit',
      { din: DIN, inactivated: true, parts },
      { proof },
    ),
  );
  const [first] = units;
  assert.ok(first?.serial);
  const swapped = await station.command(
    'components.verifyInProcess',
    { unitId: first.unitId, mother: units[1]?.serial ?? '', serial: first.serial },
    { proof },
  );
  assert.deepEqual(codes(swapped), ['components.motherMismatch']);
  const board = value(await station.query('components.freezingBoard', {}, proof));
  assert.equal(board.lines.length, 2);
  const view = value(await station.query('components.processing', { din: DIN }, proof));
  const lines = view.units.map((unit) => [unit.division, unit.inactivation, unit.holds.length]);
  assert.deepEqual(lines, [
    ['A0', 'none', 0],
    ['B0', 'none', 0],
  ]);
  const { core } = station.station;
  assert.deepEqual(replay(core.store, slices).differing, []);
});

test('INV-30 a hold is lifted by the releaser with a second person, never by one alone', async () => {
  const station = await labStation();
  const { labTech, qualityRelease } = station.staff;
  const input = { scope: 'donation', target: DIN, code: 'identityDoubt', why: 'x y' } as const;
  const { holdId } = value(
    await station.command('components.placeHold', input, { proof: labTech.as() }),
  );
  const lift = (proof: ReturnType<TestPerson['as']>) =>
    station.command('components.liftHold', { holdId, why: 'settled' }, { proof });
  assert.equal((await lift(labTech.as({ signed: true, with: qualityRelease }))).status, 'refused');
  assert.equal((await lift(qualityRelease.as({ signed: true }))).status, 'refused');
  assert.equal(
    (await lift(qualityRelease.as({ signed: true, with: qualityRelease }))).status,
    'refused',
  );
  value(await lift(qualityRelease.as({ signed: true, with: labTech })));
});

test('the phone rings: one command defers, holds and opens an incident', async () => {
  const station = await labStation();
  const { nurse, qualityRelease } = station.staff;
  const found = value(await station.query('aftercare.recent', { search: '0000' }, nurse.as()));
  assert.equal(found[0]?.din, DIN);
  const commandId = randomUUID();
  const call = () =>
    station.command(
      'aftercare.recordInformation',
      { din: DIN, code: 'fever' },
      { proof: nurse.as(), commandId },
    );
  value(await call());
  value(await call());
  const incidents = value(await station.query('quality.incidents', {}, qualityRelease.as()));
  assert.equal(incidents.length, 1);
  const holds = value(await station.query('components.holdList', {}, qualityRelease.as()));
  assert.deepEqual(holds[0]?.standing, ['donorDeferred']);
});

test('INV-29 no door may speak for a device, and a nurse enters no result', async () => {
  const station = await labStation();
  const { nurse, labTech } = station.staff;
  const report = { deviceId: 'a', instrumentSerial: 's', runId: 'r', results: [] };
  const said = await station.command('laboratory.acceptDeviceReport', report, {
    proof: labTech.as(),
  });
  assert.equal(said.status, 'refused');
  const entry = { sampleId: `${DIN}:nat`, runId: 'x', reading: nonreactive };
  const typed = await station.command('laboratory.enterResult', entry, { proof: nurse.as() });
  assert.equal(typed.status, 'refused');
});

test('INV-09 INV-36 no statement changes or removes a result', async () => {
  const station = await labStation();
  await intake(station);
  await both(station, 'serology', 'HBV', 'lot-1');
  const { db } = station.station.core.store;
  const tries = [
    "UPDATE result SET value = 'nonreactive'",
    'DELETE FROM result',
    "REPLACE INTO result SELECT id, din, sampleId, test, 'x', figure, unit, runId, reagentLotId, method, readers, deviceKey, supersedes, recordedAt, conflict FROM result",
    "UPDATE labRun SET state = 'invalid'",
  ];
  const failures = tries.map((sql) => {
    try {
      db.exec(sql);
      return 'done';
    } catch {
      return 'refused';
    }
  });
  assert.deepEqual(failures, ['refused', 'refused', 'refused', 'done']);
  assert.throws(() => db.exec("UPDATE labRun SET state = 'valid'"), /stays invalid/);
});
