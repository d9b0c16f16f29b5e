import { ByteBuffer, concatBytes } from './bytes.ts';
import type { Lis01FrameProblem } from './lis01-frame.ts';
import { CONTROL, decodeLis01Frame, MAX_FRAME_BYTES, nextFrameNumber } from './lis01-frame.ts';

/** The receiver waits this long for a frame or EOT, then drops the partial message (LIS01-A2 6.5.2). */
const RECEIVER_WAIT_MS = 30_000;

export type Lis01ReceiverEvent =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** The frame that was handed out is durable: only now may ACK go out. */
  | { readonly kind: 'stored' }
  /** It could not be kept: the sender has to repeat it. */
  | { readonly kind: 'notStored' }
  | { readonly kind: 'timeout' };

export type TransferEnd = 'eot' | 'timeout' | 'restart' | 'overflow';

export type Lis01ReceiverOutput =
  | { readonly kind: 'send'; readonly byte: number }
  | { readonly kind: 'timer'; readonly ms: number | undefined }
  | { readonly kind: 'opened' }
  | {
      readonly kind: 'frame';
      readonly raw: Uint8Array;
      readonly number: number;
      readonly text: Uint8Array;
      readonly last: boolean;
    }
  | { readonly kind: 'repeat'; readonly number: number }
  | { readonly kind: 'defective'; readonly code: Lis01FrameProblem | 'lis01.wrongNumber' }
  /** `partial`: the last kept frame ended with ETB, so the message is not whole. */
  | {
      readonly kind: 'ended';
      readonly how: TransferEnd;
      readonly frames: number;
      readonly partial: boolean;
    };

type Phase = 'neutral' | 'between' | 'inFrame' | 'storing';

/** Sender and receiver take turns; more than this waiting during a store is a fault of the line. */
const PENDING_LIMIT = 2 * MAX_FRAME_BYTES;

/**
 * LIS01-A2 / E1381 receiver as a byte machine: events in, outputs out, no port and no clock.
 * A good frame comes out as `frame`; ACK is sent only after `stored` came back. A frame with the number
 * and bytes of the last kept one is acknowledged and not handed out again.
 */
export class Lis01Receiver {
  private phase: Phase = 'neutral';
  private readonly frame = new ByteBuffer(MAX_FRAME_BYTES);
  private pending: Uint8Array[] = [];
  private pendingBytes = 0;
  private expected = 1;
  private lastRaw: Uint8Array | undefined;
  private waiting: { raw: Uint8Array; last: boolean } | undefined;
  private frames = 0;
  private lastWasEnd = true;
  private out: Lis01ReceiverOutput[] = [];

  /** Feeds one event; gives what is to be done, in order. */
  step(event: Lis01ReceiverEvent): Lis01ReceiverOutput[] {
    this.out = [];
    switch (event.kind) {
      case 'bytes':
        this.take(event.bytes);
        break;
      case 'stored':
        this.finishStoring(true);
        break;
      case 'notStored':
        this.finishStoring(false);
        break;
      case 'timeout':
        if (this.phase === 'between' || this.phase === 'inFrame') this.end('timeout');
        break;
    }
    return this.out;
  }

  private take(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at += 1) {
      if (this.phase === 'storing') {
        this.hold(bytes.slice(at));
        return;
      }
      this.takeByte(bytes[at]!);
    }
  }

  private hold(bytes: Uint8Array): void {
    this.pendingBytes += bytes.length;
    if (this.pendingBytes > PENDING_LIMIT) {
      this.pending = [];
      this.pendingBytes = PENDING_LIMIT;
      return;
    }
    if (bytes.length > 0) this.pending.push(bytes);
  }

  private finishStoring(kept: boolean): void {
    if (this.phase !== 'storing' || this.waiting === undefined) return;
    const { raw, last } = this.waiting;
    this.waiting = undefined;
    this.phase = 'between';
    if (kept) {
      this.lastRaw = raw;
      this.lastWasEnd = last;
      this.frames += 1;
      this.expected = nextFrameNumber(this.expected);
    }
    this.answer(kept ? CONTROL.ACK : CONTROL.NAK);
    const overflow = this.pendingBytes >= PENDING_LIMIT && this.pending.length === 0;
    const rest = concatBytes(this.pending);
    this.pending = [];
    this.pendingBytes = 0;
    if (overflow) this.end('overflow');
    else this.take(rest);
  }

  private takeByte(byte: number): void {
    if (byte === CONTROL.ENQ) {
      this.open();
      return;
    }
    if (this.phase === 'neutral') return;
    if (byte === CONTROL.EOT) {
      this.end('eot');
      return;
    }
    if (byte === CONTROL.STX) {
      this.frame.clear();
      this.phase = 'inFrame';
    }
    if (this.phase !== 'inFrame') return;
    if (!this.frame.push(byte)) {
      this.refuse('lis01.tooLong');
      return;
    }
    if (byte === CONTROL.LF) this.closeFrame();
  }

  private open(): void {
    if (this.phase !== 'neutral') this.end('restart');
    this.phase = 'between';
    this.expected = 1;
    this.lastRaw = undefined;
    this.frames = 0;
    this.lastWasEnd = true;
    this.out.push({ kind: 'opened' });
    this.answer(CONTROL.ACK);
  }

  private closeFrame(): void {
    const raw = this.frame.take();
    this.phase = 'between';
    const frame = decodeLis01Frame(raw);
    if (!frame.ok) {
      this.refuse(frame.error);
      return;
    }
    if (this.lastRaw !== undefined && sameBytes(raw, this.lastRaw)) {
      this.out.push({ kind: 'repeat', number: frame.value.number });
      this.answer(CONTROL.ACK);
      return;
    }
    if (frame.value.number !== this.expected) {
      this.refuse('lis01.wrongNumber');
      return;
    }
    this.phase = 'storing';
    this.waiting = { raw, last: frame.value.last };
    this.out.push({ kind: 'timer', ms: undefined }, { kind: 'frame', raw, ...frame.value });
  }

  private refuse(code: Lis01FrameProblem | 'lis01.wrongNumber'): void {
    this.frame.clear();
    this.phase = 'between';
    this.out.push({ kind: 'defective', code });
    this.answer(CONTROL.NAK);
  }

  private answer(byte: number): void {
    this.out.push({ kind: 'send', byte }, { kind: 'timer', ms: RECEIVER_WAIT_MS });
  }

  private end(how: TransferEnd): void {
    this.frame.clear();
    this.phase = 'neutral';
    this.out.push({ kind: 'timer', ms: undefined });
    this.out.push({ kind: 'ended', how, frames: this.frames, partial: !this.lastWasEnd });
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
