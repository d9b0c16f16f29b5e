import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { mappingOf } from '#electron/devices/mapping/load.ts';
import { hear } from '#electron/devices/mapping/run.ts';
import { bytesOfNotation, notationOf } from '#electron/devices/protocols/notation.ts';

const NOW = '2026-11-22T02:30:00.000Z';
const page = readFileSync(
  new URL('../../../resources/docs/devices/families.md', import.meta.url),
  'utf8',
);

test('every exchange of bytes in the manual happens as it is written', () => {
  const blocks = [...page.matchAll(/```exchange (\S+)\n([\s\S]*?)```/g)];
  assert.ok(blocks.length >= 7);
  for (const [, id = '', text = ''] of blocks) {
    const mapping = mappingOf(id)?.mapping;
    assert.ok(mapping, id);
    const said = (mark: string): string[] =>
      text.split('\n').flatMap((line) => (line.startsWith(mark) ? [line.slice(2)] : []));
    const heard = hear(mapping, said('> ').map(bytesOfNotation), NOW);
    assert.deepEqual(
      heard.sent.map(notationOf).join(''),
      notationOf(Buffer.concat(said('< ').map(bytesOfNotation))),
      id,
    );
    const facts = said('= ').map((line) => JSON.parse(line) as Record<string, unknown>);
    assert.equal(heard.facts.length, facts.length, `${id}: ${JSON.stringify(heard)}`);
    for (const [at, fact] of facts.entries())
      assert.deepEqual({ ...heard.facts[at], ...fact }, { ...heard.facts[at] }, id);
    assert.deepEqual(heard.problems, said('! '), id);
  }
});
