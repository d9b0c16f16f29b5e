import { assertNever } from '#shared/kernel/assert-never.ts';
import type { Result } from '#shared/kernel/result.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { isFrameText } from './lis01-frame.ts';
import {
  Lis01Receiver,
  type Lis01ReceiverEvent,
  type Lis01ReceiverOutput,
} from './lis01-receiver.ts';
import { Lis01Sender, type Lis01SenderOutput, type Lis01SendFailure } from './lis01-sender.ts';

/** One end of the line has two timers: one of what it receives, one of what it sends. */
export type Lis01Timer = 'receive' | 'send';

export type Lis01LineEvent =
  | Exclude<Lis01ReceiverEvent, { readonly kind: 'timeout' }>
  | { readonly kind: 'timeout'; readonly of: Lis01Timer };

export type Lis01LineOutput =
  | { readonly kind: 'send'; readonly bytes: Uint8Array }
  | { readonly kind: 'timer'; readonly of: Lis01Timer; readonly ms: number | undefined }
  | Exclude<Lis01ReceiverOutput, { readonly kind: 'send' | 'timer' }>
  | { readonly kind: 'sent'; readonly message: Uint8Array }
  /** The message left the queue as a whole; whether it is queued again is for its owner. */
  | { readonly kind: 'notSent'; readonly message: Uint8Array; readonly code: Lis01SendFailure };

/** Messages that may wait for the line; an end that queues more is told so. */
const MOST_WAITING = 32;

/**
 * Both directions of LIS01-A2 / E1381 on one line. It sends only while it receives nothing; where both ask at once
 * (contention, 6.3.2.6), the instrument asks again after a second and the host receives first.
 */
export class Lis01Line {
  private readonly receiver = new Lis01Receiver();
  private readonly sender: Lis01Sender;
  private readonly waiting: Uint8Array[] = [];
  private receiving = false;
  private yielded = false;
  private out: Lis01LineOutput[] = [];

  constructor(role: 'instrument' | 'host', maxText?: number) {
    this.sender = new Lis01Sender(role, maxText);
  }

  /** Queues a message and starts it when the line is free; refuses restricted bytes and a full queue. */
  queue(
    message: Uint8Array,
  ): Result<readonly Lis01LineOutput[], 'lis01.forbiddenByte' | 'lis01.queueFull'> {
    if (!isFrameText(message)) return err('lis01.forbiddenByte');
    if (this.waiting.length >= MOST_WAITING) return err('lis01.queueFull');
    this.waiting.push(message);
    this.out = [];
    this.sendNext();
    return ok(this.out);
  }

  /** Messages that were not yet acknowledged to the last frame. */
  get unsent(): number {
    return this.waiting.length;
  }

  /** Feeds one event; gives what is to be done, in order. */
  step(event: Lis01LineEvent): readonly Lis01LineOutput[] {
    this.out = [];
    if (event.kind === 'bytes') this.take(event.bytes);
    else if (event.kind !== 'timeout') this.received(this.receiver.step(event));
    else if (event.of === 'receive') this.received(this.receiver.step({ kind: 'timeout' }));
    else this.sendTimeout();
    if (!this.receiving && !this.yielded) this.sendNext();
    return this.out;
  }

  private take(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes.subarray(at, at + 1);
      if (this.sender.awaitsAnswer) this.sent(this.sender.step({ kind: 'bytes', bytes: byte }));
      else this.received(this.receiver.step({ kind: 'bytes', bytes: byte }));
    }
  }

  private sendTimeout(): void {
    // What is being received goes first, however long the sender has waited.
    if (this.receiving && !this.sender.awaitsAnswer) {
      this.yielded = true;
      return;
    }
    this.sent(this.sender.step({ kind: 'timeout' }));
  }

  private received(outputs: readonly Lis01ReceiverOutput[]): void {
    for (const output of outputs) {
      if (output.kind === 'send')
        this.out.push({ kind: 'send', bytes: Uint8Array.of(output.byte) });
      else if (output.kind === 'timer') this.out.push({ ...output, of: 'receive' });
      else this.out.push(output);
      if (output.kind === 'opened') this.receiving = true;
      if (output.kind === 'ended') this.finishReceiving();
    }
  }

  private finishReceiving(): void {
    this.receiving = false;
    if (!this.yielded) return;
    this.yielded = false;
    this.sent(this.sender.step({ kind: 'timeout' }));
  }

  private sendNext(): void {
    const [message] = this.waiting;
    if (message === undefined || !this.sender.idle || this.receiving) return;
    const started = this.sender.start(message);
    if (started.ok) this.sent(started.value);
  }

  private sent(outputs: readonly Lis01SenderOutput[]): void {
    for (const output of outputs) {
      switch (output.kind) {
        case 'send':
          this.out.push(output);
          break;
        case 'timer':
          this.out.push({ ...output, of: 'send' });
          break;
        case 'contention':
          break;
        case 'sent':
          this.out.push({ kind: 'sent', message: this.waiting.shift()! });
          break;
        case 'failed':
          this.out.push({ kind: 'notSent', message: this.waiting.shift()!, code: output.code });
          break;
        default:
          assertNever(output);
      }
    }
  }
}
