import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SafeStorage } from 'electron';
import { z } from 'zod';
import { writeWhole } from '../ports/files.ts';
import type { KeyStore } from '../ports/key-store.ts';

/** The part of Electron's safeStorage that is used; all asynchronous, so that no prompt blocks. */
export type OsSafe = Pick<
  SafeStorage,
  | 'isAsyncEncryptionAvailable'
  | 'encryptStringAsync'
  | 'decryptStringAsync'
  | 'getSelectedStorageBackend'
>;

const sealedKey = z.strictObject({
  /** Which store of the system sealed it: on Linux it changes with the desktop session. */
  backend: z.string(),
  sealed: z.base64(),
});

/**
 * The system's name for its key store where it protects anything; undefined where it does not: on
 * Linux `basic_text` means a password that stands in Chromium's source.
 */
export async function dependableBackend(safe: OsSafe): Promise<string | undefined> {
  if (!(await safe.isAsyncEncryptionAvailable())) return undefined;
  if (process.platform !== 'linux') return process.platform;
  const backend = safe.getSelectedStorageBackend();
  return backend === 'basic_text' || backend === 'unknown' ? undefined : backend;
}

/**
 * The master key sealed by the operating system, as a 0600 file in the user's configuration folder,
 * named by folder id. `load` throws when the system cannot open what it sealed.
 */
export function osKeyStore(safe: OsSafe, configFolder: string, backend: string): KeyStore {
  const pathOf = (folderId: string) => join(configFolder, 'keys', `${folderId}.sealed.json`);
  const seal = async (folderId: string, key: Buffer) => {
    const sealed = await safe.encryptStringAsync(key.toString('hex'));
    // Shown before it counts: a key that cannot be opened again would lose the folder.
    const { result } = await safe.decryptStringAsync(sealed);
    if (result !== key.toString('hex')) throw new Error('the system did not give the key back');
    const content = { backend, sealed: sealed.toString('base64') };
    writeWhole(pathOf(folderId), `${JSON.stringify(content)}\n`, { durable: true });
  };
  return {
    kind: 'os',
    load: async (folderId) => {
      const path = pathOf(folderId);
      if (!existsSync(path)) return undefined;
      const kept = sealedKey.parse(JSON.parse(readFileSync(path, 'utf8')));
      const opened = await safe.decryptStringAsync(Buffer.from(kept.sealed, 'base64'));
      const key = Buffer.from(opened.result, 'hex');
      if (key.length !== 32) throw new Error('sealed key damaged');
      if (opened.shouldReEncrypt || kept.backend !== backend) await seal(folderId, key);
      return key;
    },
    save: async (folderId, key) => {
      if (existsSync(pathOf(folderId))) throw new Error('sealed key exists');
      await seal(folderId, key);
    },
  };
}
