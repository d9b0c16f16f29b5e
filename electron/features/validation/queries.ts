import type { Result } from '#shared/kernel/result.ts';
import type { PaperDocument, PaperProblem } from '../../printing/documents/problems.ts';
import { defineQueries } from '../../station/handlers.ts';
import { drawRun, drawTestSheet } from './paper.ts';
import { programOf } from './program.ts';
import { runView, wholeRun } from './views.ts';

/** Reads of validation runs, the newest first; and their papers. */
export const validationQueries = defineQueries({
  'validation.runs': (_input, ctx) =>
    ctx.read
      .all('validationRun')
      .toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1))
      .map((run) => runView(run, ctx)),
  'validation.run': ({ runId }, ctx) => wholeRun(runId, ctx),
  'validation.paper': async ({ runId, language }, ctx) => {
    const whole = wholeRun(runId, ctx);
    if (!whole) return { pdf: null, problem: 'validation.runUnknown' };
    return paper(await drawRun(whole, language, ctx));
  },
  'validation.testSheet': async ({ language }, ctx) =>
    paper(await drawTestSheet(programOf(ctx).protocol.testCodes, language, ctx)),
});

function paper(drawn: Result<PaperDocument, PaperProblem>) {
  return drawn.ok
    ? { pdf: Buffer.from(drawn.value.pdf).toString('base64'), problem: null }
    : { pdf: null, problem: drawn.error.code };
}
