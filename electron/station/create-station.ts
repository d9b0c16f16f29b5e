import { accessSync, constants, existsSync } from 'node:fs';
import type { Answer, Push } from '#shared/contract/envelope.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { closeUntouched } from '../db/open.ts';
import { PRODUCT_PIN_COST } from '../features/operators/pins.ts';
import { type AnchorStore, fileAnchorStore } from '../journal/anchors.ts';
import { type Clock, systemClock } from '../ports/clock.ts';
import { type DataFolder, dataFolder, makeFolder } from '../ports/files.ts';
import { type Ids, uuidV7Ids } from '../ports/ids.ts';
import type { KeyStore } from '../ports/key-store.ts';
import { describeError, type Log, stderrLog } from '../ports/log.ts';
import { keysWithCarried } from './carried-keys.ts';
import { Core, type CoreParts } from './core.ts';
import { dispatch, type Handlers, type Origin } from './dispatch.ts';
import { type KeyedFolder, keyedFolder } from './folder-keys.ts';
import { FolderPlace } from './folder-place.ts';
import { openStore, reopenStore, wasStoppedCleanly } from './folder-store.ts';
import { isForeign } from './foreign-folder.ts';
import { KnownFolders } from './known-folders.ts';
import { type FolderLock, lockFolder, lockRecords } from './lock.ts';
import { machineOf } from './machine.ts';
import type { Slice } from './slice.ts';
import { slices as allSlices } from './slices.ts';
import { checkStore, type StoreChecks } from './start-checks.ts';
import { type StartProblem, withDiskProblems } from './start-problem.ts';
import { becomeStation, identityOf } from './store.ts';

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
  /**
   * Whether the start waits until the file's pages were looked at (the usual), or somebody looks at
   * them beside the work: then gates on plasma stay closed meanwhile after an unclean stop.
   */
  readonly pages?: 'now' | 'beside';
  /** The restore itself opens the folder before it is finished. */
  readonly restoring?: true;
  /** Whether a jump of the wall clock closes gates (INV-34); the doors of a real site ask for it. */
  readonly guardClock?: boolean;
  /** A copy that is looked into: nothing is recorded in it. */
  readonly readingOnly?: true;
}

