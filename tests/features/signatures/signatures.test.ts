import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { readable } from '#electron/db/handles.ts';
import { everySigned } from '#electron/features/signatures/store.ts';
import { brokenSignatures } from '#electron/features/signatures/verify.ts';
import { rasterCheck } from '#electron/printing/labels/on-record.ts';
import { judgeRecords } from '#electron/station/judge.ts';
import { type FoundedStation, founded, type TestStation, value } from '#tests/support/station.ts';
import { labelledUnit } from '../labeling/reading-back.ts';
import { dinOf, result } from '../labeling/ready-units.ts';
import { labelWorld } from '../labeling/world.ts';
import { labStation } from '../laboratory/lab-station.ts';
import { DIN } from '../laboratory/world.ts';
import { adoptPacks, decidedDonor, residentId } from '../visits/journey.ts';

after(() => rasterCheck.close());

/** Writes into the file itself, past every rule, as a person with the key and a tool could. */
function tamper(at: TestStation, sql: string): void {
  const { db, reader } = at.station.core.store;
  db.exec(sql);
  reader.forget();
}

async function shown(at: FoundedStation, asked: object) {
  const found = value(
    await at.query('signatures.onRecord', asked as never, at.staff.supervisor.as()),
  );
  return Object.fromEntries(
    found.map(({ meaning, state, changed }) => [meaning, [state, changed]]),
  );
}

const judged = (at: TestStation) =>
  judgeRecords(at.station.core.store).map(({ invariant, text }) => `${invariant} ${text}`);

const INTACT = {
  'visits.consentSigned': ['valid', []],
  'visits.decided': ['valid', []],
};

const site = await founded();
await adoptPacks(site);
const { donorId, visitId } = await decidedDonor(site);

test('INV-31 consent and decision stand under their signatures: who, when, meaning, seal', async () => {
  const found = value(
    await site.query('signatures.onRecord', { kind: 'donor', donorId }, site.staff.nurse.as()),
  );
  const decision = found.find(({ meaning }) => meaning === 'visits.decided');
  assert.equal(decision?.by, site.staff.physician.name);
  assert.equal(decision?.subject, visitId);
  assert.match(decision?.hash ?? '', /^[0-9a-f]{64}$/);
  assert.deepEqual(await shown(site, { kind: 'visit', visitId }), INTACT);
  assert.deepEqual(judged(site), []);
});

/** One altered row after the other; each is put back as it was. */
const ALTERED: readonly (readonly [string, string, string])[] = [
  [
    'UPDATE visitDecision SET targetMl = 600 WHERE targetMl = 400',
    'UPDATE visitDecision SET targetMl = 400',
    'targetMl',
  ],
  [
    "UPDATE visitDecision SET decidedAt = '2020-03-09T01:00:00.000Z'",
    "UPDATE visitDecision SET decidedAt = '2020-03-10T01:00:00.000Z'",
    'decidedAt',
  ],
  [
    'UPDATE visitReading SET systolic = systolic + 30',
    'UPDATE visitReading SET systolic = systolic - 30',
    'readings',
  ],
  [
    'UPDATE visitBloodTest SET haemoglobinGramsPerLitre = 99',
    'UPDATE visitBloodTest SET haemoglobinGramsPerLitre = 148',
    'bloodTest',
  ],
  [
    "UPDATE assessment SET hospital = 'X'",
    "UPDATE assessment SET hospital = '测试医院'",
    'assessment',
  ],
  [
    "UPDATE donor SET birthDate = '1991-04-19'",
    "UPDATE donor SET birthDate = '1987-04-19'",
    'donor',
  ],
];

for (const [sql, back, part] of ALTERED) {
  test(`INV-31 a record altered in the file breaks the physician's signature: ${part}`, async () => {
    tamper(site, sql);
    const { 'visits.decided': decision } = await shown(site, { kind: 'visit', visitId });
    assert.deepEqual(decision, ['broken', [part]]);
    tamper(site, back);
    assert.deepEqual(await shown(site, { kind: 'visit', visitId }), INTACT);
  });
}

test('INV-31 the judge names a decision and a consent that are not as they were signed', async () => {
  tamper(site, 'UPDATE visitDecision SET targetMl = 600');
  assert.deepEqual(judged(site), ['INV-31 the table holds another decision than was signed']);
  tamper(site, 'UPDATE visitDecision SET targetMl = 400');
  tamper(site, "UPDATE visit SET consentSignature = 'M1 1L9 9'");
  assert.deepEqual(await shown(site, { kind: 'visit', visitId }), {
    ...INTACT,
    'visits.consentSigned': ['broken', ['consentSignature']],
  });
  assert.deepEqual(judged(site), ['INV-31 the table holds another consent than was signed']);
  tamper(site, "UPDATE visit SET consentSignature = 'M10 10L40 30L80 12'");
  assert.deepEqual(judged(site), []);
});

