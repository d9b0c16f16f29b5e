import type { DeviceFact } from '#shared/features/equipment/device-facts.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import type { LinkOptions, LinkReport } from '../link.ts';
import { Link } from '../link.ts';
import { mapMessage } from '../mapping/apply.ts';
import { familyOf } from '../mapping/families.ts';
import type { DeviceMapping } from '../mapping/schema.ts';
import type {
  ProtocolFamily,
  Reader,
  Receiver,
  ReceiverEvent,
  ReceiverOutput,
} from '../protocols/receiver.ts';

/** Raw bytes as they are stored, with the id that the store gave them. */
export interface StoredBytes {
  readonly id: number;
  readonly raw: Uint8Array;
}

export type MappedEvent =
  | { readonly kind: 'link'; readonly report: LinkReport }
  | { readonly kind: 'kept' | 'repeat' }
  /** Bytes that were no message; nothing was taken. */
  | { readonly kind: 'defective'; readonly code: string }
  /** A stored message, or a value in it, that was not taken. */
  | { readonly kind: 'refused'; readonly code: string }
  | {
      readonly kind: 'fault';
      readonly code: 'mapped.storeFailed' | 'mapped.interpretFailed';
      readonly detail: string;
    };

export interface MappedDriverOptions {
  readonly link: Omit<LinkOptions, 'onOpen' | 'onBytes' | 'onReport'>;
  readonly mapping: DeviceMapping;
  /** UTC, for answers that carry a time. */
  readonly now: () => string;
  /** Stored by an earlier life and not yet understood, in order. */
  readonly uninterpreted: readonly StoredBytes[];
  /** Makes raw bytes durable and names them; the device is acknowledged only after it resolved. */
  readonly store: (raw: Uint8Array) => Promise<number> | number;
  /** Takes what stored bytes said, nothing where they ended no message that could be read; may see it again after a crash. */
  readonly take: (facts: readonly DeviceFact[], stored: StoredBytes) => Promise<void> | void;
  readonly onEvent: (event: MappedEvent) => void;
}

/**
 * The driver of every device that a mapping file describes: bytes are stored, then acknowledged, then understood from
 * what was stored, then translated into facts.
 */
export class MappedDriver {
  private readonly options: MappedDriverOptions;
  private readonly family: ProtocolFamily;
  private readonly link: Link;
  private readonly reader: Reader;
  private readonly ready: StoredBytes[] = [];
  private receiver: Receiver;
  private session = 0;
  private cancelTimer: () => void = () => {};
  private queue: Promise<void> = Promise.resolve();

  constructor(options: MappedDriverOptions) {
    this.options = options;
    this.family = familyOf(options.mapping.protocol, options.now);
    this.receiver = this.family.receiver();
    this.reader = this.family.reader();
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

  /** Understands what an earlier life stored, then opens the line. */
  start(): void {
    this.ready.push(...this.options.uninterpreted);
    this.queue = this.queue.then(() => this.understandReady());
    this.link.start();
  }

  /** Closes the line and waits for what is under way. */
  async stop(): Promise<void> {
    await this.link.stop();
    await this.queue;
  }

  private renew(): void {
    this.session += 1;
    this.receiver = this.family.receiver();
    this.cancelTimer();
  }

  private feed(event: ReceiverEvent): void {
    const { session } = this;
    this.queue = this.queue.then(async () => {
      await this.step(event, session);
      await this.understandReady();
    });
  }

  private async step(event: ReceiverEvent, session: number): Promise<void> {
    if (session !== this.session) return;
    for (const output of this.receiver.step(event)) await this.perform(output, session);
  }

  private async perform(output: ReceiverOutput, session: number): Promise<void> {
    if (session !== this.session) return;
    switch (output.kind) {
      case 'send':
        await this.link.write(output.bytes);
        return;
      case 'timer':
        this.setTimer(output.ms);
        return;
      case 'keep':
        await this.keep(output.raw, session);
        return;
      case 'repeat':
      case 'defective':
        this.options.onEvent(output);
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
    try {
      this.ready.push({ id: await this.options.store(raw), raw });
    } catch (problem) {
      this.options.onEvent({ kind: 'fault', code: 'mapped.storeFailed', detail: String(problem) });
      await this.step({ kind: 'notStored' }, session);
      return;
    }
    this.options.onEvent({ kind: 'kept' });
    // Kept is not understood: the acknowledgement leaves before anybody looks at the meaning.
    await this.step({ kind: 'stored' }, session);
  }

  private async understandReady(): Promise<void> {
    for (const stored of this.ready.splice(0)) await this.understand(stored);
  }

  private async understand(stored: StoredBytes): Promise<void> {
    const messages = this.reader.take(stored.raw);
    const facts: DeviceFact[] = [];
    for (const message of messages) {
      const mapped = message.ok
        ? mapMessage(this.options.mapping, message.value)
        : { facts: [], problems: [message.error] };
      facts.push(...mapped.facts);
      for (const code of mapped.problems) this.options.onEvent({ kind: 'refused', code });
    }
    if (messages.length === 0) return;
    try {
      await this.options.take(facts, stored);
    } catch (problem) {
      const detail = String(problem);
      this.options.onEvent({ kind: 'fault', code: 'mapped.interpretFailed', detail });
    }
  }
}
