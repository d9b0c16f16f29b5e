import process from 'node:process';
import { parseCliArguments } from './cli/arguments.ts';
import { endWithReader, fail } from './cli/output.ts';
import type { SystemStore, Verb } from './cli/verb.ts';

/**
 * The terminal door: `npm run -s station -- <verb>`. Exit 0 ok, 2 refused or not clean, 1 failed.
 * Each verb loads only what it needs, so that `decode` starts at once.
 */
const VERBS: Readonly<Record<string, () => Promise<Verb>>> = {
  contract: async () => (await import('./cli/contract.ts')).contractVerb,
  call: async () => (await import('./cli/call.ts')).callVerb,
  decode: async () => (await import('./cli/decode-verb.ts')).decodeVerb,
  capture: async () => (await import('./cli/capture.ts')).captureVerb,
  simulate: async () => (await import('./cli/simulate.ts')).simulateVerb,
  verify: async () => (await import('./cli/records.ts')).verifyVerb,
  replay: async () => (await import('./cli/records.ts')).replayVerb,
  judge: async () => (await import('./cli/records.ts')).judgeVerb,
  backup: async () => (await import('./cli/copies.ts')).backupVerb,
  restore: async () => (await import('./cli/copies.ts')).restoreVerb,
  salvage: async () => (await import('./cli/upkeep.ts')).salvageVerb,
  'rotate-key': async () => (await import('./cli/upkeep.ts')).rotateKeyVerb,
  generate: async () => (await import('./cli/generate.ts')).generateVerb,
  doctor: async () => (await import('./cli/doctor.ts')).doctorVerb,
};

/** Runs one verb and answers the exit code; `systemStore` opens folders that the system sealed. */
export async function runCli(argv: readonly string[], systemStore?: SystemStore): Promise<number> {
  const [name, ...rest] = argv;
  const usage = `station <${Object.keys(VERBS).join('|')}> [options]`;
  if (name === 'help' || name === '--help') return explain(usage);
  const load = name !== undefined && Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (!load) return fail('cli.unknownVerb', usage);
  const verb = await load();
  if (rest[0] === '--help') return explain(verb.usage);
  const parsed = parseCliArguments(verb, rest);
  if (!parsed.ok) return fail('cli.usage', `${parsed.error}; ${verb.usage}`);
  try {
    return await verb.run({ ...parsed.value, systemStore });
  } catch (error) {
    return error instanceof Error && error.name === 'StationClosed'
      ? fail('cli.stationClosed')
      : fail('cli.failed', causeOf(error));
  }
}

/** Class and code alone: messages of the database quote what they choke on. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error ? `${error.name} ${String(error.code)}` : error.name;
}

function explain(usage: string): number {
  process.stdout.write(`${usage}\n`);
  return 0;
}

if (import.meta.main) {
  endWithReader();
  process.exitCode = await runCli(process.argv.slice(2));
}
