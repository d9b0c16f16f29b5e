import { spawn } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { fail } from './output.ts';
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
  'mapping',
  'every',
];

/** `simulate`: a simulated device in the foreground, until it is ended. */
export const simulateVerb: Verb = {
  usage:
    'station simulate apheresis|analyser|idcard|mapped --link PATH [options of resources/docs/devices]',
  options: PASSED.map((name) => `${name}=`),
  run: async (args) => {
    const program = PROGRAMS[args.words[0] ?? ''];
    if (!program || typeof args.options['link'] !== 'string')
      return fail('cli.usage', simulateVerb.usage);
    return run(program, args);
  },
};

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
