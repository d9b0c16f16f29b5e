import type { AphCommand, AphEndReason, AphProgram, AphState } from '../protocols/aph.ts';
import { AphSplitter, encodeAphLine } from '../protocols/aph-line.ts';
import { readAphCommand } from '../protocols/aph-read.ts';
import { recalledRun } from './apheresis-memory.ts';
import {
  cyclesFor,
  RUN_START,
  type RunFigures,
  type RunPlan,
  seededRandom,
} from './apheresis-model.ts';
import { ApheresisRun } from './apheresis-run.ts';
import { heldBy, type ProgrammeEar } from './programme-ear.ts';
import type { RecordLog } from './record-log.ts';
import type { Trouble } from './scenario-schema.ts';

export interface MachineParts {
  readonly serial: string;
  readonly log: RecordLog;
  readonly seed: number;
  /** UTC text of the machine's clock. */
  readonly now: () => string;
  readonly send: (bytes: Uint8Array) => void;
}

const MODEL = 'SIM-APH';
const FIRMWARE = '1.0';
/** Silence of the host after which the machine stops sending until the next SINCE. */
const SESSION_SECONDS = 15;
const STATUS_EVERY_SECONDS = 5;
/** On the return side, mmHg. */
const PRESSURE_LIMIT = 150;

/** What can be seen at the machine. */
export interface MachineView {
  readonly state: AphState;
  /** Code of the alarm that stands; '' for none. */
  readonly alarm: string;
  readonly collectedMl: number;
  readonly newest: number;
  readonly boot: number;
  readonly run: string;
  /** A host asked for its records and was heard lately. */
  readonly inSession: boolean;
}

/**
 * The machine's side of the line protocol, written from resources/docs/devices/apheresis-line.md. Its memory is
 * the log alone: after a kill it knows its numbers, its boot count and the run that was interrupted.
 */
export class ApheresisMachine {
  private readonly parts: MachineParts;
  private readonly splitter = new AphSplitter();
  private readonly random: () => number;
  private boot = 0;
  private state: AphState = 'idle';
  private programme: AphProgram | undefined;
  private ear: ProgrammeEar = {};
  private run: ApheresisRun | undefined;
  /** Content of the last bag, once its run is over. */
  private lastMl = 0;
  private quietSeconds = SESSION_SECONDS;
  private sinceStatus = 0;

  constructor(parts: MachineParts) {
    this.parts = parts;
    this.random = seededRandom(parts.seed);
    this.powerOn();
  }

  /** What the control socket shows; volume and run are the last ones after an end. */
  describe(): MachineView {
    return {
      state: this.state,
      alarm: this.run?.alarm ?? '',
      collectedMl: this.run?.collectedMl ?? this.lastMl,
      newest: this.parts.log.newest,
      boot: this.boot,
      run: this.openRun,
      inSession: this.inSession,
    };
  }

  /** Switches on (or off and on again): everything that is not in the log is gone. */
  powerOn(): void {
    const last = this.parts.log.records.at(-1)?.record;
    this.boot = (last?.boot ?? 0) + 1;
    this.quietSeconds = SESSION_SECONDS;
    this.splitter.reset();
    this.programme = undefined;
    const { plan, figures } = recalledRun(this.parts.log);
    this.run = plan && this.runOf(plan, figures);
    this.state = this.run === undefined ? 'idle' : 'interrupted';
    this.append('BOOT', { ...this.device(), run: this.openRun });
  }

  /** Bytes from the host. */
  hear(bytes: Uint8Array): void {
    for (const split of this.splitter.take(bytes)) {
      const command = split.kind === 'line' ? readAphCommand(split.line) : undefined;
      if (command?.ok) this.obey(command.value);
    }
  }

  /** One second of the wall clock: session and heartbeat. */
  wallSecond(): void {
    this.quietSeconds += 1;
    this.sinceStatus += 1;
    if (!this.inSession || this.sinceStatus < STATUS_EVERY_SECONDS) return;
    this.sinceStatus = 0;
    this.answer('STATUS', {
      state: this.state,
      run: this.openRun,
      newest: String(this.parts.log.newest),
    });
  }

  /** One second of the run's own time. */
  runSecond(): void {
    if (this.state === 'running' && this.run?.second() === false) this.end('target');
  }

  /** The start key. Refused while a run is open. */
  start(wish: Partial<AphProgram>): string | undefined {
    if (this.state === 'running' || this.state === 'interrupted') return 'simulator.runOpen';
    const donation = wish.donation ?? this.programme?.donation ?? '';
    const targetMl = wish.targetMl ?? this.programme?.targetMl ?? 400;
    const kit = wish.kit ?? this.programme?.kit ?? '';
    const run = String(this.parts.log.newest + 1);
    const cycles = cyclesFor(targetMl);
    this.run = this.runOf(
      { run, donation, targetMl, kit, cycles, pressureLimitMmHg: PRESSURE_LIMIT },
      RUN_START,
    );
    this.programme = undefined;
    this.state = 'running';
    this.run.begin();
    return undefined;
  }

