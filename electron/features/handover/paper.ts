import { isDin, printDin } from '#shared/codes/din.ts';
import type { StateReader } from '#shared/contract/rows.ts';
import { carriedAt } from '#shared/features/handover/accounts.ts';
import { type HandoverRow, SECTIONS, type SheetItem } from '#shared/features/handover/model.ts';
import { handoverTexts } from '#shared/features/handover/texts.ts';
import { localDateOf, localTimeOf } from '#shared/kernel/civil-date.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Flow } from '../../printing/documents/flow.ts';
import type { PaperDocument, PaperProblem } from '../../printing/documents/problems.ts';
import { paperStamp } from '../operators/paper-stamp.ts';
import { staffName } from '../operators/staff-name.ts';

type Words = typeof handoverTexts.zh;

interface Drawing {
  readonly read: StateReader;
  readonly station: string;
  readonly now: string;
  readonly zone: string;
}

/** A signed hand-over on paper; undefined for an unknown one. Same records, same bytes. */
export async function drawHandover(
  handoverId: string,
  env: Drawing,
  language: 'zh-CN' | 'en',
): Promise<Result<PaperDocument, PaperProblem> | undefined> {
  const row = env.read.get('handover', handoverId);
  if (!row) return undefined;
  // Loaded when the first paper is drawn: the PDF writer is slow to load.
  const { drawFlow } = await import('../../printing/documents/flow.ts');
  const t = handoverTexts[language === 'zh-CN' ? 'zh' : 'en'];
  const stamp = paperStamp(`HO-${row.untilSeq}`, language, env);
  return drawFlow(t.paperTexts.title, stamp, (flow) => {
    flow.title(t.paperTexts.title, stamp.facilityName);
    flow.facts([
      [t.paperTexts.outgoing, staffName(env.read, row.outgoing)],
      [t.paperTexts.incoming, staffName(env.read, row.incoming)],
      [t.paperTexts.at, momentOf(row.at, env.zone)],
      [t.paperTexts.note, row.note],
    ]);
    accounts(flow, row, t, env.read);
    carried(flow, row, t, env);
    inHand(flow, row, t, env);
    for (const section of SECTIONS) {
      const items = row.items.filter((item) => item.section === section);
      if (items.length > 0) sectionTable(flow, t.sections[section], items, t, env);
    }
    flow.paragraph(t.paperTexts.signed, { size: 9 });
  });
}

function accounts(flow: Flow, row: HandoverRow, t: Words, read: StateReader): void {
  const { column } = t;
  flow.heading(`${t.accounts}  ${t.rule}`);
  const right = (title: string) => ({ title, share: 2, align: 'right' as const });
  flow.table(
    [
      { title: column.account, share: 4 },
      ...[column.opening, column.given, column.used, column.void].map(right),
      ...[column.inHand, column.counted, column.difference].map(right),
    ],
    row.lines.map((line) => [
      accountWords(line.key, t, read),
      ...[line.opening, line.given, line.used, line.void].map(String),
      ...[line.inHand, line.counted, line.difference].map(String),
    ]),
  );
}

function carried(flow: Flow, row: HandoverRow, t: Words, { read, zone }: Drawing): void {
  const differences = carriedAt(read, row.station, row.at);
  if (differences.length === 0) return;
  flow.heading(t.differences);
  flow.table(
    [
      { title: t.column.account, share: 5 },
      { title: t.column.difference, share: 3, align: 'right' },
      { title: t.column.since, share: 4 },
      { title: t.column.owner, share: 4 },
    ],
    differences.map((each) => [
      accountWords(each.key, t, read),
      String(each.amount),
      momentOf(each.at, zone),
      staffName(read, each.ownerId),
    ]),
  );
}

function inHand(flow: Flow, row: HandoverRow, t: Words, { read, zone }: Drawing): void {
  if (row.open.length === 0) return;
  flow.heading(t.open);
  flow.table(
    [
      { title: t.column.account, share: 3 },
      { title: t.column.subject, share: 6 },
      { title: t.column.since, share: 4 },
      { title: t.column.owner, share: 4 },
    ],
    row.open.map(({ piece, subject, since, ownerId }) => [
      accountWords(piece, t, read),
      subject
        .split(':')
        .map((part) => (isDin(part) ? printDin(part) : part))
        .join(' '),
      momentOf(since, zone),
      staffName(read, ownerId),
    ]),
  );
}

function sectionTable(
  flow: Flow,
  title: string,
  items: readonly SheetItem[],
  t: Words,
  { read, zone }: Drawing,
): void {
  flow.heading(title);
  flow.table(
    [
      { title: t.column.subject, share: 5 },
      { title: t.column.what, share: 5 },
      { title: t.column.time, share: 4 },
      { title: t.column.owner, share: 3 },
    ],
    items.map((item) => [
      [subjectWords(item, t, read), item.chair ?? ''].filter((part) => part !== '').join('  '),
      detailWords(item.detail, t),
      item.at === null ? '' : momentOf(item.at, zone),
      item.ownerId === null ? '' : staffName(read, item.ownerId),
    ]),
  );
}

function accountWords(key: string, t: Words, read: StateReader): string {
  const words: Readonly<Record<string, string>> = t.account;
  if (!key.startsWith('kit:')) return words[key] ?? key;
  const lotId = key.slice('kit:'.length);
  return t.account.kit.replace('{{lot}}', read.get('lot', lotId)?.lot ?? lotId);
}

function subjectWords({ section, subject }: SheetItem, t: Words, read: StateReader): string {
  if (isDin(subject)) return printDin(subject);
  const seals: Readonly<Record<string, string>> = t.sealsOf;
  if (section === 'seals') return seals[subject] ?? subject;
  if (section !== 'short') return subject;
  const words: Readonly<Record<string, string>> = t.shortOf;
  return words[subject] ?? accountWords(subject, t, read);
}

/** `within -28.5` becomes words and figure; a code without words stays as it is. */
function detailWords(detail: string, t: Words): string {
  const words: Readonly<Record<string, string>> = t.detail;
  const [code = '', figure] = detail.split(' ');
  return [words[code] ?? code, figure === undefined ? '' : `${figure} ℃`].join(' ').trim();
}

function momentOf(utc: string, zone: string): string {
  return `${localDateOf(utc, zone)} ${localTimeOf(utc, zone)}`;
}
