import { setTimeout as pause } from 'node:timers/promises';
import type { PaperPrinter, PrintFailure, PrintJob } from '#electron/ports/paper-printer.ts';
import type { Result } from '#shared/kernel/result.ts';
import { isOver } from './outcome.ts';

export interface FollowOptions {
  readonly pollMs?: number;
  readonly signal?: AbortSignal;
  /** Called for the first answer and for each change of state or reasons. */
  readonly onChange?: (job: PrintJob) => void;
}

/**
 * Asks for a job until it is over (`completed`, `canceled`, `aborted`), a question fails, or the
 * signal is aborted; answers the last thing known. A stopped printer is waited for, not given up.
 */
export async function followJob(
  printer: PaperPrinter,
  jobId: string,
  options: FollowOptions = {},
): Promise<Result<PrintJob, PrintFailure>> {
  let seen = '';
  for (;;) {
    const answer = await printer.job(jobId);
    if (!answer.ok) return answer;
    const now = JSON.stringify([answer.value.state, answer.value.reasons]);
    if (now !== seen) options.onChange?.(answer.value);
    seen = now;
    if (isOver(answer.value) || options.signal?.aborted) return answer;
    await pause(options.pollMs ?? 500);
  }
}
