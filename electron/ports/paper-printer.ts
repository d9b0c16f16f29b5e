import type { Result } from '#shared/kernel/result.ts';

/** Job states of RFC 8011 section 5.3.7 (3–9), by name. */
export type PrintJobState =
  | 'pending'
  | 'held'
  | 'processing'
  | 'stopped'
  | 'canceled'
  | 'aborted'
  | 'completed';

/** One page set to print. The document id is the job's name; it never holds a person's name. */
export interface PrintRequest {
  readonly documentId: string;
  readonly pdf: Uint8Array;
  /** PWG 5101.1 media name, for instance `iso_a4_210x297mm`. */
  readonly media: string;
  readonly copies?: number;
}

/** The queue took the job. This says nothing about paper. */
export interface PrintTicket {
  readonly jobId: string;
  readonly state: PrintJobState;
  /** Requested attributes that the queue will not obey, for instance `print-scaling`. */
  readonly ignored: readonly string[];
}

export interface PrintJob {
  readonly jobId: string;
  readonly documentId: string;
  readonly state: PrintJobState;
  /** `job-state-reasons` without `none`. */
  readonly reasons: readonly string[];
  /** Sheets that left the printer, where it counts them. */
  readonly sheetsDone: number | undefined;
  /** Whether the queue ever began to process it; undefined where it does not say. */
  readonly started: boolean | undefined;
}

export interface PrinterStatus {
  readonly state: 'idle' | 'processing' | 'stopped';
  /** `printer-state-reasons` without `none`: `media-empty-error`, `door-open-error` … */
  readonly reasons: readonly string[];
  readonly accepting: boolean;
  readonly name: string;
}

export type PrintFailureCode =
  | 'printing.queueUnreachable'
  | 'printing.queueTimeout'
  | 'printing.queueBadAnswer'
  | 'printing.queueRefused'
  | 'printing.queueUnsupported'
  | 'printing.formatRefused'
  | 'printing.jobUnknown'
  | 'printing.jobFinished'
  | 'printing.fileWrite';

export interface PrintFailure {
  readonly code: PrintFailureCode;
  /** Technical detail for the log (status word, system error); no personal data. */
  readonly detail: string;
}

/** A print queue that tells the truth about its jobs. */
export interface PaperPrinter {
  readonly kind: 'ipp' | 'file' | 'windows';
  submit(request: PrintRequest): Promise<Result<PrintTicket, PrintFailure>>;
  job(jobId: string): Promise<Result<PrintJob, PrintFailure>>;
  /**
   * The newest job of a document, or undefined. To be asked after a time-out before anything is
   * submitted again: the queue may have taken the job although its answer was lost.
   */
  find(documentId: string): Promise<Result<PrintJob | undefined, PrintFailure>>;
  /** Refuses with `printing.jobFinished` when the job is already over. */
  cancel(jobId: string): Promise<Result<undefined, PrintFailure>>;
  status(): Promise<Result<PrinterStatus, PrintFailure>>;
}
