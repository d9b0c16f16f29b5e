import { byteText } from './bytes.ts';
import { HeldBytes } from './held-bytes.ts';
import type { Receiver, ReceiverEvent, ReceiverOutput } from './receiver.ts';

/** Several of the largest pieces that a port hands over at once, or two of the largest messages. */
const HELD_BYTES = 524_288;

/**
 * Skeleton of a receiver that hands one piece out, waits until it is stored and only then answers.
 * Bytes that come in between are held up to a limit; more is a fault of the line.
 */
export abstract class KeepingReceiver implements Receiver {
  private readonly held = new HeldBytes(HELD_BYTES);
  private waiting: Uint8Array | undefined;
  /** What was kept last, as text: the same once more is acknowledged and no news. */
  private lastKept = '';
  private out: ReceiverOutput[] = [];

  step(event: ReceiverEvent): readonly ReceiverOutput[] {
    this.out = [];
    switch (event.kind) {
      case 'bytes':
        this.take(event.bytes);
        break;
      case 'stored':
      case 'notStored':
        this.settle(event.kind === 'stored');
        break;
      case 'timeout':
        if (this.waiting === undefined) this.lapsed();
        break;
    }
    return this.out;
  }

  protected abstract takeByte(byte: number): void;
  /** `raw` is durable, or could not be kept: answer the sender. */
  protected abstract answer(raw: Uint8Array, kept: boolean): void;
  /** Forget what is half received. */
  protected abstract reset(): void;
  /** The timer ran out while nothing was being stored. */
  protected lapsed(): void {}

  protected keep(raw: Uint8Array): void {
    this.waiting = raw;
    this.out.push({ kind: 'keep', raw });
  }

  /** Keeps what is new; answers what was kept a moment ago and is sent again. */
  protected keepOnce(raw: Uint8Array): void {
    if (byteText(raw) !== this.lastKept) {
      this.keep(raw);
      return;
    }
    this.say({ kind: 'repeat' });
    this.answer(raw, true);
  }

  /** From here on the same bytes are news again. */
  protected forgetLast(): void {
    this.lastKept = '';
  }

  protected say(output: ReceiverOutput): void {
    this.out.push(output);
  }

  protected refuse(code: string): void {
    this.out.push({ kind: 'defective', code });
  }

  private take(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at += 1) {
      if (this.waiting !== undefined) {
        this.held.hold(bytes.subarray(at));
        return;
      }
      this.takeByte(bytes[at]!);
    }
  }

  private settle(kept: boolean): void {
    const raw = this.waiting;
    if (raw === undefined) return;
    this.waiting = undefined;
    if (kept) this.lastKept = byteText(raw);
    this.answer(raw, kept);
    const rest = this.held.release();
    if (rest !== undefined) this.take(rest);
    else {
      this.reset();
      this.refuse('line.overflow');
    }
  }
}
