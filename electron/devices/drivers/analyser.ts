import { assertNever } from '#shared/kernel/assert-never.ts';
import type { LinkReport } from '../link.ts';
import type { DeviceEncoding } from '../protocols/device-text.ts';
import type { Lis01LineOutput, Lis01Timer } from '../protocols/lis01-line.ts';
import { Lis01Line } from '../protocols/lis01-line.ts';
import { encodeLis02, parseLis02 } from '../protocols/lis02.ts';
import type { AnalyserFrame, AnalyserMessage } from './analyser-messages.ts';
import { MessageAssembler } from './analyser-messages.ts';
import { isQuery, queriedSamples } from './analyser-queries.ts';
import type { AnalyserReport } from './analyser-results.ts';
import { resultsOf } from './analyser-results.ts';
import { type DriverLink, MachineDriver } from './machine-driver.ts';

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
  readonly link: DriverLink;
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
export class AnalyserDriver extends MachineDriver<Lis01Timer, Lis01LineOutput, Lis01Line> {
  private readonly options: AnalyserDriverOptions;
  private readonly assembler = new MessageAssembler();
  private readonly ready: AnalyserMessage[] = [];
  private startsTransfer = true;

  constructor(options: AnalyserDriverOptions) {
    super({
      link: options.link,
      machine: () => new Lis01Line('host'),
      onReport: (report) => options.onEvent({ kind: 'link', report }),
    });
    this.options = options;
  }

  protected async recover(): Promise<void> {
    for (const frame of this.options.uninterpreted) await this.assemble(frame);
    this.assembler.drop();
  }

  protected async perform(output: Lis01LineOutput, session: number): Promise<void> {
    switch (output.kind) {
      case 'send':
        await this.write(output.bytes);
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

  protected async store(raw: Uint8Array): Promise<void> {
    const frame = { raw, startsTransfer: this.startsTransfer };
    const id = await this.options.store(frame);
    this.startsTransfer = false;
    const message = this.assembler.take({ ...frame, id });
    if (message !== undefined) this.ready.push(message);
  }

  protected storeFailed(problem: unknown): void {
    this.fault('analyser.storeFailed', problem);
  }

  protected async understandReady(session: number): Promise<void> {
    for (const message of this.ready.splice(0)) {
      for (const samples of await this.understand(message)) await this.say(samples, session);
    }
  }

  /** Queues the answer to a query; nothing is said to a line that was opened anew since. */
  private async say(samples: readonly string[], session: number): Promise<void> {
    if (!this.isOpen(session)) return;
    const message = encodeLis02(this.options.answer(samples), this.options.encoding);
    const queued = this.machine.queue(message);
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
