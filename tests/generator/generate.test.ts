import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { test } from 'node:test';
import { fill } from '#electron/generator/fill.ts';
import { generate } from '#electron/generator/generate.ts';
import { replay } from '#electron/journal/replay.ts';
import { verifyJournal } from '#electron/journal/verify.ts';
import { demoKeyStore } from '#electron/ports/key-store.ts';
import { judgeRecords } from '#electron/station/judge.ts';
import { slices } from '#electron/station/slices.ts';
import { eventSchemas } from '#shared/contract/events.ts';
import { nearDuplicates, pairIdOf } from '#shared/features/donors/duplicates.ts';
import { readIdentity } from '#shared/features/donors/identity.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { makeStation, temporaryFolder } from '../support/station.ts';

const DONORS = 2002;
const today = '2020-03-10' as CivilDate;
const home = temporaryFolder();
const configFolder = join(home, 'config');
const data = join(home, 'data');
const told: number[] = [];
// The site's simulated devices keep their sockets there, and go with the folder.
process.env['TMPDIR'] = home;
const made = await generate({ data, configFolder, donors: DONORS, seed: 7, today }, (n) =>
  told.push(n),
);
const { station } = await makeStation({ folder: data, configFolder, keyStore: demoKeyStore(data) });
const { store } = station.core;
const donors = store.reader.all('donor');

test('as many donors as asked for, each with five earlier donations on average, none yet to come', () => {
  assert.deepEqual(made, { ok: true, value: { donors: DONORS, donations: DONORS * 5 } });
  assert.deepEqual([told[0], told.at(-1)], [0, DONORS]);
  assert.deepEqual(new Set(donors.map((row) => row.number)).size, DONORS);
  const past = donors.map((row) => store.reader.by('pastDonation', 'donorId', row.id));
  assert.equal(past.flat().length, DONORS * 5);
  assert.ok(past.some((rows) => rows.length === 0) && past.some((rows) => rows.length === 10));
  for (const row of past.flat()) assert.ok(row.collectedOn < today, row.collectedOn);
});

test('the chain holds, tables follow from it, the judge finds nothing; the start finds no fault', () => {
  assert.equal(verifyJournal(store.journal).ok, true);
  const inAFile = replay(store, slices, 0);
  assert.deepEqual(inAFile.differing, []);
  assert.deepEqual(inAFile, replay(store, slices));
  assert.deepEqual(
    readdirSync(data).filter((file) => file.includes('scratch')),
    [],
  );
  assert.deepEqual(judgeRecords(store), []);
  assert.deepEqual(judgeRecords(store, 0), [], 'read from the file, entry by entry');
  assert.deepEqual([station.report.fault, station.report.anchorMissing], [undefined, false]);
});

test('every entry has the shape of its type; every person could have been registered at the desk', () => {
  for (const { type, body } of store.journal.chain(station.core.station))
    assert.ok(eventSchemas[type as 'donors.registered'].safeParse(body).success, type);
  for (const {
    name,
    phone,
    sex,
    birthDate,
    documentKind: kind,
    documentNumber: number,
  } of donors) {
    const typed =
      kind === 'residentId'
        ? ({ kind, number } as const)
        : ({ kind: 'passport', number, numberAgain: number, sex, birthDate } as const);
    const read = readIdentity({ document: typed, name, phone }, today);
    assert.ok(read.ok, JSON.stringify(read));
    const kept = { name, phone, sex, birthDate, documentNumber: number };
    assert.deepEqual({ ...kept, ...read.value }, { ...read.value, ...kept });
    assert.match(number, /^(120000|QX)/);
  }
});

test('the rule on look-alikes finds the people who were made twice, and nobody else', () => {
  const found = new Set(
    donors.flatMap((row) =>
      nearDuplicates(store.reader, row).map(({ donor }) => pairIdOf(row.id, donor.id)),
    ),
  );
  const flagged = store.reader.all('duplicatePair').map((pair) => pair.id);
  assert.deepEqual([...found].sort(), flagged.sort());
  assert.equal(flagged.length, Math.floor(DONORS / 2000));
});

test('names of every kind are among them: with a middle dot, of compound surnames, beyond the basic plane', () => {
  const names = donors.map((row) => row.name);
  for (const kind of [
    /\p{Script=Han}·\p{Script=Han}/u,
    /^(欧阳|司马|上官|诸葛|尉迟)/u,
    /[\u{20000}-\u{2ffff}]/u,
    /^[A-Z]/,
  ])
    assert.ok(
      names.some((name) => kind.test(name)),
      String(kind),
    );
  const wangs = names.filter((name) => /^[王李]/u.test(name)).length / DONORS;
  assert.ok(wangs > 0.1 && wangs < 0.2, String(wangs));
});

test('the same seed and day make the same people, another seed others; an existing folder is left alone', async () => {
  const people = async (seed: number) => {
    const other = await makeStation();
    fill(other.station.core, { donors: 30, seed, today }, () => {});
    const { reader } = other.station.core.store;
    return [...reader.all('donor'), ...reader.all('pastDonation')];
  };
  const [first, others] = [await people(7), await people(8)];
  assert.deepEqual(first.slice(0, 30), donors.slice(0, 30));
  assert.deepEqual(first, await people(7));
  assert.equal(first.length, 30 + 150);
  assert.notDeepEqual(first, others);
  const again = await generate({ data, configFolder, donors: 1, seed: 1, today });
  assert.deepEqual(again, { ok: false, error: 'cli.folderExists' });
});
