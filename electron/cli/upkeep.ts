import { join, resolve } from 'node:path';
import { salvage } from '../db/salvage.ts';
import { systemClock } from '../ports/clock.ts';
import { dataFolder } from '../ports/files.ts';
import { uuidV7Ids } from '../ports/ids.ts';
import { configFolder } from '../start/config-folder.ts';
import { rotateKey } from '../station/rotate-key.ts';
import { slices } from '../station/slices.ts';
import { textOption } from './arguments.ts';
import { dataOption, keyStoreOf, withRecords } from './folder.ts';
import { fail, printJson } from './output.ts';
import type { Verb } from './verb.ts';

/** `salvage`: reads a damaged folder as far as its chain holds, into a copy that `restore` takes. */
export const salvageVerb: Verb = {
  usage: 'station salvage --data DIR [--to FILE]',
  options: ['data=', 'to='],
  run: (args) =>
    withRecords(args, ({ store, keys }) => {
      const stamp = systemClock.now().replaceAll(/[:.]/g, '-');
      const data = dataOption(args) ?? '';
      const to = textOption(args, 'to') ?? join(dataFolder(data).backups, `salvage-${stamp}.db`);
      const saved = salvage(store, keys.database, slices, resolve(to));
      if (!saved.ok) return fail(saved.error);
      printJson(saved.value);
      return saved.value.entries < saved.value.expected ? 2 : 0;
    }),
};

/** `rotate-key`: a new key for a folder that nobody has open; copies made before keep the old one. */
export const rotateKeyVerb: Verb = {
  usage: 'station rotate-key --data DIR',
  options: ['data='],
  run: async (args) => {
    const data = dataOption(args);
    if (data === undefined) return fail('cli.dataNeeded', '--data DIR');
    const keyStore = await keyStoreOf(data, args.systemStore);
    if (!keyStore.ok) return fail(keyStore.error);
    if (keyStore.value.kind !== 'file') return fail('cli.keyStoreKeepsOne');
    const rotated = await rotateKey({
      folder: data,
      configFolder: configFolder(),
      keyStore: keyStore.value,
      ids: uuidV7Ids(systemClock),
    });
    if (!rotated.ok) return fail(rotated.error);
    printJson(rotated.value);
    return 0;
  },
};
