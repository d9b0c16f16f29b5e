import { join, resolve } from 'node:path';
import process from 'node:process';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { backup } from '../db/backup.ts';
import { restore } from '../db/restore.ts';
import { dataFolder } from '../ports/files.ts';
import { demoKeyStore, fileKeyStore } from '../ports/key-store.ts';
import { recoveryKeyOf } from '../ports/recovery-key.ts';
import { configFolder } from '../start/config-folder.ts';
import { slices } from '../station/slices.ts';
import { textOption } from './arguments.ts';
import { dataOption, readFolder, withRecords } from './folder.ts';
import { fail, printJson } from './output.ts';
import type { SystemStore, Verb } from './verb.ts';

/** `backup`: a proved copy beside the running station. */
export const backupVerb: Verb = {
  usage: 'station backup --data DIR [--to FILE]',
  options: ['data=', 'to='],
  run: (args) =>
    withRecords(args, ({ store, keys }) => {
      const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
      const data = dataOption(args) ?? '';
      const to = textOption(args, 'to') ?? join(dataFolder(data).backups, `backup-${stamp}.db`);
      const made = backup(store, keys.database, slices, resolve(to));
      if (!made.ok) return fail(made.error);
      printJson(made.value);
      return 0;
    }),
};

/**
 * `restore`: a new station from a copy. The key comes from the folder that the copy was made of
 * (`--key-of DIR`) or as on the recovery sheet in `STATION_RECOVERY_KEY`.
 */
export const restoreVerb: Verb = {
  usage: 'station restore FILE --data NEWDIR [--key-of DIR] [--demo]',
  options: ['data=', 'key-of=', 'demo'],
  run: async (args) => {
    const data = dataOption(args);
    const file = args.words[0];
    if (data === undefined || file === undefined) return fail('cli.usage', restoreVerb.usage);
    const master = await masterKey(textOption(args, 'key-of'), args.systemStore);
    if (!master.ok) return fail(master.error);
    const config = configFolder();
    const keyStore = args.options['demo'] ? demoKeyStore(data) : fileKeyStore(config);
    const ports = { folder: data, keyStore, configFolder: config };
    const restored = await restore({
      backupFile: resolve(file),
      master: master.value,
      ports,
      keyStore,
    });
    if (!restored.ok) return fail(restored.error);
    printJson(restored.value);
    return 0;
  },
};

async function masterKey(
  keyOf: string | undefined,
  systemStore: SystemStore | undefined,
): Promise<Result<Buffer, string>> {
  if (keyOf !== undefined) {
    const opened = await readFolder(resolve(keyOf), systemStore);
    if (!opened.ok) return opened;
    opened.value.close();
    return ok(opened.value.master);
  }
  const typed = recoveryKeyOf(process.env['STATION_RECOVERY_KEY'] ?? '');
  return typed ? ok(typed) : err('cli.recoveryKeyNeeded');
}
