import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { changedWords } from '#electron/features/signatures/verify.ts';
import { rebuild } from '#electron/journal/replay.ts';
import { upcast } from '#electron/journal/upcast.ts';
import { verifyChain } from '#electron/journal/verify.ts';
import { slices } from '#electron/station/slices.ts';
import type { AnyEntry } from '#shared/contract/events.ts';
import { eventSchemas } from '#shared/contract/events.ts';
import type { StateReader } from '#shared/contract/rows.ts';
import {
  coveredBy,
  type SignedEntry,
  signedActs,
  wordsOf,
} from '#shared/features/signatures/signed.ts';
import { signaturesTexts } from '#shared/features/signatures/texts.ts';
import type { Entry } from '#shared/kernel/entry.ts';
import { judged } from './found.ts';

const { zh } = signaturesTexts;
const FOLDER = new URL('../fixtures/journals/', import.meta.url);

function entriesIn(file: string): Entry[] {
  const text = gunzipSync(readFileSync(new URL(file, FOLDER))).toString('utf8');
  const [, ...lines] = text.split('\n');
  return lines.map((line) => JSON.parse(line) as Entry);
}

const samples = globSync('*.jsonl.gz', { cwd: FOLDER.pathname });

test('there is a sample journal of every release so far, and they hold every type of event', () => {
  assert.ok(samples.includes('0.1.0.jsonl.gz'));
  const held = new Set(samples.flatMap((file) => entriesIn(file).map(({ type }) => type)));
  assert.deepEqual(
    Object.keys(eventSchemas).filter((type) => !held.has(type)),
    [],
    'node tests/replay/extend-sample.ts <release> puts them behind its lines',
  );
});

/** Words of signed acts that the record does not repeat, or that have no name on a screen. */
function unlike(read: StateReader, entries: readonly AnyEntry[]): readonly string[] {
  const signed = entries.filter((entry) => Object.hasOwn(signedActs, entry.type)) as SignedEntry[];
  return signed.flatMap((entry) => {
    const covered = Object.keys(coveredBy(read, entry));
    const words = Object.keys(wordsOf(read, entry).signed);
    const unnamed = [...covered, ...words].filter((part) => !Object.hasOwn(zh.parts, part));
    return [...changedWords(read, entry), ...unnamed].map((part) => `${entry.type} ${part}`);
  });
}

for (const file of samples) {
  test(`INV-35 INV-37 the journal of ${file} verifies, replays and satisfies the judge`, () => {
    const entries = entriesIn(file);
    const [first] = entries;
    assert.ok(first && verifyChain(first.station, entries).ok);
    const lifted = entries.map((entry) => upcast(entry));
    for (const { type, body } of lifted) {
      const parsed = eventSchemas[type as AnyEntry['type']].safeParse(body);
      assert.ok(parsed.success, `${type}: ${JSON.stringify(parsed.error?.issues)}`);
    }
    assert.deepEqual(judged(lifted as AnyEntry[]), []);
    const { store, entries: count } = rebuild(entries, slices);
    assert.equal(count, entries.length);
    assert.deepEqual(unlike(store.reader, lifted as AnyEntry[]), []);
    store.db.close();
  });
}
