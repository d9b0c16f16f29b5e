import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { openLoopback } from '#electron/loopback/server.ts';
import { operations } from '#shared/contract/index.ts';
import type { Role } from '#shared/contract/roles.ts';
import { founded } from '#tests/support/station.ts';
import { broken, exampleOf, schemaOf } from './from-contract.ts';
import { comeIn } from './over-door.ts';

/** Nothing that a caller can send makes the core fail, writes anything, or is refused without a code. */
const site = await founded();
const { core } = site.station;
const door = await openLoopback({
  station: {
    call: (name, envelope) => site.station.call(name, envelope, { door: 'loopback' }),
    listen: () => () => undefined,
  },
  root: site.folder,
  port: 0,
  now: () => 0,
});
const page = await comeIn(door);
after(async () => {
  page.close();
  await door.close();
});

const head = () => core.store.journal.head(core.station).seq;
const table = Object.entries(operations);

function envelopeFor(name: string, input: unknown) {
  const operation = operations[name as keyof typeof operations];
  const role = (Array.isArray(operation.roles) ? operation.roles[0] : 'admin') as Role;
  const proof = site.staff[role].as({ signed: true });
  return operation.kind === 'query'
    ? { input, proof: { actor: proof.actor } }
    : { commandId: randomUUID(), input, proof };
}

test('the core refuses every broken input of every operation with a code, and writes nothing', async () => {
  const before = head();
  let tried = 0;
  for (const [name, { input }] of table) {
    for (const { how, input: bad } of broken(schemaOf(input))) {
      const answer = await site.station.call(name, envelopeFor(name, bad), { door: 'test' });
      assert.equal(answer.status, 'refused', `${name}: ${how}`);
      assert.equal(
        answer.status === 'refused' && answer.reasons[0]?.code,
        'station.malformedInput',
        `${name}: ${how}`,
      );
      tried += 1;
    }
  }
  assert.ok(tried > 3000, `${tried}`);
  assert.equal(head(), before);
});

test('a well-formed input about nothing that exists is answered, never failed', async () => {
  for (const [name, { input }] of table) {
    const example = exampleOf(schemaOf(input));
    const answer = await page.call(name, envelopeFor(name, example));
    assert.notEqual(answer.status, 'failed', `${name}: ${JSON.stringify(answer)}`);
    if (answer.status === 'refused')
      for (const { code } of answer.reasons) assert.match(code, /^[a-z]+\.[a-zA-Z]+$/, name);
  }
});

test('broken envelopes are refused with a code over the door', async () => {
  const good = { commandId: randomUUID(), input: {} };
  const before = head();
  for (const [envelope, code] of [
    [null, 'station.malformedEnvelope'],
    [7, 'station.malformedEnvelope'],
    ['text', 'station.malformedEnvelope'],
    [[], 'station.malformedEnvelope'],
    [{ ...good, commandId: 'short' }, 'station.malformedEnvelope'],
    [{ ...good, commandId: 'x'.repeat(101) }, 'station.malformedEnvelope'],
    [{ ...good, commandId: 12_345_678 }, 'station.malformedEnvelope'],
    [{ ...good, commandId: '\ud800\ud800\ud800\ud800\ud800' }, 'station.malformedEnvelope'],
    [{ ...good, expects: { a: -1 } }, 'station.malformedEnvelope'],
    [{ ...good, expects: { a: '1' } }, 'station.malformedEnvelope'],
    [{ ...good, expects: [] }, 'station.malformedEnvelope'],
    [{ ...good, proof: {} }, 'station.signInFirst'],
    [{ ...good, proof: { actor: { kind: 'root' } } }, 'station.malformedEnvelope'],
    [{ ...good, proof: { actor: { kind: 'session', token: 7 } } }, 'station.malformedEnvelope'],
    [{ ...good, proof: { pin: 'x'.repeat(1000) } }, 'station.malformedEnvelope'],
    [{ ...good, more: 1 }, 'station.malformedEnvelope'],
    [{ input: {} }, 'station.commandIdMissing'],
  ] as const) {
    const answer = await page.call('equipment.backUp', envelope);
    assert.equal(answer.status, 'refused', JSON.stringify(envelope));
    assert.deepEqual(
      answer.status === 'refused' && answer.reasons.map((reason) => reason.code),
      [code],
      JSON.stringify(envelope),
    );
  }
  for (const name of ['', 'no.such', '__proto__', 'constructor', 'toString', 'a/b', '%2e%2e']) {
    const answer = await page.call(name, good);
    assert.deepEqual(
      answer.status === 'refused' && answer.reasons[0]?.code,
      'station.unknownOperation',
      name,
    );
  }
  assert.equal(head(), before);
});

test('bodies that are no envelope at all: a status, a code, and the door stays open', async () => {
  const path = '/op/operators.me';
  const nested = `{"input":${'['.repeat(500_000)}${']'.repeat(500_000)}}`;
  for (const [body, status] of [
    ['', 400],
    ['{', 400],
    ['{"input":NaN}', 400],
    ['\ufeff{}', 400],
    [Buffer.from([0xff, 0xfe, 0x7b]), 400],
    ['{"input":{},"input":{"a":1}}', 200],
    ['{"__proto__":{"input":{}},"input":{}}', 200],
    ['{"input":{"a":1e999}}', 200],
    [nested, 200],
    [`"${'x'.repeat(2 * 1024 * 1024)}"`, 413],
    ['x'.repeat(8 * 1024 * 1024), 413],
  ] as const) {
    const got = await page.post(path, body);
    assert.equal(got.status, status, String(body).slice(0, 60));
    const said = JSON.parse(got.body) as { code?: string; status?: string };
    if (status === 200) assert.equal(said.status, 'refused', String(body).slice(0, 60));
    else assert.match(said.code ?? '', /^loopback\./);
  }
  const chunked = await page.post(path, '{"input":{}}', { 'transfer-encoding': 'chunked' });
  assert.equal(chunked.status, 200);
  const typed = await page.post(path, '{"input":{}}', { 'content-type': 'text/plain' });
  assert.equal(typed.status, 415);
});
