import { dataFolder } from '../ports/files.ts';
import { fileKeyStore, type KeyStore, passphraseKeyStore } from '../ports/key-store.ts';
import { readFolderFile } from '../station/folder-file.ts';
import { dependableBackend, type OsSafe, osKeyStore } from './os-key-store.ts';
import type { PassphraseKind } from './passphrase-page.ts';

export interface KeyStoreChoice {
  readonly data: string;
  readonly configFolder: string;
  readonly safe: OsSafe;
  readonly ask: (kind: PassphraseKind) => Promise<string | undefined>;
}

/**
 * The key store of a folder: the one that its description names, or for a new folder the system's
 * where that protects, else a passphrase. Never a key in clear because nothing better was there;
 * undefined when no passphrase was given.
 */
export async function chooseKeyStore(choice: KeyStoreChoice): Promise<KeyStore | undefined> {
  const { data, configFolder, safe } = choice;
  const file = readFolderFile(dataFolder(data).folderFile);
  const backend = await dependableBackend(safe);
  // A damaged description is reported by the station's own start, before any key is asked for.
  const known = file === 'damaged' ? 'file' : file?.keyStore;
  switch (known) {
    case 'passphrase':
      return byPassphrase(choice, 'known');
    case 'file':
    case 'demo':
      return fileKeyStore(configFolder);
    case 'os':
      return osKeyStore(safe, configFolder, backend ?? 'unknown');
    case undefined:
      return backend === undefined
        ? byPassphrase(choice, 'new')
        : osKeyStore(safe, configFolder, backend);
  }
}

async function byPassphrase(
  choice: KeyStoreChoice,
  kind: PassphraseKind,
): Promise<KeyStore | undefined> {
  const passphrase = await choice.ask(kind);
  return passphrase === undefined ? undefined : passphraseKeyStore(choice.data, passphrase);
}
