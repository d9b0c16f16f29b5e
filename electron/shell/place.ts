import { safeStorage } from 'electron';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { openDemoFolder } from '../demo/open-demo.ts';
import { demoKeyStore, type KeyStore } from '../ports/key-store.ts';
import { RescueDoorway } from '../rescue/doorway.ts';
import { configFolder } from '../start/config-folder.ts';
import type { StartOptions } from '../start/options.ts';
import { type OpenFolder, openFolder } from '../station/open-folder.ts';
import { chooseKeyStore } from './choose-key-store.ts';
import { askPassphrase } from './passphrase-window.ts';

/** The folder of the desktop's options, or what stands in for it where it cannot be opened. */
export async function desktopPlace(
  options: StartOptions,
  opened: (station: OpenFolder) => Promise<void>,
): Promise<Result<RescueDoorway, 'shell.noKeyStore'>> {
  const config = configFolder();
  const choose = (data: string): Promise<KeyStore | undefined> =>
    options.demo
      ? Promise.resolve(demoKeyStore(data))
      : chooseKeyStore({ data, configFolder: config, safe: safeStorage, ask: askPassphrase });
  let keyStore = await choose(options.data);
  if (!keyStore) return err('shell.noKeyStore');
  let asked: string | undefined = options.data;
  const keyOf = async (data: string): Promise<KeyStore | undefined> => {
    // Asked for already at the first start; a wrong passphrase is asked for again.
    if (asked === data) asked = undefined;
    else keyStore = (await choose(data)) ?? keyStore;
    return keyStore;
  };
  const kept: KeyStore = {
    get kind() {
      return keyStore?.kind ?? 'file';
    },
    load: async (folderId) => keyStore?.load(folderId),
    save: async () => undefined,
  };
  return ok(
    new RescueDoorway({
      folder: options.data,
      keyStore: kept,
      configFolder: config,
      open: async (data) => {
        if (options.demo) return openDemoFolder({ ...options, data });
        const found = await keyOf(data);
        if (!found) return err('station.keyMissing');
        return openFolder({ folder: data, keyStore: found, configFolder: config });
      },
      newKeyStore: async (data) => {
        const chosen = await choose(data);
        if (chosen) {
          keyStore = chosen;
          asked = data;
        }
        return chosen;
      },
      opened,
    }),
  );
}
