import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { openDatabase } from '../db/open.ts';
import { dataFolder } from '../ports/files.ts';
import {
  demoKeyStore,
  deriveKeys,
  type FolderKeys,
  fileKeyStore,
  type KeyStore,
  passphraseKeyStore,
} from '../ports/key-store.ts';
import { recoveryKeyOf } from '../ports/recovery-key.ts';
import { configFolder } from '../start/config-folder.ts';
import { readFolderFile } from '../station/folder-file.ts';
import { slices } from '../station/slices.ts';
import { type Store, storeOf } from '../station/store.ts';
import { textOption } from './arguments.ts';
import { fail, printJson } from './output.ts';
import type { CliArguments, SystemStore } from './verb.ts';

/** The folder named by `--data`, or undefined. */
export function dataOption(args: CliArguments): string | undefined {
  const data = textOption(args, 'data');
  return data === undefined ? undefined : resolve(data);
}

/**
 * The key store of a folder as its description names it. A folder sealed by the operating system's
 * store opens for the desktop program alone (`PlasmaPoint --cli VERB`), which gives that store; for a
 * plain terminal with the recovery key as on the sheet in `STATION_RECOVERY_KEY`.
 */
export async function keyStoreOf(
  data: string,
  systemStore: SystemStore | undefined,
): Promise<Result<KeyStore, string>> {
  const file = readFolderFile(dataFolder(data).folderFile);
  if (file === undefined) return err('cli.noFolder');
  if (file === 'damaged') return err('station.folderFileDamaged');
  switch (file.keyStore) {
    case 'demo':
      return ok(demoKeyStore(data));
    case 'file':
      return ok(fileKeyStore(configFolder()));
    case 'passphrase': {
      const passphrase = process.env['STATION_PASSPHRASE'];
      return passphrase ? ok(passphraseKeyStore(data, passphrase)) : err('cli.passphraseNeeded');
    }
    case 'os': {
      if (systemStore !== undefined) return ok(await systemStore());
      const key = recoveryKeyOf(process.env['STATION_RECOVERY_KEY'] ?? '');
      return key ? ok(onRecoverySheet(key)) : err('cli.sealedByDesktop');
    }
  }
}

/** The key that somebody copied from the recovery sheet; the folder itself tells whether it is its own. */
function onRecoverySheet(key: Buffer): KeyStore {
  return {
    kind: 'os',
    load: async () => key,
    save: async () => {
      throw new Error('a recovery sheet keeps no key');
    },
  };
}

/** A folder opened for reading beside whatever runs on it. */
export interface ReadFolder {
  readonly store: Store;
  readonly keys: FolderKeys;
  readonly master: Buffer;
  readonly close: () => void;
}

/** Opens a folder's records read-only; a running station does not notice. */
export async function readFolder(
  data: string,
  systemStore: SystemStore | undefined,
): Promise<Result<ReadFolder, string>> {
  const keyStore = await keyStoreOf(data, systemStore);
  if (!keyStore.ok) return keyStore;
  const folder = dataFolder(data);
  const description = readFolderFile(folder.folderFile);
  if (typeof description !== 'object' || !existsSync(folder.database)) return err('cli.noFolder');
  const master = await keyStore.value.load(description.folderId).catch(() => 'unreadable' as const);
  if (master === 'unreadable') return err('station.keyUnreadable');
  if (!master) return err('station.keyMissing');
  const keys = deriveKeys(master);
  const opened = openDatabase({
    file: folder.database,
    key: keys.database,
    keyCheckFile: folder.keyCheck,
    keyCheckKey: keys.keyCheck,
    readonly: true,
  });
  if (!opened.ok) return opened;
  const store = storeOf(opened.value, slices);
  return ok({ store, keys, master, close: () => opened.value.close() });
}

/** Runs work on a folder's records, or says why it cannot. Pages that cannot be read are exit 2. */
export async function withRecords(
  args: CliArguments,
  work: (folder: ReadFolder) => Promise<number> | number,
): Promise<number> {
  const data = dataOption(args);
  if (data === undefined) return fail('cli.dataNeeded');
  let opened: Result<ReadFolder, string> | undefined;
  try {
    opened = await readFolder(data, args.systemStore);
    if (opened.ok) return await work(opened.value);
    if (opened.error !== 'db.damaged') return fail(opened.error);
  } catch (error) {
    if (!isDamage(error)) throw error;
  } finally {
    if (opened?.ok) opened.value.close();
  }
  printJson({ ok: false, problem: 'db.damaged' });
  return 2;
}

/** Whether an error says that pages of the database are spoilt. */
export function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(code);
}
