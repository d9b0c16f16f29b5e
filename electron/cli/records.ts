import { ok } from '#shared/kernel/result.ts';
import { brokenSignatures } from '../features/signatures/verify.ts';
import { journalHeadOf } from '../journal/head-code.ts';
import { replay } from '../journal/replay.ts';
import { verifyFromAnchor, verifyJournal } from '../journal/verify.ts';
import { judgeRecords } from '../station/judge.ts';
import { slices } from '../station/slices.ts';
import { textOption } from './arguments.ts';
import { withRecords } from './folder.ts';
import { fail, printJson } from './output.ts';
import type { Verb } from './verb.ts';

/**
 * `verify`: every chain of the journal, and the head on a printed day report where it is given as the
 * code holds it; exit 2 names the first bad position. Signatures whose content changed since are listed.
 */
export const verifyVerb: Verb = {
  usage: 'station verify --data DIR [--head "PPJ1 STATION SIZE HASH"]',
  options: ['data=', 'head='],
  run: (args) =>
    withRecords(args, ({ store }) => {
      const head = textOption(args, 'head');
      const onPaper = head === undefined ? undefined : journalHeadOf(head);
      if (head !== undefined && onPaper === undefined) return fail('cli.headUnread');
      const verified = verifyJournal(store.journal);
      const compared = onPaper ? verifyFromAnchor(store.journal, onPaper) : ok(null);
      const fault = verified.ok ? (compared.ok ? undefined : compared.error) : verified.error;
      printJson(
        verified.ok && !fault
          ? { ok: true, heads: verified.value, brokenSignatures: brokenSignatures(store) }
          : { ok: false, fault },
      );
      return fault ? 2 : 0;
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
