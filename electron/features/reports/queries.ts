import type { CivilDate } from '#shared/kernel/civil-date.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { PaperDocument, PaperProblem } from '../../printing/documents/problems.ts';
import { defineQueries, type QueryContext } from '../../station/handlers.ts';
import { dayReport, drawDay, drawShift, shiftOf } from './report.ts';

/** Today where no day is named. */
function dayOf(day: string | undefined, { today }: QueryContext): CivilDate {
  return (day as CivilDate | undefined) ?? today;
}

async function paper(drawing: Promise<Result<PaperDocument, PaperProblem>>) {
  const drawn = await drawing;
  return drawn.ok
    ? { pdf: Buffer.from(drawn.value.pdf).toString('base64'), problem: null }
    : { pdf: null, problem: drawn.error.code };
}

/** The day on screen and on paper. */
export const reportsQueries = defineQueries({
  'reports.day': ({ day }, ctx) => dayReport(dayOf(day, ctx), ctx),
  'reports.dayPaper': ({ day, language }, ctx) => paper(drawDay(dayOf(day, ctx), language, ctx)),
  'reports.shift': ({ day }, ctx) => shiftOf(dayOf(day, ctx), ctx),
  'reports.shiftPaper': ({ day, language }, ctx) =>
    paper(drawShift(dayOf(day, ctx), language, ctx)),
});
