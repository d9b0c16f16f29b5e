import type { AphCommand, AphEndReason, AphProgram, AphState } from '../protocols/aph.ts';
import { AphSplitter, encodeAphLine } from '../protocols/aph-line.ts';
import { readAphCommand } from '../protocols/aph-read.ts';
import type { RunFigures, RunPlan } from './apheresis-model.ts';
import {
  anticoagulantOf,
  cyclesFor,
  isFinished,
  nextSecond,
  RUN_START,
  seededRandom,
} from './apheresis-model.ts';
import type { RecordLog } from './record-log.ts';

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

interface Alarm {
  readonly code: string;
  readonly pressure: number;
  readonly held: boolean;
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
  private plan: RunPlan | undefined;
  private figures: RunFigures = RUN_START;
  private alarm: Alarm | undefined;
  private quietSeconds = SESSION_SECONDS;
  private sinceStatus = 0;

  constructor(parts: MachineParts) {
    this.parts = parts;
    this.random = seededRandom(parts.seed);
    this.powerOn();
  }

  /** What the control socket shows. */
  describe(): { state: AphState; collectedMl: number; newest: number; boot: number; run: string } {
    return {
      state: this.state,
      collectedMl: Math.floor(this.figures.collected),
      newest: this.parts.log.newest,
      boot: this.boot,
      run: this.plan?.run ?? '',
    };
  }

  /** Switches on (or off and on again): everything that is not in the log is gone. */
  powerOn(): void {
    const last = this.parts.log.records.at(-1)?.record;
    this.boot = (last?.boot ?? 0) + 1;
    this.quietSeconds = SESSION_SECONDS;
    this.splitter.reset();
    this.alarm = undefined;
    this.programme = undefined;
    this.recallRun();
    this.state = this.plan === undefined ? 'idle' : 'interrupted';
    this.append('BOOT', { ...this.device(), run: this.plan?.run ?? '' });
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
      run: this.plan?.run ?? '',
      newest: String(this.parts.log.newest),
    });
  }

  /** One second of the run's own time. */
  runSecond(): void {
    if (this.state !== 'running' || this.plan === undefined) return;
    const held = this.alarm?.held ? this.alarm.pressure : undefined;
    this.figures = nextSecond(this.plan, this.figures, held, this.random);
    if (isFinished(this.plan, this.figures)) {
      this.figures = { ...this.figures, cycle: this.plan.cycles };
      this.end('target');
      return;
    }
    this.append('PROGRESS', {
      ...this.wireFigures(),
      ph: this.alarm?.held ? 'stopped' : this.figures.phase,
    });
  }

  /** The start key. Refused while a run is open. */
  start(wish: Partial<AphProgram>): string | undefined {
    if (this.state === 'running' || this.state === 'interrupted') return 'simulator.runOpen';
    const donation = wish.donation ?? this.programme?.donation ?? '';
    const targetMl = wish.targetMl ?? this.programme?.targetMl ?? 400;
    const kit = wish.kit ?? this.programme?.kit ?? '';
    const run = String(this.parts.log.newest + 1);
    const cycles = cyclesFor(targetMl);
    this.plan = { run, donation, targetMl, kit, cycles, pressureLimitMmHg: 150 };
    this.figures = RUN_START;
    this.programme = undefined;
    this.state = 'running';
    this.append('START', {
      run,
      don: donation,
      tgt: String(targetMl),
      kit,
      cycles: String(cycles),
      plim: '150',
    });
    return undefined;
  }

  /** Raises an alarm; with `held` the machine stops its pumps until it is cleared. */
  raise(code: string, measured: number, held: boolean): string | undefined {
    if (this.state !== 'running' || this.plan === undefined) return 'simulator.notRunning';
    this.alarm = { code, pressure: measured, held };
    const stops = this.figures.phase === 'return' ? 'stopReturn' : 'stopDraw';
    this.append('ALARM', {
      run: this.plan.run,
      code,
      val: String(measured),
      lim: String(this.plan.pressureLimitMmHg),
      act: held ? stops : 'none',
    });
    return undefined;
  }

  /** The operator clears the alarm at the machine. */
  clear(): string | undefined {
    if (this.alarm === undefined || this.plan === undefined) return 'simulator.noAlarm';
    this.append('CLEAR', { run: this.plan.run, code: this.alarm.code });
    this.alarm = undefined;
    return undefined;
  }

  /** After a restart the operator goes on with the interrupted run. */
  resume(): string | undefined {
    if (this.state !== 'interrupted' || this.plan === undefined) return 'simulator.notInterrupted';
    this.state = 'running';
    this.append('RESUME', { run: this.plan.run });
    return undefined;
  }

  /** Ends the open run. */
  end(reason: AphEndReason): string | undefined {
    if (this.plan === undefined) return 'simulator.notRunning';
    const inBag = anticoagulantOf(this.figures).inBagMl;
    this.append('END', { why: reason, ...this.wireFigures(), acbag: String(inBag) });
    this.plan = undefined;
    this.alarm = undefined;
    this.state = 'idle';
    return undefined;
  }

  private get inSession(): boolean {
    return this.quietSeconds < SESSION_SECONDS;
  }

  private obey(command: AphCommand): void {
    if (this.inSession) this.quietSeconds = 0;
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
      const { donation, targetMl, kit } = program;
      this.programme = { donation, targetMl, kit };
      this.state = 'programmed';
      this.append('PROGRAM', programValues(this.programme));
      this.answer('PROGRAM', programValues(this.programme));
    }
  }

  private refuse(command: string, code: string): void {
    this.answer('REFUSED', { cmd: command, code });
  }

  private device(): Record<string, string> {
    return { sn: this.parts.serial, model: MODEL, fw: FIRMWARE };
  }

  private wireFigures(): Record<string, string> {
    const { elapsed, collected, processed, cycle, pressure, flow } = this.figures;
    return {
      run: this.plan?.run ?? '',
      el: String(elapsed),
      vol: String(Math.floor(collected)),
      ac: String(anticoagulantOf(this.figures).usedMl),
      wb: String(Math.floor(processed)),
      cyc: String(cycle),
      prs: String(Math.round(pressure)),
      flw: String(Math.round(flow)),
    };
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

  /** Finds the run that has no end in the log, and its last figures. */
  private recallRun(): void {
    this.plan = undefined;
    this.figures = RUN_START;
    for (const { record } of this.parts.log.records) {
      const { body } = record;
      if (body.type === 'start') {
        const { run, donation, targetMl, kit, cyclesPlanned, pressureLimitMmHg } = body;
        this.plan = { run, donation, targetMl, kit, cycles: cyclesPlanned, pressureLimitMmHg };
        this.figures = RUN_START;
      } else if (body.type === 'progress') {
        this.figures = {
          elapsed: body.elapsedSeconds,
          collected: body.collectedMl,
          processed: body.processedMl,
          cycle: body.cycle,
          phase: body.phase === 'stopped' ? this.figures.phase : body.phase,
          phaseSeconds: 0,
          pressure: body.pressureMmHg,
          flow: body.flowMlPerMin,
        };
      } else if (body.type === 'end') this.plan = undefined;
    }
  }
}

function programValues(program: AphProgram): Record<string, string> {
  return { don: program.donation, tgt: String(program.targetMl), kit: program.kit };
}
