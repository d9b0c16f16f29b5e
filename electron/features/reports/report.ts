import { printDin } from '#shared/codes/din.ts';
import { siteOf } from '#shared/features/operators/rules.ts';
import { COUNTED, openMatters } from '#shared/features/reports/items.ts';
import { reportsTexts } from '#shared/features/reports/texts.ts';
import { type CivilDate, localTimeOf } from '#shared/kernel/civil-date.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { PaperDocument, PaperProblem } from '../../printing/documents/problems.ts';
import type { QueryContext } from '../../station/handlers.ts';
import { paperStamp } from '../operators/paper-stamp.ts';
import { entriesOfDay } from './store.ts';

type Language = 'zh-CN' | 'en';
type Drawing = Promise<Result<PaperDocument, PaperProblem>>;

/** One day in figures, with where the chain stands now. */
export function dayReport(day: CivilDate, ctx: QueryContext) {
  const { read, db, station } = ctx;
  const entries = entriesOfDay(db, station, day);
  const { seq, hash } = ctx.head();
  return {
    day,
    counts: Object.entries(COUNTED).map(([item, type]) => ({
      item,
      count: entries.get(type) ?? 0,
    })),
    plasmaMl: read
      .by('donation', 'localDate', day)
      .reduce((sum, row) => sum + (row.plasmaMl ?? 0), 0),
    open: [...openMatters(read, ctx)],
    journal: { station, seq, hash },
  };
}

/** Donations of a day in order of their start; no names, for the wall and the file. */
export function shiftOf(day: CivilDate, { read }: QueryContext) {
  return read
    .by('donation', 'localDate', day)
    .toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1))
    .map((row) => ({
      din: row.id,
      chair: read.get('chair', row.chairId)?.name ?? row.chairId,
      startedAt: row.startedAt,
      endedAt: row.endedAt,
      targetMl: row.targetMl,
      plasmaMl: row.plasmaMl,
      state: row.state,
      reactions: read.by('reaction', 'din', row.id).length,
    }));
}

/** The day report as it is printed, with the head as a QR code. */
export async function drawDay(day: CivilDate, language: Language, ctx: QueryContext): Drawing {
  const { renderDayReport } = await import('../../printing/documents/station-records.ts');
  const t = wordsOf(language);
  const report = dayReport(day, ctx);
  const words: Readonly<Record<string, string>> = { ...t.items };
  const openWords: Readonly<Record<string, string>> = { ...t.openItems };
  const counts = report.counts.map(({ item, count }) => ({ item: words[item] ?? item, count }));
  return renderDayReport(
    {
      day,
      stationName: siteOf(ctx.read, ctx.station)?.room ?? '',
      counts: [...counts, { item: `${t.plasma} mL`, count: report.plasmaMl }],
      open: report.open.map(({ item, count }) => `${openWords[item] ?? item}：${count}`),
      journal: { origin: ctx.station, size: report.journal.seq, head: report.journal.hash },
    },
    paperStamp(`day-${day}`, language, ctx),
  );
}

/** The list of a day's donations on paper. */
export async function drawShift(day: CivilDate, language: Language, ctx: QueryContext): Drawing {
  const { drawFlow } = await import('../../printing/documents/flow.ts');
  const t = wordsOf(language);
  const time = (utc: string | null) => (utc === null ? '' : localTimeOf(utc, ctx.zone));
  const stamp = paperStamp(`shift-${day}`, language, ctx);
  return drawFlow(t.shift, stamp, (flow) => {
    flow.title(`${t.shift} ${day}`, stamp.facilityName);
    flow.table(
      [
        { title: t.column.din, share: 4 },
        { title: t.column.chair, share: 2 },
        { title: t.column.started, share: 2 },
        { title: t.column.ended, share: 2 },
        { title: t.column.target, share: 2, align: 'right' },
        { title: t.column.volume, share: 2, align: 'right' },
        { title: t.column.reactions, share: 2, align: 'right' },
      ],
      shiftOf(day, ctx).map((row) => [
        printDin(row.din),
        row.chair,
        time(row.startedAt),
        time(row.endedAt),
        String(row.targetMl),
        row.plasmaMl === null ? '' : String(row.plasmaMl),
        String(row.reactions),
      ]),
    );
  });
}

const wordsOf = (language: Language) => (language === 'zh-CN' ? reportsTexts.zh : reportsTexts.en);
