import { assertNever } from '#shared/kernel/assert-never.ts';
import { ApheresisMachine } from './apheresis-machine.ts';
import type { ControlAnswer, ControlWord } from './control-socket.ts';
import type { Lifetime } from './lifetime.ts';
import { PtyLine } from './pty-line.ts';
import { RecordLog } from './record-log.ts';
import type { Scenario, ScenarioStep } from './scenarios.ts';
import { loadScenario } from './scenarios.ts';

export interface ApheresisSimulatorOptions {
  readonly link: string;
  readonly state: string;
  readonly serial: string;
  /** Seconds of the run in one second of the wall clock. */
  readonly speed: number;
  readonly targetMl: number;
  readonly seed: number;
  readonly buffer: number;
  readonly scenario: Scenario;
  readonly lifetime: Lifetime;
}

/** Few enough seconds at once that a busy computer does not jump through a run. */
const MOST_SECONDS_A_TICK = 60;

/** A simulated machine on a simulated cable, with its operator's hands on a control socket. */
export class ApheresisSimulator {
  private readonly options: ApheresisSimulatorOptions;
  private readonly line: PtyLine;
  private readonly machine: ApheresisMachine;
  private steps: ScenarioStep[];
  private owedSeconds = 0;
  private damageEvery = 0;
  private sent = 0;

  constructor(options: ApheresisSimulatorOptions) {
    this.options = options;
    this.steps = [...options.scenario.steps];
    this.line = new PtyLine(options.link, (bytes) => {
      options.lifetime.heard();
      this.machine.hear(bytes);
    });
    options.lifetime.atEnd(() => this.line.pull());
    this.machine = new ApheresisMachine({
      serial: options.serial,
      log: new RecordLog(options.state, options.buffer),
      seed: options.seed,
      now: () => new Date().toISOString(),
      send: (bytes) => this.line.write(this.damaged(bytes)),
    });
  }

  /** Plugs in and lets time run. */
  async begin(): Promise<void> {
    await this.line.plug();
    const tickMs = Math.max(10, Math.min(1000, 1000 / this.options.speed));
    setInterval(() => this.tick((tickMs / 1000) * this.options.speed), tickMs);
    setInterval(() => this.machine.wallSecond(), 1000);
  }

  /** What the operator's hands (or a test) do. */
  async act(word: ControlWord): Promise<ControlAnswer> {
    switch (word.do) {
      case 'state':
        return {
          ok: true,
          ...this.machine.describe(),
          pid: process.pid,
          plugged: this.line.plugged,
        };
      case 'start':
        return this.start(word);
      case 'alarm':
        return answer(
          this.machine.raise(
            text(word, 'code') ?? 'VENOUS_PRESSURE_HIGH',
            number(word, 'value') ?? 186,
            word['held'] !== false,
          ),
        );
      case 'clear':
        return answer(this.machine.clear());
      case 'resume':
        return answer(this.machine.resume());
      case 'stop':
        return answer(this.machine.end(word['reason'] === 'powerLoss' ? 'powerLoss' : 'operator'));
      case 'powerCycle':
        this.machine.powerOn();
        return { ok: true };
      case 'pull':
        this.line.pull();
        return { ok: true };
      case 'plug':
        await this.line.plug();
        return { ok: true };
      case 'damage':
        this.damageEvery = number(word, 'every') ?? 0;
        return { ok: true };
      case 'noise':
        this.line.write(crypto.getRandomValues(new Uint8Array(number(word, 'bytes') ?? 64)));
        return { ok: true };
      default:
        return { ok: false, code: 'simulator.unknownWord' };
    }
  }

  private start(word: ControlWord): ControlAnswer {
    const scenario = text(word, 'scenario');
    this.steps = [
      ...(scenario === undefined ? this.options.scenario : loadScenario(scenario)).steps,
    ];
    const { run } = this.machine.describe();
    if (run !== '') return answer('simulator.runOpen');
    const wish = { donation: text(word, 'donation'), kit: text(word, 'kit') };
    const targetMl =
      number(word, 'target') ?? (this.programmed() ? undefined : this.options.targetMl);
    return answer(this.machine.start({ ...wish, targetMl }));
  }

  private programmed(): boolean {
    return this.machine.describe().state === 'programmed';
  }

  private tick(seconds: number): void {
    this.owedSeconds = Math.min(this.owedSeconds + seconds, MOST_SECONDS_A_TICK);
    for (; this.owedSeconds >= 1; this.owedSeconds -= 1) {
      this.machine.runSecond();
      this.followScenario();
    }
  }

  private followScenario(): void {
    const { state, collectedMl } = this.machine.describe();
    if (state !== 'running') return;
    const due = this.steps.filter((step) => collectedMl >= step.atMl);
    this.steps = this.steps.filter((step) => collectedMl < step.atMl);
    for (const step of due) {
      const run = (): void => void this.perform(step);
      if (step.afterSeconds === undefined) run();
      else setTimeout(run, step.afterSeconds * 1000);
    }
  }

  private async perform(step: ScenarioStep): Promise<void> {
    switch (step.do) {
      case 'alarm':
        this.machine.raise(step.code ?? 'ALARM', step.value ?? 0, step.held !== false);
        return;
      case 'clear':
        this.machine.clear();
        return;
      case 'stop':
        this.machine.end('operator');
        return;
      case 'pull':
        this.line.pull();
        return;
      case 'plug':
        await this.line.plug();
        return;
      case 'powerCycle':
        this.machine.powerOn();
        return;
      case 'resume':
        this.machine.resume();
        return;
      default:
        assertNever(step.do);
    }
  }

  /** A pseudo-terminal hides wrong speed and noise, so the damage is done here. */
  private damaged(bytes: Uint8Array): Uint8Array {
    this.sent += 1;
    if (this.damageEvery === 0 || this.sent % this.damageEvery !== 0) return bytes;
    const broken = bytes.slice();
    const middle = broken.length >> 1;
    broken[middle] = broken[middle]! ^ 0x41;
    return broken;
  }
}

function answer(code: string | undefined): ControlAnswer {
  return code === undefined ? { ok: true } : { ok: false, code };
}

function text(word: ControlWord, key: string): string | undefined {
  const value = word[key];
  return typeof value === 'string' ? value : undefined;
}

function number(word: ControlWord, key: string): number | undefined {
  const value = word[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