  /** How programmes are taken from now on. */
  listen(ear: ProgrammeEar): void {
    this.ear = ear;
  }

  /** Raises an alarm; with `held` the machine stops its pumps until it is cleared. */
  raise(code: string, measured: number, held: boolean): string | undefined {
    if (this.state !== 'running' || this.run === undefined) return 'simulator.notRunning';
    this.run.raise(code, measured, held);
    return undefined;
  }

  /** Something goes wrong in the arm or the set of the running donation. */
  suffer(trouble: Trouble, overSeconds: number): string | undefined {
    if (this.state !== 'running' || this.run === undefined) return 'simulator.notRunning';
    this.run.suffer(trouble, overSeconds);
    return undefined;
  }

  /** The nurse puts the arm or the set right; a standing alarm is still to be cleared. */
  mend(): string | undefined {
    if (this.run === undefined) return 'simulator.notRunning';
    this.run.mend();
    return undefined;
  }

  /** The operator clears the alarm at the machine. */
  clear(): string | undefined {
    return this.run?.clear() === true ? undefined : 'simulator.noAlarm';
  }

  /** After a restart the operator goes on with the interrupted run. */
  resume(): string | undefined {
    if (this.state !== 'interrupted' || this.run === undefined) return 'simulator.notInterrupted';
    this.state = 'running';
    this.append('RESUME', { run: this.openRun });
    return undefined;
  }

  /** Ends the open run. */
  end(reason: AphEndReason): string | undefined {
    if (this.run === undefined) return 'simulator.notRunning';
    this.run.end(reason);
    this.lastMl = this.run.collectedMl;
    this.run = undefined;
    this.state = 'idle';
    return undefined;
  }

  private get openRun(): string {
    return this.run?.plan.run ?? '';
  }

  private runOf(plan: RunPlan, figures: RunFigures): ApheresisRun {
    const { random } = this;
    return new ApheresisRun({
      plan,
      figures,
      random,
      append: (name, values) => this.append(name, values),
    });
  }

  private get inSession(): boolean {
    return this.quietSeconds < SESSION_SECONDS;
  }

  private obey(command: AphCommand): void {
    if (this.inSession) this.quietSeconds = 0;
    if (this.ear.isDeaf && command.type.startsWith('program')) return;
    switch (command.type) {
      case 'ident':
        this.answer('IDENT', {
          ...this.device(),
          boot: String(this.boot),
          first: String(this.parts.log.first),
          newest: String(this.parts.log.newest),
        });
        return;
      case 'since':
        this.replay(command.number);
        return;
      case 'ack':
        return;
      case 'program':
        this.takeProgram(command);
        return;
      case 'programQuery':
        if (this.programme === undefined) this.refuse('PROGRAM?', 'noProgram');
        else this.answer('PROGRAM', programValues(this.programme));
        return;
    }
  }

  private replay(number: number): void {
    const { log } = this.parts;
    this.quietSeconds = 0;
    const from = Math.max(number + 1, log.first);
    if (from > number + 1) this.answer('GAP', { from: String(number + 1), to: String(from - 1) });
    this.answer('SINCE', { from: String(from), to: String(log.newest) });
    for (const logged of log.after(number)) this.parts.send(logged.raw);
  }

  private takeProgram(program: AphProgram): void {
    if (this.state === 'running' || this.state === 'interrupted') {
      this.refuse('PROGRAM', 'runOpen');
    } else if (program.targetMl < 50 || program.targetMl > 1000) {
      this.refuse('PROGRAM', 'badTarget');
    } else {
      this.programme = heldBy(this.ear, program);
      this.state = 'programmed';
      this.append('PROGRAM', programValues(this.programme));
      // The word itself is echoed; what is held shows when it is asked for.
      this.answer('PROGRAM', programValues(program));
    }
  }

  private refuse(command: string, code: string): void {
    this.answer('REFUSED', { cmd: command, code });
  }

  private device(): Record<string, string> {
    return { sn: this.parts.serial, model: MODEL, fw: FIRMWARE };
  }

  private answer(name: string, values: Record<string, string>): void {
    this.parts.send(encodeAphLine({ mark: '!', words: [name], values }));
  }

  /** In the log first, then on the wire: a number that was heard is never used again. */
  private append(name: string, values: Record<string, string>): void {
    const number = String(this.parts.log.newest + 1);
    const words = [number, String(this.boot), this.parts.now(), name];
    const raw = encodeAphLine({ mark: '#', words, values });
    this.parts.log.append(raw);
    if (this.inSession) this.parts.send(raw);
  }
}

function programValues(program: AphProgram): Record<string, string> {
  return { don: program.donation, tgt: String(program.targetMl), kit: program.kit };
}
