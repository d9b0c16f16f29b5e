import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { event, type NewEvent } from '#shared/contract/events.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Journal } from '../journal/journal.ts';
import { type DataFolder, dataFolder, makeFolder, syncPath, writeWhole } from '../ports/files.ts';
import { deriveKeys, type KeyStore } from '../ports/key-store.ts';
import { BY_STATION } from '../station/core.ts';
import { createStation, type StationPorts } from '../station/create-station.ts';
import { writeFolderFile } from '../station/folder-file.ts';
import { isForeign } from '../station/foreign-folder.ts';
import { slices as allSlices } from '../station/slices.ts';
import type { StartProblem } from '../station/start-problem.ts';
import { becomeStation, identityOf, storeOf } from '../station/store.ts';
import { type BackupProblem, checkCopy } from './backup.ts';
import { openDatabase, removeSidecars } from './open.ts';

/** What a restore needs: an empty target folder and the key of the copy. */
export interface RestoreOptions {
  readonly backupFile: string;
  readonly master: Buffer;
  readonly ports: StationPorts;
  readonly keyStore: KeyStore;
}

/**
 * Makes a station from a copy. It is a new station: its first entry names the old head, every number
 * lease of the old one is burned, and nothing is minted before a new lease. Answers its id.
 */
export async function restore(
  options: RestoreOptions,
): Promise<Result<{ readonly station: string }, BackupProblem | StartProblem | 'backup.exists'>> {
  const folder = dataFolder(options.ports.folder);
  if (existsSync(folder.restoring)) clearUnfinished(folder);
  else if (isForeign(folder)) return err('station.folderForeign');
  if (existsSync(folder.database) || existsSync(folder.folderFile)) return err('backup.exists');
  const slices = options.ports.slices ?? allSlices;
  const keys = deriveKeys(options.master);
  const checked = checkCopy(options.backupFile, keys.database, slices);
  if (!checked.ok) return checked;
  makeFolder(folder.path);
  writeWhole(folder.restoring, '', { durable: true });
  copyFileSync(options.backupFile, folder.database);
  syncPath(folder.database);
  const folderId = crypto.randomUUID();
  const kept = await options.keyStore.load(folderId);
  if (kept && !kept.equals(options.master)) return err('db.wrongKey');
  if (!kept) await options.keyStore.save(folderId, options.master);
  const old = adoptIdentity(folder.database, keys.database, options);
  if (!old.ok) return old;
  writeFolderFile(folder.folderFile, { folderId, format: 1, keyStore: options.keyStore.kind });
  const started = await createStation({
    ...options.ports,
    keyStore: options.keyStore,
    restoring: true,
  });
  if (!started.ok) return started;
  const { core } = started.value;
  core.transaction(() => core.record(firstEntries(core.store.journal, old.value), BY_STATION));
  const { station } = core;
  started.value.close();
  rmSync(folder.restoring);
  syncPath(folder.path);
  return ok({ station });
}

/** What a restore that was cut short left is its own: nothing was ever recorded there. */
function clearUnfinished(folder: DataFolder): void {
  for (const file of [folder.database, folder.folderFile, folder.keyCheck])
    rmSync(file, { force: true });
  removeSidecars(folder.database);
}

interface OldHead {
  readonly oldStation: string;
  readonly oldSeq: number;
  readonly oldHead: string;
}

function adoptIdentity(
  file: string,
  key: Buffer,
  { ports }: RestoreOptions,
): Result<OldHead, BackupProblem> {
  const opened = openDatabase({ file, key });
  if (!opened.ok) return err('backup.unreadable');
  const store = storeOf(opened.value, ports.slices ?? allSlices);
  const oldStation = identityOf(store) ?? '';
  const head = store.journal.head(oldStation);
  const now = ports.clock?.now() ?? new Date().toISOString();
  becomeStation(store, ports.ids?.newId() ?? crypto.randomUUID(), now);
  opened.value.close();
  return ok({ oldStation, oldSeq: head.seq, oldHead: head.hash });
}

/** INV-01: numbers that the lost station may have used after the copy are never minted again. */
function firstEntries(journal: Journal, old: OldHead): NewEvent[] {
  const burned: NewEvent[] = [];
  for (const { type, body } of journal.chain(old.oldStation)) {
    if (type !== 'collection.numbersLeased') continue;
    const { leaseId, first, station } = body as { leaseId: string; first: number; station: string };
    if (station !== old.oldStation) continue;
    burned.push(event('collection.leaseBurned', { leaseId, above: first - 1, why: 'restored' }));
  }
  return [event('exchange.stationRestored', old), ...burned];
}
