import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { offeredPacks } from '#electron/features/rulesets/offers.ts';
import { FACTS, factsDocument, idsOf } from './facts.ts';

const shipped = new Set(offeredPacks().flatMap(({ pack }) => pack.rules.map((row) => row.id)));
const named = new Set(FACTS.flatMap(idsOf));

/** Rows that come from the regulations; `SITE-` rows and questions are the site's own. */
const OF_REGULATIONS = /^(?!SITE-|Q-|HON-)/;

test('every fact names rows that exist, or says why nothing decides it', () => {
  for (const fact of FACTS) {
    for (const id of idsOf(fact)) assert.ok(shipped.has(id), `${fact.fact}: ${id}`);
    assert.ok(fact.rows.length > 0 || fact.why !== '', fact.fact);
  }
});

test('no row of the regulations stands outside the table', () => {
  const loose = [...shipped].filter((id) => OF_REGULATIONS.test(id) && !named.has(id));
  assert.deepEqual(loose, []);
});

test('the document is the table', () => {
  const file = new URL('../../../resources/docs/rules.md', import.meta.url);
  assert.equal(readFileSync(file, 'utf8'), factsDocument());
});
