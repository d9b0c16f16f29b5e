import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { decodeLine, type Reader } from '#electron/cli/decode.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';

/**
 * Vectors computed outside this project's code, from the standards alone: weighted mod 37-2 and
 * mod 11-2 sums, GS1 weights, calendar arithmetic, LIS01 sums, CRC-16. One file a reader; a line
 * gives input, kind, problem and the fields that matter.
 */
interface Vector {
  readonly input: string;
  readonly kind: string;
  readonly problem: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
}

const folder = new URL('../fixtures/vectors/', import.meta.url);
const TODAY = '2026-11-22' as CivilDate;

for (const file of readdirSync(folder)) {
  const reader = basename(file, '.jsonl') as Reader;
  const vectors = readFileSync(new URL(file, folder), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Vector);

  test(`${reader}: ${vectors.length} vectors of independent origin`, () => {
    for (const { input, kind, problem, fields } of vectors) {
      const line = JSON.stringify(input);
      const read = decodeLine(line, reader, TODAY);
      assert.deepEqual([read.input, read.kind, read.problem], [input, kind, problem], line);
      for (const [name, value] of Object.entries(fields))
        assert.deepEqual(read.fields[name], value, `${line}: ${name}`);
      if (problem === null && !input.startsWith('"'))
        assert.deepEqual(decodeLine(input, reader, TODAY), read, `${line} as plain text`);
    }
  });
}
