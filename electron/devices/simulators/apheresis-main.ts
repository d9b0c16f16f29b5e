import { parseArgs } from 'node:util';
import { ApheresisSimulator } from './apheresis-station.ts';
import { serveControl } from './control-socket.ts';
import { LIFETIME_ARGUMENTS, Lifetime, lifetimeOf } from './lifetime.ts';
import { apheresisScenario } from './scenarios.ts';
import { portOption } from './simulated-line.ts';

/**
 * A simulated apheresis machine as a process of its own:
 * `node apheresis-main.ts --link PATH [--state FILE] [--control SOCKET] [--serial S] [--speed 20]
 * [--target 400] [--scenario ID|FILE] [--seed N] [--buffer N] [--start] [--port N | --call N]
 * [--home DIR] [--forsaken-ms N]`.
 * Writes one JSON line when ready: `{"ready":true,"path":…,"control":…,"pid":…}`.
 */
const { values } = parseArgs({
  options: {
    link: { type: 'string' },
    state: { type: 'string' },
    control: { type: 'string' },
    serial: { type: 'string', default: 'SIM-0001' },
    speed: { type: 'string', default: '1' },
    target: { type: 'string', default: '400' },
    scenario: { type: 'string', default: 'plain' },
    seed: { type: 'string', default: '1' },
    buffer: { type: 'string', default: '20000' },
    start: { type: 'boolean', default: false },
    port: { type: 'string' },
    call: { type: 'string' },
    ...LIFETIME_ARGUMENTS,
  },
});

function positive(name: string, written: string): number {
  const value = Number(written);
  if (!(value > 0) || !Number.isFinite(value))
    throw new Error(`--${name} must be a number above 0`);
  return value;
}

if (values.link === undefined) throw new Error('--link PATH is missing');
const control = values.control ?? `${values.link}.ctl`;
const lifetime = new Lifetime(lifetimeOf(values));
let simulator: ApheresisSimulator | undefined;
await serveControl(
  control,
  (word) => simulator?.act(word) ?? { ok: false, code: 'simulator.starting' },
  lifetime,
);
simulator = new ApheresisSimulator({
  link: values.link,
  port: portOption('port', values.port),
  call: portOption('call', values.call),
  state: values.state ?? `${values.link}.records`,
  serial: values.serial,
  speed: positive('speed', values.speed),
  targetMl: positive('target', values.target),
  seed: positive('seed', values.seed),
  buffer: positive('buffer', values.buffer),
  scenario: apheresisScenario(values.scenario),
  lifetime,
});
await simulator.begin();
if (values.start) await simulator.act({ do: 'start' });
process.stdout.write(
  `${JSON.stringify({ ready: true, path: values.link, control, pid: process.pid })}\n`,
);
