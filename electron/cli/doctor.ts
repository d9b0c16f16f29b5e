import { statfsSync } from 'node:fs';
import process from 'node:process';
import type { Result } from '#shared/kernel/result.ts';
import { connectControl } from '../control/client.ts';
import { verifyJournal } from '../journal/verify.ts';
import { dataFolder } from '../ports/files.ts';
import { dataOption, isDamage, type ReadFolder, readFolder } from './folder.ts';
import { fail, printJson } from './output.ts';
import type { SystemStore, Verb } from './verb.ts';

/** `doctor`: what a person asks first when something is wrong; no personal data. Exit 2 when not well. */
export const doctorVerb: Verb = {
  usage: 'station doctor --data DIR',
  options: ['data='],
  run: async (args) => {
    const data = dataOption(args);
    if (data === undefined) return fail('cli.dataNeeded');
    const control = await connectControl(data);
    control?.close();
    const machine = {
      node: process.version,
      platform: process.platform,
      running: control !== undefined,
    };
    const report = await examine(data, args.systemStore);
    printJson({ ...report, ...machine });
    return report.ok ? 0 : 2;
  },
};

interface Examined {
  readonly ok: boolean;
  readonly [fact: string]: unknown;
}

/** Pages, chain and room on the disk; what cannot be opened or read is a finding, not an error. */
async function examine(data: string, systemStore: SystemStore | undefined): Promise<Examined> {
  let opened: Result<ReadFolder, string> | undefined;
  try {
    opened = await readFolder(data, systemStore);
    return opened.ok ? healthOf(opened.value, data) : { ok: false, problem: opened.error };
  } catch (error) {
    return { ok: false, problem: isDamage(error) ? 'db.damaged' : 'cli.failed' };
  } finally {
    if (opened?.ok) opened.value.close();
  }
}

function healthOf({ store }: ReadFolder, data: string): Examined {
  const sound = store.db.pragma('quick_check(1)', { simple: true }) === 'ok';
  const chain = verifyJournal(store.journal);
  const free = statfsSync(dataFolder(data).path);
  return {
    ok: sound && chain.ok,
    ...(sound ? {} : { problem: 'db.damaged' }),
    schema: store.db.pragma('user_version', { simple: true }),
    sqlite: store.statements.get('SELECT sqlite_version() AS v').get(),
    pagesSound: sound,
    chain: chain.ok ? 'whole' : chain.error,
    entries: chain.ok ? chain.value.reduce((sum, head) => sum + head.seq, 0) : null,
    freeBytes: free.bavail * free.bsize,
  };
}
