import { setTimeout as pause } from 'node:timers/promises';
import type { PrintJobRow } from '#shared/features/honours/model.ts';
import { isJobOver } from '#shared/features/honours/rules/printing.ts';
import type { PaperPrinter } from '../../ports/paper-printer.ts';
import type { Service, ServiceHost } from '../../station/services.ts';
import { type Finding, findJob, queueOf, submitJob } from './queue.ts';

/** How often a queue is asked about a job that is under way, milliseconds. */
const POLL_MS = 500;
/** How long a queue that does not answer is left alone, milliseconds. */
const RETRY_MS = 3000;

/**
 * Takes submitted jobs to their printers and follows them to the end, also across a restart: the
 * queue is asked for the job by its id before it is sent again, so nothing is printed twice. Only
 * what the queue says is reported; nothing is guessed.
 */
export const printService: Service = async (host) => {
  const stopper = new AbortController();
  const followed = new Map<string, Promise<void>>();
  const bell = new Bell();
  const look = (): void => {
    if (stopper.signal.aborted) return;
    for (const job of openJobs(host)) {
      if (followed.has(job.id)) continue;
      const work = follow(host, job.id, stopper.signal, bell)
        .catch((error: unknown) => reportFault(host, error))
        .finally(() => followed.delete(job.id));
      followed.set(job.id, work);
    }
  };
  const quiet = host.station.subscribe(({ topics }) => {
    if (!topics.includes('honours')) return;
    // A job that somebody gives up is not left waiting for its next turn.
    bell.ring();
    setImmediate(look);
  });
  look();
  return {
    stop: async () => {
      quiet();
      stopper.abort();
      await Promise.all(followed.values());
    },
  };
};

/** Ends everybody's pause, again and again. */
class Bell {
  #rung = new AbortController();

  get signal(): AbortSignal {
    return this.#rung.signal;
  }

  ring(): void {
    this.#rung.abort();
    this.#rung = new AbortController();
  }
}

/** Jobs that this station submitted and that are not over. */
function openJobs({ station }: ServiceHost): readonly PrintJobRow[] {
  const { reader } = station.core.store;
  return (['submitted', 'processing', 'stopped'] as const)
    .flatMap((state) => reader.by('printJob', 'state', state))
    .filter((job) => job.station === station.core.station);
}

async function follow(
  host: ServiceHost,
  jobId: string,
  signal: AbortSignal,
  bell: Bell,
): Promise<void> {
  while (!signal.aborted) {
    const job = host.station.core.store.reader.get('printJob', jobId);
    if (!job || isJobOver(job)) return;
    const printer = await queueOf(job, host);
    const finding = printer ? await step(host, job, printer) : gone(job);
    await host.station.act('honours.reportJob', { jobId, ...finding.report });
    const pauseMs = finding.answered ? POLL_MS : RETRY_MS;
    await rest(pauseMs, AbortSignal.any([signal, bell.signal]));
  }
}

/** One round: cancel where asked, else look for the job in the queue, else send it. */
async function step(host: ServiceHost, job: PrintJobRow, printer: PaperPrinter): Promise<Finding> {
  const found = await findJob(printer, job);
  if (job.cancelAsked) {
    if (found.queueId !== undefined && !found.over) await printer.cancel(found.queueId);
    if (!found.answered) return cancelled(['cancelAsked', ...found.report.reasons], 'uncertain');
    if (found.queueId === undefined) return cancelled(['cancelAsked'], 'notPrinted');
    return found;
  }
  return found.answered && found.queueId === undefined ? submitJob(host, job, printer) : found;
}

function cancelled(reasons: readonly string[], outcome: 'uncertain' | 'notPrinted'): Finding {
  const report = { state: 'cancelled', reasons, outcome } as const;
  return { answered: true, queueId: undefined, over: true, report };
}

/** The printer's record is gone or has no queue any more: the job waits, or ends where asked. */
function gone(job: PrintJobRow): Finding {
  if (job.cancelAsked) return cancelled(['cancelAsked', 'noPrinter'], 'uncertain');
  const report = { state: job.state, reasons: ['noPrinter'], outcome: 'attention' } as const;
  return { answered: false, queueId: undefined, over: false, report };
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal }).catch(() => undefined);
}

function reportFault({ station }: ServiceHost, error: unknown): void {
  station.core.parts.log.write({
    level: 'error',
    code: 'honours.printService',
    error: error instanceof Error ? error.name : 'unknown',
  });
}
