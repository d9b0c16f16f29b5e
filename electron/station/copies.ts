import { copyFileSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { backup, checkCopy } from '../db/backup.ts';
import { removeSidecars } from '../db/open.ts';
import {
  type DataFolder,
  makeFolder,
  renameRetrying,
  syncPath,
  writeWhole,
} from '../ports/files.ts';
import type { KeptBackup } from '../ports/machine.ts';
import type { Core } from './core.ts';
import { lookAtRecords } from './records-thread.ts';

const PREFIX = 'plasmapoint-';

/** Scheduled copies that stay whatever their age; of older days the last one each. */
const KEPT_NEWEST = 8;
const KEPT_DAYS = 60;

/** Makes a proved copy of the records under a name; a code when it did not hold. */
export type CopyMaker = (target: string) => Promise<Result<null, string>>;

/** A proved copy in the data folder, and the same on the other disk where one is set. */
export async function makeCopy(
  core: Core,
  folder: DataFolder,
  copyFolder: string | null,
  make: CopyMaker,
): Promise<Result<KeptBackup, string>> {
  // Colons cannot stand in file names on Windows.
  const name = `${PREFIX}${core.now().replaceAll(/[:.]/g, '-')}.db`;
  const file = join(folder.backups, name);
  const made = await attempt(() => make(file));
  if (!made.ok) return made;
  dropOldest(folder.backups);
  const kept = { file, at: core.now(), bytes: statSync(file).size };
  if (copyFolder === null) return ok(kept);
  const moved = await attempt(async () => copyAway(core, file, copyFolder));
  return moved.ok ? ok(kept) : err('backup.notOnOtherDisk');
}

/** Makes copies on a thread of their own, so that screens do not stand still meanwhile. */
export function besideTheWork(core: Core, folder: DataFolder): CopyMaker {
  const { database: key } = core.parts.keys;
  return async (target) => {
    const look = lookAtRecords({ file: folder.database, key, depth: 'copy', target });
    const [problem] = (await look.done)?.findings ?? ['backup.unreadable'];
    return problem === undefined ? ok(null) : err(problem);
  };
}

/** Makes copies at once, where nobody waits at a screen. */
export function atOnce(core: Core): CopyMaker {
  const { keys, slices } = core.parts;
  return async (target) => {
    const made = backup(core.store, keys.database, slices, target);
    return made.ok ? ok(null) : made;
  };
}

/** Copies in a folder, the newest first. */
export function copiesIn(folder: string): KeptBackup[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  // Files alone: a queue of that name would be waited for.
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.db'))
    .map(({ name }) => {
      const file = join(folder, name);
      const { size, mtime } = statSync(file);
      return { file, at: mtime.toISOString(), bytes: size };
    })
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

/** Whether a folder can hold copies: an absolute path outside the data folder that can be written. */
export function copyFolderProblem(folder: DataFolder, wanted: string): string | undefined {
  const inside = `${resolve(folder.path)}/`;
  if (resolve(wanted) !== wanted || `${wanted}/`.startsWith(inside)) return 'backup.folderInside';
  try {
    makeFolder(wanted);
    const trial = join(wanted, '.plasmapoint-trial');
    writeWhole(trial, '', { durable: true });
    rmSync(trial);
    return undefined;
  } catch {
    return 'backup.notOnOtherDisk';
  }
}

function copyAway(core: Core, file: string, copyFolder: string): Result<null, string> {
  makeFolder(copyFolder);
  const target = join(copyFolder, basename(file));
  const part = `${target}.part`;
  copyFileSync(file, part);
  syncPath(part);
  const checked = checkCopy(part, core.parts.keys.database, core.parts.slices);
  removeSidecars(part);
  if (!checked.ok) {
    rmSync(part, { force: true });
    return checked;
  }
  renameRetrying(part, target);
  syncPath(copyFolder);
  dropOldest(copyFolder);
  return ok(null);
}

function dropOldest(folder: string): void {
  const scheduled = copiesIn(folder).filter(({ file }) => basename(file).startsWith(PREFIX));
  const days = new Set<string>();
  for (const [place, { file }] of scheduled.entries()) {
    const day = basename(file).slice(PREFIX.length, PREFIX.length + 10);
    const isLastOfDay = !days.has(day);
    days.add(day);
    if (place < KEPT_NEWEST || (isLastOfDay && days.size <= KEPT_DAYS)) continue;
    rmSync(file, { force: true });
  }
}

async function attempt<T>(work: () => Promise<Result<T, string>>): Promise<Result<T, string>> {
  try {
    return await work();
  } catch {
    return err('backup.unreadable');
  }
}
