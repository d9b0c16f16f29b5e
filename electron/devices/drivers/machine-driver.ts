import type { LinkOptions, LinkReport } from '../link.ts';
import { Link } from '../link.ts';

/** What a driver is told of its line; opening, bytes and reports it hears itself. */
export type DriverLink = Omit<LinkOptions, 'onOpen' | 'onBytes' | 'onReport'>;

/** What happens to a byte machine; `T` names its timers. */
export type MachineEvent<T extends string> =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'stored' | 'notStored' }
  | { readonly kind: 'timeout'; readonly of: T };

/** A protocol as a byte machine: events in, outputs out, no port and no clock. */
export interface ByteMachine<T extends string, Output> {
  step(event: MachineEvent<T>): readonly Output[];
}

export interface MachineDriverOptions<Machine> {
  readonly link: DriverLink;
  /** A fresh machine for a line that was just opened. */
  readonly machine: () => Machine;
  readonly onReport: (report: LinkReport) => void;
}

/**
 * Skeleton of a driver around a byte machine: one event after the other, a new machine for each opening of the line,
 * pieces stored before they are acknowledged, acknowledged before anybody looks at their meaning.
 */
export abstract class MachineDriver<
  T extends string,
  Output,
  Machine extends ByteMachine<T, Output> = ByteMachine<T, Output>,
> {
  protected machine: Machine;
  private readonly parts: MachineDriverOptions<Machine>;
  private readonly link: Link;
  private readonly cancelTimers = new Map<T, () => void>();
  /** Counts openings, so that work begun on an old line says nothing on the new one. */
  private session = 0;
  private queue: Promise<void> = Promise.resolve();

  constructor(parts: MachineDriverOptions<Machine>) {
    this.parts = parts;
    this.machine = parts.machine();
    this.link = new Link({
      ...parts.link,
      onOpen: () => this.renew(),
      onBytes: (bytes) => this.feed({ kind: 'bytes', bytes }),
      onReport: (report) => {
        if (report.state === 'lost' || report.state === 'closed') this.renew();
        parts.onReport(report);
      },
    });
  }

  /** Understands what an earlier life stored, then opens the line. */
  start(): void {
    this.queue = this.queue.then(() => this.recover());
    this.link.start();
  }

  /** Closes the line and waits for what is under way. */
  async stop(): Promise<void> {
    await this.link.stop();
    await this.queue;
  }

  /** Understands what an earlier life stored and did not. */
  protected abstract recover(): Promise<void>;
  /** Does what the machine asks for. */
  protected abstract perform(output: Output, session: number): Promise<void>;
  /** Makes a piece durable; throws where it could not. */
  protected abstract store(raw: Uint8Array): Promise<void>;
  protected abstract storeFailed(problem: unknown): void;
  /** Looks at the meaning of what was stored. */
  protected abstract understandReady(session: number): Promise<void>;

  /** Whether the line of that session is still the present one. */
  protected isOpen(session: number): boolean {
    return session === this.session;
  }

  protected write(bytes: Uint8Array): Promise<boolean> {
    return this.link.write(bytes);
  }

  /** Performs outputs in order, as long as their line stands. */
  protected async run(outputs: readonly Output[], session: number): Promise<void> {
    for (const output of outputs) {
      if (!this.isOpen(session)) return;
      await this.perform(output, session);
    }
  }

  protected async keep(raw: Uint8Array, session: number): Promise<void> {
    let kind: 'stored' | 'notStored' = 'stored';
    try {
      await this.store(raw);
    } catch (problem) {
      this.storeFailed(problem);
      kind = 'notStored';
    }
    await this.step({ kind }, session);
  }

  /** Sets a timer anew; undefined stops it. */
  protected setTimer(of: T, ms: number | undefined): void {
    this.cancelTimers.get(of)?.();
    this.cancelTimers.delete(of);
    if (ms === undefined) return;
    const { timers } = this.parts.link;
    this.cancelTimers.set(
      of,
      timers.after(ms, () => this.feed({ kind: 'timeout', of })),
    );
  }

  private renew(): void {
    this.session += 1;
    this.machine = this.parts.machine();
    for (const cancel of this.cancelTimers.values()) cancel();
    this.cancelTimers.clear();
  }

  private feed(event: MachineEvent<T>): void {
    const { session } = this;
    this.queue = this.queue.then(async () => {
      await this.step(event, session);
      await this.understandReady(session);
    });
  }

  private async step(event: MachineEvent<T>, session: number): Promise<void> {
    if (this.isOpen(session)) await this.run(this.machine.step(event), session);
  }
}
