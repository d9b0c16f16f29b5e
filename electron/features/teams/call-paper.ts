import type { InputOf } from '#shared/contract/index.ts';
import { confirmedGroups } from '#shared/features/donors/facts.ts';
import { donorsTexts } from '#shared/features/donors/texts.ts';
import { callable } from '#shared/features/teams/standing.ts';
import { teamsTexts } from '#shared/features/teams/texts.ts';
import { unbroken } from '../../printing/documents/wrap.ts';
import type { QueryContext } from '../../station/handlers.ts';
import { paperStamp } from '../operators/paper-stamp.ts';

/** The sheet to call a team by: name, number, group, telephone and room for the answer. */
export async function drawCallList(
  { team, donationType, purpose, language }: InputOf<'teams.callOut'>,
  ctx: QueryContext,
): Promise<{ pdf: string | null; problem: string | null }> {
  const { read, zone, today } = ctx;
  const side = language === 'zh-CN' ? 'zh' : 'en';
  const t = teamsTexts[side];
  const asked = { team, donationType, on: today, roles: ctx.actor?.roles ?? [], zone };
  const people = callable(read, asked).flatMap(({ donorId }) => read.get('donor', donorId) ?? []);
  // Loaded when the first paper is drawn: the PDF writer is slow to load.
  const { drawFlow } = await import('../../printing/documents/flow.ts');
  const stamp = paperStamp(`${team}-${today}`, language, ctx);
  const { facilityName, printedAt } = stamp;
  const drawn = await drawFlow(t.paper.title, stamp, (flow) => {
    flow.title(t.paper.title, facilityName);
    flow.facts([
      [t.team, t.teams[team]],
      [t.calledFor, donorsTexts[side].donationTypes[donationType]],
      [t.purpose, purpose],
      [t.paper.made, `${printedAt} ${ctx.actor?.name ?? ''}`],
    ]);
    flow.paragraph(t.paper.note, { size: 9 });
    flow.table(
      [
        { title: t.donor, share: 4 },
        { title: t.number, share: 3 },
        { title: t.group, share: 3 },
        { title: t.phone, share: 4 },
        { title: t.paper.answer, share: 6 },
      ],
      people.map((donor) => [
        unbroken(donor.name),
        donor.number,
        confirmedGroups(read, donor.id).join(' / ') || t.groupUnknown,
        donor.phone,
        '',
      ]),
    );
  });
  return drawn.ok
    ? { pdf: Buffer.from(drawn.value.pdf).toString('base64'), problem: null }
    : { pdf: null, problem: drawn.error.code };
}
