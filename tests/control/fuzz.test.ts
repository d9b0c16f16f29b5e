import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { connectControl } from '#electron/control/client.ts';
import { controlFile } from '#electron/control/protocol.ts';
import { openControl } from '#electron/control/server.ts';
import type { Answer } from '#shared/contract/envelope.ts';
import { operations } from '#shared/contract/index.ts';
import { refusalWords } from '#shared/contract/refusal-words.ts';
import { broken, exampleOf, schemaOf } from '#tests/loopback/from-contract.ts';
import { founded } from '#tests/support/station.ts';

/** The whole table through the control socket and the terminal: every answer has a code and a sentence. */
const site = await founded();
const { core } = site.station;
const { nurse } = site.staff;
const control = await openControl({
  station: {
    call: (name, envelope) => site.station.call(name, envelope, { door: 'terminal' }),
    listen: () => () => undefined,
  },
  data: site.folder,
  freshUrl: undefined,
});
after(() => control.close());

/** Beyond the sensible: whatever JSON there is. */
const ANYTHING = fc.sample(fc.jsonValue({ maxDepth: 3 }), { numRuns: 60, seed: 7 });

/** Inputs of one operation: broken ones by its schema, one that is well-formed, and anything. */
function inputsOf(name: keyof typeof operations, index: number): readonly unknown[] {
  const schema = schemaOf(operations[name].input);
  const bad = [...broken(schema)].slice(0, 3);
  const any = [ANYTHING[index % ANYTHING.length], ANYTHING[(index * 7 + 3) % ANYTHING.length]];
  return [...bad.map(({ input }) => input), exampleOf(schema), ...any];
}

const STACK = /\.ts:\d|node:internal/;
const NAMES = Object.keys(operations) as (keyof typeof operations)[];
const head = () => core.store.journal.head(core.station).seq;

/** What stands in the journal after a moment; refused attempts are evidence, not effects. */
function effectsSince(seq: number): readonly string[] {
  return [...core.store.journal.chain(core.station, seq + 1)]
    .map(({ type }) => type)
    .filter((type) => type !== 'attempt.refused');
}

function judged(name: string, answer: Answer, before: number): void {
  const said = JSON.stringify(answer);
  assert.notEqual(answer.status, 'failed', `${name}: ${said.slice(0, 300)}`);
  assert.equal(STACK.test(said), false, `${name} tells a stack`);
  if (answer.status !== 'refused') return;
  for (const { code } of answer.reasons) assert.ok(refusalWords[code], `${name}: ${code}`);
  assert.deepEqual(effectsSince(before), [], `${name} was refused and did something`);
}

test('every operation over the control socket with broken and with any input: a code, a sentence, no effect', async () => {
  const client = await connectControl(site.folder);
  assert.ok(client);
  for (const [index, name] of NAMES.entries()) {
    for (const input of inputsOf(name, index)) {
      const before = head();
      const envelope = { commandId: randomUUID(), input, proof: nurse.as() };
      judged(name, await client.call(name, envelope), before);
    }
  }
  client.close();
});

test('frames that are none end the line without a word, and the next one is served', async () => {
  const { socket, token } = JSON.parse(readFileSync(controlFile(site.folder), 'utf8'));
  const whole = { id: 1, token, verb: 'call', name: 'operators.site', envelope: { input: {} } };
  const before = head();
  const frames: readonly (string | Buffer)[] = [
    Buffer.from([0xff, 0xfe, 0x00, 0x0a]),
    '\u0000\n',
    '{"id":1e999}\n',
    `${JSON.stringify({ ...whole, id: null })}\n`,
    `${JSON.stringify({ ...whole, verb: '__proto__' })}\n`,
    `${JSON.stringify({ ...whole, name: ['operators.site'] })}\n`,
    `${JSON.stringify([whole])}\n`,
    `${'{"a":'.repeat(50_000)}\n`,
    `${JSON.stringify(whole).slice(0, -4)}`,
  ];
  for (const frame of frames) {
    const line = connect(socket);
    line.end(frame);
    assert.equal(await text(line).catch(() => ''), '', String(frame).slice(0, 60));
  }
  const client = await connectControl(site.folder);
  assert.ok(client, 'the station goes on');
  for (const name of ['', '__proto__', 'constructor', 'operators.site\u0000'])
    judged(name, await client.call(name, { input: {} }), before);
  client.close();
  assert.equal(head(), before);
});

test('every operation through the terminal in one batch: one answer a line, sentences, no stack', async () => {
  const before = head();
  const lines = NAMES.flatMap((name, index) => [
    JSON.stringify({ operation: name, input: ANYTHING[index % ANYTHING.length] }),
    JSON.stringify({ operation: name, ...{ proof: ANYTHING[(index + 9) % ANYTHING.length] } }),
  ]);
  const odd = ['{', '[]', 'null', '"', '{"operation":{}}', '{"operation":"a.b","input":{}}'];
  const args = ['electron/cli.ts', 'call', '--batch', '--data', site.folder];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.end([...lines, ...odd].join('\n'));
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise((resolve) => child.once('close', resolve)),
  ]);
  const answers = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.equal(answers.length, lines.length + odd.length);
  assert.equal(code, 2, err);
  assert.doesNotMatch(out + err, STACK);
  for (const { status, sentences } of answers) {
    assert.notEqual(status, 'failed');
    if (status !== 'refused') continue;
    for (const said of sentences) assert.ok(said?.zh && said.en, JSON.stringify(sentences));
  }
  assert.deepEqual(effectsSince(before), []);
});
