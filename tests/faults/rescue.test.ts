import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileKeyStore } from '#electron/ports/key-store.ts';
import { recoveryText } from '#electron/ports/recovery-key.ts';
import { RescueDoorway } from '#electron/rescue/doorway.ts';
import { type OpenFolder, openFolder } from '#electron/station/open-folder.ts';
import type { Answer } from '#shared/contract/envelope.ts';
import type { RescueInput, RescueName, RescueOutput } from '#shared/rescue/contract.ts';
import { TEST_PIN_COST, temporaryFolder } from '#tests/support/station.ts';
import { foundBelow, openBelow } from './course.ts';

/** A founded site with one proved copy, as it was left. */
const template = temporaryFolder();
await foundBelow(template);
const before = await openBelow(template);
assert.ok(before.ok);
const { station } = before.value.core;
const sheet = recoveryText(before.value.core.parts.keys.master);
assert.ok((await before.value.core.machine.backUp()).ok);
before.value.close();

const KEY = { kind: 'badge', badge: 'B-1', pin: '602481' } as const;

/** A site to be damaged, and the door before it. */
function site(damage: (data: string, config: string) => void) {
  const base = temporaryFolder();
  cpSync(template, base, { recursive: true });
  const [data, config] = [join(base, 'data'), join(base, 'config')];
  damage(data, config);
  const keyStore = fileKeyStore(config);
  let led: OpenFolder | undefined;
  const place = new RescueDoorway({
    folder: data,
    configFolder: config,
    keyStore,
    open: (folder) =>
      openFolder({ folder, configFolder: config, keyStore, pinCost: TEST_PIN_COST }, []),
    newKeyStore: async () => keyStore,
    opened: async (opened) => {
      led = opened;
    },
  });
  const ask = async <Name extends RescueName>(name: Name, input: RescueInput<Name>) =>
    (await place.call(name, { input }, 'loopback')) as Answer<RescueOutput<Name>>;
  const value = async <Name extends RescueName>(name: Name, input: RescueInput<Name>) => {
    const answer = await ask(name, input);
    assert.equal(answer.status, 'ok', JSON.stringify(answer));
    return (answer as { value: RescueOutput<Name> }).value;
  };
  return { base, data, config, place, ask, value, led: () => led };
}

/** Everything below a folder, as marks, but what only says that somebody has it open. */
function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^lock\.db|-shm$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !(file.endsWith('-wal') && statSync(file).size === 0));
  const mark = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
  return Object.fromEntries(files.map((file) => [file, mark(file)]));
}

const database = (data: string) => join(data, 'plasmapoint.db');

const DAMAGE: Readonly<Record<string, (data: string, config: string) => void>> = {
  'db.damaged': (data) => writeFileSync(database(data), 'x'.repeat(9000)),
  'db.missing': (data) => rmSync(database(data)),
  'station.keyMissing': (_data, config) => rmSync(join(config, 'keys'), { recursive: true }),
  'station.folderFileDamaged': (data) => writeFileSync(join(data, 'folder.json'), '{'),
  'station.keyUnreadable': (_data, config) => {
    const [file = ''] = readdirSync(join(config, 'keys'));
    writeFileSync(join(config, 'keys', file), 'abc');
  },
};

for (const [problem, damage] of Object.entries(DAMAGE)) {
  test(`rescue: ${problem} is told, its newest copy can be read with the key from the paper, and nothing is changed or made anew`, async () => {
    const folder = site(damage);
    const left = contents(folder.data);
    assert.equal(await folder.place.open(), problem);
    assert.equal(folder.place.document, '/rescue.html');
    const state = await folder.value('rescue.state', {});
    assert.equal(state.problem, problem);
    assert.ok(state.sentence.zh.length > 10 && state.sentence.en.length > 20);
    const signIn = {
      commandId: crypto.randomUUID(),
      input: { who: { badge: KEY.badge }, pin: KEY.pin },
    };
    const early = await folder.place.call('operators.signIn', signIn, 'loopback');
    assert.equal(early.status, 'refused');
    const [copy] = state.copies;
    assert.ok(copy);
    await folder.value('rescue.read', { file: copy.file, key: sheet });
    assert.equal(folder.place.document, '/index.html');
    const late = await folder.ask('rescue.state', {});
    assert.equal(late.status, 'refused', 'an open station tells nothing of its folder');
    assert.equal((await folder.place.call('operators.signIn', signIn, 'loopback')).status, 'ok');
    const staff = await folder.place.call(
      'operators.staff',
      { input: {}, proof: { actor: KEY } },
      'loopback',
    );
    assert.equal(staff.status, 'ok', JSON.stringify(staff));
    const write = {
      commandId: crypto.randomUUID(),
      input: {},
      proof: { actor: KEY, pin: KEY.pin },
    };
    const refused = await folder.place.call('equipment.backUp', write, 'loopback');
    assert.deepEqual(refused.status === 'refused' && refused.reasons.map(({ code }) => code), [
      'station.rescueMode',
    ]);
    await folder.place.close();
    assert.deepEqual(contents(folder.data), left);
  });
}

