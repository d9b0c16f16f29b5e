import { siteOf } from '#shared/features/operators/rules.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { PaperDocument, PaperProblem } from '../../printing/documents/problems.ts';
import type { PrepareEnv } from '../../station/handlers.ts';
import { paperStamp } from '../operators/paper-stamp.ts';

/** The sheet for the safe: whose key it is, the key, and how it opens a copy on another machine. */
export async function drawRecoverySheet(
  env: PrepareEnv,
): Promise<Result<PaperDocument, PaperProblem>> {
  const { renderRecoverySheet } = await import('../../printing/documents/recovery-sheet.ts');
  const { today, read, station, machine } = env;
  const site = siteOf(read, station);
  return renderRecoverySheet(
    { station, room: site?.room ?? '', key: machine.printRecoveryKey() },
    paperStamp(`recovery-${today}`, 'zh-CN', env),
  );
}
