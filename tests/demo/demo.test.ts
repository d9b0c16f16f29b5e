import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openDemoFolder } from '#electron/demo/open-demo.ts';
import { appliedOrder, replay } from '#electron/journal/replay.ts';
import type { OpenFolder } from '#electron/station/open-folder.ts';
import { slices } from '#electron/station/slices.ts';
import type { AnyEntry } from '#shared/contract/events.ts';
import { violations } from '#shared/judge/violations.ts';
import { until } from '#tests/devices/runtime/rig.ts';
import { FOLDERS } from '#tests/support/folders.ts';

// Noon in Tianjin on a working day: every scene of the script fits into its day.
const NOON = '2026-11-18T05:30:00.000Z';
let home: string;
let folder: OpenFolder;

before(async () => {
  home = mkdtempSync(join(FOLDERS, 'pp-'));
  process.env['XDG_CONFIG_HOME'] = join(home, 'config');
  const options = { data: join(home, 'data'), seed: 7, practiceClock: NOON, practice: true };
  const opened = await openDemoFolder(options);
  assert.ok(opened.ok, opened.ok ? '' : opened.error);
  folder = opened.value;
});

after(async () => {
  await folder?.close();
  rmSync(home, { recursive: true, force: true });
});

const rows = () => folder.station.core.store.reader;

test('the demo holds donors at every stage', () => {
  const states = new Set(
    rows()
      .all('donation')
      .map((row) => row.state),
  );
  assert.deepEqual([...states].sort(), ['ended', 'left', 'resting', 'running']);
  const steps = new Set(
    rows()
      .all('visit')
      .filter((row) => row.state === 'open')
      .map((row) => row.step),
  );
  for (const step of ['door', 'questionnaire', 'review', 'decision', 'number', 'run', 'rest']) {
    assert.ok(steps.has(step as 'door'), `nobody at ${step}: ${[...steps].join(', ')}`);
  }
  const units = new Set(
    rows()
      .all('unit')
      .map((row) => row.state),
  );
  for (const state of ['inProcess', 'quarantine', 'labelled', 'released']) {
    assert.ok(units.has(state as 'released'), `no unit is ${state}`);
  }
  assert.ok(
    rows()
      .all('box')
      .some((row) => row.state === 'stopped'),
  );
  assert.ok(
    rows()
      .all('duplicatePair')
      .some((row) => row.verdict === 'undecided'),
  );
  assert.ok(rows().all('certificate').length > 10);
});

test('a look-alike of the same birth date may not take a number before somebody decides', () => {
  const pair = rows()
    .all('duplicatePair')
    .find((row) => row.verdict === 'undecided');
  assert.ok(pair);
  const [a, b] = [rows().get('donor', pair.a), rows().get('donor', pair.b)];
  assert.equal(a?.birthDate, b?.birthDate);
  assert.notEqual(a?.name, b?.name);
});

test('INV-19 the judge finds nothing in the whole history of the demo', () => {
  const entries = [...appliedOrder(folder.station.core.store)] as AnyEntry[];
  assert.ok(entries.length > 1000);
  assert.deepEqual(violations(entries), []);
});

test('INV-37 the demo’s tables are exactly what its journal says', () => {
  const report = replay(folder.station.core.store, slices);
  assert.deepEqual(report.differing, []);
});

test('the linked machine runs and its records reach the donation', async () => {
  const running = () =>
    rows()
      .all('donation')
      .find((row) => row.linked);
  await until('the draw', () => (running()?.phase ?? null) !== null);
  assert.equal(running()?.phase, 'draw');
});

const calls = { count: 0 };
let proof: { actor: { kind: string; token: string } } | undefined;

/** A call of the person whose badge the analyser's desk knows; signs her in once. */
async function call(name: string, input: unknown) {
  calls.count += 1;
  const envelope = { commandId: `demo-test-${calls.count}`, input, ...(proof ? { proof } : {}) };
  const outcome = await folder.call(name, envelope, 'terminal');
  return outcome as { status: string; value: never; reasons?: readonly { code: string }[] };
}

async function signedIn(): Promise<void> {
  if (proof) return;
  const said = await call('operators.signIn', { who: { badge: '0401' }, pin: '260401' });
  assert.equal(said.status, 'ok');
  proof = { actor: { kind: 'session', token: (said.value as { token: string }).token } };
}

test('practice has a device of every kind, each with courses of events; a played one reaches the core', async () => {
  await signedIn();
  const { devices } = (await call('demo.devices', {})).value as {
    devices: {
      deviceId: string;
      name: string;
      keys: string[];
      seen: { power: boolean; plugged: boolean; state?: string } | null;
      courses: { id: string }[];
    }[];
  };
  const kinds = devices.map(({ deviceId }) => rows().get('device', deviceId)?.kind);
  assert.deepEqual([...new Set(kinds)].sort(), [
    'apheresis',
    'bloodPressureMonitor',
    'haemoglobinMeter',
    'scale',
    'tubeSealer',
  ]);
  assert.ok(devices.every(({ courses }) => courses.length > 0));
  assert.ok(
    devices.every(({ seen }) => seen?.power && seen.plugged),
    'each shows how it is',
  );
  assert.ok(
    devices.some(({ seen }) => seen?.state === 'running'),
    'and a machine what it does',
  );
  const offered = async () =>
    (await call('equipment.readings', {})).value as { deviceId: string; value: number }[];
  for (const [code, course, read] of [
    ['SCL01', 'scale-weighing', [612]],
    ['BPM01', 'blood-pressure', [71, 82, 128]],
    ['HGB02', 'haemoglobin-poct1a', [143]],
  ] as const) {
    const [device] = rows().by('device', 'code', code);
    assert.ok(device);
    const word = { course };
    assert.equal((await call('demo.tellDevice', { deviceId: device.id, word })).status, 'ok', code);
    const values = async () =>
      (await offered()).flatMap(({ deviceId, value }) => (deviceId === device.id ? [value] : []));
    await until(code, async () => (await values()).length === read.length);
    assert.deepEqual(
      (await values()).toSorted((a, b) => a - b),
      read,
    );
  }
  const [machine] = devices.filter(({ keys }) => keys.includes('clear')).toReversed();
  const idle = await call('demo.tellDevice', {
    deviceId: machine?.deviceId,
    word: { key: 'clear' },
  });
  assert.deepEqual(
    idle.reasons?.map(({ code }) => code),
    ['demo.deviceRefused'],
  );
});

test('the analyser reports what waits for it, once', async () => {
  await signedIn();
  const before = rows().all('result').length;
  const sent = await call('demo.reportAnalyser', {});
  assert.equal(sent.status, 'ok', JSON.stringify(sent));
  const { results } = sent.value as { results: number };
  await until('the report', () => rows().all('result').length > before);
  const added = rows().all('result').length - before;
  assert.ok(added > 0 && added <= results, `${added} of ${results}`);
});
