import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { z } from 'zod';
import { rasterCheck } from '#electron/printing/labels/on-record.ts';
import { operations, type QueryName, type SentOf } from '#shared/contract/index.ts';
import { ROLES } from '#shared/contract/roles.ts';
import { bagCode, labelledUnit } from '#tests/features/labeling/reading-back.ts';
import { dinOf, readyUnit, result } from '#tests/features/labeling/ready-units.ts';
import { type LabelWorld, labelWorld } from '#tests/features/labeling/world.ts';
import { codes, signedIn, type TestPerson, value } from '#tests/support/station.ts';

after(() => rasterCheck.close());

const FIGURE = 'S/CO 17.77';

/** What may stand in no answer: readings, effective values, their words, the marker of a deferral. */
const TOLD =
  /17\.77|"(?:nonreactive|reactive|initiallyReactive|repeatReactive)"|有反应|无反应(?!性)|\breactive\b|"marker":"/;
/** The laboratory reads the antibody and why a person is deferred; infections only when opened. */
const TOLD_LAB = /17\.77|initiallyReactive|repeatReactive/;
/** Liver enzyme and antibody are no infection; a limit is a rule and about nobody. */
function aboutInfections(text: string): string {
  return JSON.stringify(
    JSON.parse(text, (key, one) => {
      const test = one?.ruleId ?? one?.test;
      return key === 'limit' || test === 'ALT' || test === 'AB' ? null : one;
    }),
  );
}
/** The pack's own panel says which readings are acceptable; that is a rule and about nobody. */
const isRule = (name: string) => name.startsWith('rulesets.');

const SEEN: ReadonlySet<string> = new Set(['labTech', 'qualityRelease', 'physician']);

/** Donations: good; reactive twice; reactive at first; labelled and reactive afterwards. */
const DINS = [118, 130, 131, 132].map(dinOf);

async function infectedWorld(): Promise<LabelWorld> {
  const at = await labelWorld();
  readyUnit(at, 118);
  readyUnit(at, 130, { without: ['HIV'] });
  readyUnit(at, 131, { without: ['syphilis'] });
  await labelledUnit(at, 132);
  const reactive = (sequence: number, test: string, round = 0) =>
    at.record(
      result(at, { din: dinOf(sequence), test, reading: 'reactive', figure: FIGURE, round }),
    );
  reactive(130, 'HIV');
  reactive(130, 'HIV', 1);
  reactive(131, 'syphilis');
  reactive(132, 'HCV');
  return at;
}

/** Values by the name of an input field. */
function valuesOf(at: LabelWorld): Readonly<Record<string, readonly unknown[]>> {
  const { reader } = at.station.core.store;
  const donors = DINS.map((din) => `donor-${Number(din.slice(7))}`);
  return {
    din: DINS,
    donorId: donors,
    unitId: reader.all('unit').map(({ id }) => id),
    runId: reader
      .by('result', 'din', dinOf(130))
      .filter((row) => row.test === 'HIV')
      .map((row) => row.runId),
    visitId: DINS.map((din) => `visit-${Number(din.slice(7))}`),
    hash: reader.all('rulePack').map(({ id }) => id),
    text: ['测试', ...DINS.map(bagCode)],
    search: ['', '测试'],
    badge: ['B-NURSE'],
    programme: ['convalescentPlasma'],
    chairId: ['chair-1'],
    certificateId: reader.all('certificate').map(({ id }) => id),
    variant: ['preview'],
    language: ['zh-CN'],
  };
}

/** Inputs of a query: every known value of every field that it needs or chooses from a list. */
function inputsOf(name: QueryName, at: LabelWorld): readonly Record<string, unknown>[] {
  const schema = z.toJSONSchema(operations[name].input, { io: 'input' }) as {
    required?: string[];
    properties?: Record<string, { enum?: unknown[]; type?: string }>;
  };
  const known = valuesOf(at);
  // A field that nobody named here is asked with every id there is.
  const ids = Object.values(known).flat();
  let inputs: Record<string, unknown>[] = [{}];
  for (const [field, { enum: listed, type }] of Object.entries(schema.properties ?? {})) {
    const isNeeded = schema.required?.includes(field) === true;
    const values = known[field] ?? listed ?? (isNeeded ? (type === 'string' ? ids : [1]) : []);
    if (values.length === 0) continue;
    inputs = inputs.flatMap((input) => values.map((one) => ({ ...input, [field]: one })));
  }
  return inputs;
}

const queryNames = (Object.keys(operations) as (keyof typeof operations)[]).filter(
  (name): name is QueryName => operations[name].kind === 'query',
);

