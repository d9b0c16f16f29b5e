import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deriveKeys, type FolderKeys } from '../ports/key-store.ts';
import type { Store } from './store.ts';

/** Keys that hashes in the records depend on: they outlive the master key that they came from. */
const CARRIED = ['pepper', 'fingerprint'] as const;

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * The keys of a folder whose database is open: what an earlier master key gave to hashes in the records
 * (PIN pepper, mark of command inputs) is carried in it, sealed under the present one.
 */
export function keysWithCarried(store: Store, master: Buffer): FolderKeys {
  const keys = deriveKeys(master);
  const carried = CARRIED.map((id) => [id, unsealed(store, id, keys.carry) ?? keys[id]]);
  return { ...keys, ...Object.fromEntries(carried) };
}

/** Seals what must be carried under another master key, in the database that will be opened with it. */
export function carryKeys(store: Store, present: FolderKeys, next: Buffer): void {
  const { carry } = deriveKeys(next);
  for (const id of CARRIED) {
    store.statements
      .get('INSERT OR REPLACE INTO carried (id, sealed) VALUES (?, ?)')
      .run(id, seal(present[id], carry, id));
  }
}

function seal(secret: Buffer, key: Buffer, name: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(name));
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

function unsealed(store: Store, name: string, key: Buffer): Buffer | undefined {
  const row = store.statements.get('SELECT sealed FROM carried WHERE id = ?').get(name);
  const sealed = (row as { sealed: Buffer } | undefined)?.sealed;
  if (!sealed) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES));
  decipher.setAAD(Buffer.from(name));
  decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const rest = sealed.subarray(IV_BYTES + TAG_BYTES);
  return Buffer.concat([decipher.update(rest), decipher.final()]);
}
