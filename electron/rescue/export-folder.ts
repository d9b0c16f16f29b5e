import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { RescueOutput } from '#shared/rescue/contract.ts';
import { openDatabase } from '../db/open.ts';
import { type SalvageReport, salvage } from '../db/salvage.ts';
import { dataFolder, makeFolder, syncPath } from '../ports/files.ts';
import { deriveKeys } from '../ports/key-store.ts';
import { slices } from '../station/slices.ts';
import { storeOf } from '../station/store.ts';

/**
 * Takes what is left of a data folder to a new place: the files as they are (encrypted) for whoever
 * repairs them and, with the key, a proved copy of every entry that can still be read. Reads only.
 */
export function exportFolder(
  from: string,
  wanted: string,
  master: Buffer | undefined,
): Result<RescueOutput<'rescue.export'>, 'rescue.targetUnusable'> {
  const to = resolve(wanted);
  if (existsSync(to) || isInside(to, from)) return err('rescue.targetUnusable');
  try {
    makeFolder(to);
  } catch {
    return err('rescue.targetUnusable');
  }
  const files = copyFiles(from, to);
  const salvaged = master ? whatIsReadable(to, master) : null;
  syncPath(to);
  return ok({ folder: to, files, salvaged });
}

/** Whether a place lies in a folder, so that writing there would change it. */
export function isInside(place: string, folder: string): boolean {
  return `${resolve(place)}/`.startsWith(`${resolve(folder)}/`);
}

function copyFiles(from: string, to: string): number {
  const { database, folderFile, keyCheck, path } = dataFolder(from);
  const wrapped = join(path, 'wrapped-key.json');
  let copied = 0;
  for (const file of [database, `${database}-wal`, folderFile, keyCheck, wrapped]) {
    if (!existsSync(file)) continue;
    const target = join(to, basename(file));
    try {
      copyFileSync(file, target);
      syncPath(target);
      copied += 1;
    } catch {
      // One file that cannot be read must not keep the others back.
      rmSync(target, { force: true });
    }
  }
  return copied;
}

/** Reads the exported database, so that the folder itself is left alone. */
function whatIsReadable(to: string, master: Buffer): SalvageReport | null {
  const { database } = dataFolder(to);
  const key = deriveKeys(master).database;
  const opened = openDatabase({ file: database, key, readonly: true });
  if (!opened.ok) return null;
  try {
    const made = salvage(storeOf(opened.value, slices), key, slices, join(to, 'salvaged.db'));
    return made.ok ? made.value : null;
  } catch {
    return null;
  } finally {
    opened.value.close();
    rmSync(`${database}-shm`, { force: true });
  }
}
