import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { backup } from '#electron/db/backup.ts';
import { restore } from '#electron/db/restore.ts';
import { registerDonor } from '#electron/demo/donors.ts';
import { playVisit } from '#electron/demo/visit.ts';
import { replay } from '#electron/journal/replay.ts';
import { fileKeyStore } from '#electron/ports/key-store.ts';
import { slices } from '#electron/station/slices.ts';
import { violations } from '#shared/judge/violations.ts';
import { entriesOf, openedSite, type ScriptedSite } from '#tests/properties/site.ts';
import { Tally, Walk } from '#tests/properties/walk.ts';
import {
  codes,
  makeStation,
  TEST_PIN_COST,
  temporaryFolder,
  testClock,
  value,
} from '#tests/support/station.ts';

async function decided(site: ScriptedSite, name: string): Promise<string> {
  const { driver, equipment } = site;
  const donor = await registerDonor(driver, { name, sex: 'male', age: 33, phone: '' });
  return playVisit(driver, donor, equipment, { until: 'decision' });
}

test('INV-03 INV-01 a restored copy is a new station: it mints nothing before a new lease, and no number of the old one', async () => {
  const site = await openedSite();
  const old = new Walk(site, new Tally());
  const [first, second] = [await decided(site, '王小红'), await decided(site, '李志强')];
  const { core } = site.test.station;
  const assign = (walk: Walk, visitId: string) =>
    walk.ask('collection.assignNumber', { visitId }, { as: 'nurse' });
  const folder = temporaryFolder();
  const file = join(folder, 'copy.db');
  assert.ok(backup(core.store, core.parts.keys.database, slices, file).ok);
  const lost = value(await assign(old, first)) as { din: string };
  const master = await fileKeyStore(site.test.configFolder).load(core.parts.folderId);
  assert.ok(master);
  const config = join(folder, 'config');
  const ports = {
    folder: join(folder, 'data'),
    configFolder: config,
    keyStore: fileKeyStore(config),
    clock: testClock(site.clock.now()),
    pinCost: TEST_PIN_COST,
    idleMinutes: 100_000,
  };
  assert.ok((await restore({ backupFile: file, master, ports, keyStore: ports.keyStore })).ok);
  const again = { test: await makeStation(ports), clock: ports.clock, equipment: site.equipment };
  const copy = new Walk(again, new Tally());
  assert.notEqual(again.test.station.core.station, core.station);
  assert.deepEqual(codes(await assign(copy, second)), ['collection.numbersExhausted']);
  const lease = (range: { first: number; last: number }) =>
    copy.ask(
      'collection.leaseNumbers',
      { year: '20', ...range },
      { as: 'adminA', signed: true, second: 'adminB' },
    );
  assert.deepEqual(codes(await lease({ first: 99_999, last: 100_010 })), [
    'collection.rangeOverlaps',
  ]);
  value(await lease({ first: 100_000, last: 100_010 }));
  const fresh = value(await assign(copy, second)) as { din: string };
  assert.equal(fresh.din, 'A999920100000');
  assert.notEqual(fresh.din, lost.din);
  for (const { test: station } of [site, again]) {
    assert.deepEqual(violations(entriesOf(station)), []);
    assert.deepEqual(replay(station.station.core.store, slices).differing, []);
  }
});
