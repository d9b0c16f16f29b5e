import assert from 'node:assert/strict';
import { receiveBatch } from '#electron/journal/receive.ts';
import { replay } from '#electron/journal/replay.ts';
import { tableHashes } from '#electron/journal/state-hash.ts';
import { slices } from '#electron/station/slices.ts';
import { allTables } from '#electron/station/store.ts';
import type { Role } from '#shared/contract/roles.ts';
import { violations } from '#shared/judge/violations.ts';
import type { Entry } from '#shared/kernel/entry.ts';
import { entriesOf, type Site, siteFrom, type Template } from '#tests/properties/site.ts';
import { type Badge, Tally, Walk } from '#tests/properties/walk.ts';
import { enrolled, makeStation, signedIn, testClock, value } from '#tests/support/station.ts';

const B_STAFF: Readonly<Record<string, readonly Role[]>> = {
  charge: ['nurse', 'supervisor'],
  nurse: ['nurse'],
  physician: ['physician'],
  testerA: ['labTech'],
  testerB: ['labTech'],
  releaser: ['qualityRelease'],
};

/** Two stations that share what the first one knew, each with its own people and numbers. */
export interface Pair {
  readonly a: Walk;
  readonly b: Walk;
}

/** A station on a copy of the template, and a second one founded apart that has received its journal. */
export async function pairFrom(template: Template): Promise<Pair> {
  const a = await siteFrom(template);
  const clock = testClock(template.now);
  const test = await makeStation({ clock, idleMinutes: 100_000 });
  const pins = ['602481', '602482'] as const;
  const founded = value(
    await test.command('operators.foundSite', {
      name: '示范采浆二点',
      room: '',
      facilityCode: 'A9998',
      licenceNumber: 'DEMO-0002',
      licenceExpires: '2030-12-31',
      contactPhone: '',
      demo: true,
      administrators: [
        { name: '乙点管理员甲', badge: 'B-1', pin: pins[0] },
        { name: '乙点管理员乙', badge: 'B-2', pin: pins[1] },
      ],
    }),
  );
  const admin = await signedIn(test, founded.staffIds[0], 'B-1', pins[0]);
  const people = new Map<string, Badge>([
    ['adminA', { badge: 'B-1', pin: pins[0] }],
    ['adminB', { badge: 'B-2', pin: pins[1] }],
  ]);
  for (const [index, [key, roles]] of Object.entries(B_STAFF).entries()) {
    const person = await enrolled(test, admin, `B${key}`, roles, `60${4000 + index}`);
    people.set(key, { badge: person.badge, pin: person.pin });
  }
  const b: Site = { test, clock, equipment: template.equipment };
  const someone = { badge: 'B-1', pin: pins[0] };
  const pair = {
    a: new Walk(a, new Tally()),
    b: new Walk(b, new Tally(), (key) => people.get(key) ?? someone),
  };
  send(pair.a, pair.b);
  return pair;
}

/** Sends the newest entries of one station's chain to the other, in batches of some size. */
export function send(from: Walk, to: Walk, size = 1000): void {
  const { core } = from.site.test.station;
  const there = to.site.test.station.core;
  const known = there.store.journal.head(core.station).seq;
  const fresh: Entry[] = [...core.store.journal.chain(core.station, known + 1)];
  for (let at = 0; at < fresh.length; at += size) {
    const taken = receiveBatch(there, fresh.slice(at, at + size));
    assert.ok(taken.ok, JSON.stringify(taken));
  }
}

/** Exchanges until neither has anything new: reactions to what was heard travel too. */
export function exchange({ a, b }: Pair, size = 1000): void {
  for (let round = 0; round < 4; round += 1) {
    send(a, b, size);
    send(b, a, size);
  }
}

/** Every state table of both is equal, each equals its own replay, and the judge is content. */
export function assertAgreed({ a, b }: Pair): void {
  const tables = allTables(slices);
  const [one, two] = [a, b].map((walk) =>
    tableHashes(walk.site.test.station.core.store.db, tables),
  );
  const differing = [...(one?.keys() ?? [])].filter((name) => one?.get(name) !== two?.get(name));
  assert.deepEqual(
    differing.map((name) => difference({ a, b }, name)),
    [],
  );
  for (const walk of [a, b]) {
    assert.deepEqual(replay(walk.site.test.station.core.store, slices).differing, []);
    assert.deepEqual(violations(entriesOf(walk.site.test)), []);
  }
}

/** The first rows in which a table differs, for the message of a failure. */
function difference({ a, b }: Pair, name: string): unknown {
  const rows = (walk: Walk) => walk.read.all(name as 'donor').map((row) => JSON.stringify(row));
  const [here, there] = [rows(a), rows(b)];
  return {
    name,
    onlyA: here.filter((row) => !there.includes(row)).slice(0, 2),
    onlyB: there.filter((row) => !here.includes(row)).slice(0, 2),
  };
}

export function closePair({ a, b }: Pair): void {
  a.site.test.close();
  b.site.test.close();
}
