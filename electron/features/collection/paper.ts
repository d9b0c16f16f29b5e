import { collectionRule } from '#shared/features/collection/facts.ts';
import { siteOf } from '#shared/features/operators/rules.ts';
import { localTimeOf } from '#shared/kernel/civil-date.ts';
import { type Reason, reason } from '#shared/kernel/decision.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { renderAfterCare } from '../../printing/documents/donor-slips.ts';
import type { PrepareEnv } from '../../station/handlers.ts';
import { withdrawCode } from './withdraw-code.ts';

/** The after-care sheet of a donation as PDF; the donor reads it, so it says nothing of results. */
export async function afterCare(
  input: { readonly din: string; readonly language: 'zh' | 'en' },
  env: PrepareEnv,
): Promise<Result<string, Reason>> {
  const { read, now, zone, today } = env;
  const row = read.get('donation', input.din);
  const donor = row && read.get('donor', row.donorId);
  const site = siteOf(read, env.station);
  if (!row || !donor || !site) return err(reason('collection.donationUnknown'));
  const rule = collectionRule(read, row.programme, row.donationType, row.localDate);
  const paper = await renderAfterCare(
    {
      donorName: donor.name,
      restMinutes: rule?.obsMinutes ?? 0,
      phone24h: site.contactPhone,
      withdrawCode: withdrawCode(row.visitId),
    },
    {
      createdAt: now,
      printedAt: `${today} ${localTimeOf(now, zone)}`,
      facilityName: site.name,
      documentId: `AC-${withdrawCode(row.visitId)}`,
      language: input.language === 'zh' ? 'zh-CN' : 'en',
    },
  );
  return paper.ok
    ? ok(Buffer.from(paper.value.pdf).toString('base64'))
    : err(reason('collection.paperFailed'));
}
