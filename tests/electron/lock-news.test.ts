import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createQueryClient, followPushes } from '#renderer/app/query.ts';
import { useSession } from '#renderer/app/session.ts';
import { bridgeTransport } from '#renderer/app/transport.ts';

test('the page covers itself when the desktop says that the machine sleeps', () => {
  const listeners: ((news: unknown) => void)[] = [];
  const transport = bridgeTransport({
    call: async () => undefined,
    listen: (listener) => {
      listeners.push(listener);
      return () => undefined;
    },
  });
  const others: unknown[] = [];
  followPushes(transport, createQueryClient(), (message) => others.push(message));
  assert.equal(useSession.getState().locked, false);
  for (const listener of listeners) listener({ kind: 'lock' });
  assert.equal(useSession.getState().locked, true);
  for (const listener of listeners) listener({ kind: 'unknown' });
  assert.deepEqual(others, []);
});
