import { replay } from '../journal/replay.ts';
import { verifyJournal } from '../journal/verify.ts';
import { judgeRecords } from '../station/judge.ts';
import { slices } from '../station/slices.ts';
import { withRecords } from './folder.ts';
import { printJson } from './output.ts';
import type { Verb } from './verb.ts';

/** `verify`: every chain of the journal; exit 2 names the first bad position. */
export const verifyVerb: Verb = {
  usage: 'station verify --data DIR',
  options: ['data='],
  run: (args) =>
    withRecords(args, ({ store }) => {
      const verified = verifyJournal(store.journal);
      printJson(
        verified.ok ? { ok: true, heads: verified.value } : { ok: false, fault: verified.error },
      );
      return verified.ok ? 0 : 2;
    }),
};

/** `replay --check`: rebuilds the tables from the journal; exit 2 names those that differ. */
export const replayVerb: Verb = {
  usage: 'station replay --check --data DIR',
  options: ['data=', 'check'],
  run: (args) =>
    withRecords(args, ({ store }) => {
      const report = replay(store, slices);
      printJson({ ok: report.differing.length === 0, ...report });
      return report.differing.length === 0 ? 0 : 2;
    }),
};

/** `judge`: the independent judge over the records; exit 2 with one violation a line. */
export const judgeVerb: Verb = {
  usage: 'station judge --data DIR',
  options: ['data='],
  run: (args) =>
    withRecords(args, ({ store }) => {
      const found = judgeRecords(store);
      for (const item of found) printJson(item);
      if (found.length === 0) printJson({ ok: true });
      return found.length === 0 ? 0 : 2;
    }),
};