/** What a start found. `fault` closes commands; reading stays. */
export interface StartReport extends StoreChecks {
  readonly station: string;
  readonly keyStore: KeyStore['kind'];
  /** The station before was killed, or the power failed. */
  readonly uncleanStop: boolean;
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
export function createStation(ports: StationPorts): Promise<Result<Station, StartProblem>> {
  return withDiskProblems(async () => {
    const folder = dataFolder(ports.folder);
    const known = new KnownFolders(ports.configFolder);
    // Before anything is made: whoever looks for the records must find the place as it was.
    if (known.isLost(folder)) return err('station.folderGone');
    if (existsSync(folder.restoring) && !ports.restoring) return err('station.restoreUnfinished');
    if (isForeign(folder)) return err('station.folderForeign');
    makeFolder(ports.folder);
    // The database would say only that it cannot be opened.
    accessSync(folder.path, constants.W_OK);
    const lock = lockFolder(folder.lock);
    if (!lock) return err('station.folderInUse');
    try {
      const started = await startLocked(ports, folder, lock, known);
      if (!started.ok) lock.release();
      return started;
    } catch (error) {
      lock.release();
      throw error;
    }
  });
}

async function startLocked(
  ports: StationPorts,
  folder: DataFolder,
  lock: FolderLock,
  known: KnownFolders,
): Promise<Result<Station, StartProblem>> {
  const ids = ports.ids ?? uuidV7Ids(ports.clock ?? systemClock);
  const keyed = await keyedFolder(ports.keyStore, folder, ids, known);
  if (!keyed.ok) return keyed;
  const records = lockRecords(ports.configFolder, keyed.value.folderId);
  if (!records) return err('station.folderInUse');
  const both = {
    release: () => {
      records.release();
      lock.release();
    },
  };
  try {
    const started = startKeyed(ports, folder, keyed.value, both, known);
    if (!started.ok) records.release();
    return started;
  } catch (error) {
    records.release();
    throw error;
  }
}

function startKeyed(
  ports: StationPorts,
  folder: DataFolder,
  { folderId, keys }: KeyedFolder,
  lock: FolderLock,
  known: KnownFolders,
): Result<Station, StartProblem> {
  const clock = ports.clock ?? systemClock;
  const ids = ports.ids ?? uuidV7Ids(clock);
  const slices = ports.slices ?? allSlices;
  const uncleanStop = !wasStoppedCleanly(folder);
  const opened = openStore(folder, keys, slices);
  if (!opened.ok) return opened;
  const store = opened.value;
  try {
    const station = identityOf(store) ?? ids.newId();
    if (identityOf(store) === undefined) becomeStation(store, station, clock.now());
    const anchors = ports.anchors ?? fileAnchorStore(ports.configFolder);
    const place = new FolderPlace(folder);
    const core = new Core(
      {
        folderId,
        slices,
        clock,
        ids,
        log: ports.log ?? stderrLog,
        anchors,
        keys: keysWithCarried(store, keys.master),
        pinCost: ports.pinCost ?? PRODUCT_PIN_COST,
        idleMinutes: ports.idleMinutes ?? 15,
        reopen: () => reopenStore(core.store, folder, keys, slices, place),
        place,
        beside: ports.pages === 'beside',
        guardClock: ports.guardClock ?? false,
        makeMachine: (owner) => machineOf(owner, folder, ports.keyStore.kind),
      },
      store,
      station,
    );
    const pages = ports.pages ?? 'now';
    const checks = checkStore(store, station, anchors.read(folderId), clock, pages);
    core.hasTwin = known.hasTwin(folder, folderId);
    core.anchorMissing = checks.anchorMissing && !ports.readingOnly;
    if (checks.fault) {
      core.rescue = checks.fault.code;
      core.leaveAsIs = true;
    }
    if (ports.readingOnly) core.rescue = 'station.readingCopy';
    core.unproved = uncleanStop && pages === 'beside';
    const report = { ...checks, station, keyStore: ports.keyStore.kind, uncleanStop };
    return ok(running(core, handlersOf(slices), report, lock, folder));
  } catch (error) {
    closeUntouched(store.db, { file: folder.database, key: keys.database });
    // Tables that are not those of its version: a write-ahead file of another database, for one.
    if (isStrangeSchema(error)) return err('db.damaged');
    throw error;
  }
}

function isStrangeSchema(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_ERROR';
}

function running(
  core: Core,
  handlers: Handlers,
  report: StartReport,
  lock: FolderLock,
  folder: DataFolder,
): Station {
  return {
    call: (name, envelope, origin) => dispatch(core, handlers, name, envelope, origin),
    act: (name, input, commandId = core.parts.ids.newId()) =>
      dispatch(core, handlers, name, { commandId, input }, { door: 'station' }),
    subscribe: (listener) => core.subscribe(listener),
    report,
    core,
    close: () => {
      core.anchor.flush();
      // What is committed is safe without this; a disk that fails now must not keep the folder locked.
      for (const step of [...closing(core, folder), () => lock.release()]) quietly(core, step);
    },
  };
}

/** Takes the write-ahead file in and closes; where the files are in doubt, leaves both as they are. */
function closing(core: Core, folder: DataFolder): readonly (() => unknown)[] {
  const { store, leaveAsIs, parts } = core;
  if (leaveAsIs)
    return [() => closeUntouched(store.db, { file: folder.database, key: parts.keys.database })];
  return [() => store.db.pragma('wal_checkpoint(TRUNCATE)'), () => store.db.close()];
}

function handlersOf(slices: readonly Slice[]): Handlers {
  return {
    commands: Object.assign({}, ...slices.map((slice) => slice.commands)),
    queries: Object.assign({}, ...slices.map((slice) => slice.queries)),
  };
}

function quietly(core: Core, step: () => unknown): void {
  try {
    step();
  } catch (error) {
    const code = 'station.closeFailed';
    core.parts.log.write({ level: 'warn', code, error: describeError(error) });
  }
}
