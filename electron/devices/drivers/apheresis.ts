import { assertNever } from '#shared/kernel/assert-never.ts';
import type { LinkOptions, LinkReport } from '../link.ts';
import { Link } from '../link.ts';
import type { AphAnswer, AphCommand, AphProgram, AphRecord } from '../protocols/aph.ts';
import type { AphLine } from '../protocols/aph-line.ts';
import { AphSplitter, decodeAphLine } from '../protocols/aph-line.ts';
import { readAphAnswer, readAphRecord } from '../protocols/aph-read.ts';
import { writeAphCommand } from '../protocols/aph-write.ts';
import { AphProgramming, type ProgramAnswer } from './aph-programming.ts';

/** A record as it came, with what makes it one of a kind: machine serial and record number. */
export interface AphStoredRecord {
  readonly serial: string;
  readonly number: number;
  readonly raw: Uint8Array;
}

/** What the station knows from its store when the driver starts. */
export interface AphMemory {
  /** Serial of the machine that this port must have; undefined takes the first that answers. */
  readonly serial: string | undefined;
  /** Number of the newest stored record of that machine, 0 for none. */
  readonly lastStored: number;
  /** Boot counter last seen, 0 for none. */
  readonly lastBoot: number;
  /** Stored but not yet interpreted (the station died in between); interpreted first. */
  readonly uninterpreted: readonly AphStoredRecord[];
}

export type AphDriverEvent =
  | { readonly kind: 'link'; readonly report: LinkReport }
  | { readonly kind: 'identity'; readonly identity: AphIdentity }
  | { readonly kind: 'live'; readonly lastStored: number }
  | { readonly kind: 'status'; readonly state: string; readonly run: string }
  | { readonly kind: 'refused'; readonly command: string; readonly code: string }
  /** The machine was switched off and on: the nurse says what became of the run. */
  | { readonly kind: 'restarted'; readonly from: number; readonly to: number }
  /** Records that the machine no longer has. */
  | { readonly kind: 'gap'; readonly from: number; readonly to: number }
  | { readonly kind: 'defective'; readonly code: string }
  | {
      readonly kind: 'fault';
      readonly code:
        | 'apheresis.wrongMachine'
        | 'apheresis.numbersWentBack'
        | 'apheresis.storeFailed'
        | 'apheresis.interpretFailed';
      readonly detail: string;
    };

export type AphIdentity = Extract<AphAnswer, { type: 'identity' }>;

export interface ApheresisDriverOptions {
  readonly link: Omit<LinkOptions, 'onOpen' | 'onBytes' | 'onReport'>;
  readonly memory: AphMemory;
  /** Makes the raw record durable; ACK leaves only after it resolved. */
  readonly store: (record: AphStoredRecord) => Promise<void> | void;
  /** Interprets a stored record; may see one again after a crash, never a different one. */
  readonly interpret: (record: AphRecord, stored: AphStoredRecord) => Promise<void> | void;
  readonly onEvent: (event: AphDriverEvent) => void;
}

const ASK_AGAIN_MS = 2_000;
/** The machine stops sending when it hears nothing for 15 s, so a quiet host speaks before that. */
const KEEP_ALIVE_MS = 2_000;

type Step = 'down' | 'identifying' | 'catchingUp' | 'live' | 'stuck';

/**
 * Host side of the apheresis line protocol (resources/docs/devices/apheresis-line.md). After every opening:
 * identity, `SINCE lastStored`, then live; a record is stored, acknowledged, interpreted, in that order.
 */
export class ApheresisDriver {
  private readonly options: ApheresisDriverOptions;
  private readonly link: Link;
  private readonly splitter = new AphSplitter();
  private readonly programming: AphProgramming;
  private serial: string | undefined;
  private lastStored: number;
  private lastBoot: number;
  private step: Step = 'down';
  private session = 0;
  private cancelTimer: () => void = () => {};
  /** Records are handled one after the other, whatever store and interpret take. */
  private queue: Promise<void> = Promise.resolve();

  constructor(options: ApheresisDriverOptions) {
    this.options = options;
    this.serial = options.memory.serial;
    this.lastStored = options.memory.lastStored;
    this.lastBoot = options.memory.lastBoot;
    this.programming = new AphProgramming((word) => this.send(word), options.link.timers);
    this.link = new Link({
      ...options.link,
      onOpen: () => this.opened(),
      onBytes: (bytes) => this.heard(bytes),
      onReport: (report) => this.reported(report),
    });
  }

  /** Interprets what an earlier life left over, then opens the port. */
  start(): void {
    this.enqueue(async () => {
      for (const stored of this.options.memory.uninterpreted) await this.interpretStored(stored);
    });
    this.link.start();
  }

  /** Closes the port and waits for what is under way. */
  async stop(): Promise<void> {
    this.leave('down');
    await this.link.stop();
    await this.queue;
  }

  /** Sends the programme and reads it back; a machine that is not known to be the right one has no answer. */
  async program(program: AphProgram): Promise<ProgramAnswer> {
    const isKnown = this.step === 'live' || this.step === 'catchingUp';
    return isKnown ? this.programming.run(program) : { kind: 'noAnswer' };
  }

  private reported(report: LinkReport): void {
    if (report.state === 'lost' || report.state === 'closed') this.leave('down');
    this.options.onEvent({ kind: 'link', report });
  }

  private leave(step: Step): void {
    this.session += 1;
    this.step = step;
    this.cancelTimer();
    this.programming.abandon();
  }

  private opened(): void {
    this.session += 1;
    this.splitter.reset();
    this.step = 'identifying';
    this.askIdentity();
  }

