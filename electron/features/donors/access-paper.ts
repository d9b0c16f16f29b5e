import { eventWords } from '#shared/contract/event-words.ts';
import { donorsTexts } from '#shared/features/donors/texts.ts';
import { localDateOf, localTimeOf } from '#shared/kernel/civil-date.ts';
import type { PaperStamp } from '../../printing/documents/flow.ts';
import type { QueryContext } from '../../station/handlers.ts';
import { paperStamp } from '../operators/paper-stamp.ts';
import { accessListOf } from './access-list.ts';

/** The donor's own list on paper: when, who, what, why. */
export async function drawAccessList(
  { donorId, language }: { readonly donorId: string; readonly language: PaperStamp['language'] },
  ctx: QueryContext,
): Promise<{ pdf: string | null; problem: string | null }> {
  const donor = ctx.read.get('donor', donorId);
  if (!donor) return { pdf: null, problem: 'donors.unknown' };
  const words = language === 'zh-CN' ? 'zh' : 'en';
  const t = donorsTexts[words].access;
  const time = (utc: string) => `${localDateOf(utc, ctx.zone)} ${localTimeOf(utc, ctx.zone)}`;
  // Loaded when the first paper is drawn: the PDF writer is slow to load.
  const { drawFlow } = await import('../../printing/documents/flow.ts');
  const stamp = paperStamp(donor.number, language, ctx);
  const purposes: Readonly<Record<string, string>> = t.purposes;
  const events: Readonly<Record<string, string>> = eventWords[words];
  const drawn = await drawFlow(t.title, stamp, (flow) => {
    flow.title(t.title, stamp.facilityName);
    flow.facts([
      [t.donor, donor.name],
      [t.number, donor.number],
    ]);
    flow.paragraph(t.note, { size: 9 });
    flow.table(
      [
        { title: t.at, share: 4 },
        { title: t.by, share: 3 },
        { title: t.what, share: 5 },
        { title: t.purpose, share: 5 },
      ],
      accessListOf(donorId, ctx).map((row) => [
        time(row.at),
        row.by,
        events[row.type] ?? row.type,
        row.purpose === null ? t.work : (purposes[row.purpose] ?? row.purpose),
      ]),
    );
  });
  return drawn.ok
    ? { pdf: Buffer.from(drawn.value.pdf).toString('base64'), problem: null }
    : { pdf: null, problem: drawn.error.code };
}
