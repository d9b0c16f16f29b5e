import { assertNever } from '#shared/kernel/assert-never.ts';
import type { Result } from '#shared/kernel/result.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { CONTROL, encodeLis01Frame, framesOf, isFrameText } from './lis01-frame.ts';

/** Waiting times and tries of the sender (LIS01-A2 6.3, 6.5). */
const SENDER_WAIT = {
  answerMs: 15_000,
  busyMs: 10_000,
  contentionInstrumentMs: 1_000,
  contentionHostMs: 20_000,
  tries: 6,
} as const;

export type Lis01SenderEvent =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'timeout' };

export type Lis01SendFailure =
  | 'lis01.noAnswer'
  | 'lis01.busy'
  | 'lis01.tooManyRepeats'
  | 'lis01.interrupted'
  | 'lis01.contention';

export type Lis01SenderOutput =
  | { readonly kind: 'send'; readonly bytes: Uint8Array }
  | { readonly kind: 'timer'; readonly ms: number | undefined }
  /** The other side wants the line; a host's receiver takes the bytes that follow. */
  | { readonly kind: 'contention' }
  | { readonly kind: 'sent' }
  /** The whole message has to be queued again. */
  | { readonly kind: 'failed'; readonly code: Lis01SendFailure };

type Phase = 'neutral' | 'asking' | 'busy' | 'contending' | 'sending';

/**
 * LIS01-A2 / E1381 sender as a byte machine. One message at a time; after six refusals of a frame, or
 * silence, EOT goes out and the message has failed as a whole. Bytes that are no answer are ignored: taking
 * noise for NAK would put question and answer out of step.
 */
export class Lis01Sender {
  private readonly role: 'instrument' | 'host';
  private readonly maxText: number | undefined;
  private phase: Phase = 'neutral';
  private frames: Uint8Array[] = [];
  private next = 0;
  private tries = 0;
  private out: Lis01SenderOutput[] = [];

  constructor(role: 'instrument' | 'host', maxText?: number) {
    this.role = role;
    this.maxText = maxText;
  }

  get idle(): boolean {
    return this.phase === 'neutral';
  }

  /** True while the next byte of the other side is an answer, not a transfer of its own. */
  get awaitsAnswer(): boolean {
    return this.phase === 'asking' || this.phase === 'sending';
  }

  /** Starts to send; refused while another message is under way or for restricted bytes. */
  start(message: Uint8Array): Result<Lis01SenderOutput[], 'lis01.sending' | 'lis01.forbiddenByte'> {
    if (!this.idle) return err('lis01.sending');
    if (!isFrameText(message)) return err('lis01.forbiddenByte');
    this.frames = framesOf(message, this.maxText).map(encodeLis01Frame);
    this.next = 0;
    this.tries = 0;
    this.out = [];
    this.ask();
    return ok(this.out);
  }

  /** Feeds one event; gives what is to be done, in order. */
  step(event: Lis01SenderEvent): Lis01SenderOutput[] {
    this.out = [];
    if (event.kind === 'timeout') this.timedOut();
    else for (const byte of event.bytes) this.takeByte(byte);
    return this.out;
  }

  private takeByte(byte: number): void {
    if (this.phase === 'asking') this.answeredAsk(byte);
    else if (this.phase === 'sending') this.answeredFrame(byte);
  }

  private answeredAsk(byte: number): void {
    if (byte === CONTROL.ACK) {
      this.phase = 'sending';
      this.tries = 0;
      this.sendFrame();
    } else if (byte === CONTROL.NAK) {
      this.tries += 1;
      if (this.tries >= SENDER_WAIT.tries) {
        this.fail('lis01.busy');
        return;
      }
      this.phase = 'busy';
      this.timer(SENDER_WAIT.busyMs);
    } else if (byte === CONTROL.ENQ) {
      // LIS01-A2 6.3.2.6: the instrument has priority and asks again sooner than the computer.
      this.tries += 1;
      if (this.tries >= SENDER_WAIT.tries) {
        this.fail('lis01.contention');
        return;
      }
      this.phase = 'contending';
      this.out.push({ kind: 'contention' });
      const instrument = this.role === 'instrument';
      this.timer(instrument ? SENDER_WAIT.contentionInstrumentMs : SENDER_WAIT.contentionHostMs);
    }
  }

  private answeredFrame(byte: number): void {
    if (byte === CONTROL.ACK) {
      this.next += 1;
      this.tries = 0;
      if (this.next < this.frames.length) this.sendFrame();
      else this.finish();
    } else if (byte === CONTROL.EOT) {
      // EOT in place of ACK keeps the frame and asks for the line (LIS01-A2 6.4.4).
      if (this.next + 1 >= this.frames.length) this.finish();
      else this.fail('lis01.interrupted');
    } else if (byte === CONTROL.NAK) {
      if (this.tries >= SENDER_WAIT.tries) this.fail('lis01.tooManyRepeats');
      else this.sendFrame();
    }
  }

  private timedOut(): void {
    switch (this.phase) {
      case 'neutral':
        return;
      case 'busy':
      case 'contending':
        this.ask();
        return;
      case 'asking':
      case 'sending':
        this.fail('lis01.noAnswer');
        return;
      default:
        assertNever(this.phase);
        return;
    }
  }

  private ask(): void {
    this.phase = 'asking';
    this.send(Uint8Array.of(CONTROL.ENQ));
  }

  private sendFrame(): void {
    this.tries += 1;
    this.send(this.frames[this.next]!);
  }

  private send(bytes: Uint8Array): void {
    this.out.push({ kind: 'send', bytes });
    this.timer(SENDER_WAIT.answerMs);
  }

  private timer(ms: number | undefined): void {
    this.out.push({ kind: 'timer', ms });
  }

  private finish(): void {
    this.close();
    this.out.push({ kind: 'sent' });
  }

  private fail(code: Lis01SendFailure): void {
    this.close();
    this.out.push({ kind: 'failed', code });
  }

  private close(): void {
    this.out.push({ kind: 'send', bytes: Uint8Array.of(CONTROL.EOT) });
    this.timer(undefined);
    this.phase = 'neutral';
    this.frames = [];
  }
}
