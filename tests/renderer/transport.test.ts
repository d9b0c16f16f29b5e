import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bridgeTransport, type PushMessage, readNews } from '#renderer/app/transport.ts';

test('news of a door is read; what the page does not know or cannot use is left out', () => {
  const push = { topics: ['visits'], ids: ['v1'], from: 4, seq: 5 };
  assert.deepEqual(readNews({ kind: 'push', push }), { kind: 'push', push });
  assert.deepEqual(readNews({ kind: 'sample', sample: 7 }), { kind: 'sample', sample: 7 });
  assert.deepEqual(readNews({ kind: 'scan', scan: { device: 'S1', raw: '=A', aim: ']C0' } }), {
    kind: 'scan',
    scan: { device: 'S1', raw: '=A', aim: ']C0' },
  });
  for (const bad of [
    null,
    'push',
    {},
    { kind: 'scan' },
    { kind: 'scan', scan: { raw: 1 } },
    { kind: 'x' },
  ]) {
    assert.equal(readNews(bad), undefined);
  }
});

test('the desktop bridge: calls go through, news comes in, listening ends', async () => {
  const listeners = new Set<(news: unknown) => void>();
  const transport = bridgeTransport({
    call: async (name, envelope) => ({ status: 'ok', value: [name, envelope], seq: 1 }),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  const seen: PushMessage[] = [];
  const stop = transport.subscribe((message) => seen.push(message));
  for (const listener of listeners) {
    listener({ kind: 'sample', sample: 1 });
    listener({ kind: 'strange' });
  }
  stop();
  assert.equal(listeners.size, 0);
  assert.deepEqual(seen, [{ kind: 'sample', sample: 1 }]);
  assert.deepEqual(await transport.call('a.b', { input: 1 }), {
    status: 'ok',
    value: ['a.b', { input: 1 }],
    seq: 1,
  });
});
