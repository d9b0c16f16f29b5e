import { assertNever } from '#shared/kernel/assert-never.ts';
import type { LinkOptions, LinkReport } from '../link.ts';
import { Link } from '../link.ts';
import type { DeviceEncoding } from '../protocols/device-text.ts';
import type { Lis01LineEvent, Lis01LineOutput, Lis01Timer } from '../protocols/lis01-line.ts';
import { Lis01Line } from '../protocols/lis01-line.ts';
import { encodeLis02, parseLis02 } from '../protocols/lis02.ts';
import type { AnalyserFrame, AnalyserMessage } from './analyser-messages.ts';
import { MessageAssembler } from './analyser-messages.ts';
import { isQuery, queriedSamples } from './analyser-queries.ts';
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
        | 'analyser.interpretFailed'
        | 'analyser.answerNotSent';
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
  /** What to say to an instrument that asks about samples, as written records. */
  readonly answer: (samples: readonly string[]) => readonly string[];
  readonly onEvent: (event: AnalyserDriverEvent) => void;
}

/**
 * Host side of an analyser on LIS01-A2 frames: each frame is stored, then acknowledged, then understood. A query is answered
 * with orders when the line is free.
 */
export class AnalyserDriver {
  private readonly options: AnalyserDriverOptions;
  private readonly link: Link;
  private line = new Lis01Line('host');
  private readonly assembler = new MessageAssembler();
  private readonly ready: AnalyserMessage[] = [];
  private startsTransfer = true;
  private session = 0;
  private readonly cancelTimers = new Map<Lis01Timer, () => void>();
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
    this.line = new Lis01Line('host');
    for (const cancel of this.cancelTimers.values()) cancel();
    this.cancelTimers.clear();
  }

  private feed(event: Lis01LineEvent): void {
    const { session } = this;
    this.queue = this.queue.then(async () => {
      if (session === this.session) await this.run(this.line.step(event), session);
      await this.understandReady(session);
    });
  }

  private async run(outputs: readonly Lis01LineOutput[], session: number): Promise<void> {
    for (const output of outputs) {
      if (session !== this.session) return;
      await this.perform(output, session);
    }
  }

  private async perform(output: Lis01LineOutput, session: number): Promise<void> {
    switch (output.kind) {
      case 'send':
        await this.link.write(output.bytes);
        return;
      case 'timer':
        this.setTimer(output.of, output.ms);
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
      case 'sent':
        return;
      case 'notSent':
        this.fault('analyser.answerNotSent', output.code);
        return;
      default:
        assertNever(output);
    }
  }

  private setTimer(of: Lis01Timer, ms: number | undefined): void {
    this.cancelTimers.get(of)?.();
    this.cancelTimers.delete(of);
    if (ms === undefined) return;
    const { timers } = this.options.link;
    this.cancelTimers.set(
      of,
      timers.after(ms, () => this.feed({ kind: 'timeout', of })),
    );
  }

  private async keep(raw: Uint8Array, session: number): Promise<void> {
    const frame = { raw, startsTransfer: this.startsTransfer };
    let id: string;
    try {
      id = await this.options.store(frame);
    } catch (problem) {
      this.fault('analyser.storeFailed', problem);
      if (session === this.session) await this.run(this.line.step({ kind: 'notStored' }), session);
      return;
    }
    this.startsTransfer = false;
    const message = this.assembler.take({ ...frame, id });
    // ACK means kept, not understood: it leaves before the message is looked at.
    if (message !== undefined) this.ready.push(message);
    if (session === this.session) await this.run(this.line.step({ kind: 'stored' }), session);
  }

  private async understandReady(session: number): Promise<void> {
    for (const message of this.ready.splice(0)) {
      for (const samples of await this.understand(message)) await this.say(samples, session);
    }
  }

  /** Queues the answer to a query; nothing is said to a line that was opened anew since. */
  private async say(samples: readonly string[], session: number): Promise<void> {
    if (session !== this.session) return;
    const message = encodeLis02(this.options.answer(samples), this.options.encoding);
    const queued = this.line.queue(message);
    if (queued.ok) await this.run(queued.value, session);
    else this.fault('analyser.answerNotSent', queued.error);
  }

  private async assemble(frame: AnalyserFrame): Promise<void> {
    const message = this.assembler.take(frame);
    if (message !== undefined) await this.understand(message);
  }

  /** Hands the results of a message on; gives the samples of each query in it, which a restart does not answer. */
  private async understand(message: AnalyserMessage): Promise<readonly (readonly string[])[]> {
    const { encoding, utcOffsetMinutes } = this.options;
    const parsed = parseLis02(message.text, encoding);
    if (!parsed.ok) {
      this.fault('analyser.unreadableMessage', parsed.error);
      return [];
    }
    for (const one of parsed.value) {
      try {
        await this.options.interpret(resultsOf(one, message.frameIds, utcOffsetMinutes));
      } catch (problem) {
        this.fault('analyser.interpretFailed', problem);
      }
    }
    return parsed.value.filter(isQuery).map(queriedSamples);
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
