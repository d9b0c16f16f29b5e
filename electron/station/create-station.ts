import { existsSync, mkdirSync } from 'node:fs';
import type { Answer, Push } from '#shared/contract/envelope.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { migrate } from '../db/migrate.ts';
import { migrations } from '../db/migrations/index.ts';
import { type OpenProblem, openDatabase } from '../db/open.ts';
import { PRODUCT_PIN_COST } from '../features/operators/pins.ts';
import { type AnchorStore, fileAnchorStore } from '../journal/anchors.ts';
import type { Head } from '../journal/journal.ts';
import type { ChainFault } from '../journal/verify.ts';
import { type Clock, systemClock } from '../ports/clock.ts';
import { type DataFolder, dataFolder } from '../ports/files.ts';
import { type Ids, uuidV7Ids } from '../ports/ids.ts';
import { deriveKeys, type FolderKeys, type KeyStore } from '../ports/key-store.ts';
import { type Log, stderrLog } from '../ports/log.ts';
import { Core, type CoreParts } from './core.ts';
import { dispatch, type Handlers, type Origin } from './dispatch.ts';
import { readFolderFile, writeFolderFile } from './folder-file.ts';
import { type FolderLock, lockFolder } from './lock.ts';
import { machineOf } from './machine.ts';
import type { Slice } from './slice.ts';
import { slices as allSlices } from './slices.ts';
import { checkStore } from './start-checks.ts';
import { becomeStation, identityOf, type Store, storeOf } from './store.ts';

/** What the outside gives a station. */
export interface StationPorts {
  /** The data folder; made when it does not exist. */
  readonly folder: string;
  readonly keyStore: KeyStore;
  /** The user's configuration folder, where anchors lie. */
  readonly configFolder: string;
  readonly clock?: Clock;
  readonly ids?: Ids;
  readonly log?: Log;
  readonly anchors?: AnchorStore;
  readonly pinCost?: CoreParts['pinCost'];
  /** A session unused for so long is locked. */
  readonly idleMinutes?: number;
  readonly slices?: readonly Slice[];
}

/** Why a station did not start; nothing was changed. */
export type StartProblem =
  | OpenProblem
  | 'db.futureVersion'
  | 'station.folderInUse'
  | 'station.folderFileDamaged'
  | 'station.keyMissing'
  | 'station.keyUnreadable';

/** What a start found. `fault` closes commands; reading stays. */
export interface StartReport {
  readonly station: string;
  readonly keyStore: KeyStore['kind'];
  readonly head: Head;
  readonly fault: ChainFault | { readonly code: 'db.damaged' } | undefined;
  /** The head kept outside the folder is gone: roll-back could not be ruled out. */
  readonly anchorMissing: boolean;
  /** The clock is behind the newest entry: effectiveNow stands still until it has caught up. */
  readonly clockBehind: boolean;
}

/** A door that people and programs come through. */
export type DoorOrigin = { readonly door: Exclude<Origin['door'], 'station'> };

/** A running station. */
export interface Station {
  /** A call through a door; no door may speak as the station itself. */
  call(name: string, envelope: unknown, origin: DoorOrigin): Promise<Answer>;
  /** The station's own act on what a device told; the same id is never done twice. */
  act(name: string, input: unknown, commandId?: string): Promise<Answer>;
  subscribe(listener: (push: Push) => void): () => void;
  readonly report: StartReport;
  readonly core: Core;
  close(): void;
}

