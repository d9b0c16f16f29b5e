import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { stateHash } from '#electron/journal/state-hash.ts';
import { rasterCheck } from '#electron/printing/labels/on-record.ts';
import { slices } from '#electron/station/slices.ts';
import { allTables } from '#electron/station/store.ts';
import { commonMoves } from '#tests/properties/common-moves.ts';
import { deskMoves } from '#tests/properties/desk-moves.ts';
import { labMoves } from '#tests/properties/lab-moves.ts';
import { entriesOf, furnish, openedSite, type Site } from '#tests/properties/site.ts';
import { stepArbitrary, Tally, Walk } from '#tests/properties/walk.ts';

/**
 * Writes a sample journal of this release: `node tests/replay/make-sample.ts 0.1.0` the straight way of
 * four donations, `… 0.1.0 walked` a random course of every desk, with what goes wrong. A committed
 * sample is never written again; later releases must replay it. Event types that come before the release
 * is out are put behind its lines by `extend-sample.ts`.
 */
const [release = '', kind = ''] = process.argv.slice(2);
if (!/^\d+\.\d+\.\d+$/.test(release)) throw new Error('which release? e.g. 0.1.0');
const site = await openedSite();
await furnish(site);
if (kind === 'walked') await walk(site);
const { store } = site.test.station.core;
const lines = entriesOf(site.test).map((entry) => JSON.stringify(entry));
const head = JSON.stringify({ release, stateHash: stateHash(store.db, allTables(slices)) });
const name = kind === '' ? release : `${release}-${kind}`;
const file = new URL(`../fixtures/journals/${name}.jsonl.gz`, import.meta.url);
writeFileSync(file, gzipSync([head, ...lines].join('\n')), { flag: 'wx' });
site.test.close();
rasterCheck.close();

/** The same course every time: who does what is drawn from one seed. */
async function walk(at: Site): Promise<void> {
  const course = new Walk(at, new Tally());
  const weighted = [...deskMoves, ...labMoves, ...commonMoves];
  const moves = weighted.flatMap(([weight, move]) => Array.from({ length: weight }, () => move));
  for (const step of fc.sample(stepArbitrary, { numRuns: 1500, seed: 5 }))
    await moves[step.move % moves.length]?.(course, step);
}
