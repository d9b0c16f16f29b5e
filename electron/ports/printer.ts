/**
 * How far a label got. `printed`: the printer itself says that nothing waits and nothing is wrong;
 * `sent`: it has the bytes, no more is known; `notReady`: it answered with a fault, nothing was sent;
 * `noAnswer`: it could not be reached or did not say that it is ready, nothing was sent.
 */
export type LabelSendState = 'printed' | 'sent' | 'notReady' | 'noAnswer';

/** `reasons` are stable codes, the gravest first; `detail` is the system's message, for the log. */
export interface LabelSendReport {
  readonly state: LabelSendState;
  readonly reasons: readonly string[];
  readonly detail: string;
}

export interface LabelPrinterStatus {
  readonly state: 'ready' | 'notReady' | 'noAnswer' | 'unknown';
  readonly reasons: readonly string[];
  readonly detail: string;
}

/** A way to a label printer. Labels are sent one at a time; there are no silent repeats. */
export interface LabelPrinter {
  readonly kind: 'tcp9100' | 'file';
  /** `jobId` is a file-name-safe id of the print; `zpl` goes out byte for byte as UTF-8. */
  send(jobId: string, zpl: string): Promise<LabelSendReport>;
  status(): Promise<LabelPrinterStatus>;
}