/** Starts a station on a folder: lock, key, database, migrations, checks (in this order), then ready. */
export async function createStation(ports: StationPorts): Promise<Result<Station, StartProblem>> {
  mkdirSync(ports.folder, { recursive: true, mode: 0o700 });
  const folder = dataFolder(ports.folder);
  const lock = lockFolder(folder.lock);
  if (!lock) return err('station.folderInUse');
  try {
    const started = await startLocked(ports, folder, lock);
    if (!started.ok) lock.release();
    return started;
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function startLocked(
  ports: StationPorts,
  folder: DataFolder,
  lock: FolderLock,
): Promise<Result<Station, StartProblem>> {
  const clock = ports.clock ?? systemClock;
  const ids = ports.ids ?? uuidV7Ids(clock);
  const keys = await folderKeys(ports.keyStore, folder, ids);
  if (!keys.ok) return keys;
  const slices = ports.slices ?? allSlices;
  const opened = openStore(folder, keys.value.keys, slices);
  if (!opened.ok) return opened;
  const store = opened.value;
  const station = identityOf(store) ?? ids.newId();
  if (identityOf(store) === undefined) becomeStation(store, station, clock.now());
  const { folderId } = keys.value;
  const anchors = ports.anchors ?? fileAnchorStore(ports.configFolder);
  const core = new Core(
    {
      folderId,
      slices,
      clock,
      ids,
      log: ports.log ?? stderrLog,
      anchors,
      keys: keys.value.keys,
      pinCost: ports.pinCost ?? PRODUCT_PIN_COST,
      idleMinutes: ports.idleMinutes ?? 15,
      reopen: () => reopenStore(core, folder, keys.value.keys, slices),
      makeMachine: (owner) => machineOf(owner, folder, ports.keyStore.kind),
    },
    store,
    station,
  );
  const report = {
    ...checkStore(store, station, anchors.read(folderId), clock),
    station,
    keyStore: ports.keyStore.kind,
  };
  if (report.fault) core.rescue = report.fault.code;
  return ok(running(core, handlersOf(slices), report, lock));
}

function running(core: Core, handlers: Handlers, report: StartReport, lock: FolderLock): Station {
  return {
    call: (name, envelope, origin) => dispatch(core, handlers, name, envelope, origin),
    act: (name, input, commandId = core.parts.ids.newId()) =>
      dispatch(core, handlers, name, { commandId, input }, { door: 'station' }),
    subscribe: (listener) => core.subscribe(listener),
    report,
    core,
    close: () => {
      core.flushAnchor();
      core.store.db.pragma('wal_checkpoint(TRUNCATE)');
      core.store.db.close();
      lock.release();
    },
  };
}

function handlersOf(slices: readonly Slice[]): Handlers {
  return {
    commands: Object.assign({}, ...slices.map((slice) => slice.commands)),
    queries: Object.assign({}, ...slices.map((slice) => slice.queries)),
  };
}

async function folderKeys(
  keyStore: KeyStore,
  folder: DataFolder,
  ids: Ids,
): Promise<Result<{ readonly folderId: string; readonly keys: FolderKeys }, StartProblem>> {
  const known = readFolderFile(folder.folderFile);
  if (known === 'damaged') return err('station.folderFileDamaged');
  const hasData = existsSync(folder.database);
  if (!known && hasData) return err('station.folderFileDamaged');
  const folderId = known?.folderId ?? ids.newId();
  let master: Buffer | undefined;
  try {
    master = await keyStore.load(folderId);
  } catch {
    return err('station.keyUnreadable');
  }
  // A folder with data never gets a fresh key: that would look like an empty station.
  if (!master && hasData) return err('station.keyMissing');
  if (!master) {
    master = ids.randomBytes(32);
    await keyStore.save(folderId, master);
  }
  if (!known) writeFolderFile(folder.folderFile, { folderId, format: 1, keyStore: keyStore.kind });
  return ok({ folderId, keys: deriveKeys(master) });
}

function openStore(
  folder: DataFolder,
  keys: FolderKeys,
  slices: readonly Slice[],
): Result<Store, StartProblem> {
  const db = openDatabase({
    file: folder.database,
    key: keys.database,
    keyCheckFile: folder.keyCheck,
    keyCheckKey: keys.keyCheck,
    create: true,
  });
  if (!db.ok) return db;
  try {
    const migrated = migrate(db.value, migrations, folder.backups);
    if (migrated.ok) return ok(storeOf(db.value, slices));
    db.value.close();
    return migrated;
  } catch (error) {
    db.value.close();
    throw error;
  }
}

function reopenStore(
  core: Core,
  folder: DataFolder,
  keys: FolderKeys,
  slices: readonly Slice[],
): Store | undefined {
  try {
    core.store.db.close();
    const opened = openStore(folder, keys, slices);
    return opened.ok ? opened.value : undefined;
  } catch {
    return undefined;
  }
}
