import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RescueOutput } from '#shared/rescue/contract.ts';
import { dataFolder } from '../ports/files.ts';
import type { KeyStore } from '../ports/key-store.ts';
import { recoveryKeyOf } from '../ports/recovery-key.ts';
import { copiesIn } from '../station/copies.ts';
import { readFolderFile } from '../station/folder-file.ts';
import { Upkeep } from '../station/housekeeping.ts';
import { KnownFolders } from '../station/known-folders.ts';

/** A data folder that could not be opened, and where its key may lie. */
export interface ClosedFolder {
  readonly folder: string;
  readonly keyStore: KeyStore;
  readonly configFolder: string;
}

/** What there is to go on from: a key, a database, copies. Nothing that is unreadable throws. */
export async function folderFacts(closed: ClosedFolder, now: Date) {
  const folder = dataFolder(closed.folder);
  const { copyFolder } = new Upkeep(folder.path).read();
  const copies = [folder.backups, ...(copyFolder === null ? [] : [copyFolder])].flatMap(copiesAt);
  const stamp = now.toISOString().slice(0, 16).replaceAll(/[-:]/g, '').replace('T', '-');
  const beside = (word: string) => join(dirname(folder.path), `plasmapoint-${word}-${stamp}`);
  return {
    folder: folder.path,
    hasKey: (await keptKey(closed)) !== undefined,
    hasDatabase: existsSync(folder.database),
    copies: copies.toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, 20),
    restoreTo: beside('restored'),
    exportTo: beside('export'),
  } satisfies Partial<RescueOutput<'rescue.state'>>;
}

/** The key as typed, else the one that this machine keeps; a code where there is none. */
export async function keyFor(
  closed: ClosedFolder,
  typed: string,
): Promise<Buffer | 'rescue.keyMisread' | 'rescue.keyNeeded'> {
  if (typed.trim() !== '') return recoveryKeyOf(typed) ?? 'rescue.keyMisread';
  return (await keptKey(closed)) ?? 'rescue.keyNeeded';
}

async function keptKey(closed: ClosedFolder): Promise<Buffer | undefined> {
  const folder = dataFolder(closed.folder);
  const known = readFolderFile(folder.folderFile);
  const folderId =
    typeof known === 'object'
      ? known.folderId
      : new KnownFolders(closed.configFolder).idOf(folder.path);
  if (folderId === undefined) return undefined;
  return closed.keyStore.load(folderId).catch(() => undefined);
}

function copiesAt(folder: string) {
  try {
    return copiesIn(folder);
  } catch {
    return [];
  }
}
