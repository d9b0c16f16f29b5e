import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient, createSeqWatch, QueryProblem } from '#renderer/app/client.ts';
import type { Transport } from '#renderer/app/transport.ts';
import type { Answer, Envelope } from '#shared/contract/envelope.ts';

type Ops = {
  'visits.checkIn': { kind: 'command'; input: { donorId: string }; output: { visitId: string } };
  'visits.today': { kind: 'query'; input: object; output: string[] };
};

/** A station at the other end of a wire that loses the first `lost` answers, not the requests. */
function stationBehindWire(lost: number) {
  const done = new Map<string, Answer>();
  const seen: Envelope[] = [];
  let drop = lost;
  const transport: Transport = {
    call: async (_name, envelope) => {
      seen.push(envelope);
      const id = envelope.commandId ?? '';
      const stored = done.get(id);
      const answer: Answer = stored ?? {
        status: 'ok',
        value: { visitId: `v${done.size + 1}` },
        seq: done.size + 1,
      };
      done.set(id, answer);
      if (drop > 0) {
        drop -= 1;
        throw new Error('wire cut');
      }
      return answer;
    },
    subscribe: () => () => undefined,
  };
  return { transport, done, seen };
}

function clientOver(transport: Transport) {
  let count = 0;
  return createClient<Ops>({
    transport,
    token: () => 'token-1',
    newId: () => {
      count += 1;
      return `command-${count}`;
    },
  });
}

test('a lost answer is looked up under the same id, and the act happens once', async () => {
  const { transport, done, seen } = stationBehindWire(2);
  const outcome = await clientOver(transport).command('visits.checkIn', { donorId: 'd1' });
  assert.deepEqual(outcome, { status: 'ok', value: { visitId: 'v1' }, seq: 1 });
  assert.equal(done.size, 1);
  assert.deepEqual(new Set(seen.map((envelope) => envelope.commandId)), new Set(['command-1']));
});

test('when no answer comes at all the outcome is unknown and keeps its id for a later look-up', async () => {
  const { transport, done } = stationBehindWire(3);
  const client = clientOver(transport);
  const outcome = await client.command('visits.checkIn', { donorId: 'd1' });
  assert.deepEqual(outcome, { status: 'unknown', commandId: 'command-1' });
  const again = await client.command(
    'visits.checkIn',
    { donorId: 'd1' },
    { commandId: 'command-1' },
  );
  assert.equal(again.status, 'ok');
  assert.equal(done.size, 1);
});

test('a command carries versions, second person and the session; a query only its input', async () => {
  const { transport, seen } = stationBehindWire(0);
  const client = clientOver(transport);
  await client.command(
    'visits.checkIn',
    { donorId: 'd1' },
    { expects: { d1: 4 }, proof: { second: { badge: 'S-0101', pin: '410101' } } },
  );
  await client.query('visits.today', {});
  assert.deepEqual(seen[0], {
    commandId: 'command-1',
    expects: { d1: 4 },
    input: { donorId: 'd1' },
    proof: {
      second: { badge: 'S-0101', pin: '410101' },
      actor: { kind: 'session', token: 'token-1' },
    },
  });
  assert.equal(seen[1]?.commandId, undefined);
});

test('a refused query says its reasons', async () => {
  const transport: Transport = {
    call: async () => ({ status: 'refused', reasons: [{ code: 'visits.notToday' }] }),
    subscribe: () => () => undefined,
  };
  await assert.rejects(
    clientOver(transport).query('visits.today', {}),
    (error) => error instanceof QueryProblem && error.code === 'visits.notToday',
  );
});

test('a problem knows whether it is of the session that is open now', async () => {
  const transport: Transport = {
    call: async () => ({ status: 'refused', reasons: [{ code: 'station.sessionLocked' }] }),
    subscribe: () => () => undefined,
  };
  let token = 'token-1';
  const client = createClient<Ops>({ transport, token: () => token, newId: () => 'command-1' });
  const problem = await client.query('visits.today', {}).catch((error: unknown) => error);
  assert.ok(problem instanceof QueryProblem && problem.isCurrent());
  token = 'token-2';
  assert.equal(problem.isCurrent(), false);
});

test('pushes in sequence name their topics; a gap, a repeat or a restart makes all stale', () => {
  const watch = createSeqWatch();
  const push = (seq: number, from = seq) => watch({ topics: ['visits'], ids: [], seq, from });
  assert.deepEqual(push(5), { all: false, topics: ['visits'] });
  assert.deepEqual(push(6), { all: false, topics: ['visits'] });
  assert.deepEqual(push(9, 7), { all: false, topics: ['visits'] });
  assert.deepEqual(push(12, 11), { all: true });
  assert.deepEqual(push(13), { all: false, topics: ['visits'] });
  assert.deepEqual(push(13), { all: true });
  assert.deepEqual(push(2), { all: true });
});
