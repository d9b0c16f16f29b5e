import type { JobOutcome, PrintJobRow } from '#shared/features/honours/model.ts';
import { isOnStock } from '#shared/features/honours/papers.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import type { PaperPrinter, PrintFailure, PrintJob } from '../../ports/paper-printer.ts';
import { isOver, jobOutcome } from '../../printing/spooler/outcome.ts';
import type { ServiceHost } from '../../station/services.ts';
import { drawAfterCare } from '../collection/paper.ts';
import { drawHandover } from '../handover/paper.ts';
import { drawDonorSlip } from '../visits/slip.ts';
import { drawPaper, problemReason } from './draw.ts';
import { certificateForm } from './form.ts';
import { drawRegistration } from './registration.ts';

/** What one round with a queue gave: what to report, and the queue's own number of the job. */
export interface Finding {
  /** False where the queue gave no answer: it is asked again after a while. */
  readonly answered: boolean;
  readonly queueId: string | undefined;
  readonly over: boolean;
  readonly report: {
    readonly state: PrintJobRow['state'];
    readonly reasons: readonly string[];
    readonly outcome: JobOutcome;
  };
}

/** The queue of a job's printer; undefined where the device is gone or cannot print papers. */
export async function queueOf(
  job: PrintJobRow,
  { station, folder }: ServiceHost,
): Promise<PaperPrinter | undefined> {
  const device = station.core.store.reader.get('device', job.printerId);
  if (device?.kind !== 'paperPrinter' || !device.active) return undefined;
  if (device.link.kind === 'ipp') {
    const { IppQueue } = await import('../../printing/spooler/ipp-queue.ts');
    return new IppQueue({ uri: device.link.address });
  }
  if (device.link.kind !== 'file') return undefined;
  const { placeOf } = await import('../../devices/probe.ts');
  const { FileQueue } = await import('../../printing/spooler/file-queue.ts');
  return new FileQueue(placeOf(device.link.address, folder));
}

/** Asks the queue for the job by its id; `queueId` is undefined when it has none. */
export async function findJob(printer: PaperPrinter, job: PrintJobRow): Promise<Finding> {
  const found = await printer.find(job.id);
  if (!found.ok) return unanswered(job, found.error);
  if (found.value) return findingOf(found.value);
  const report = { state: job.state, reasons: [], outcome: 'underway' } as const;
  return { answered: true, queueId: undefined, over: false, report };
}

/** Draws the document as of the job's submission and gives it to the queue. */
export async function submitJob(
  host: ServiceHost,
  job: PrintJobRow,
  printer: PaperPrinter,
): Promise<Finding> {
  const drawn = await drawJob(job, host);
  if (!drawn?.ok) {
    const code = drawn ? problemReason(drawn.error).code : 'honours.unknown';
    const report = { state: 'aborted', reasons: [code], outcome: 'notPrinted' } as const;
    return { answered: true, queueId: undefined, over: true, report };
  }
  const media = isOnStock(job.document) ? certificateForm().media : 'iso_a4_210x297mm';
  const sent = await printer.submit({ documentId: job.id, pdf: drawn.value.pdf, media });
  if (!sent.ok) return refusedBy(job, sent.error);
  const taken = await printer.job(sent.value.jobId);
  return taken.ok ? findingOf(taken.value) : unanswered(job, taken.error);
}

function drawJob(job: PrintJobRow, { station }: ServiceHost) {
  const { store, station: id } = station.core;
  const env = { read: store.reader, now: job.submittedAt, zone: station.core.zone(), station: id };
  if (job.document === 'donorSlip') return drawDonorSlip(job.subject, env, 'zh-CN');
  if (job.document === 'handover') return drawHandover(job.subject, env, 'zh-CN');
  if (job.document === 'afterCare') return drawAfterCare(job.subject, env, 'zh-CN');
  if (job.document === 'registrationForm') return drawRegistration(job.subject, env, 'zh-CN');
  const paper = store.reader.get('certificate', job.subject);
  if (!paper) return undefined;
  return drawPaper(paper, env, { variant: 'print', language: 'zh-CN', printerId: job.printerId });
}

/** A definite no of the queue ends the job with nothing printed; anything else is asked about again. */
function refusedBy(job: PrintJobRow, failure: PrintFailure): Finding {
  switch (failure.code) {
    case 'printing.queueRefused':
    case 'printing.queueUnsupported':
    case 'printing.formatRefused':
    case 'printing.fileWrite': {
      const report = { state: 'aborted', reasons: [failure.code], outcome: 'notPrinted' } as const;
      return { answered: true, queueId: undefined, over: true, report };
    }
    case 'printing.queueUnreachable':
    case 'printing.queueTimeout':
    case 'printing.queueBadAnswer':
    case 'printing.jobUnknown':
    case 'printing.jobFinished':
      return unanswered(job, failure);
    default:
      return assertNever(failure.code);
  }
}

/** What was last known stands, with the reason why nothing newer is. */
function unanswered(job: PrintJobRow, { code }: PrintFailure): Finding {
  const report = { state: job.state, reasons: [code], outcome: 'attention' } as const;
  return { answered: false, queueId: undefined, over: false, report };
}

function findingOf(job: PrintJob): Finding {
  const report = {
    state: stateOf(job.state),
    reasons: wordsOf(job),
    outcome: jobOutcome(job),
  };
  return { answered: true, queueId: job.jobId, over: isOver(job), report };
}

/** The printer's own words, as many and as long as the journal takes. */
function wordsOf({ reasons }: PrintJob): readonly string[] {
  return reasons.flatMap((word) => (word === '' ? [] : word.slice(0, 60))).slice(0, 20);
}

function stateOf(state: PrintJob['state']): PrintJobRow['state'] {
  switch (state) {
    case 'pending':
    case 'held':
      return 'submitted';
    case 'canceled':
      return 'cancelled';
    case 'processing':
    case 'stopped':
    case 'aborted':
    case 'completed':
      return state;
    default:
      return assertNever(state);
  }
}
