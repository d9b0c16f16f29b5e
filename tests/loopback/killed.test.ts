import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { DemoDriver } from '#electron/demo/driver.ts';
import { replay } from '#electron/journal/replay.ts';
import { verifyJournal } from '#electron/journal/verify.ts';
import type { Station } from '#electron/station/create-station.ts';
import { slices } from '#electron/station/slices.ts';
import { violations } from '#shared/judge/violations.ts';
import { entriesOf, openedSite, templateOf } from '#tests/properties/site.ts';
import { makeStation, type TestClock, temporaryFolder, testClock } from '#tests/support/station.ts';
import { type Answered, comeIn, type DoorCaller } from './over-door.ts';
import type { Given } from './retold.ts';
import { playCase } from './whole-case.ts';

const CHILD = fileURLToPath(new URL('./killed-station.ts', import.meta.url));
/** More with `KILLS`; a case over the door takes some seconds. */
const KILLS = Number(process.env['KILLS'] ?? 4);
const LONGEST_MS = 2500;

const compileCache = temporaryFolder();
const opened = await openedSite();
const { equipment } = opened;
const template = templateOf(opened);

/** A station in a process of its own, and lines to and from it. */
class Behind {
  readonly child: ChildProcess;
  readonly #lines: AsyncIterator<string>;

  constructor(base: string, now: string) {
    this.child = spawn(process.execPath, [CHILD, base, now], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
    });
    this.child.stdin?.on('error', () => undefined);
    if (!this.child.stdout) throw new Error('no output');
    this.#lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
  }

  async line(): Promise<string> {
    const { value, done } = await this.#lines.next();
    if (done) throw new Error('the station is gone');
    return value;
  }

  async tell(line: string): Promise<void> {
    this.child.stdin?.write(`${line}\n`);
    await this.line();
  }
}

interface Round {
  readonly acknowledged: readonly string[];
  /** The call whose answer never came. */
  readonly unanswered: Given | undefined;
}

/** Plays a case over the door until the station is killed under it. */
async function playUntilKilled(
  base: string,
  clock: TestClock,
  nth: number,
  afterMs: number,
): Promise<Round> {
  const behind = new Behind(base, clock.now());
  const url = await behind.line();
  const page = await comeIn({ origin: new URL(url).origin, freshUrl: () => url });
  const acknowledged: string[] = [];
  let unanswered: Given | undefined;
  const station = stationBehind(behind, page, (given, answer) => {
    unanswered = answer ? undefined : given;
    if (answer?.status === 'ok' && given.envelope.commandId)
      acknowledged.push(given.envelope.commandId);
  });
  const hand = { now: clock.now, elapsedMs: clock.elapsedMs, set: clock.set };
  const wait = async (minutes: number) => {
    clock.forward(minutes);
    await behind.tell(`forward ${minutes}`);
  };
  const driver = new DemoDriver(station, hand, { wait }, new Map(), { commands: nth * 100_000 });
  const killed = new Promise((resolve) => behind.child.once('exit', resolve));
  setTimeout(() => behind.child.kill('SIGKILL'), afterMs);
  const donor = { name: '王小红', sex: 'female' as const, age: 30 + (nth % 20), phone: '' };
  await playCase(driver, equipment, donor, nth).catch(() => undefined);
  await killed;
  page.close();
  return { acknowledged, unanswered };
}

function stationBehind(
  behind: Behind,
  page: DoorCaller,
  note: (given: Given, answer: Answered | undefined) => void,
): Station {
  return {
    call: async (name: string, envelope: Given['envelope']) => {
      note({ name, envelope }, undefined);
      const answer = await page.call(name, envelope);
      note({ name, envelope }, answer);
      return answer;
    },
    act: async (_name: string, input: unknown) => {
      await behind.tell(`job ${JSON.stringify(input)}`);
      return { status: 'ok' };
    },
  } as unknown as Station;
}

test(`INV-33 INV-35 INV-37 ${KILLS} kills during a whole case over the door: what was acknowledged is there, whole`, async (t) => {
  let known = 0;
  for (let nth = 1; nth <= KILLS; nth += 1) {
    const base = temporaryFolder();
    cpSync(template.base, base, { recursive: true });
    const clock = testClock(template.now);
    const ports = { folder: `${base}/data`, configFolder: `${base}/config`, clock };
    const afterMs = Math.ceil(Math.random() * LONGEST_MS);
    const { acknowledged, unanswered } = await playUntilKilled(base, clock, nth, afterMs);
    const station = await makeStation(ports);
    const { store } = station.station.core;
    assert.equal(station.station.report.fault, undefined);
    assert.ok(verifyJournal(store.journal).ok);
    const kept = new Set(
      store.db.prepare('SELECT commandId FROM command_outcome').pluck().all() as string[],
    );
    const gone = acknowledged.filter((id) => !kept.has(id));
    assert.deepEqual(gone, [], 'acknowledged and gone');
    const journaled = store.db
      .prepare('SELECT DISTINCT commandId FROM journal WHERE commandId IS NOT NULL')
      .pluck()
      .all() as string[];
    const half = journaled.filter((id) => !kept.has(id));
    assert.deepEqual(half, [], 'half a command');
    if (unanswered) await askAgain(station, unanswered, kept);
    assert.deepEqual(violations(entriesOf(station)), []);
    assert.deepEqual(replay(store, slices).differing, []);
    station.close();
    known += acknowledged.length;
    t.diagnostic(`killed after ${afterMs} ms: ${acknowledged.length} acknowledged`);
  }
  assert.ok(known > 0);
});

/** The same id again: done once at the most, whether or not it was done before the kill. */
async function askAgain(
  { station }: Awaited<ReturnType<typeof makeStation>>,
  { name, envelope }: Given,
  kept: ReadonlySet<string>,
): Promise<void> {
  const { commandId } = envelope;
  if (commandId === undefined) return;
  const before = station.core.store.journal.head(station.core.station).seq;
  const answer = await station.call(name, envelope, { door: 'test' });
  assert.notEqual(answer.status, 'failed', name);
  const { seq } = station.core.store.journal.head(station.core.station);
  if (kept.has(commandId)) assert.equal(seq, before, `${name} was done twice`);
}
