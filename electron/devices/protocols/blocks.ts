import { ByteBuffer } from './bytes.ts';

/** How blocks stand in a stream. */
export interface BlockShape {
  /** The byte that begins a block wherever it stands; null when the end of one begins the next. */
  readonly start: number | null;
  /** The bytes that end a block, or `line`: CR, LF or CR LF. */
  readonly end: readonly number[] | 'line';
  /** Longest block, start and end included. */
  readonly maxBytes: number;
}

/** A block without its start and end, or the news that one had to be dropped. */
export type Block =
  | { readonly kind: 'block'; readonly raw: Uint8Array; readonly body: Uint8Array }
  | { readonly kind: 'defective'; readonly code: 'line.tooLong' | 'line.unfinished' };

/**
 * Cuts blocks out of a byte stream. An unfinished block is never passed on as a whole one; an overlong one is
 * dropped to its end; bytes before a start byte are noise.
 */
export class BlockSplitter {
  private readonly shape: BlockShape;
  private readonly buffer: ByteBuffer;
  private overlong = false;
  /** The newest bytes, as many as an end has. */
  private readonly tail: number[] = [];

  constructor(shape: BlockShape) {
    this.shape = shape;
    this.buffer = new ByteBuffer(shape.maxBytes);
  }

  /** Feeds one byte; gives the block that it ends or breaks. */
  push(byte: number): Block | undefined {
    const { start } = this.shape;
    if (start !== null && byte === start) return this.begin(byte);
    if (start !== null && this.buffer.length === 0) return undefined;
    if (!this.overlong && !this.buffer.push(byte)) this.overlong = true;
    if (this.shape.end === 'line') return this.lineEnd(byte);
    return this.endsWith(this.shape.end, byte) ? this.finish(this.shape.end.length) : undefined;
  }

  /** Whether a block was begun and not ended. */
  get unfinished(): boolean {
    return this.buffer.length > 0;
  }

  /** Forgets a half block; true when there was one. */
  reset(): boolean {
    const unfinished = this.buffer.length > 0;
    this.buffer.clear();
    this.overlong = false;
    this.tail.length = 0;
    return unfinished;
  }

  private begin(byte: number): Block | undefined {
    const unfinished = this.reset();
    this.buffer.push(byte);
    return unfinished ? { kind: 'defective', code: 'line.unfinished' } : undefined;
  }

  private lineEnd(byte: number): Block | undefined {
    if (byte !== 0x0d && byte !== 0x0a) return undefined;
    const isEmpty = this.buffer.length === 1 && this.shape.start === null;
    if (!isEmpty) return this.finish(1);
    this.reset();
    return undefined;
  }

  private endsWith(end: readonly number[], byte: number): boolean {
    this.tail.push(byte);
    if (this.tail.length > end.length) this.tail.shift();
    return this.tail.length === end.length && end.every((part, at) => part === this.tail[at]);
  }

  private finish(endBytes: number): Block {
    const tooLong = this.overlong;
    const raw = this.buffer.take();
    this.reset();
    if (tooLong) return { kind: 'defective', code: 'line.tooLong' };
    const from = this.shape.start === null ? 0 : 1;
    return { kind: 'block', raw, body: raw.subarray(from, raw.length - endBytes) };
  }
}
