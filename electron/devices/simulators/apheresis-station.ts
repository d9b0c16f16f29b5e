import { assertNever } from '#shared/kernel/assert-never.ts';
import { ApheresisMachine } from './apheresis-machine.ts';
import { seededRandom } from './apheresis-model.ts';
import type { ControlAnswer, ControlWord } from './control-socket.ts';
import type { Lifetime } from './lifetime.ts';
import { FaultyLine } from './line-faults.ts';
import { earBy } from './programme-ear.ts';
import { RecordLog } from './record-log.ts';
import { ScenarioPlayer } from './scenario-player.ts';
import { type ApheresisScenario, type ApheresisStep, apheresisStep } from './scenario-schema.ts';
import { apheresisScenario } from './scenarios.ts';
import { type SimulatedLine, type SimulatedPlace, simulatedLine } from './simulated-line.ts';

export interface ApheresisSimulatorOptions extends SimulatedPlace {
  readonly state: string;
  readonly serial: string;
  /** Seconds of the run in one second of the wall clock. */
  readonly speed: number;
  readonly targetMl: number;
  readonly seed: number;
  readonly buffer: number;
  readonly scenario: ApheresisScenario;
  readonly lifetime: Lifetime;
}

/** Few enough seconds at once that a busy computer does not jump through a run. */
const MOST_SECONDS_A_TICK = 60;
/** Speed of the machine's serial port: `resources/docs/devices/apheresis-line.md`. */
const BAUD = 115_200;

/** A simulated machine on a simulated cable, with its operator's hands on a control socket. */
export class ApheresisSimulator {
  private readonly options: ApheresisSimulatorOptions;
  private readonly line: SimulatedLine;
  private readonly wire: FaultyLine;
  private readonly machine: ApheresisMachine;
  private readonly player = new ScenarioPlayer<ApheresisStep>((step) => this.perform(step));
  private owedSeconds = 0;
  private hasPower = true;
  private aheadMs = 0;

  constructor(options: ApheresisSimulatorOptions) {
    this.options = options;
    this.player.begin(options.scenario.steps);
    this.line = simulatedLine(options, (bytes) => {
      options.lifetime.heard();
      if (this.hasPower) this.machine.hear(bytes);
    });
    this.wire = new FaultyLine({
      random: seededRandom(options.seed),
      baud: BAUD,
      write: (bytes) => this.line.write(bytes),
    });
    options.lifetime.atEnd(() => this.line.pull());
    this.machine = new ApheresisMachine({
      serial: options.serial,
      log: new RecordLog(options.state, options.buffer),
      seed: options.seed,
      now: () => new Date(Date.now() + this.aheadMs).toISOString(),
      send: (bytes) => this.wire.send(bytes),
    });
  }

  /** Plugs in and lets time run. */
  async begin(): Promise<void> {
    await this.line.plug();
    const tickMs = Math.max(10, Math.min(1000, 1000 / this.options.speed));
    setInterval(() => this.tick((tickMs / 1000) * this.options.speed), tickMs);
    setInterval(() => this.hasPower && this.machine.wallSecond(), 1000);
  }

  /** What the operator's hands (or a test) do: the steps of scenarios, and a few words more. */
  async act(word: ControlWord): Promise<ControlAnswer> {
    switch (word.do) {
      case 'state':
        return {
          ok: true,
          ...this.machine.describe(),
          pid: process.pid,
          plugged: this.line.plugged,
          power: this.hasPower,
        };
      case 'programmes':
        this.machine.listen(earBy(word));
        return { ok: true };
      case 'start':
        return this.start(word);
      case 'play':
        return this.play(text(word, 'scenario') ?? '');
      case 'powerCycle':
        this.machine.powerOn();
        return { ok: true };
      default: {
        const step = apheresisStep.safeParse(word);
        if (!step.success) return { ok: false, code: 'simulator.unknownWord' };
        return answer(await this.perform(step.data));
      }
    }
  }

  private start(word: ControlWord): ControlAnswer {
    if (this.machine.describe().run !== '') return answer('simulator.runOpen');
    const scenario = text(word, 'scenario');
    const { steps } = scenario === undefined ? this.options.scenario : apheresisScenario(scenario);
    this.player.begin(steps);
    const wish = { donation: text(word, 'donation'), kit: text(word, 'kit') };
    const targetMl =
      number(word, 'target') ?? (this.programmed() ? undefined : this.options.targetMl);
    return answer(this.machine.start({ ...wish, targetMl }));
  }

  /** Plays a course from now on; its volumes count from what the bag holds already. */
  private play(id: string): ControlAnswer {
    const { steps } = apheresisScenario(id);
    const { state, collectedMl } = this.machine.describe();
    const from = state === 'running' ? collectedMl : 0;
    this.player.begin(steps.map((step) => ({ ...step, atMl: step.atMl + from })));
    return { ok: true };
  }

  private programmed(): boolean {
    return this.machine.describe().state === 'programmed';
  }

  private tick(seconds: number): void {
    if (!this.hasPower) return;
    this.owedSeconds = Math.min(this.owedSeconds + seconds, MOST_SECONDS_A_TICK);
    for (; this.owedSeconds >= 1; this.owedSeconds -= 1) {
      this.machine.runSecond();
      const { state, collectedMl } = this.machine.describe();
      if (state === 'running') this.player.reached(collectedMl);
    }
  }

  private async perform(step: ApheresisStep): Promise<string | undefined> {
    switch (step.do) {
      case 'alarm':
        return this.machine.raise(step.code, step.value, step.held);
      case 'trouble':
        return this.machine.suffer(step.trouble, step.overSeconds);
      case 'mend':
        return this.machine.mend();
      case 'clear':
        return this.machine.clear();
      case 'stop':
        return this.machine.end(step.reason);
      case 'resume':
        return this.machine.resume();
      case 'pull':
        this.wire.drop();
        this.line.pull();
        return undefined;
      case 'plug':
        await this.line.plug();
        return undefined;
      case 'powerOff':
        this.wire.drop();
        this.hasPower = false;
        return undefined;
      case 'powerOn':
        if (!this.hasPower) {
          this.machine.powerOn();
          this.line.forgetCalls?.();
        }
        this.hasPower = true;
        return undefined;
      case 'line':
        this.wire.set(step);
        return undefined;
      case 'noise':
        this.line.write(crypto.getRandomValues(new Uint8Array(step.bytes)));
        return undefined;
      case 'clock':
        this.aheadMs = step.aheadSeconds * 1000;
        return undefined;
      default:
        return assertNever(step);
    }
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
