import { siteOf } from '#shared/features/operators/rules.ts';
import { localTimeOf } from '#shared/kernel/civil-date.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { PaperDocument, PaperProblem } from '../../printing/documents/problems.ts';
import type { PrepareEnv } from '../../station/handlers.ts';

/** The sheet for the safe: whose key it is, the key, and how it opens a copy on another machine. */
export async function drawRecoverySheet(
  env: PrepareEnv,
): Promise<Result<PaperDocument, PaperProblem>> {
  const { renderRecoverySheet } = await import('../../printing/documents/recovery-sheet.ts');
  const { now, zone, today, read, station, machine } = env;
  const site = siteOf(read, station);
  return renderRecoverySheet(
    { station, room: site?.room ?? '', key: machine.printRecoveryKey() },
    {
      createdAt: now,
      printedAt: `${today} ${localTimeOf(now, zone)}`,
      facilityName: site?.name ?? '',
      documentId: `recovery-${today}`,
      language: 'zh-CN',
    },
  );
}
