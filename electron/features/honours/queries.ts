import type { StateReader } from '#shared/contract/rows.ts';
import type { CertificateRow } from '#shared/features/honours/model.ts';
import { isFinished, isSheetOut, OPEN_STATES } from '#shared/features/honours/papers.ts';
import { localDateOf } from '#shared/kernel/civil-date.ts';
import { defineQueries } from '../../station/handlers.ts';
import { type Drawing, drawPaper, problemReason } from './draw.ts';
import { drawRegistration } from './registration.ts';
import { newestJobs } from './store.ts';
import { issueOf, jobOf, lineOf, paperOf, printersOf, sheetsOf, stockOf } from './views.ts';

/** Papers that still ask for something, in order of the end of collection. */
function openPapers(read: StateReader): readonly CertificateRow[] {
  const open = OPEN_STATES.flatMap((state) => read.by('certificate', 'state', state));
  const toTakeBack = read
    .by('certificate', 'state', 'withdrawn')
    .filter((row) => isSheetOut(row) && row.handedOverAt === null);
  return [...open, ...toTakeBack].toSorted((a, b) =>
    orderOf(a, read) < orderOf(b, read) ? -1 : 1,
  );
}

function orderOf(row: CertificateRow, read: StateReader): string {
  return `${read.get('donation', row.din)?.endedAt ?? ''} ${row.id}`;
}

/** Reads of papers, queue, register and sheets. */
export const honoursQueries = defineQueries({
  'honours.worklist': async (_input, ctx) => ({
    papers: await Promise.all(openPapers(ctx.read).map((row) => lineOf(row, ctx))),
    printers: printersOf(ctx),
    stock: stockOf(ctx),
  }),
  'honours.collectionList': (_input, { read }) =>
    openPapers(read)
      .filter(isFinished)
      .map(({ id: certificateId, kind, name, state }) => ({
        certificateId,
        kind,
        name: shortName(name),
        state,
      })),
  'honours.paper': ({ certificateId }, ctx) => {
    const row = ctx.read.get('certificate', certificateId);
    return row ? paperOf(row, ctx) : null;
  },
  'honours.preview': async ({ certificateId, variant, language }, ctx) => {
    const row = ctx.read.get('certificate', certificateId);
    return drawn(row && drawPaper(row, ctx, { variant, language }));
  },
  'honours.formPreview': async ({ visitId, language }, ctx) =>
    drawn(drawRegistration(visitId, ctx, language)),
  'honours.jobs': (_input, ctx) =>
    newestJobs(ctx.db, JOBS_SHOWN)
      .flatMap((id) => ctx.read.get('printJob', id) ?? [])
      .map((row) => jobOf(row, ctx)),
  'honours.register': ({ from, until }, ctx) =>
    (['handedOver', 'lost', 'withdrawn'] as const)
      .flatMap((state) => ctx.read.by('certificate', 'state', state))
      .flatMap((row) => issueOf(row, ctx) ?? [])
      .filter(({ handedOverAt }) => {
        const day = localDateOf(handedOverAt, ctx.zone);
        return (from === undefined || from <= day) && (until === undefined || day <= until);
      })
      .toSorted((a, b) => (a.handedOverAt < b.handedOverAt ? 1 : -1)),
  'honours.sheets': (_input, ctx) => sheetsOf(ctx),
});

const JOBS_SHOWN = 200;

/** Surname and marks for the rest: enough to call somebody, too little to tell others. */
function shortName(name: string): string {
  const [first = '', ...rest] = [...name];
  return `${first}${rest.map(() => '＊').join('')}`;
}

async function drawn(drawing: Drawing | Promise<Awaited<Drawing> | undefined> | undefined) {
  const result = await drawing;
  if (!result) return { pdf: null, problem: { code: 'honours.unknown', params: {} } };
  if (result.ok) return { pdf: Buffer.from(result.value.pdf).toString('base64'), problem: null };
  const { code, params } = problemReason(result.error);
  return { pdf: null, problem: { code, params: { ...params } } };
}