test('INV-31 a text that was put in place of the signed one breaks the consent', async () => {
  tamper(
    site,
    'UPDATE rulePack SET content = replace(content, \'"consent":{\', \'"consent":{"more":1,\')',
  );
  const { 'visits.consentSigned': consent } = await shown(site, { kind: 'visit', visitId });
  assert.deepEqual(consent, ['broken', ['consentText']]);
  tamper(site, "UPDATE rulePack SET content = replace(content, '\"more\":1,', '')");
});

test('INV-31 sealed words touched in the journal break the signature by themselves', async () => {
  const { db } = site.station.core.store;
  const trigger = db.prepare("SELECT sql FROM sqlite_schema WHERE name = 'journal_update'").get();
  const reason =
    "UPDATE journal SET reason = iif(reason IS NULL, 'x', NULL) WHERE type = 'visits.decided'";
  tamper(site, `DROP TRIGGER journal_update; ${reason}`);
  const { 'visits.decided': decision } = await shown(site, { kind: 'visit', visitId });
  assert.deepEqual(decision, ['broken', ['entry']]);
  tamper(site, `${reason}; ${(trigger as { sql: string }).sql}`);
  assert.deepEqual(await shown(site, { kind: 'visit', visitId }), INTACT);
});

test('INV-31 a later correction of who the donor is breaks what was signed about her before', async () => {
  const document = { kind: 'residentId' as const, number: residentId('1989-04-19', 3) };
  const input = { donorId, document, name: '韩志远', phone: '', why: '证件读错' };
  value(await site.command('donors.amend', input, { proof: site.staff.nurse.as() }));
  assert.deepEqual(await shown(site, { kind: 'visit', visitId }), {
    ...INTACT,
    'visits.decided': ['broken', ['donor']],
  });
  const broken = brokenSignatures(site.station.core.store);
  assert.deepEqual(
    broken.map(({ meaning, subject, changed }) => [meaning, subject, changed]),
    [['visits.decided', visitId, ['donor']]],
  );
});

test('INV-31 a release covers bag, group and results: a later reading or another volume breaks it', async () => {
  const at = await labelWorld();
  const unitId = await labelledUnit(at, 118);
  const proof = at.staff.qualityRelease.as({ signed: true, with: at.staff.supervisor });
  const units = [{ unitId, visual: 'ok' as const }];
  value(await at.command('inventory.releaseUnits', { units }, { proof }));
  const released = async () => (await shown(at, { kind: 'unit', unitId }))['inventory.released'];
  assert.deepEqual(await released(), ['valid', []]);
  tamper(at, 'UPDATE unit SET volumeMl = volumeMl + 50');
  assert.deepEqual(await released(), ['broken', ['unit']]);
  tamper(at, 'UPDATE unit SET volumeMl = volumeMl - 50');
  tamper(at, "UPDATE release SET checks = '[]'");
  assert.deepEqual(await released(), ['broken', ['checks']]);
  assert.ok(judged(at).includes('INV-31 the table holds another release than was signed'));
  const all = [...everySigned(readable(at.station.core.store.db))];
  const entry = all.find(({ type }) => type === 'inventory.released');
  tamper(at, `UPDATE release SET checks = '${JSON.stringify(entry?.body['checks' as never])}'`);
  assert.deepEqual(await released(), ['valid', []]);
  at.record(result(at, { din: dinOf(118), test: 'HEV', reading: 'nonreactive' }));
  assert.deepEqual(await released(), ['broken', ['results']]);
});

test('INV-31 a correction before two stands under its own signature; a later one has another', async () => {
  const at = await labStation();
  const { labTech, labTech2 } = at.staff;
  const seen = { din: DIN, leak: false, haemolysis: 'none' as const, colourOk: true };
  const bag = { ...seen, netGrams: 431 };
  value(await at.command('laboratory.receiveBag', bag, { proof: labTech.as() }));
  const states = async () => {
    const asked = { kind: 'record' as const, id: DIN };
    const found = value(await at.query('signatures.onRecord', asked, labTech.as()));
    return found.map(({ meaning, second, state, changed }) => [meaning, second, state, changed]);
  };
  assert.deepEqual(await states(), []);
  const proof = labTech.as({ with: labTech2 });
  const correct = (netGrams: number) =>
    at.command('laboratory.correctIntake', { ...seen, netGrams, code: 'mistyped' }, { proof });
  value(await correct(430));
  const signed = ['laboratory.intakeCorrected', labTech2.name];
  assert.deepEqual(await states(), [[...signed, 'valid', []]]);
  tamper(at, 'UPDATE bagIntake SET netGrams = 480');
  assert.deepEqual(await states(), [[...signed, 'broken', ['netGrams']]]);
  tamper(at, 'UPDATE bagIntake SET netGrams = 430');
  at.clock.forward(1);
  value(await correct(432));
  const two = [1, 2].map(() => [...signed, 'valid', []]);
  assert.deepEqual(await states(), two);
  assert.deepEqual(brokenSignatures(at.station.core.store), []);
});
