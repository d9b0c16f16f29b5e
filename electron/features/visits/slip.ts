import type { DecideContext } from '#shared/contract/context.ts';
import type { StateReader } from '#shared/contract/rows.ts';
import type { Outcome } from '#shared/features/visits/rules/common.ts';
import { decisionOf } from '#shared/features/visits/subject.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { accepted, reason, refused } from '#shared/kernel/decision.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { PaperDocument, PaperProblem } from '../../printing/documents/problems.ts';
import type { PrepareEnv } from '../../station/handlers.ts';
import { paperStamp } from '../operators/paper-stamp.ts';

/** The donor's own words after a decision: no rule, no figure, no result. */
export function donorSlip(read: StateReader, visitId: string) {
  const visit = read.get('visit', visitId);
  const decision = decisionOf(read, visitId);
  const donor = visit && read.get('donor', visit.donorId);
  const site = read.all('site')[0];
  if (!decision || !donor || !site) return null;
  return {
    name: donor.name,
    sentence: decision.donorSentence,
    nextOn: decision.nextOn,
    contactPhone: site.contactPhone,
    siteName: site.name,
  };
}

/** Draws the slip as of `env.now`; undefined without a decision. Same records, same bytes. */
export async function drawDonorSlip(
  visitId: string,
  env: Pick<PrepareEnv, 'read' | 'now' | 'zone' | 'station'>,
  language: 'zh-CN' | 'en',
): Promise<Result<PaperDocument, PaperProblem> | undefined> {
  const slip = donorSlip(env.read, visitId);
  if (!slip) return undefined;
  // Loaded when the first paper is drawn: the PDF writer is slow to load.
  const { renderRefusalSlip } = await import('../../printing/documents/donor-slips.ts');
  return renderRefusalSlip(
    {
      donorName: slip.name,
      sentence: slip.sentence,
      contact: slip.contactPhone,
      ...(slip.nextOn === null ? {} : { nextDate: slip.nextOn as CivilDate }),
    },
    paperStamp(visitId.slice(-12), language, env),
  );
}

/** The slip as PDF for the preview; undefined without a decision, empty where it cannot be drawn. */
export async function drawSlip(visitId: string, env: PrepareEnv): Promise<string | undefined> {
  const drawn = await drawDonorSlip(visitId, env, 'zh-CN');
  if (!drawn) return undefined;
  return drawn.ok ? Buffer.from(drawn.value.pdf).toString('base64') : '';
}

/** Hands the drawn slip over, or says why there is none. */
export function slipDrawn(
  input: { readonly visitId: string },
  ctx: DecideContext,
  pdf: string | undefined,
): Outcome<{ pdf: string }> {
  if (!ctx.read.get('visit', input.visitId)) return refused(reason('visits.unknown'));
  if (pdf === undefined) return refused(reason('visits.notDecided'));
  return pdf === '' ? refused(reason('visits.slipUnprintable')) : accepted([], { pdf });
}
