import type { DeviceFact } from '#shared/features/equipment/device-facts.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import type { LinkReport } from '../link.ts';
import { mapMessage } from '../mapping/apply.ts';
import { familyOf } from '../mapping/families.ts';
import type { DeviceMapping } from '../mapping/schema.ts';
import type { Reader, ReceiverOutput } from '../protocols/receiver.ts';
import { type DriverLink, MachineDriver } from './machine-driver.ts';

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
  readonly link: DriverLink;
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
export class MappedDriver extends MachineDriver<'reply', ReceiverOutput> {
  private readonly options: MappedDriverOptions;
  private readonly reader: Reader;
  private readonly ready: StoredBytes[] = [];

  constructor(options: MappedDriverOptions) {
    const family = familyOf(options.mapping.protocol, options.now);
    super({
      link: options.link,
      machine: () => family.receiver(),
      onReport: (report) => options.onEvent({ kind: 'link', report }),
    });
    this.options = options;
    this.reader = family.reader();
  }

  protected recover(): Promise<void> {
    this.ready.push(...this.options.uninterpreted);
    return this.understandReady();
  }

  protected async perform(output: ReceiverOutput, session: number): Promise<void> {
    switch (output.kind) {
      case 'send':
        await this.write(output.bytes);
        return;
      case 'timer':
        this.setTimer('reply', output.ms);
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

  protected async store(raw: Uint8Array): Promise<void> {
    this.ready.push({ id: await this.options.store(raw), raw });
    this.options.onEvent({ kind: 'kept' });
  }

  protected storeFailed(problem: unknown): void {
    this.options.onEvent({ kind: 'fault', code: 'mapped.storeFailed', detail: String(problem) });
  }

  protected async understandReady(): Promise<void> {
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
