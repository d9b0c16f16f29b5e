import { wasteTexts } from '#shared/features/waste/texts.ts';
import { localTimeOf } from '#shared/kernel/civil-date.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { PaperDocument, PaperProblem } from '../../printing/documents/problems.ts';
import type { QueryContext } from '../../station/handlers.ts';
import { paperStamp } from '../operators/paper-stamp.ts';
import { goneOn } from './views.ts';

/** The list of a day's hand-overs: number, kind, weight, time and both names of each bag. */
export async function drawWasteList(
  day: string,
  language: 'zh-CN' | 'en',
  ctx: QueryContext,
): Promise<Result<PaperDocument, PaperProblem>> {
  // Loaded when the first paper is drawn: the PDF writer is slow to load.
  const { drawFlow } = await import('../../printing/documents/flow.ts');
  const { paper, column, kind } = wasteTexts[language === 'zh-CN' ? 'zh' : 'en'];
  const stamp = paperStamp(`waste-${day}`, language, ctx);
  const bags = goneOn(day, ctx);
  const grams = bags.reduce((sum, bag) => sum + (bag.grams ?? 0), 0);
  return drawFlow(paper.title, stamp, (flow) => {
    flow.title(paper.title, stamp.facilityName);
    flow.facts([
      [paper.day, day],
      [paper.total, `${paper.bags.replace('{{count}}', String(bags.length))}，${grams} g`],
    ]);
    if (bags.length === 0) flow.paragraph(paper.none);
    flow.table(
      [
        { title: column.number, share: 4 },
        { title: column.kind, share: 3 },
        { title: column.grams, share: 2, align: 'right' },
        { title: column.handedOver, share: 2 },
        { title: column.by, share: 4 },
        { title: column.takenBy, share: 4 },
      ],
      bags.map((bag) => [
        bag.number,
        kind[bag.kind],
        String(bag.grams ?? ''),
        bag.handedOverAt === null ? '' : localTimeOf(bag.handedOverAt, ctx.zone),
        bag.handedOverBy ?? '',
        bag.takenBy ?? '',
      ]),
    );
    flow.paragraph(paper.signed, { size: 9 });
  });
}
