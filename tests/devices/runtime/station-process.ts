import { openChildStation } from '#tests/support/child-station.ts';

/** A station in a process of its own, to be killed: `station-process.ts FOLDER CONFIG DIN`. */
const [folder = '', configFolder = '', din = ''] = process.argv.slice(2);
const { station } = await openChildStation(folder, configFolder);
const tell = () => {
  const donation = station.core.store.reader.get('donation', din);
  process.stdout.write(`${donation?.machineEndedAt === null ? donation.phase : 'ended'}\n`);
};
station.subscribe(tell);
tell();
