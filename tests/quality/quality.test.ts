import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { HAZARDS, INVARIANTS } from '#tests/properties/invariants.ts';
import { ANOMALIES } from './anomalies.ts';
import { COMPARED } from './compared.ts';
import { ANALYSED, papers } from './papers.ts';
import { BUILDABLE, isAllowed, SHIPPABLE, thirdParty } from './parts.ts';
import { REQUIREMENTS } from './requirements.ts';
import { allOperations, gaps, protocol, ruleIds } from './traced.ts';

test('the quality papers are those that the code gives; else run `npm run quality`', () => {
  const wanted = papers();
  const there = globSync('resources/docs/quality/**/*.md').map((file) =>
    file.replaceAll('\\', '/'),
  );
  assert.deepEqual(there.toSorted(), [...wanted.keys()].toSorted());
  for (const [file, text] of wanted)
    assert.ok(readFileSync(file, 'utf8') === text, `${file} is not up to date: npm run quality`);
});

test('every operation and every rule row is traced to a requirement, and no trace leads nowhere', () => {
  const of = (key: 'operations' | 'rules') => REQUIREMENTS.flatMap((one) => one[key]);
  const none = { untraced: [], dead: [] };
  assert.deepEqual(gaps(of('operations'), allOperations()), none);
  assert.deepEqual(gaps(of('rules'), ruleIds()), none);
});

test('every invariant stands behind a requirement, every requirement behind something that holds it', () => {
  const used = new Set(REQUIREMENTS.flatMap(({ invariants }) => invariants));
  const ids = INVARIANTS.map(({ id }) => id);
  assert.deepEqual([...used].toSorted(), ids);
  for (const { id, invariants, tests } of REQUIREMENTS) {
    assert.ok(invariants.length + tests.length > 0, id);
    for (const file of tests) assert.ok(existsSync(file), `${id}: ${file}`);
  }
});

/** One station has nobody to exchange with; practice happens in a folder of its own. */
const NOT_AT_A_SITE = ['REQ-EXC-1', 'REQ-OPS-4'];

test('ids of requirements, hazards, anomalies and steps are used once, and steps name requirements', () => {
  const { steps } = protocol();
  const named = REQUIREMENTS.map(({ id }) => id);
  for (const ids of [named, ANOMALIES.map(({ id }) => id), steps.map(({ id }) => id)])
    assert.equal(new Set(ids).size, ids.length);
  const asked = steps.flatMap(({ requirements }) => requirements);
  assert.deepEqual(
    asked.filter((id) => !named.includes(id)),
    [],
  );
  assert.deepEqual(
    named.filter((id) => !asked.includes(id)),
    NOT_AT_A_SITE,
  );
});

test('every hazard is analysed once, answered by an invariant, and its controls are files', () => {
  assert.deepEqual(
    ANALYSED.map(({ number }) => number),
    HAZARDS.map(([number]) => number),
  );
  const paths = INVARIANTS.flatMap(({ enforced }) => enforced).filter((at) =>
    /^\S+\/\S+\.tsx?$/.test(at),
  );
  for (const path of paths)
    if (!path.includes('*')) assert.ok(existsSync(path), `${path} is named as a control`);
  const known = new Set(INVARIANTS.map(({ id }) => id));
  for (const { invariants } of COMPARED) for (const id of invariants) assert.ok(known.has(id), id);
});

test('what ships and what builds is under a licence of the allowed lists', () => {
  const { ships, builds } = thirdParty();
  assert.ok(
    ships.some(({ name }) => name === 'react') && builds.some(({ name }) => name === 'vite'),
  );
  const refused = (parts: typeof ships, allowed: ReadonlySet<string>) =>
    parts.filter(({ licence }) => !isAllowed(licence, allowed));
  assert.deepEqual(refused(ships, SHIPPABLE), []);
  assert.deepEqual(refused(builds, BUILDABLE), []);
});

test('a licence is judged by its expression', () => {
  const cases: readonly (readonly [string, boolean])[] = [
    ['MIT', true],
    ['(MIT OR GPL-3.0-only)', true],
    ['MIT AND GPL-3.0-only', false],
    ['AGPL-3.0-or-later', false],
    ['', false],
  ];
  for (const [licence, allowed] of cases)
    assert.equal(isAllowed(licence, SHIPPABLE), allowed, licence);
});

test('README leads to the known anomalies and tells none of its own', () => {
  const readme = readFileSync('README.md', 'utf8');
  assert.ok(readme.includes('resources/docs/quality/en/known-anomalies.md'));
  assert.ok(readme.includes('resources/docs/quality/zh/known-anomalies.md'));
});
