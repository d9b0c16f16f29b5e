import type { AphEndReason } from '../protocols/aph.ts';
import {
  anticoagulantOf,
  isFinished,
  nextSecond,
  type RunFigures,
  type RunPlan,
} from './apheresis-model.ts';
import {
  alarmOf,
  type MachineAlarm,
  type OpenTrouble,
  strainOf,
  worsened,
} from './apheresis-trouble.ts';
import type { Trouble } from './scenario-schema.ts';

export interface RunParts {
  readonly plan: RunPlan;
  readonly figures: RunFigures;
  readonly random: () => number;
  /** Writes a record of the machine. */
  readonly append: (name: string, values: Record<string, string>) => void;
}

/** One open run: its curves, what goes wrong in it, and the alarms that the machine's guards raise. */
export class ApheresisRun {
  readonly #parts: RunParts;
  #figures: RunFigures;
  #alarm: MachineAlarm | undefined;
  #trouble: OpenTrouble | undefined;

  constructor(parts: RunParts) {
    this.#parts = parts;
    this.#figures = parts.figures;
  }

  get plan(): RunPlan {
    return this.#parts.plan;
  }

  get collectedMl(): number {
    return Math.floor(this.#figures.collected);
  }

  /** Code of the alarm that stands; '' for none. */
  get alarm(): string {
    return this.#alarm?.code ?? '';
  }

  /** Says what the run is set to. */
  begin(): void {
    const { run, donation, targetMl, kit, cycles, pressureLimitMmHg } = this.plan;
    this.#parts.append('START', {
      run,
      don: donation,
      tgt: String(targetMl),
      kit,
      cycles: String(cycles),
      plim: String(pressureLimitMmHg),
    });
  }

  /** One second of the run; false when it has come to its end by itself. */
  second(): boolean {
    const isHeld = this.#isHeld;
    const heldPressure = isHeld ? this.#alarm?.measured : undefined;
    const strain = strainOf(this.#trouble, this.#figures);
    const { plan, random } = this.#parts;
    this.#figures = nextSecond(plan, this.#figures, { strain, heldPressure }, random);
    if (isFinished(plan, this.#figures)) {
      this.#figures = { ...this.#figures, cycle: plan.cycles };
      return false;
    }
    const ph = isHeld ? 'stopped' : this.#figures.phase;
    this.#parts.append('PROGRESS', { ...this.#wireFigures(), ph });
    this.#guard();
    return true;
  }

  /** Raises an alarm; with `held` the machine stops its pumps until it is cleared. */
  raise(code: string, measured: number, held: boolean): void {
    const stops = this.#figures.phase === 'return' ? 'stopReturn' : 'stopDraw';
    const limit = this.plan.pressureLimitMmHg;
    this.#tell({ code, measured, limit, action: held ? stops : 'none' });
  }

  /** The operator clears the alarm at the machine; false when none stands. */
  clear(): boolean {
    if (this.#alarm === undefined) return false;
    this.#parts.append('CLEAR', { run: this.plan.run, code: this.#alarm.code });
    this.#alarm = undefined;
    return true;
  }

  /** Something goes wrong in the arm or the set; the machine's guards find it by themselves. */
  suffer(trouble: Trouble, overSeconds: number): void {
    this.#trouble = { trouble, overSeconds, seconds: 0, isTold: false };
  }

  /** The nurse puts the arm or the set right; a standing alarm is still to be cleared. */
  mend(): void {
    this.#trouble = undefined;
  }

  /** Says how the run ended. */
  end(reason: AphEndReason): void {
    const inBag = anticoagulantOf(this.#figures).inBagMl;
    const values = { why: reason, ...this.#wireFigures(), acbag: String(inBag) };
    this.#parts.append('END', values);
  }

  get #isHeld(): boolean {
    return this.#alarm !== undefined && this.#alarm.action !== 'none';
  }

  /** The machine's own guards, once a second; one alarm at a time. */
  #guard(): void {
    this.#trouble &&= worsened(this.#trouble, this.#figures);
    if (this.#alarm !== undefined) return;
    const found = alarmOf(this.#trouble, this.plan, this.#figures);
    if (found === undefined) return;
    this.#trouble &&= { ...this.#trouble, isTold: true };
    this.#tell(found);
  }

  #tell(alarm: MachineAlarm): void {
    this.#alarm = alarm;
    this.#parts.append('ALARM', {
      run: this.plan.run,
      code: alarm.code,
      val: String(alarm.measured),
      lim: String(alarm.limit),
      act: alarm.action,
    });
  }

  #wireFigures(): Record<string, string> {
    const { elapsed, collected, processed, cycle, pressure, flow } = this.#figures;
    return {
      run: this.plan.run,
      el: String(elapsed),
      vol: String(Math.floor(collected)),
      ac: String(anticoagulantOf(this.#figures).usedMl),
      wb: String(Math.floor(processed)),
      cyc: String(cycle),
      prs: String(Math.round(pressure)),
      flw: String(Math.round(flow)),
    };
  }
}
