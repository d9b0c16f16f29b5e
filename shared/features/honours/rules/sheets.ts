import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import type { StateReader } from '../../../contract/rows.ts';
import { accepted, type Decision, type Reason, reason, refused } from '../../../kernel/decision.ts';
import type { CertificateRow } from '../model.ts';
import { isAtDesk, isOnStock, isSheetOut } from '../papers.ts';
import { readSheetSerial } from '../serial.ts';
import { certificateStockOf, isJobOver } from './printing.ts';

type Done = Record<string, never>;

/** Why a numbered sheet is spoiled. */
export const SPOIL_CODES = [
  'jam',
  'shifted',
  'smudged',
  'wrongName',
  'torn',
  'wrongStock',
  'volumeCorrected',
  'other',
] as const;

/**
 * The serial of the printed sheet is scanned: only then is the certificate complete. Refused before
 * the job is over, for a text that is no serial, and for a sheet that was used or spoiled before.
 */
export function scanSerial(
  input: { readonly certificateId: string; readonly serial: string },
  ctx: DecideContext,
  prepared: { readonly formId: string },
): Decision<NewEvent, { serial: string }> {
  const paper = ctx.read.get('certificate', input.certificateId);
  if (!paper) return refused(reason('honours.unknown'));
  const serial = readSheetSerial(input.serial);
  const wrong = scannableNow(paper, ctx.read) ?? serialProblem(ctx.read, serial);
  if (wrong || serial === undefined) return refused(wrong ?? reason('honours.noSerial'));
  const stock = certificateStockOf(ctx.read, prepared.formId);
  if (!stock) return refused(reason('honours.noStock', { form: prepared.formId }));
  return accepted(
    [event('honours.serialScanned', { certificateId: paper.id, stockId: stock.id, serial })],
    { serial },
  );
}

function scannableNow(paper: CertificateRow, read: StateReader): Reason | undefined {
  if (!isOnStock(paper.kind)) return reason('honours.plainPaper');
  if (paper.state === 'withdrawn') return reason('honours.withdrawn');
  if (paper.state === 'printed') return undefined;
  if (paper.state !== 'printing') {
    const isScanned = paper.serial !== null;
    return isScanned
      ? reason('honours.alreadyScanned', { serial: paper.serial ?? '' })
      : reason('honours.notPrinted');
  }
  const job = paper.jobId === null ? undefined : read.get('printJob', paper.jobId);
  return job && isJobOver(job) ? undefined : reason('honours.jobRuns');
}

function serialProblem(read: StateReader, serial: string | undefined): Reason | undefined {
  if (serial === undefined) return reason('honours.noSerial');
  const sheet = read.get('sheet', serial);
  if (!sheet) return undefined;
  return sheet.state === 'spoiled'
    ? reason('honours.serialSpoiled', { serial })
    : reason('honours.serialUsed', { serial });
}

/**
 * Takes a numbered sheet out of use before two persons. With a paper the sheet carries it, and the
 * paper is printed on a new sheet; without one it was blank. Refused after hand-over: then the paper
 * was lost or stays; for a sheet that another paper is on; and while the job still runs.
 */
export function spoilSheet(
  input: {
    readonly certificateId: string | null;
    readonly serial: string;
    readonly code: (typeof SPOIL_CODES)[number];
  },
  ctx: DecideContext,
  prepared: { readonly formId: string },
): Decision<NewEvent, Done> {
  const serial = readSheetSerial(input.serial);
  if (serial === undefined) return refused(reason('honours.noSerial'));
  const stock = certificateStockOf(ctx.read, prepared.formId);
  if (!stock) return refused(reason('honours.noStock', { form: prepared.formId }));
  const { certificateId, code } = input;
  const paper = certificateId === null ? undefined : ctx.read.get('certificate', certificateId);
  if (certificateId !== null && !paper) return refused(reason('honours.unknown'));
  const wrong =
    (paper && spoilableNow(paper, serial, ctx.read)) ?? sheetTaken(ctx.read, serial, paper);
  if (wrong) return refused(wrong);
  return accepted(
    [
      event(
        'honours.sheetSpoiled',
        {
          certificateId,
          stockId: stock.id,
          serial,
          code,
          ...(ctx.read.get('sheet', serial) === undefined ? {} : { wasUsed: true }),
        },
        { reason: code },
      ),
    ],
    {},
  );
}

function spoilableNow(
  paper: CertificateRow,
  serial: string,
  read: StateReader,
): Reason | undefined {
  if (!isOnStock(paper.kind)) return reason('honours.plainPaper');
  if (paper.state === 'withdrawn') return withdrawnSheet(paper, serial, read);
  if (!isAtDesk(paper.state)) return reason('honours.handedOverAlready');
  if (paper.state === 'printing') {
    const job = paper.jobId === null ? undefined : read.get('printJob', paper.jobId);
    return job && isJobOver(job) ? undefined : reason('honours.jobRuns');
  }
  if (paper.serial !== null && paper.serial !== serial)
    return reason('honours.otherSheet', { serial: paper.serial });
  return paper.state === 'printed' || paper.serial !== null
    ? undefined
    : reason('honours.notPrinted');
}

/** A void paper's sheet is taken back whether it was handed over or not, once its job is over. */
function withdrawnSheet(
  paper: CertificateRow,
  serial: string,
  read: StateReader,
): Reason | undefined {
  if (!isSheetOut(paper)) return reason('honours.withdrawn');
  const job = paper.jobId === null ? undefined : read.get('printJob', paper.jobId);
  if (job && !isJobOver(job)) return reason('honours.jobRuns');
  return paper.serial === null || paper.serial === serial
    ? undefined
    : reason('honours.otherSheet', { serial: paper.serial });
}

function sheetTaken(
  read: StateReader,
  serial: string,
  paper: CertificateRow | undefined,
): Reason | undefined {
  const sheet = read.get('sheet', serial);
  if (!sheet) return undefined;
  if (sheet.state === 'spoiled') return reason('honours.serialSpoiled', { serial });
  return paper && sheet.certificateId === paper.id
    ? undefined
    : reason('honours.serialUsed', { serial });
}
