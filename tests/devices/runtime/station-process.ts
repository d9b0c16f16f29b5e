import { deviceService } from '#electron/devices/runtime/service.ts';
import { fileKeyStore } from '#electron/ports/key-store.ts';
import { silentLog } from '#electron/ports/log.ts';
import { openFolder } from '#electron/station/open-folder.ts';
import { TEST_PIN_COST } from '#tests/support/station.ts';

/** A station in a process of its own, to be killed: `station-process.ts FOLDER CONFIG DIN`. */
const [folder = '', configFolder = '', din = ''] = process.argv.slice(2);
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
const { station } = opened.value;
const tell = () => {
  const donation = station.core.store.reader.get('donation', din);
  process.stdout.write(`${donation?.machineEndedAt === null ? donation.phase : 'ended'}\n`);
};
station.subscribe(tell);
tell();
