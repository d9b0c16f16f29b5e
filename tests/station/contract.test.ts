import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { slices } from '#electron/station/slices.ts';
import { eventSchemas } from '#shared/contract/events.ts';
import { proposedGrants } from '#shared/contract/grants.ts';
import { operations } from '#shared/contract/index.ts';
import { refusalWords, saidRefusal } from '#shared/contract/refusal-words.ts';
import { operatorsTexts } from '#shared/features/operators/texts.ts';

const commands = Object.assign({}, ...slices.map((slice) => slice.commands));
const queries = Object.assign({}, ...slices.map((slice) => slice.queries));

test('every operation has one handler, and every handler an operation', () => {
  for (const [name, { kind }] of Object.entries(operations)) {
    assert.ok(name in (kind === 'command' ? commands : queries), `${name} has a handler`);
    assert.match(name, /^[a-z][A-Za-z]*\.[a-z][A-Za-z0-9]*$/);
  }
  for (const name of [...Object.keys(commands), ...Object.keys(queries)]) {
    assert.ok(name in operations, `${name} is in the contract`);
  }
});

test('INV-29 every operation says who may call it, and the proposed role table follows', () => {
  const grants = proposedGrants();
  for (const [name, { roles }] of Object.entries(operations)) {
    if (typeof roles === 'string') continue;
    assert.ok(roles.length > 0, `${name} names roles`);
    for (const [role, granted] of Object.entries(grants)) {
      assert.equal(granted.includes(name), (roles as readonly string[]).includes(role));
    }
  }
});

test('every query reads slices that have events', () => {
  const names = new Set(Object.keys(eventSchemas).map((type) => type.split('.')[0]));
  for (const [name, operation] of Object.entries(operations)) {
    if (operation.kind !== 'query') continue;
    for (const topic of operation.reads) assert.ok(names.has(topic), `${name} reads ${topic}`);
  }
});

test('every refusal that rules and handlers know has a sentence in both languages', () => {
  const used = globSync('{shared,electron}/**/*.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\breason\(\s*'([a-z]\w*\.\w+)'/g)].map(
      ([, code]) => code ?? '',
    ),
  );
  assert.ok(used.length > 300);
  assert.deepEqual(
    [...new Set(used)].filter((code) => !saidRefusal({ code })?.en),
    [],
  );
  for (const [code, { zh, en }] of Object.entries(refusalWords)) {
    assert.match(zh, /[。！？]$/, code);
    assert.match(en, /[.!?]$/, code);
  }
  assert.deepEqual(
    saidRefusal({ code: 'equipment.codeTaken', params: { name: 'A{{code}}', code: '7' } })?.en,
    'Code 7 belongs to “A{{code}}”. Take another code.',
  );
});

test('every sentence exists in both languages with the same figures and says what to do', () => {
  const figures = (sentence: string) =>
    [...sentence.matchAll(/\{\{\w+\}\}/g)].map(String).toSorted();
  for (const group of ['refusals', 'failures'] as const) {
    const zh: Record<string, string> = operatorsTexts.zh[group];
    const en: Record<string, string> = operatorsTexts.en[group];
    assert.deepEqual(Object.keys(zh), Object.keys(en));
    for (const [code, sentence] of Object.entries(zh)) {
      assert.deepEqual(figures(sentence), figures(en[code] ?? ''), code);
      assert.match(sentence, /[。]$/, code);
    }
  }
});
