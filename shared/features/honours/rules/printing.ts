import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import type { StateReader } from '../../../contract/rows.ts';
import { accepted, type Decision, type Reason, reason, refused } from '../../../kernel/decision.ts';
import type { DeviceRow, StockRow } from '../../equipment/model.ts';
import type { CertificateRow, JobDocument, PrintJobRow } from '../model.ts';
import { isOnStock } from '../papers.ts';

/** What drawing the document in advance found: the reason why it cannot be printed, or nothing. */
export interface Drawn {
  readonly problem: Reason | undefined;
}

/** Size that a pre-printed form has, tenths of a millimetre, and its id. */
export interface FormSize {
  readonly id: string;
  readonly widthTenthsMm: number;
  readonly heightTenthsMm: number;
}

/** Whether a job will not change any more. */
export function isJobOver(job: Pick<PrintJobRow, 'state'>): boolean {
  return job.state === 'completed' || job.state === 'cancelled' || job.state === 'aborted';
}

/** The stock in use for certificates: the active one of this form, the newest first. */
export function certificateStockOf(read: StateReader, formId: string): StockRow | undefined {
  return read
    .all('stock')
    .filter((row) => row.kind === 'certificate' && row.active && row.form === formId)
    .toSorted((a, b) => (a.stamp < b.stamp ? 1 : -1))[0];
}

/**
 * Gives a paper to a printer's queue. Refused before the name is proofed, while a job runs, after
 * hand-over, without a printer or stock of the form's size, and when it cannot be drawn. Where the
 * queue could not tell what became of the last job, somebody must say that no sheet was used.
 */
export function printPaper(
  input: {
    readonly certificateId: string;
    readonly printerId: string;
    readonly sheetUnused: boolean;
  },
  ctx: DecideContext,
  prepared: Drawn & { readonly form: FormSize },
): Decision<NewEvent, { jobId: string }> {
  const paper = ctx.read.get('certificate', input.certificateId);
  if (!paper) return refused(reason('honours.unknown'));
  const wrong =
    printableNow(paper, ctx.read, input.sheetUnused) ??
    (isOnStock(paper.kind) ? stockProblem(ctx.read, prepared.form) : undefined) ??
    printerProblem(ctx.read.get('device', input.printerId)) ??
    prepared.problem;
  if (wrong) return refused(wrong);
  return submitted(ctx, paper.kind, paper.id, input.printerId);
}

/** Prints the registration form of a visit; refused for an unknown visit or without a printer. */
export function printForm(
  input: { readonly visitId: string; readonly printerId: string },
  ctx: DecideContext,
  prepared: Drawn,
): Decision<NewEvent, { jobId: string }> {
  if (!ctx.read.get('visit', input.visitId)) return refused(reason('honours.visitUnknown'));
  const wrong = printerProblem(ctx.read.get('device', input.printerId)) ?? prepared.problem;
  return wrong
    ? refused(wrong)
    : submitted(ctx, 'registrationForm', input.visitId, input.printerId);
}

/** Prints the slip that a donor takes home after the physician's decision; `prepared` tells what is wrong. */
export function printSlip(
  input: { readonly visitId: string; readonly printerId: string },
  ctx: DecideContext,
  prepared: Drawn,
): Decision<NewEvent, { jobId: string }> {
  const wrong = printerProblem(ctx.read.get('device', input.printerId)) ?? prepared.problem;
  return wrong ? refused(wrong) : submitted(ctx, 'donorSlip', input.visitId, input.printerId);
}

/** Prints the after-care sheet of a donation; `prepared` tells what is wrong with it. */
export function printAfterCare(
  input: { readonly din: string; readonly printerId: string },
  ctx: DecideContext,
  prepared: Drawn,
): Decision<NewEvent, { jobId: string }> {
  const wrong = printerProblem(ctx.read.get('device', input.printerId)) ?? prepared.problem;
  return wrong ? refused(wrong) : submitted(ctx, 'afterCare', input.din, input.printerId);
}

/** Prints a signed shift hand-over; `prepared` tells what is wrong with it. */
export function printHandover(
  input: { readonly handoverId: string; readonly printerId: string },
  ctx: DecideContext,
  prepared: Drawn,
): Decision<NewEvent, { jobId: string }> {
  const wrong = printerProblem(ctx.read.get('device', input.printerId)) ?? prepared.problem;
  return wrong ? refused(wrong) : submitted(ctx, 'handover', input.handoverId, input.printerId);
}

function submitted(
  ctx: DecideContext,
  document: JobDocument,
  certificateId: string,
  printerId: string,
): Decision<NewEvent, { jobId: string }> {
  const jobId = ctx.newId();
  const body = { certificateId, jobId, printerId, document };
  return accepted([event('honours.printSubmitted', body)], { jobId });
}

function printableNow(
  paper: CertificateRow,
  read: StateReader,
  sheetUnused: boolean,
): Reason | undefined {
  switch (paper.state) {
    case 'ready':
      return reason('honours.notProofed');
    case 'proofed':
    case 'spoiled':
      return undefined;
    case 'printed':
      // Plain paper can be printed again; a numbered sheet is scanned or spoiled first.
      return isOnStock(paper.kind) ? reason('honours.scanOrSpoil') : undefined;
    case 'printing': {
      const job = paper.jobId === null ? undefined : read.get('printJob', paper.jobId);
      if (job && !isJobOver(job)) return reason('honours.jobRuns');
      return sheetUnused || !isOnStock(paper.kind) ? undefined : reason('honours.lookAtSheet');
    }
    case 'scanned':
    case 'toPost':
    case 'toCollect':
      return reason('honours.spoilFirst');
    case 'handedOver':
    case 'lost':
      return reason('honours.handedOverAlready');
    case 'withdrawn':
      return reason('honours.withdrawn');
  }
}

function stockProblem(read: StateReader, form: FormSize): Reason | undefined {
  const stock = certificateStockOf(read, form.id);
  if (!stock) return reason('honours.noStock', { form: form.id });
  const same =
    stock.widthTenthsMm === form.widthTenthsMm && stock.heightTenthsMm === form.heightTenthsMm;
  return same ? undefined : reason('honours.stockSize', { stock: stock.name });
}

/** Why a device cannot print papers; only a queue with job states may, never a blind one. */
export function printerProblem(device: DeviceRow | undefined): Reason | undefined {
  if (!device?.active || device.kind !== 'paperPrinter') return reason('honours.noPrinter');
  const { kind } = device.link;
  return kind === 'ipp' || kind === 'file' ? undefined : reason('honours.printerLink');
}
