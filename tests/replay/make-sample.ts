import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { stateHash } from '#electron/journal/state-hash.ts';
import { rasterCheck } from '#electron/printing/labels/on-record.ts';
import { slices } from '#electron/station/slices.ts';
import { allTables } from '#electron/station/store.ts';
import { entriesOf, furnish, openedSite } from '#tests/properties/site.ts';

/**
 * Writes the sample journal of this release: `node tests/replay/make-sample.ts 0.1.0`. A committed
 * sample is never written again; later releases must replay it. Event types that come before the release
 * is out are put behind its lines by `extend-sample.ts`.
 */
const release = process.argv[2] ?? '';
if (!/^\d+\.\d+\.\d+$/.test(release)) throw new Error('which release? e.g. 0.1.0');
const site = await openedSite();
await furnish(site);
const { store } = site.test.station.core;
const lines = entriesOf(site.test).map((entry) => JSON.stringify(entry));
const head = JSON.stringify({ release, stateHash: stateHash(store.db, allTables(slices)) });
const file = new URL(`../fixtures/journals/${release}.jsonl.gz`, import.meta.url);
writeFileSync(file, gzipSync([head, ...lines].join('\n')), { flag: 'wx' });
site.test.close();
rasterCheck.close();
