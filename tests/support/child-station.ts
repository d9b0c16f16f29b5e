import { deviceService } from '#electron/devices/runtime/service.ts';
import { fileKeyStore } from '#electron/ports/key-store.ts';
import { silentLog } from '#electron/ports/log.ts';
import { openFolder } from '#electron/station/open-folder.ts';
import { TEST_PIN_COST } from './station.ts';

/** A station with its devices in a process of its own, to be killed; throws the code when it does not open. */
export async function openChildStation(folder: string, configFolder: string) {
  const opened = await openFolder(
    {
      folder,
      configFolder,
      keyStore: fileKeyStore(configFolder),
      log: silentLog,
      pinCost: TEST_PIN_COST,
    },
    [deviceService],
  );
  if (!opened.ok) throw new Error(opened.error);
  return opened.value;
}
