import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { DemoDriver } from '#electron/demo/driver.ts';
import { replay } from '#electron/journal/replay.ts';
import { verifyJournal } from '#electron/journal/verify.ts';
import { openLoopback } from '#electron/loopback/server.ts';
import type { Station } from '#electron/station/create-station.ts';
import { slices } from '#electron/station/slices.ts';
import { violations } from '#shared/judge/violations.ts';
import { entriesOf, openedSite } from '#tests/properties/site.ts';
import { type Answered, comeIn } from './over-door.ts';
import { type Given, retold } from './retold.ts';
import { playCase } from './whole-case.ts';

/**
 * Steps that do not wait for the one before them in the script, with the step that they do wait for;
 * null for what is bound to no case at all.
 */
const FREE_AFTER: Readonly<Record<string, string | null>> = {
  'operators.signIn': null,
  'equipment.recordTemperature': null,
  'laboratory.openRun': null,
  'collection.openBox': null,
  'collection.prepareChair': null,
  'donors.register': null,
  'donors.recordAssessment': null,
  'visits.checkIn': 'donors.register',
  'visits.confirmAssessment': 'visits.checkIn',
  'collection.keyProgress': 'collection.start',
  'collection.keyMachineEnd': 'collection.start',
  'collection.checkRest': 'collection.startRest',
  'laboratory.concludeRun': 'laboratory.openRun',
  'laboratory.receiveBag': 'collection.receiveBox',
  'laboratory.receiveSample': 'collection.receiveBox',
  'components.planSplit': 'laboratory.receiveBag',
};

/** What may be done again for a donor, sample or box that has been through it all. */
const REPEATABLE = new Set([
  'donors.register',
  'visits.checkIn',
  // Another reading in the same run is how a repeat in duplicate is done.
  'laboratory.enterResult',
]);

const site = await openedSite();
const { core } = site.test.station;
const door = await openLoopback({
  station: {
    call: (name, envelope) => site.test.station.call(name, envelope, { door: 'loopback' }),
    listen: () => () => undefined,
  },
  root: site.test.folder,
  port: 0,
  now: () => 0,
});
const page = await comeIn(door);
after(async () => {
  page.close();
  await door.close();
});

type Hook = (given: Given) => Promise<void>;

/** The same script, but every command goes over the door; `before` is asked first. */
function driverOverDoor(before: Hook, done: (given: Given, answer: Answered) => void): DemoDriver {
  const station = {
    ...site.test.station,
    call: async (name: string, envelope: unknown) => {
      const given = { name, envelope: envelope as Given['envelope'] };
      await before(given);
      const answer = await page.call(name, envelope);
      done(given, answer);
      return answer;
    },
  } as unknown as Station;
  const { now, elapsedMs, set } = site.clock;
  return new DemoDriver(
    station,
    { now, elapsedMs, set },
    { wait: async (minutes) => site.clock.forward(minutes) },
    new Map(),
    { commands: randomSerial() },
  );
}

let drivers = 0;
function randomSerial(): number {
  drivers += 1;
  return drivers * 100_000;
}

test('a whole case over the door: each step before its time or a second time is refused, and nothing is half-written', async (t) => {
  const first: { given: Given; answer: Answered }[] = [];
  const record = driverOverDoor(
    async () => {},
    (given, answer) => first.push({ given, answer }),
  );
  const donor = { name: '王小红', sex: 'female' as const, age: 34, phone: '' };
  await playCase(record, site.equipment, donor, 1);

  const story = retold(first);
  const slipped = new Set<string>();
  const past = new Set<string>();
  let tried = 0;
  const tryEarly: Hook = async (given) => {
    if (past.has(given.name) || FREE_AFTER[given.name] === null) return;
    for (const { name, envelope } of story.ahead(given)) {
      // Of what came once already, the rest belongs to the next bag, tube or run.
      const from = past.has(name) ? null : FREE_AFTER[name];
      if (from === null || (from !== undefined && past.has(from))) continue;
      const before = core.store.journal.head(core.station).seq;
      const answer = await page.call(name, { ...envelope, commandId: randomUUID() });
      tried += 1;
      assert.notEqual(answer.status, 'failed', `${name} before ${given.name}`);
      if (answer.status === 'ok') slipped.add(`${name} before ${given.name}`);
      else {
        const entries = [...core.store.journal.chain(core.station)].slice(before);
        assert.deepEqual(
          entries.map(({ type }) => type).filter((type) => type !== 'attempt.refused'),
          [],
          name,
        );
      }
    }
  };
  const again = driverOverDoor(tryEarly, (given, answer) => {
    past.add(given.name);
    story.happened(given, answer);
  });
  await playCase(again, site.equipment, { ...donor, name: '李志强', sex: 'male' }, 2);
  for (const { name, envelope } of story.told()) {
    if (FREE_AFTER[name] === null || REPEATABLE.has(name)) continue;
    const answer = await page.call(name, { ...envelope, commandId: randomUUID() });
    assert.equal(answer.status, 'refused', `${name} a second time`);
  }
  t.diagnostic(`${tried} steps before their time`);
  assert.deepEqual([...slipped], []);
  assert.ok(tried > 300);

  assert.deepEqual(violations(entriesOf(site.test)), []);
  assert.ok(verifyJournal(core.store.journal).ok);
  assert.deepEqual(replay(core.store, slices).differing, []);
});
