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
import { FOLDERS } from '#tests/support/folders.ts';

// Noon in Tianjin on a working day: every scene of the script fits into its day.
const NOON = '2026-11-18T05:30:00.000Z';
let home: string;
let folder: OpenFolder;

before(async () => {
  home = mkdtempSync(join(FOLDERS, 'pp-'));
  process.env['XDG_CONFIG_HOME'] = join(home, 'config');
  const opened = await openDemoFolder({ data: join(home, 'data'), seed: 7, practiceClock: NOON });
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
  const deadline = Date.now() + 60_000;
  const running = () =>
    rows()
      .all('donation')
      .find((row) => row.linked);
  while ((running()?.phase ?? null) === null && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.equal(running()?.phase, 'draw');
});

test('the analyser reports what waits for it, once', async () => {
  const signIn = await folder.call(
    'operators.signIn',
    { commandId: 'demo-test-sign-in', input: { who: { badge: '0401' }, pin: '260401' } },
    'terminal',
  );
  assert.equal(signIn.status, 'ok');
  const { token } = (signIn as { value: { token: string } }).value;
  const proof = { actor: { kind: 'session', token } };
  const before = rows().all('result').length;
  const sent = await folder.call(
    'demo.reportAnalyser',
    { commandId: 'demo-test-report', input: {}, proof },
    'terminal',
  );
  assert.equal(sent.status, 'ok', JSON.stringify(sent));
  const { results } = (sent as { value: { results: number } }).value;
  const deadline = Date.now() + 60_000;
  while (rows().all('result').length === before && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const added = rows().all('result').length - before;
  assert.ok(added > 0 && added <= results, `${added} of ${results}`);
});
