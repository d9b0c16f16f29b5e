import type { LinkOptions, LinkReport } from '../link.ts';
import { Link } from '../link.ts';
import { ByteBuffer } from '../protocols/bytes.ts';

/** Longest read; the largest symbol we print is far below it. */
export const MAX_SCAN_BYTES = 4096;

export type ScanRead =
  | { readonly kind: 'scan'; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly code: 'scanner.tooLong' | 'scanner.unfinished' };

/**
 * Cuts a serial scanner's bytes into reads ended by CR, LF or CR LF. Bytes are kept exactly as they came; an
 * unfinished read is never passed on as a whole one, and an overlong one is dropped to its end.
 */
export class ScanSplitter {
  private readonly buffer = new ByteBuffer(MAX_SCAN_BYTES);
  private overlong = false;

  take(bytes: Uint8Array): ScanRead[] {
    const reads: ScanRead[] = [];
    for (const byte of bytes) {
      if (byte === 0x0d || byte === 0x0a) this.finish(reads);
      else if (!this.overlong && !this.buffer.push(byte)) this.overlong = true;
    }
    return reads;
  }

  /** The line was lost or fell silent in the middle: what is there is not a read. */
  abandon(): ScanRead[] {
    const unfinished = this.buffer.length > 0;
    this.buffer.clear();
    this.overlong = false;
    return unfinished ? [{ kind: 'refused', code: 'scanner.unfinished' }] : [];
  }

  private finish(reads: ScanRead[]): void {
    if (this.overlong) reads.push({ kind: 'refused', code: 'scanner.tooLong' });
    else if (this.buffer.length > 0) reads.push({ kind: 'scan', bytes: this.buffer.take() });
    this.buffer.clear();
    this.overlong = false;
  }
}

export interface SerialScannerOptions {
  readonly link: Omit<LinkOptions, 'onOpen' | 'onBytes' | 'onReport'>;
  /** A read that stops in the middle for this long is abandoned. */
  readonly pauseMs: number;
  readonly onRead: (read: ScanRead) => void;
  readonly onReport: (report: LinkReport) => void;
}

/** A scanner on a serial port or USB-COM: no keyboard, no input method, exact bytes. */
export class SerialScanner {
  private readonly options: SerialScannerOptions;
  private readonly link: Link;
  private readonly splitter = new ScanSplitter();
  private cancelTimer: () => void = () => {};

  constructor(options: SerialScannerOptions) {
    this.options = options;
    this.link = new Link({
      ...options.link,
      onOpen: () => this.pass(this.splitter.abandon()),
      onBytes: (bytes) => this.heard(bytes),
      onReport: (report) => {
        if (report.state !== 'open') this.pass(this.splitter.abandon());
        options.onReport(report);
      },
    });
  }

  start(): void {
    this.link.start();
  }

  /** A command to the scanner, such as a beep; nothing where its line is not open. */
  tell(bytes: Uint8Array): Promise<boolean> {
    return this.link.write(bytes);
  }

  async stop(): Promise<void> {
    this.cancelTimer();
    await this.link.stop();
  }

  private heard(bytes: Uint8Array): void {
    this.cancelTimer();
    this.pass(this.splitter.take(bytes));
    const abandon = (): void => this.pass(this.splitter.abandon());
    this.cancelTimer = this.options.link.timers.after(this.options.pauseMs, abandon);
  }

  private pass(reads: readonly ScanRead[]): void {
    for (const read of reads) this.options.onRead(read);
  }
}
