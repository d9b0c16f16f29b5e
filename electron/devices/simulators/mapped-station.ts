import { assertNever } from '#shared/kernel/assert-never.ts';
import { mappingOf } from '../mapping/load.ts';
import { bytesOfNotation, notationOf } from '../protocols/notation.ts';
import { seededRandom } from './apheresis-model.ts';
import type { ControlAnswer, ControlWord } from './control-socket.ts';
import type { Lifetime } from './lifetime.ts';
import { FaultyLine } from './line-faults.ts';
import { ScenarioPlayer } from './scenario-player.ts';
import { type MappedStep, mappedStep } from './scenario-schema.ts';
import { mappedScenario } from './scenarios.ts';
import { type SimulatedLine, type SimulatedPlace, simulatedLine } from './simulated-line.ts';

export interface MappedSimulatorOptions extends SimulatedPlace {
  /** Id of the mapping file that describes the device. */
  readonly mapping: string;
  readonly lifetime: Lifetime;
}

/** The end of the answers that people look at, characters. */
const SHOWN = 2000;

/** A device of a known protocol family that says what a mapping file's examples or a scenario tell it to say. */
export class MappedSimulator {
  readonly #id: string;
  readonly #streams: readonly Uint8Array[];
  readonly #line: SimulatedLine;
  readonly #wire: FaultyLine;
  readonly #player = new ScenarioPlayer<MappedStep>((step) => this.#perform(step));
  #answers = '';
  #hasPower = true;
  #next = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor({ mapping: id, lifetime, ...place }: MappedSimulatorOptions) {
    const mapping = mappingOf(id)?.mapping;
    if (mapping === undefined) throw new Error(`there is no mapping file ${id}`);
    this.#id = id;
    this.#streams = mapping.examples.map(({ device }) => bytesOfNotation(device.join('')));
    this.#line = simulatedLine(place, (bytes) => this.#hear(bytes));
    this.#wire = new FaultyLine({
      random: seededRandom(1),
      baud: mapping.line.baudRate,
      write: (bytes) => this.#line.write(bytes),
    });
    lifetime.atEnd(() => this.#end());
  }

  /** Plugs in and plays a course, or says the examples in turn with so many milliseconds between them. */
  async begin(course: readonly MappedStep[] | number): Promise<void> {
    await this.#line.plug();
    if (typeof course !== 'number') this.#play(course);
    else if (course > 0)
      this.#timer = setInterval(() => this.#say(this.#next++ % this.#streams.length), course);
  }

  /** Words of the control socket. */
  async act(word: ControlWord): Promise<ControlAnswer> {
    if (word.do === 'state') return this.#state();
    if (word.do === 'play') {
      const { mapping, steps } = mappedScenario(String(word['scenario']));
      if (mapping !== this.#id) return { ok: false, code: 'simulator.otherDevice' };
      this.#play(steps);
      return { ok: true };
    }
    const step = mappedStep.safeParse(word);
    if (!step.success) return { ok: false, code: 'simulator.unknownWord' };
    return (await this.#perform(step.data))
      ? { ok: true }
      : { ok: false, code: 'simulator.badWord' };
  }

  #state(): ControlAnswer {
    return {
      ok: true,
      pid: process.pid,
      mapping: this.#id,
      examples: this.#streams.length,
      plugged: this.#line.plugged,
      power: this.#hasPower,
      answers: this.#answers,
    };
  }

  #play(steps: readonly MappedStep[]): void {
    clearInterval(this.#timer);
    this.#player.begin(steps);
    this.#player.reached(0);
  }

  #hear(bytes: Uint8Array): void {
    this.#answers = `${this.#answers}${notationOf(bytes)}`.slice(-SHOWN);
  }

  #say(index: number): boolean {
    const bytes = this.#streams[index];
    if (bytes !== undefined) this.#send(bytes);
    return bytes !== undefined;
  }

  #send(bytes: Uint8Array): void {
    if (this.#hasPower) this.#wire.send(bytes);
  }

  async #perform(step: MappedStep): Promise<boolean> {
    switch (step.do) {
      case 'say':
        return this.#say(step.example);
      case 'send':
        this.#send(bytesOfNotation(step.text));
        return true;
      case 'pull':
        this.#wire.drop();
        this.#line.pull();
        return true;
      case 'plug':
        await this.#line.plug();
        return true;
      case 'powerOff':
        this.#wire.drop();
        this.#hasPower = false;
        return true;
      case 'powerOn':
        if (!this.#hasPower) this.#line.forgetCalls?.();
        this.#hasPower = true;
        return true;
      case 'line':
        this.#wire.set(step);
        return true;
      case 'noise':
        this.#line.write(crypto.getRandomValues(new Uint8Array(step.bytes)));
        return true;
      default:
        return assertNever(step);
    }
  }

  #end(): void {
    clearInterval(this.#timer);
    this.#player.stop();
    this.#line.pull();
  }
}