  private askIdentity(): void {
    this.cancelTimer();
    void this.send({ type: 'ident' });
    const wait = this.step === 'identifying' ? ASK_AGAIN_MS : KEEP_ALIVE_MS;
    this.cancelTimer = this.options.link.timers.after(wait, () => this.askIdentity());
  }

  private heard(bytes: Uint8Array): void {
    for (const split of this.splitter.take(bytes)) {
      if (split.kind === 'defective') {
        this.options.onEvent({ kind: 'defective', code: split.code });
        continue;
      }
      const { session } = this;
      this.enqueue(async () => {
        if (session === this.session) await this.takeLine(split.line, split.raw);
      });
    }
  }

  private enqueue(work: () => Promise<void>): void {
    this.queue = this.queue.then(work);
  }

  private async takeLine(line: AphLine, raw: Uint8Array): Promise<void> {
    if (line.mark === '#') {
      const record = readAphRecord(line);
      if (!record.ok) this.options.onEvent({ kind: 'defective', code: record.error });
      else await this.takeRecord(record.value, raw);
      return;
    }
    const answer = readAphAnswer(line);
    if (answer.ok) this.takeAnswer(answer.value);
    else this.options.onEvent({ kind: 'defective', code: answer.error });
  }

  private takeAnswer(answer: AphAnswer): void {
    switch (answer.type) {
      case 'identity':
        this.takeIdentity(answer);
        return;
      case 'status':
        this.options.onEvent({ kind: 'status', state: answer.state, run: answer.run });
        this.catchUpTo(answer.newest);
        return;
      case 'gap':
        this.takeGap(answer.from, answer.to);
        return;
      case 'since':
        if (this.step !== 'catchingUp') return;
        this.step = 'live';
        this.options.onEvent({ kind: 'live', lastStored: this.lastStored });
        return;
      case 'program':
        this.programming.take(answer);
        return;
      case 'refused':
        this.programming.take(answer);
        this.options.onEvent({ kind: 'refused', command: answer.command, code: answer.code });
        return;
      default:
        assertNever(answer);
    }
  }

  private takeIdentity(identity: AphIdentity): void {
    if (this.step === 'down' || this.step === 'stuck') return;
    if (this.serial !== undefined && identity.serial !== this.serial) {
      this.stick('apheresis.wrongMachine', `${identity.serial}, expected ${this.serial}`);
      return;
    }
    if (identity.newest < this.lastStored) {
      this.stick('apheresis.numbersWentBack', `${identity.newest} < ${this.lastStored}`);
      return;
    }
    this.serial = identity.serial;
    if (this.step === 'identifying') this.options.onEvent({ kind: 'identity', identity });
    const restarted = identity.boot !== this.lastBoot;
    this.noteBoot(identity.boot);
    if (this.step !== 'live' || restarted) this.askSince();
    else this.catchUpTo(identity.newest);
  }

  /** Lines keep their order, so a newest number beyond ours means that records were lost on the way. */
  private catchUpTo(newest: number): void {
    if (this.step === 'live' && newest > this.lastStored) this.askSince();
  }

  private noteBoot(boot: number): void {
    if (boot === this.lastBoot) return;
    const from = this.lastBoot;
    this.lastBoot = boot;
    if (from !== 0) this.options.onEvent({ kind: 'restarted', from, to: boot });
  }

  private askSince(): void {
    this.step = 'catchingUp';
    void this.send({ type: 'since', number: this.lastStored });
    this.cancelTimer();
    this.cancelTimer = this.options.link.timers.after(KEEP_ALIVE_MS, () => this.askIdentity());
  }

  private takeGap(from: number, to: number): void {
    if (this.step !== 'catchingUp' || from !== this.lastStored + 1 || to < from) return;
    this.options.onEvent({ kind: 'gap', from, to });
    this.lastStored = to;
  }

  private async takeRecord(record: AphRecord, raw: Uint8Array): Promise<void> {
    if (this.step !== 'live') return;
    if (record.number <= this.lastStored) {
      void this.send({ type: 'ack', number: this.lastStored });
      return;
    }
    if (record.number > this.lastStored + 1) {
      // A line was damaged on the way. What follows is ignored until the machine begins again there.
      this.askSince();
      return;
    }
    await this.keep(record, raw);
  }

  private async keep(record: AphRecord, raw: Uint8Array): Promise<void> {
    const stored = { serial: this.serial!, number: record.number, raw };
    try {
      await this.options.store(stored);
    } catch (problem) {
      this.options.onEvent({
        kind: 'fault',
        code: 'apheresis.storeFailed',
        detail: String(problem),
      });
      this.step = 'catchingUp';
      return;
    }
    this.lastStored = record.number;
    void this.send({ type: 'ack', number: record.number });
    this.noteBoot(record.boot);
    await this.interpret(record, stored);
  }

  private async interpretStored(stored: AphStoredRecord): Promise<void> {
    const line = decodeAphLine(stored.raw);
    const record = line.ok ? readAphRecord(line.value) : line;
    if (record.ok) await this.interpret(record.value, stored);
    else this.options.onEvent({ kind: 'defective', code: record.error });
  }

  private async interpret(record: AphRecord, stored: AphStoredRecord): Promise<void> {
    try {
      await this.options.interpret(record, stored);
    } catch (problem) {
      const detail = `${stored.number}: ${String(problem)}`;
      this.options.onEvent({ kind: 'fault', code: 'apheresis.interpretFailed', detail });
    }
  }

  private stick(
    code: 'apheresis.wrongMachine' | 'apheresis.numbersWentBack',
    detail: string,
  ): void {
    this.leave('stuck');
    this.options.onEvent({ kind: 'fault', code, detail });
  }

  private send(command: AphCommand): Promise<boolean> {
    return this.link.write(writeAphCommand(command));
  }
}
