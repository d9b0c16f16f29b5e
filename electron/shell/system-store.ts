import { app, safeStorage } from 'electron';
import type { KeyStore } from '../ports/key-store.ts';
import { configFolder } from '../start/config-folder.ts';
import { dependableBackend, osKeyStore } from './os-key-store.ts';

/** The operating system's key store for verbs of the terminal door; waits until Electron can ask it. */
export async function systemKeyStore(): Promise<KeyStore> {
  await app.whenReady();
  const backend = await dependableBackend(safeStorage);
  return osKeyStore(safeStorage, configFolder(), backend ?? 'unknown');
}
