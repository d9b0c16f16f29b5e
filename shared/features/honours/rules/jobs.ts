import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import { accepted, type Decision, reason, refused } from '../../../kernel/decision.ts';
import type { JobOutcome, PrintJobRow } from '../model.ts';
import { isJobOver } from './printing.ts';

type Done = Record<string, never>;

/** What the queue told of a job. The same again, or news of a job that is over, changes nothing. */
export function reportJob(
  input: {
    readonly jobId: string;
    readonly state: PrintJobRow['state'];
    readonly reasons: readonly string[];
    readonly outcome: JobOutcome;
  },
  ctx: DecideContext,
): Decision<NewEvent, Done> {
  const job = ctx.read.get('printJob', input.jobId);
  if (!job) return refused(reason('honours.jobUnknown'));
  const { jobId, state, outcome } = input;
  const reasons = [...new Set(input.reasons)].toSorted();
  const known = [job.state, job.outcome, ...job.reasons].join(' ');
  if (isJobOver(job) || known === [state, outcome, ...reasons].join(' ')) return accepted([], {});
  const body = { jobId, certificateId: job.subject, state, reasons, outcome };
  return accepted([event('honours.jobReported', body)], {});
}

/** Gives a job up. What became of it the queue tells; refused when it is over. */
export function cancelJob(
  { jobId }: { readonly jobId: string },
  ctx: DecideContext,
): Decision<NewEvent, Done> {
  const job = ctx.read.get('printJob', jobId);
  if (!job) return refused(reason('honours.jobUnknown'));
  if (isJobOver(job)) return refused(reason('honours.jobOver'));
  if (job.cancelAsked) return accepted([], {});
  return accepted([event('honours.jobCancelAsked', { jobId, certificateId: job.subject })], {});
}
