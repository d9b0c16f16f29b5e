import { argv, stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline';
import { openLoopback } from '#electron/loopback/server.ts';
import { fileKeyStore } from '#electron/ports/key-store.ts';
import { silentLog } from '#electron/ports/log.ts';
import { createStation } from '#electron/station/create-station.ts';
import { TEST_PIN_COST, testClock } from '#tests/support/station.ts';

/** A station behind its loopback door, until it is killed: `killed-station.ts BASE NOW`. */
const [base = '', now = ''] = argv.slice(2);
const configFolder = `${base}/config`;
const clock = testClock(now);
const started = await createStation({
  folder: `${base}/data`,
  configFolder,
  keyStore: fileKeyStore(configFolder),
  clock,
  log: silentLog,
  pinCost: TEST_PIN_COST,
  idleMinutes: 100_000,
});
if (!started.ok) throw new Error(started.error);
const station = started.value;
const door = await openLoopback({
  station: {
    call: (name, envelope) => station.call(name, envelope, { door: 'loopback' }),
    listen: () => () => undefined,
  },
  root: base,
  port: 0,
  now: () => 0,
});
stdout.write(`${door.freshUrl()}\n`);

// What the script's clock and the print queue tell comes as lines, each answered when it is done.
for await (const line of createInterface({ input: stdin })) {
  const [word, value = ''] = line.split(' ');
  if (word === 'forward') clock.forward(Number(value));
  else await station.act('honours.reportJob', JSON.parse(value), `job-${Date.now()}`);
  stdout.write('done\n');
}
