import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { ScanHandler, ScanVerdict } from '#renderer/app/scan/scan.ts';
import { createScanRouter, useScanState } from '#renderer/app/scan-router.ts';

const source = { kind: 'serial', device: 'S1' } as const;

function setUp() {
  const played: string[] = [];
  const echoed: string[] = [];
  let now = 0;
  const router = createScanRouter({
    now: () => {
      now += 10_000;
      return now;
    },
    at: () => Date.UTC(2026, 10, 22, 6, 5),
    play: (verdict) => played.push(verdict),
    echo: (deviceId, verdict) => echoed.push(`${deviceId} ${verdict}`),
    explain: (scan) => `explain ${scan.problem ?? 'unwanted'}`,
  });
  return { router, played, echoed };
}

/** What was read, in the order of reading, with its verdict. */
function read(): string[] {
  const { recent } = useScanState.getState();
  return recent.map(({ scan, verdict }) => `${scan.raw} ${verdict}`).toReversed();
}

const wrong: ScanVerdict = {
  verdict: 'wrong',
  detail: 'not this one',
  expected: { code: 'R', note: '' },
  scanned: { code: 'X', note: '' },
  steps: [],
  code: 'WRONG-TEST',
};

beforeEach(() => useScanState.setState({ last: undefined, recent: [], wrong: undefined }));

test('wrong stays until the screen that gave it accepts the right code', async () => {
  const { router, played } = setUp();
  const step: ScanHandler = (scan) => (scan.raw === 'R' ? { verdict: 'ok', text: 'right' } : wrong);
  router.register('global', () => ({ verdict: 'moved', text: 'elsewhere' }));
  router.register('step', step);
  await router.accept('X', source);
  assert.equal(useScanState.getState().wrong?.code, 'WRONG-TEST');
  await router.accept('Y', source);
  assert.equal(useScanState.getState().wrong?.code, 'WRONG-TEST');
  await router.accept('R', source);
  assert.equal(useScanState.getState().wrong, undefined);
  assert.deepEqual(played, ['wrong', 'wrong', 'ok']);
});

test('a verdict is shown only when the handler has answered', async () => {
  const { router } = setUp();
  let answer: (verdict: ScanVerdict) => void = () => undefined;
  router.register('step', () => new Promise((resolve) => (answer = resolve)));
  const accepted = router.accept('A', source);
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(useScanState.getState().last, undefined);
  answer({ verdict: 'ok', text: 'stored' });
  await accepted;
  assert.equal(useScanState.getState().last?.text, 'stored');
});

test('readings are answered one after the other in the order of reading', async () => {
  const { router } = setUp();
  router.register('step', async (scan) => {
    if (scan.raw === 'slow') await new Promise((resolve) => setTimeout(resolve, 20));
    return { verdict: 'ok', text: scan.raw };
  });
  await Promise.all([router.accept('slow', source), router.accept('fast', source)]);
  assert.deepEqual(read(), ['slow ok', 'fast ok']);
});

test('a code that nobody wants, a handler that fails and a dropped reading are explained', async () => {
  const { router } = setUp();
  await router.accept('A', source);
  const remove = router.register('step', () => Promise.reject(new Error('store gone')));
  await router.accept('B', source);
  remove();
  router.reject('C', source, 'scan.ime');
  assert.deepEqual(read(), ['A unknown', 'B unknown', 'C unknown']);
  assert.equal(useScanState.getState().last?.text, 'explain scan.ime');
});

test('a scanner’s AIM prefix, taken off by the link, still says what symbol it was', async () => {
  const { router } = setUp();
  const seen: (string | null)[] = [];
  router.register('step', (scan) => {
    const [token] = scan.tokens;
    seen.push(scan.problem ?? token?.kind ?? null);
    return { verdict: 'ok', text: '' };
  });
  await router.accept('=A99992600000100', source, ']C0');
  await router.accept('=A99992600000100', source, ']C1');
  await router.accept('0106901234567892', source, ']C1');
  await router.accept('0106901234567892', source);
  assert.deepEqual(seen, ['din', 'codes.symbologyMismatch', 'supply', 'supply']);
});

test('a scanner that can be told hears its own verdicts, no other scanner’s', async () => {
  const { router, echoed } = setUp();
  router.register('step', (scan) => (scan.raw === 'R' ? { verdict: 'ok', text: 'right' } : wrong));
  await router.accept('X', { ...source, echoTo: 'scanner-1' });
  await router.accept('R', source);
  await router.accept('R', { ...source, device: 'S2', echoTo: 'scanner-2' });
  assert.deepEqual(echoed, ['scanner-1 wrong', 'scanner-2 ok']);
});
