import { spawn } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { loadScenarios, scenarioOf } from '../devices/simulators/scenarios.ts';
import { fail, printJson } from './output.ts';
import type { CliArguments, Verb } from './verb.ts';

const PROGRAMS: Readonly<Record<string, string>> = {
  apheresis: 'apheresis-main.ts',
  analyser: 'analyser-main.ts',
  idcard: 'id-card-main.ts',
  mapped: 'mapped-main.ts',
};

const PASSED = [
  'link',
  'state',
  'serial',
  'speed',
  'target',
  'scenario',
  'seed',
  'buffer',
  'encoding',
  'max-text',
  'port',
  'call',
  'mapping',
  'every',
];

/**
 * `simulate`: a simulated device in the foreground, until it is ended. `play` starts the device that a scenario is
 * about; `list` shows the scenarios.
 */
export const simulateVerb: Verb = {
  usage:
    'station simulate list | apheresis|analyser|idcard|mapped|play --link PATH [options of resources/docs/devices]',
  options: PASSED.map((name) => `${name}=`),
  run: async (args) => {
    const [word = ''] = args.words;
    if (word === 'list') return list();
    const program = PROGRAMS[word === 'play' ? deviceOf(args.options['scenario']) : word];
    if (!program || typeof args.options['link'] !== 'string')
      return fail('cli.usage', simulateVerb.usage);
    return run(program, args);
  },
};

function list(): number {
  for (const { id, device, name, task } of loadScenarios()) printJson({ id, device, name, task });
  return 0;
}

/** The device that a scenario is about; '' where there is no such scenario. */
function deviceOf(scenario: unknown): string {
  try {
    return scenarioOf(String(scenario)).device;
  } catch {
    return '';
  }
}

function run(program: string, args: CliArguments): Promise<number> {
  const file = fileURLToPath(new URL(`../devices/simulators/${program}`, import.meta.url));
  const passed = Object.entries(args.options).flatMap(([name, value]) => [
    `--${name}`,
    String(value),
  ]);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...passed], { stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
