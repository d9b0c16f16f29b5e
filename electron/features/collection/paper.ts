import { collectionRule } from '#shared/features/collection/facts.ts';
import { siteOf } from '#shared/features/operators/rules.ts';
import { type Reason, reason } from '#shared/kernel/decision.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { renderAfterCare } from '../../printing/documents/donor-slips.ts';
import type { PaperDocument, PaperProblem } from '../../printing/documents/problems.ts';
import type { PrepareEnv } from '../../station/handlers.ts';
import { paperStamp } from '../operators/paper-stamp.ts';
import { withdrawCode } from './withdraw-code.ts';

/**
 * Draws the after-care sheet of a donation as of `env.now`; it says nothing of results. Undefined for
 * an unknown donation. Same records, same bytes.
 */
export async function drawAfterCare(
  din: string,
  env: Pick<PrepareEnv, 'read' | 'now' | 'zone' | 'station'>,
  language: 'zh-CN' | 'en',
): Promise<Result<PaperDocument, PaperProblem> | undefined> {
  const { read } = env;
  const row = read.get('donation', din);
  const donor = row && read.get('donor', row.donorId);
  const site = siteOf(read, env.station);
  if (!row || !donor || !site) return undefined;
  const rule = collectionRule(read, row.programme, row.donationType, row.localDate);
  return renderAfterCare(
    {
      donorName: donor.name,
      restMinutes: rule?.obsMinutes ?? 0,
      phone24h: site.contactPhone,
      withdrawCode: withdrawCode(row.visitId),
    },
    paperStamp(`AC-${withdrawCode(row.visitId)}`, language, env),
  );
}

/** The after-care sheet as PDF (base64) for the preview. */
export async function afterCare(
  input: { readonly din: string; readonly language: 'zh' | 'en' },
  env: PrepareEnv,
): Promise<Result<string, Reason>> {
  const drawn = await drawAfterCare(input.din, env, input.language === 'zh' ? 'zh-CN' : 'en');
  if (!drawn) return err(reason('collection.donationUnknown'));
  return drawn.ok
    ? ok(Buffer.from(drawn.value.pdf).toString('base64'))
    : err(reason('collection.paperFailed'));
}
