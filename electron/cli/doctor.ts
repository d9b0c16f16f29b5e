import { statfsSync } from 'node:fs';
import process from 'node:process';
import { connectControl } from '../control/client.ts';
import { verifyJournal } from '../journal/verify.ts';
import { dataFolder } from '../ports/files.ts';
import { dataOption, readFolder } from './folder.ts';
import { fail, printJson } from './output.ts';
import type { Verb } from './verb.ts';

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
    const opened = await readFolder(data);
    if (!opened.ok) {
      printJson({ ok: false, ...machine, problem: opened.error });
      return 2;
    }
    const { store } = opened.value;
    const sound = store.db.pragma('quick_check(1)', { simple: true }) === 'ok';
    const chain = verifyJournal(store.journal);
    const free = statfsSync(dataFolder(data).path);
    const report = {
      ok: sound && chain.ok,
      ...machine,
      schema: store.db.pragma('user_version', { simple: true }),
      sqlite: store.statements.get('SELECT sqlite_version() AS v').get(),
      pagesSound: sound,
      chain: chain.ok ? 'whole' : chain.error,
      entries: chain.ok ? chain.value.reduce((sum, head) => sum + head.seq, 0) : null,
      freeBytes: free.bavail * free.bsize,
    };
    opened.value.close();
    printJson(report);
    return report.ok ? 0 : 2;
  },
};
