import type { PrintJob } from '#electron/ports/paper-printer.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';

/** What a job's state means for the stock: only `printed` may be followed by a serial scan alone. */
export type JobOutcome = 'underway' | 'attention' | 'printed' | 'notPrinted' | 'uncertain';

/**
 * Reads RFC 8011 job states carefully: `completed` counts as printed only without an error reason,
 * and a job that ended early counts as not printed only when it never began. Sheet counts are no
 * proof of that: CUPS reports zero sheets for whatever a queue without filters printed.
 */
export function jobOutcome(job: Pick<PrintJob, 'state' | 'reasons' | 'started'>): JobOutcome {
  switch (job.state) {
    case 'pending':
    case 'held':
    case 'processing':
      return 'underway';
    case 'stopped':
      return 'attention';
    case 'completed':
      return job.reasons.some(isDoubt) ? 'uncertain' : 'printed';
    case 'canceled':
    case 'aborted':
      return job.started === false ? 'notPrinted' : 'uncertain';
    default:
      return assertNever(job.state);
  }
}

/** True when the job will not change any more. */
export function isOver(job: Pick<PrintJob, 'state'>): boolean {
  return job.state === 'canceled' || job.state === 'aborted' || job.state === 'completed';
}

function isDoubt(reason: string): boolean {
  return reason === 'job-completed-with-errors' || reason.startsWith('job-canceled');
}
