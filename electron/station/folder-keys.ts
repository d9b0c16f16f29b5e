import { existsSync } from 'node:fs';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { DataFolder } from '../ports/files.ts';
import type { Ids } from '../ports/ids.ts';
import { deriveKeys, type FolderKeys, type KeyStore } from '../ports/key-store.ts';
import { readFolderFile, writeFolderFile } from './folder-file.ts';
import type { KnownFolders } from './known-folders.ts';
import { completeRotation } from './rotate-key.ts';
import type { StartProblem } from './start-problem.ts';

/** A data folder's name for its key and anchors, and the keys themselves. */
export interface KeyedFolder {
  readonly folderId: string;
  readonly keys: FolderKeys;
}

/**
 * The keys of a data folder; a folder that never held anything gets fresh ones. A folder with data
 * never does: that would look like an empty station.
 */
export async function keyedFolder(
  keyStore: KeyStore,
  folder: DataFolder,
  ids: Ids,
  knownFolders: KnownFolders,
): Promise<Result<KeyedFolder, StartProblem>> {
  const mixed = mixedUp(folder, keyStore);
  if (mixed) return err(mixed);
  await completeRotation(folder, keyStore);
  const known = readFolderFile(folder.folderFile);
  if (known === 'damaged') return err('station.folderFileDamaged');
  const hasData = [folder.database, folder.keyCheck, folder.backups].some(existsSync);
  if (!known && hasData) return err('station.folderFileDamaged');
  const folderId = known?.folderId ?? ids.newId();
  let master: Buffer | undefined;
  try {
    master = await keyStore.load(folderId);
  } catch {
    return err('station.keyUnreadable');
  }
  if (!master && hasData) return err('station.keyMissing');
  if (!master) {
    master = ids.randomBytes(32);
    await keyStore.save(folderId, master);
  }
  if (!known) writeFolderFile(folder.folderFile, { folderId, format: 1, keyStore: keyStore.kind });
  // A demonstration is thrown away and begun anew at the same place.
  if (keyStore.kind !== 'demo') knownFolders.remember(folder.path, folderId);
  return ok({ folderId, keys: deriveKeys(master) });
}

/** Invented and real records never stand in one folder: each is opened as what it is, or not at all. */
function mixedUp(folder: DataFolder, { kind }: KeyStore): StartProblem | undefined {
  const known = readFolderFile(folder.folderFile);
  if (typeof known !== 'object' || known.keyStore === kind) return undefined;
  if (known.keyStore === 'demo') return 'station.folderOfPractice';
  return kind === 'demo' ? 'station.folderOfSite' : undefined;
}