test('rescue: a key misread, none, a file that is no copy and a place that exists are told; a second try succeeds', async () => {
  const folder = site((data, config) => {
    rmSync(database(data));
    rmSync(join(config, 'keys'), { recursive: true });
  });
  await folder.place.open();
  const [copy] = (await folder.value('rescue.state', {})).copies;
  assert.ok(copy);
  const code = async <Name extends RescueName>(name: Name, input: RescueInput<Name>) => {
    const answer = await folder.ask(name, input);
    return answer.status === 'refused' ? answer.reasons[0]?.code : answer.status;
  };
  const { file } = copy;
  const to = join(folder.base, 'spare');
  assert.equal(await code('rescue.read', { file, key: '' }), 'rescue.keyNeeded');
  assert.equal(
    await code('rescue.read', { file, key: sheet.replace(/.$/, '?') }),
    'rescue.keyMisread',
  );
  const strange = join(folder.base, 'strange.db');
  writeFileSync(strange, 'no copy');
  assert.equal(
    await code('rescue.restore', { file: strange, to, key: sheet }),
    'backup.unreadable',
  );
  assert.equal(existsSync(to), false);
  const inside = join(folder.data, 'new');
  assert.equal(
    await code('rescue.restore', { file, to: inside, key: sheet }),
    'rescue.targetUnusable',
  );
  assert.equal(await code('rescue.export', { to: folder.base, key: '' }), 'rescue.targetUnusable');
  assert.equal(await code('rescue.read', {} as never), 'rescue.malformed');
  const restored = await folder.value('rescue.restore', { file, to, key: sheet });
  assert.equal(restored.folder, to);
  const core = folder.led()?.station.core;
  assert.ok(core);
  assert.equal(core.machine.folder, to);
  assert.notEqual(core.station, station, 'it is a new station');
  assert.equal(core.rescue, undefined);
  await folder.place.close();
});

test('rescue: a station that finds its newest entries gone reads, and offers copy, export and restore', async () => {
  const folder = site((_data, config) => {
    const [file = ''] = readdirSync(join(config, 'anchors')).filter((name) =>
      name.endsWith('.anchor'),
    );
    const anchor = join(config, 'anchors', file);
    writeFileSync(anchor, readFileSync(anchor, 'utf8').replaceAll(/"seq":\d+/g, '"seq":4711'));
  });
  const left = contents(folder.data);
  assert.equal(await folder.place.open(), undefined);
  assert.equal(folder.place.document, '/index.html');
  const state = await folder.value('rescue.state', {});
  assert.deepEqual([state.problem, state.readsOnly], ['journal.behindAnchor', true]);
  await folder.value('rescue.export', { to: join(folder.base, 'export'), key: '' });
  const [copy] = state.copies;
  assert.ok(copy);
  await folder.value('rescue.open', {});
  assert.equal(folder.led()?.station.core.rescue, 'journal.behindAnchor', 'it is as it was');
  const to = join(folder.base, 'spare');
  await folder.value('rescue.restore', { file: copy.file, to, key: '' });
  assert.equal(folder.led()?.station.core.rescue, undefined);
  assert.equal((await folder.ask('rescue.state', {})).status, 'refused');
  await folder.place.close();
  assert.deepEqual(contents(folder.data), left);
});

test('rescue: what can be read of a damaged file is exported as a copy that restores; once the folder is right again it opens', async () => {
  const folder = site((data) => writeFileSync(join(data, 'folder.json'), ''));
  const good = readFileSync(join(template, 'data', 'folder.json'));
  assert.equal(await folder.place.open(), 'station.folderFileDamaged');
  const to = join(folder.base, 'export');
  const taken = await folder.value('rescue.export', { to, key: sheet });
  assert.ok(taken.files >= 2 && taken.salvaged);
  assert.equal(taken.salvaged.entries, taken.salvaged.expected);
  assert.deepEqual(
    readdirSync(to)
      .filter((name) => name.endsWith('.db'))
      .toSorted(),
    ['plasmapoint.db', 'salvaged.db'],
  );
  const bare = await folder.value('rescue.export', { to: join(folder.base, 'bare'), key: '' });
  assert.equal(bare.salvaged, null, 'nothing is read without the key');
  writeFileSync(join(folder.data, 'folder.json'), good);
  await folder.value('rescue.open', {});
  assert.equal(folder.led()?.station.core.rescue, undefined);
  await folder.place.close();
});
