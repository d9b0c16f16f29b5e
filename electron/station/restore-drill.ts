import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { backup } from '../db/backup.ts';
import { openDatabase } from '../db/open.ts';
import { restore } from '../db/restore.ts';
import { appliedOrder, rebuild } from '../journal/replay.ts';
import { stateHash } from '../journal/state-hash.ts';
import { dataFolder } from '../ports/files.ts';
import { deriveKeys, type KeyStore } from '../ports/key-store.ts';
import { silentLog } from '../ports/log.ts';
import { slices } from './slices.ts';
import { allTables, identities, type Store, storeOf } from './store.ts';
import type { RecordsFindings } from './verify-records.ts';

/** A key that is nowhere written down: the drill's folder must not hold it in clear. */
function keyInHand(master: Buffer): KeyStore {
  return { kind: 'file', load: async () => master, save: async () => {} };
}

/**
 * Copies the records, restores the copy as on another machine into `scratch`, and compares: the state
 * told by the restored journal must have the copy's hash, the copy the records' own journal. `findings`
 * names what did not hold; `stateHash` is the restored state's. Nothing of it stays.
 */
export async function restoreDrill(
  store: Store,
  master: Buffer,
  scratch: string,
): Promise<RecordsFindings> {
  const keys = deriveKeys(master);
  const file = join(scratch, 'copy.db');
  const folder = join(scratch, 'restored');
  try {
    rmSync(scratch, { recursive: true, force: true });
    const made = backup(store, keys.database, slices, file);
    if (!made.ok) return { entries: 0, findings: [made.error] };
    const { entries, stateHash: wanted } = made.value;
    const keyStore = keyInHand(master);
    const ports = { folder, configFolder: join(scratch, 'config'), keyStore, log: silentLog };
    const restored = await restore({ backupFile: file, master, ports, keyStore });
    if (!restored.ok) return { entries, findings: [restored.error] };
    const found = restoredState(folder, keys.database);
    return { entries, findings: found === wanted ? [] : ['backup.differs'], stateHash: found };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The state that the restored folder's journal tells, without what the restore itself added to it. */
function restoredState(folder: string, key: Buffer): string {
  const opened = openDatabase({ file: dataFolder(folder).database, key, readonly: true });
  if (!opened.ok) return opened.error;
  const restored = storeOf(opened.value, slices);
  const rebuilt = rebuild(entriesBefore(restored), slices);
  const hash = stateHash(rebuilt.store.db, allTables(slices));
  rebuilt.store.db.close();
  opened.value.close();
  return hash;
}

function* entriesBefore(restored: Store) {
  const own = identities(restored).at(-1);
  for (const entry of appliedOrder(restored)) if (entry.station !== own) yield entry;
}
