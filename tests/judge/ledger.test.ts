import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import type { AnyEntry } from '#shared/contract/events.ts';
import { History } from '#shared/judge/history.ts';
import { violations, violationsIn } from '#shared/judge/violations.ts';
import { judged } from '#tests/replay/found.ts';

const file = new URL('../fixtures/journals/0.1.0.jsonl.gz', import.meta.url);
const [, ...lines] = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
const sample = lines.map((line) => JSON.parse(line) as AnyEntry);

/** The same entries as of a journal in a file: each look makes them anew, nothing is kept. */
const ledgerOf = (entries: readonly AnyEntry[]) => ({
  length: entries.length,
  at: (place: number) => ({ ...(entries[place] as AnyEntry) }),
});

/** From `cut` on the entries are another station's, which this one heard of in batches. */
const ofTwo = (cut: number) =>
  sample.map((entry, at) =>
    at < cut ? entry : ({ ...entry, station: 'other', seq: at - cut + 1 } as AnyEntry),
  );

const DAMAGED: Readonly<Record<string, readonly AnyEntry[]>> = {
  'as it is': sample,
  'every seventh entry is gone': sample.filter((_, at) => at % 7 !== 3),
  'decisions are gone': sample.filter(({ type }) => type !== 'visits.decided'),
  'backwards from the middle': [...sample.slice(0, 300), ...sample.slice(300).toReversed()],
  'two stations': ofTwo(200),
};

for (const [what, entries] of Object.entries(DAMAGED)) {
  test(`the judge finds the same in a journal that it reads from its file: ${what}`, () => {
    const found = violations(entries);
    assert.equal(judged(entries).length > 0, what !== 'as it is');
    assert.deepEqual(violationsIn(new History(ledgerOf(entries))), found);
  });
}
