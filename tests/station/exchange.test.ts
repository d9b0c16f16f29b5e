import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { backup } from '#electron/db/backup.ts';
import { restore } from '#electron/db/restore.ts';
import { receiveBatch } from '#electron/journal/receive.ts';
import { replay } from '#electron/journal/replay.ts';
import { stateHash } from '#electron/journal/state-hash.ts';
import { fileKeyStore } from '#electron/ports/key-store.ts';
import { silentLog } from '#electron/ports/log.ts';
import { slices } from '#electron/station/slices.ts';
import { allTables } from '#electron/station/store.ts';
import type { Entry } from '#shared/kernel/entry.ts';
import {
  type FoundedStation,
  founded,
  makeStation,
  TEST_PIN_COST,
  temporaryFolder,
  testClock,
  value,
} from '#tests/support/station.ts';

const hashOf = (station: Pick<FoundedStation, 'station'>) =>
  stateHash(station.station.core.store.db, allTables(slices));

function ownEntries(station: FoundedStation, from = 1): Entry[] {
  const { core } = station.station;
  return [...core.store.journal.chain(core.station, from)];
}

test('INV-38 two stations that worked apart end equal, whatever the order and size of batches', async () => {
  const run = async (cuts: readonly number[], isBFirst: boolean) => {
    const a = await founded();
    const b = await founded();
    const clocks = [a, b].map(({ clock }) => clock);
    const send = (from: FoundedStation, to: FoundedStation) => {
      const entries = ownEntries(from);
      const edges = [...cuts.map((cut) => cut % entries.length), entries.length].toSorted(
        (x, y) => x - y,
      );
      let start = 0;
      for (const edge of edges) {
        if (edge <= start) continue;
        const taken = receiveBatch(to.station.core, entries.slice(start, edge));
        assert.ok(taken.ok, JSON.stringify(taken));
        start = edge;
      }
    };
    const pairs: [FoundedStation, FoundedStation][] = isBFirst
      ? [
          [b, a],
          [a, b],
        ]
      : [
          [a, b],
          [b, a],
        ];
    for (const [from, to] of pairs) send(from, to);
    // Both amend the same account of A before they hear of each other again; the later wins on both.
    for (const [index, station] of [a, b].entries()) {
      clocks[index]?.forward(index + 1);
      const { staffId, name } = a.staff.nurse;
      value(
        await station.command(
          'operators.amendStaff',
          { staffId, name: `${name}${index}`, badge: 'B-MOVED', roles: ['nurse'], active: true },
          { proof: station.staff.admin.as({ signed: true }) },
        ),
      );
    }
    for (const [from, to] of pairs.toReversed()) send(from, to);
    for (const [from, to] of pairs) send(from, to);
    assert.equal(hashOf(a), hashOf(b));
    for (const { station } of [a, b]) {
      assert.deepEqual(replay(station.core.store, slices).differing, []);
    }
    const later = b.station.core.store.reader.get('staff', a.staff.nurse.staffId);
    assert.equal(later?.name, `${a.staff.nurse.name}1`);
    a.close();
    b.close();
  };
  await fc.assert(fc.asyncProperty(fc.array(fc.nat(60), { maxLength: 4 }), fc.boolean(), run), {
    numRuns: 6,
  });
});

test('INV-38 gaps, forks, alterations and our own chain are refused whole; duplicates change nothing', async () => {
  const a = await founded();
  const b = await founded();
  const entries = ownEntries(a);
  const { core } = b.station;
  const before = hashOf(b);
  const refusedAs = (batch: Entry[], code: string) => {
    const taken = receiveBatch(core, batch);
    assert.equal(taken.ok ? 'taken' : taken.error.code, code);
  };
  refusedAs([], 'exchange.empty');
  refusedAs(entries.slice(1, 4), 'exchange.gap');
  refusedAs([...entries.slice(0, 3), ...ownEntries(b).slice(0, 1)], 'exchange.mixedStations');
  refusedAs(
    entries.map((e, i) => (i === 4 ? { ...e, actor: 'x' } : e)),
    'exchange.altered',
  );
  assert.equal(hashOf(b), before);
  assert.ok(receiveBatch(core, entries.slice(0, 10)).ok);
  const { seq } = core.store.journal.head(core.station);
  assert.deepEqual(receiveBatch(core, entries.slice(2, 8)), { ok: true, value: { applied: 0 } });
  assert.equal(core.store.journal.head(core.station).seq, seq);
  const other = entries[5] as Entry;
  refusedAs([{ ...other, hash: 'c'.repeat(64) }], 'exchange.fork');
  const own = ownEntries(b);
  refusedAs([{ ...(own.at(-1) as Entry), seq: own.length + 1 }], 'exchange.fork');
});

test('a back-up is proved by opening it, and a restored copy is a new station', async () => {
  const station = await founded();
  const { core } = station.station;
  const folder = temporaryFolder();
  const file = join(folder, 'copies', 'one.db');
  const made = backup(core.store, core.parts.keys.database, slices, file);
  assert.ok(made.ok);
  assert.equal(made.value.stateHash, hashOf(station));
  assert.deepEqual(backup(core.store, core.parts.keys.database, slices, file), {
    ok: false,
    error: 'backup.exists',
  });
  const master = await fileKeyStore(station.configFolder).load(core.parts.folderId);
  assert.ok(master);
  const config = join(folder, 'config');
  const ports = {
    folder: join(folder, 'data'),
    configFolder: config,
    keyStore: fileKeyStore(config),
    clock: testClock('2020-03-11T01:00:00.000Z'),
    log: silentLog,
    pinCost: TEST_PIN_COST,
  };
  const { keyStore } = ports;
  const restored = await restore({ backupFile: file, master, ports, keyStore });
  assert.ok(restored.ok);
  assert.notEqual(restored.value.station, core.station);
  const again = await makeStation(ports);
  const copy = again.station.core;
  const [first, burned] = [...copy.store.journal.chain(copy.station)];
  const { seq, hash } = core.store.journal.head(core.station);
  assert.equal(first?.type, 'exchange.stationRestored');
  assert.deepEqual(first?.body, { oldStation: core.station, oldSeq: seq, oldHead: hash });
  assert.equal(burned?.type, 'collection.leaseBurned');
  assert.deepEqual(replay(copy.store, slices).differing, []);
  value(await again.command('operators.signIn', { who: { badge: 'B-ADMIN' }, pin: '602481' }));
});
