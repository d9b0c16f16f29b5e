import process from 'node:process';
import type { LiveNews } from '#electron/devices/runtime/live.ts';
import { openChildStation } from '#tests/support/child-station.ts';
import type { Look, Told } from './words.ts';

/** A station in a process of its own, to be killed: `station.ts FOLDER CONFIG`; asked and answering by messages. */
const [folder = '', configFolder = ''] = process.argv.slice(2);
const station = await openChildStation(folder, configFolder);
const lines = new Set<string>();

station.listen((news) => {
  // What a door does with news for one screen costs as well.
  JSON.stringify(news);
  if (news.kind !== 'sample') return;
  const live = news.sample as LiveNews;
  if (live.kind !== 'link') return;
  if (live.link.state === 'open') lines.add(live.link.deviceId);
  else lines.delete(live.link.deviceId);
});

process.on('message', (look: Look) => {
  void station
    .call('collection.board', { input: {}, proof: look.proof }, 'loopback')
    .then((board) => {
      const { user, system } = process.cpuUsage();
      tell({ board, lines: lines.size, workMs: (user + system) / 1000 });
    });
});

function tell(told: Told): void {
  process.send?.(told);
}
