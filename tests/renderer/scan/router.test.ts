import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDuplicateFilter } from '#renderer/app/scan/duplicates.ts';
import { askingOrder, askingOrderWhileWrong, routeScan } from '#renderer/app/scan/route.ts';
import type { Scan, ScanHandler, ScanVerdict } from '#renderer/app/scan/scan.ts';

const scan: Scan = {
  id: 1,
  raw: '=A99992600013200',
  aim: undefined,
  source: { kind: 'serial', device: 'S1' },
  at: '2026-11-22T06:05:00.000Z',
  tokens: [],
  problem: null,
};

const says =
  (text: string): ScanHandler =>
  () => ({ verdict: 'ok', text });
const passes: ScanHandler = () => 'pass';

test('overlay before step before screen before global; the newest first in a layer', async () => {
  const order = askingOrder([
    { layer: 'global', handler: says('global') },
    { layer: 'screen', handler: says('screen 1') },
    { layer: 'screen', handler: says('screen 2') },
    { layer: 'step', handler: says('step') },
  ]);
  const texts = await Promise.all(order.map((handler) => handler(scan)));
  assert.deepEqual(
    texts.map((answer) => (answer as ScanVerdict & { text: string }).text),
    ['step', 'screen 2', 'screen 1', 'global'],
  );
});

test('an overlay blocks everything under it, even when it passes', async () => {
  const handlers = askingOrder([
    { layer: 'step', handler: says('step') },
    { layer: 'overlay', handler: passes },
  ]);
  assert.equal(await routeScan(scan, handlers), undefined);
});

test('the first who does not pass answers, and nobody after is asked', async () => {
  let asked = 0;
  const counting: ScanHandler = () => {
    asked += 1;
    return 'pass';
  };
  const routed = await routeScan(scan, [counting, says('mine'), counting]);
  assert.deepEqual(routed?.verdict, { verdict: 'ok', text: 'mine' });
  assert.equal(asked, 1);
});

test('while wrong is shown only overlays and the handler that gave it are asked', () => {
  const owner = says('owner');
  const overlay = says('supervisor');
  const order = askingOrderWhileWrong(
    [
      { layer: 'step', handler: says('other step') },
      { layer: 'overlay', handler: overlay },
      { layer: 'screen', handler: owner },
    ],
    owner,
  );
  assert.deepEqual(order, [overlay, owner]);
});

test('the same code from the same scanner counts again only after a second and a half', () => {
  const repeated = createDuplicateFilter();
  assert.equal(repeated('S1', 'A', 0), false);
  assert.equal(repeated('S1', 'A', 1499), true);
  assert.equal(repeated('S1', 'A', 1500), false);
  assert.equal(repeated('S1', 'B', 1600), false);
});

test('another scanner reading the same code at once is the second person and counts', () => {
  const repeated = createDuplicateFilter();
  assert.equal(repeated('S1', 'A', 0), false);
  assert.equal(repeated('S2', 'A', 1), false);
});
