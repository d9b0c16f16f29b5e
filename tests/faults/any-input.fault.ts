import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { appliedOrder, replay } from '#electron/journal/replay.ts';
import { slices } from '#electron/station/slices.ts';
import { allTables } from '#electron/station/store.ts';
import type { Operation } from '#shared/contract/define.ts';
import type { AnyEntry } from '#shared/contract/events.ts';
import { operations } from '#shared/contract/index.ts';
import { DEMO_STAFF } from '#shared/features/operators/demo-staff.ts';
import { violations } from '#shared/judge/violations.ts';
import { seededDemos } from '../demo/seeded.ts';
import { schemaOf } from '../loopback/from-contract.ts';
import { anyInput, type OnRecord } from './any-input.ts';
import { PROVING } from './rig.ts';

/** Inputs of each operation: a sample daily, many where everything is tried. */
const EACH = PROVING ? 50 : 3;

/** What takes the script's people their power, or leads out of the folder. */
const LEFT_OUT: ReadonlySet<string> = new Set<keyof typeof operations>([
  'operators.resetPin',
  'operators.changePin',
  'operators.signOut',
  'operators.lock',
  'equipment.setCopyFolder',
  'equipment.backUp',
  'equipment.makeSupportBundle',
  'equipment.verifyRecords',
]);

const demos = await seededDemos();
after(() => demos.close());
const { station, driver } = await demos.seed('2026-11-18T05:30:00.000Z');
const { core } = station;

/** All that stands on record: a row's id under the name of its table too. */
function onRecord(): OnRecord {
  const byField = new Map<string, Set<string | number>>();
  const texts = new Set<string>();
  for (const name of Object.keys(allTables(slices)))
    for (const row of core.store.reader.all(name as 'site'))
      for (const [field, value] of Object.entries(row)) {
        if (typeof value !== 'string' && typeof value !== 'number') continue;
        for (const key of field === 'id' ? [`${name}Id`, name] : [field])
          byField.set(key, (byField.get(key) ?? new Set()).add(value));
        if (typeof value === 'string') texts.add(value);
      }
  byField.set('din', byField.get('donation') ?? new Set());
  byField.set('serial', byField.get('label') ?? new Set());
  return {
    byField: new Map([...byField].map(([field, values]) => [field, [...values]])),
    texts: [...texts],
  };
}

/** Somebody who may, with her PIN and somebody who may stand beside her. */
async function proofFor(operation: Operation) {
  const withRole = (wanted: Operation['roles']) =>
    DEMO_STAFF.filter(
      ({ roles }) => !Array.isArray(wanted) || roles.some((role) => wanted.includes(role)),
    );
  const [who = DEMO_STAFF[0]] = withRole(operation.roles);
  assert.ok(who);
  const token = await tokenOf(who);
  const actor = { kind: 'session', token };
  if (operation.kind === 'query') return { actor };
  const second = withRole(operation.second?.roles ?? 'public').find(({ key }) => key !== who.key);
  return {
    actor,
    pin: who.pin,
    ...(operation.second ? { second: { badge: second?.badge, pin: second?.pin } } : {}),
  };
}

const tokens = new Map<string, string>();
async function tokenOf({ key, badge, pin }: (typeof DEMO_STAFF)[number]): Promise<string> {
  const token = tokens.get(key) ?? (await driver.signIn(badge, pin));
  tokens.set(key, token);
  return token;
}

test('INV-33 INV-35 INV-37 any input about what is there, in any order: answered, never failed, and all rules hold', async (t) => {
  const failed: string[] = [];
  let accepted = 0;
  for (let round = 0; round < EACH; round += 1) {
    const known = onRecord();
    for (const [name, operation] of Object.entries(operations)) {
      if (LEFT_OUT.has(name)) continue;
      const [input] = fc.sample(anyInput(schemaOf(operation.input), known), {
        numRuns: 1,
        seed: round,
      });
      const envelope =
        operation.roles === 'public' ? { input } : { input, proof: await proofFor(operation) };
      const call = operation.kind === 'query' ? envelope : { ...envelope, commandId: randomUUID() };
      const answer =
        operation.roles === 'station'
          ? await station.act(name, input)
          : await station.call(name, call, { door: 'loopback' });
      if (answer.status === 'failed') failed.push(`${name} ${JSON.stringify(input)}`);
      if (answer.status === 'ok' && operation.kind === 'command') accepted += 1;
    }
  }
  t.diagnostic(`${accepted} commands accepted`);
  assert.deepEqual(failed, []);
  assert.ok(accepted > 20);
  assert.deepEqual(violations([...appliedOrder(core.store)] as AnyEntry[]), []);
  assert.deepEqual(replay(core.store, slices).differing, []);
});
