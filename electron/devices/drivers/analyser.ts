import { assertNever } from '#shared/kernel/assert-never.ts';
import type { LinkOptions, LinkReport } from '../link.ts';
import { Link } from '../link.ts';
import type { DeviceEncoding } from '../protocols/device-text.ts';
import type { Lis01ReceiverEvent, Lis01ReceiverOutput } from '../protocols/lis01-receiver.ts';
import { Lis01Receiver } from '../protocols/lis01-receiver.ts';
import { parseLis02 } from '../protocols/lis02.ts';
import type { AnalyserFrame, AnalyserMessage } from './analyser-messages.ts';
import { MessageAssembler } from './analyser-messages.ts';
import type { AnalyserReport } from './analyser-results.ts';
import { resultsOf } from './analyser-results.ts';

export type AnalyserDriverEvent =
  | { readonly kind: 'link'; readonly report: LinkReport }
  | { readonly kind: 'transfer'; readonly state: 'opened' | 'ended'; readonly how: string }
  | { readonly kind: 'repeat'; readonly number: number }
  | { readonly kind: 'defective'; readonly code: string }
  | {
      readonly kind: 'fault';
      readonly code:
        | 'analyser.storeFailed'
        | 'analyser.unfinishedMessage'
        | 'analyser.unreadableMessage'
        | 'analyser.interpretFailed';
      readonly detail: string;
    };

export interface AnalyserDriverOptions {
  readonly link: Omit<LinkOptions, 'onOpen' | 'onBytes' | 'onReport'>;
  readonly encoding: DeviceEncoding;
  readonly utcOffsetMinutes: number;
  /** Frames that are stored but not yet interpreted, in order. */
  readonly uninterpreted: readonly AnalyserFrame[];
  /** Makes the raw frame durable and names it; ACK leaves only after it resolved. */
  readonly store: (frame: Omit<AnalyserFrame, 'id'>) => Promise<string> | string;
  /** Takes the results of a whole message; may see one again after a crash or a resend. */
  readonly interpret: (report: AnalyserReport) => Promise<void> | void;
  readonly onEvent: (event: AnalyserDriverEvent) => void;
}

/** Host side of an analyser on LIS01-A2 frames: each frame is stored, then acknowledged, then understood. */
export class AnalyserDriver {
  private readonly options: AnalyserDriverOptions;
  private readonly link: Link;
  private receiver = new Lis01Receiver();
  private readonly assembler = new MessageAssembler();
  private readonly ready: AnalyserMessage[] = [];
  private startsTransfer = true;
  private session = 0;
  private cancelTimer: () => void = () => {};
  private queue: Promise<void> = Promise.resolve();

  constructor(options: AnalyserDriverOptions) {
    this.options = options;
    this.link = new Link({
      ...options.link,
      onOpen: () => this.renew(),
      onBytes: (bytes) => this.feed({ kind: 'bytes', bytes }),
      onReport: (report) => {
        if (report.state === 'lost' || report.state === 'closed') this.renew();
        options.onEvent({ kind: 'link', report });
      },
    });
  }

  /** Interprets what an earlier life stored, then opens the port. */
  start(): void {
    this.queue = this.queue.then(async () => {
      for (const frame of this.options.uninterpreted) await this.assemble(frame);
      this.assembler.drop();
    });
    this.link.start();
  }

  /** Closes the port and waits for what is under way. */
  async stop(): Promise<void> {
    await this.link.stop();
    await this.queue;
  }

  private renew(): void {
    this.session += 1;
    this.receiver = new Lis01Receiver();
    this.cancelTimer();
  }

  private feed(event: Lis01ReceiverEvent): void {
    const { session } = this;
    this.queue = this.queue.then(async () => {
      if (session === this.session) await this.run(this.receiver.step(event), session);
      await this.understandReady();
    });
  }

  private async run(outputs: readonly Lis01ReceiverOutput[], session: number): Promise<void> {
    for (const output of outputs) {
      if (session !== this.session) return;
      await this.perform(output, session);
    }
  }

  private async perform(output: Lis01ReceiverOutput, session: number): Promise<void> {
    switch (output.kind) {
      case 'send':
        await this.link.write(Uint8Array.of(output.byte));
        return;
      case 'timer':
        this.setTimer(output.ms);
        return;
      case 'opened':
        this.startsTransfer = true;
        this.options.onEvent({ kind: 'transfer', state: 'opened', how: 'enq' });
        return;
      case 'frame':
        await this.keep(output.raw, session);
        return;
      case 'repeat':
      case 'defective':
        this.options.onEvent(output);
        return;
      case 'ended':
        this.ended(output.how);
        return;
      default:
        assertNever(output);
    }
  }

  private setTimer(ms: number | undefined): void {
    this.cancelTimer();
    if (ms === undefined) return;
    const { timers } = this.options.link;
    this.cancelTimer = timers.after(ms, () => this.feed({ kind: 'timeout' }));
  }

  private async keep(raw: Uint8Array, session: number): Promise<void> {
    const frame = { raw, startsTransfer: this.startsTransfer };
    let id: string;
    try {
      id = await this.options.store(frame);
    } catch (problem) {
      this.fault('analyser.storeFailed', problem);
      if (session === this.session)
        await this.run(this.receiver.step({ kind: 'notStored' }), session);
      return;
    }
    this.startsTransfer = false;
    const message = this.assembler.take({ ...frame, id });
    // ACK means kept, not understood: it leaves before the message is looked at.
    if (message !== undefined) this.ready.push(message);
    if (session === this.session) await this.run(this.receiver.step({ kind: 'stored' }), session);
  }

  private async understandReady(): Promise<void> {
    for (const message of this.ready.splice(0)) await this.understand(message);
  }

  private async assemble(frame: AnalyserFrame): Promise<void> {
    const message = this.assembler.take(frame);
    if (message !== undefined) await this.understand(message);
  }

  private async understand(message: AnalyserMessage): Promise<void> {
    const { encoding, utcOffsetMinutes } = this.options;
    const parsed = parseLis02(message.text, encoding);
    if (!parsed.ok) {
      this.fault('analyser.unreadableMessage', parsed.error);
      return;
    }
    for (const one of parsed.value) {
      try {
        await this.options.interpret(resultsOf(one, message.frameIds, utcOffsetMinutes));
      } catch (problem) {
        this.fault('analyser.interpretFailed', problem);
      }
    }
  }

  private ended(how: string): void {
    if (this.assembler.open) this.fault('analyser.unfinishedMessage', how);
    this.assembler.drop();
    this.options.onEvent({ kind: 'transfer', state: 'ended', how });
  }

  private fault(code: Extract<AnalyserDriverEvent, { kind: 'fault' }>['code'], why: unknown): void {
    this.options.onEvent({ kind: 'fault', code, detail: String(why) });
  }
}
