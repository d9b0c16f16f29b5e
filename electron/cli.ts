import process from 'node:process';
import { parseCliArguments } from './cli/arguments.ts';
import type { Verb } from './cli/verb.ts';

/**
 * The terminal door: `npm run -s station -- <verb>`. Exit 0 ok, 2 refused or not clean, 1 failed.
 * Each verb loads only what it needs, so that `decode` starts at once.
 */
const VERBS: Readonly<Record<string, () => Promise<Verb>>> = {
  contract: async () => (await import('./cli/contract.ts')).contractVerb,
  call: async () => (await import('./cli/call.ts')).callVerb,
  decode: async () => (await import('./cli/decode-verb.ts')).decodeVerb,
  simulate: async () => (await import('./cli/simulate.ts')).simulateVerb,
  verify: async () => (await import('./cli/records.ts')).verifyVerb,
  replay: async () => (await import('./cli/records.ts')).replayVerb,
  judge: async () => (await import('./cli/records.ts')).judgeVerb,
  backup: async () => (await import('./cli/copies.ts')).backupVerb,
  restore: async () => (await import('./cli/copies.ts')).restoreVerb,
  doctor: async () => (await import('./cli/doctor.ts')).doctorVerb,
};

/** Runs one verb and answers the exit code. */
export async function runCli(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  const load = name === undefined ? undefined : VERBS[name];
  if (!load) {
    process.stderr.write(`usage: station <${Object.keys(VERBS).join('|')}> [options]\n`);
    return 1;
  }
  const verb = await load();
  const parsed = parseCliArguments(verb, rest);
  if (!parsed.ok) {
    process.stderr.write(`${parsed.error}\n${verb.usage}\n`);
    return 1;
  }
  return verb.run(parsed.value);
}

if (import.meta.main) {
  process.exitCode = await runCli(process.argv.slice(2));
}