async function answersOf(at: LabelWorld, person: TestPerson) {
  const found: { readonly name: QueryName; readonly input: unknown; readonly text: string }[] = [];
  for (const name of queryNames) {
    for (const input of inputsOf(name, at)) {
      const answer = await at.query(name, input as SentOf<QueryName>, person.as());
      if (answer.status === 'ok') found.push({ name, input, text: JSON.stringify(answer) });
    }
  }
  return found;
}

test('no query answers anybody with an infection result that she has not opened', async (t) => {
  const at = await infectedWorld();
  for (const role of ROLES) {
    await t.test(role, async () => {
      const answers = await answersOf(at, at.staff[role]);
      assert.ok(answers.length > 10, `${answers.length} answers`);
      for (const { name, input, text } of answers) {
        if (isRule(name)) continue;
        const plain = aboutInfections(text);
        const told = (SEEN.has(role) ? TOLD_LAB : TOLD).exec(plain);
        const near = told ? plain.slice(Math.max(0, told.index - 80), told.index + 60) : '';
        assert.equal(told, null, `${name} ${JSON.stringify(input)}: ${near}`);
      }
    });
  }
});

test('a refusal names the state of a test and never what was read', async () => {
  const at = await infectedWorld();
  for (const role of ['labTech', 'qualityRelease', 'supervisor'] as const) {
    for (const din of [dinOf(130), dinOf(131)]) {
      const input = { unitId: `${din}:D0001V00:00`, printerId: 'printer-1', stockId: 'stock-1' };
      const answer = await at.command('labeling.printLabel', input, {
        proof: at.staff[role].as(),
      });
      assert.ok(codes(answer).includes('labeling.gateNotMet'));
      assert.doesNotMatch(JSON.stringify(answer), TOLD);
      assert.match(JSON.stringify(answer), /未合格|待检/);
    }
  }
});

test('opening results is an event: who, when, whose, why; for this person alone, for half an hour', async () => {
  const at = await infectedWorld();
  const { labTech, labTech2, physician, nurse, supervisor } = at.staff;
  const matrix = async (person: TestPerson, din = dinOf(130)) =>
    value(await at.query('laboratory.matrix', { din }, person.as()));
  const hiv = async (person: TestPerson, din?: string) =>
    (await matrix(person, din)).tests.find((one) => one.test === 'HIV');
  const open = (person: TestPerson, purpose: 'testing' | 'counselling' = 'testing') =>
    at.command('laboratory.openResults', { din: dinOf(130), purpose }, { proof: person.as() });
  assert.deepEqual([(await matrix(labTech)).masked, (await matrix(labTech)).mayOpen], [true, true]);
  assert.deepEqual([(await matrix(nurse)).masked, (await matrix(nurse)).mayOpen], [true, false]);
  assert.deepEqual((await hiv(labTech))?.readings, []);
  assert.equal((await hiv(labTech))?.value, 'unqualified');

  value(await open(labTech));
  const seen = await hiv(labTech);
  assert.equal(seen?.value, 'repeatReactive');
  assert.deepEqual(
    seen?.readings.map((one) => one.figure),
    [FIGURE, FIGURE],
  );
  assert.deepEqual((await hiv(labTech2))?.readings, []);
  assert.deepEqual((await hiv(labTech, dinOf(118)))?.readings, []);
  value(await open(physician, 'counselling'));
  const { journal } = at.station.core.store;
  const entries = [...journal.chain(at.station.core.station)].filter(
    ({ type }) => type === 'laboratory.resultsOpened',
  );
  assert.deepEqual(
    entries.map(({ actor, at: when, body }) => {
      const { readId: _id, ...told } = body as Record<string, unknown>;
      return { actor, when, ...told };
    }),
    [
      [labTech, 'testing'],
      [physician, 'counselling'],
    ].map(([person, purpose]) => ({
      actor: (person as TestPerson).staffId,
      when: at.clock.now(),
      din: dinOf(130),
      donorId: 'donor-130',
      purpose,
    })),
  );

  const back = () => signedIn(at, labTech.staffId, labTech.badge, labTech.pin);
  at.clock.forward(29);
  assert.equal((await matrix(await back())).masked, false);
  at.clock.forward(1);
  assert.equal((await matrix(await back())).masked, true);
  assert.deepEqual((await hiv(await back()))?.readings, []);
  for (const { staffId, badge, pin } of [nurse, supervisor]) {
    const refused = await open(await signedIn(at, staffId, badge, pin));
    assert.deepEqual(codes(refused), ['station.notPermitted']);
  }
  const strange = { din: dinOf(999), purpose: 'testing' as const };
  const proof = (await back()).as();
  const unknown = await at.command('laboratory.openResults', strange, { proof });
  assert.deepEqual(codes(unknown), ['laboratory.donationUnknown']);
});
