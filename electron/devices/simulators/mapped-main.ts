import { parseArgs } from 'node:util';
import { serveControl } from './control-socket.ts';
import { LIFETIME_ARGUMENTS, Lifetime, lifetimeOf } from './lifetime.ts';
import { MappedSimulator } from './mapped-station.ts';
import { mappedScenario } from './scenarios.ts';
import { portOption } from './simulated-line.ts';

/**
 * A device that a mapping file describes: `node mapped-main.ts --link PATH (--mapping ID | --scenario ID|FILE)
 * [--port N | --call N] [--every MS] [--control SOCKET] [--home DIR] [--forsaken-ms N]`. With a mapping it says the
 * file's own examples, one every so many milliseconds (0: only when told); with a scenario it plays that. It stands on a
 * pseudo-terminal, with `--port` it waits as a TCP device of this machine, with `--call` it calls the station.
 * Control words: the steps of scenarios, `play` (`scenario`), `state` (with the newest answers), `quit`.
 */
const { values } = parseArgs({
  options: {
    mapping: { type: 'string' },
    scenario: { type: 'string' },
    link: { type: 'string' },
    port: { type: 'string' },
    call: { type: 'string' },
    every: { type: 'string', default: '2000' },
    control: { type: 'string' },
    ...LIFETIME_ARGUMENTS,
  },
});

if (values.link === undefined) throw new Error('--link PATH is missing');
const scenario = values.scenario === undefined ? undefined : mappedScenario(values.scenario);
const control = values.control ?? `${values.link}.ctl`;
const lifetime = new Lifetime(lifetimeOf(values));
const simulator = new MappedSimulator({
  link: values.link,
  port: portOption('port', values.port),
  call: portOption('call', values.call),
  mapping: scenario?.mapping ?? values.mapping ?? '',
  lifetime,
});
await serveControl(control, (word) => simulator.act(word), lifetime);
await simulator.begin(scenario?.steps ?? Number(values.every));
process.stdout.write(
  `${JSON.stringify({ ready: true, path: values.link, port: values.port, control, pid: process.pid })}\n`,
);
