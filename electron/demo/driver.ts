import type { Proof } from '#shared/contract/envelope.ts';
import type { CommandName, OutputOf, QueryName, SentOf } from '#shared/contract/index.ts';
import { demoPerson } from '#shared/features/operators/demo-staff.ts';
import { type CivilDate, localDateOf } from '#shared/kernel/civil-date.ts';
import type { HandClock } from '../start/practice-clock.ts';
import type { Station } from '../station/create-station.ts';
import type { SceneTime } from './timeline.ts';

/** Where the invented site is. */
const ZONE = 'Asia/Shanghai';

/** Who does it, with whom, and whether the PIN is given again. */
export interface DemoAct {
  readonly as: string;
  readonly second?: string;
  /** Key of the person whose badge is scanned at the chair. */
  readonly badge?: string;
  readonly signed?: boolean;
  readonly expects?: Record<string, number>;
}

/**
 * Plays the demo's history through the same operations that people use: what a rule refuses here is a
 * defect of the script and stops it, so demo data can never be a state that the station would not allow.
 */
export class DemoDriver {
  readonly station: Station;
  readonly clock: HandClock;
  readonly #tokens: Map<string, string>;
  readonly #time: SceneTime;
  readonly #count: { commands: number };

  constructor(
    station: Station,
    clock: HandClock,
    time: SceneTime = { wait: async () => {} },
    tokens = new Map<string, string>(),
    count = { commands: 0 },
  ) {
    this.station = station;
    this.clock = clock;
    this.#time = time;
    this.#tokens = tokens;
    this.#count = count;
  }

  /** The same people in a scene with its own place in time. */
  within(time: SceneTime): DemoDriver {
    return new DemoDriver(this.station, this.clock, time, this.#tokens, this.#count);
  }

  /** The site's civil date. */
  today(): CivilDate {
    return localDateOf(this.clock.now(), ZONE);
  }

  /** Goes on after so many minutes of the scene. */
  wait(minutes: number): Promise<void> {
    return this.#time.wait(minutes);
  }

  /** Does a command as someone; throws with the codes when it is refused. */
  async act<N extends CommandName>(name: N, input: SentOf<N>, act: DemoAct): Promise<OutputOf<N>> {
    const proof = await this.#proof(act);
    const envelope = { commandId: this.commandId(), input, expects: act.expects ?? {}, proof };
    const answer = await this.station.call(name, envelope, { door: 'terminal' });
    if (answer.status === 'ok') return answer.value as OutputOf<N>;
    throw new Error(`demo: ${name} by ${act.as}: ${JSON.stringify(answer)}`);
  }

  /** Asks as someone. */
  async ask<N extends QueryName>(name: N, input: SentOf<N>, as: string): Promise<OutputOf<N>> {
    const proof = { actor: { kind: 'session', token: await this.#token(as) } };
    const answer = await this.station.call(name, { input, proof }, { door: 'terminal' });
    if (answer.status === 'ok') return answer.value as OutputOf<N>;
    throw new Error(`demo: ${name} by ${as}: ${JSON.stringify(answer)}`);
  }

  /** What a device or a queue tells the station. */
  async tell<N extends CommandName>(name: N, input: SentOf<N>): Promise<void> {
    const answer = await this.station.act(name, input, this.commandId());
    if (answer.status !== 'ok') throw new Error(`demo: ${name}: ${JSON.stringify(answer)}`);
  }

  /** Tries something that the station must refuse; throws when it does not. */
  async refused<N extends CommandName>(name: N, input: SentOf<N>, act: DemoAct): Promise<void> {
    const proof = await this.#proof(act);
    const envelope = { commandId: this.commandId(), input, expects: act.expects ?? {}, proof };
    const answer = await this.station.call(name, envelope, { door: 'terminal' });
    if (answer.status !== 'refused') throw new Error(`demo: ${name} should have been refused`);
  }

  /** Ends the script's sessions, so that nobody is signed in when the station opens. */
  async leave(): Promise<void> {
    for (const token of this.#tokens.values()) {
      const envelope = { commandId: this.commandId(), input: { token } };
      await this.station.call('operators.signOut', envelope, { door: 'terminal' });
    }
    this.#tokens.clear();
  }

  /** Counted, not random: the same seed gives the same journal. */
  commandId(): string {
    this.#count.commands += 1;
    return `demo-command-${String(this.#count.commands).padStart(6, '0')}`;
  }

  async #proof(act: DemoAct): Promise<Proof> {
    const second = act.second === undefined ? undefined : demoPerson(act.second);
    return {
      actor: { kind: 'session', token: await this.#token(act.as) },
      ...(act.badge === undefined ? {} : { badge: demoPerson(act.badge).badge }),
      ...(act.signed ? { pin: demoPerson(act.badge ?? act.as).pin } : {}),
      ...(second ? { second: { badge: second.badge, pin: second.pin } } : {}),
    };
  }

  async #token(key: string): Promise<string> {
    const known = this.#tokens.get(key);
    if (known) return known;
    const { badge, pin } = demoPerson(key);
    const token = await this.signIn(badge, pin);
    this.#tokens.set(key, token);
    return token;
  }

  /** Signs in with a badge and a PIN; answers the token. */
  async signIn(badge: string, pin: string): Promise<string> {
    const envelope = { commandId: this.commandId(), input: { who: { badge }, pin } };
    const answer = await this.station.call('operators.signIn', envelope, { door: 'terminal' });
    if (answer.status !== 'ok') throw new Error(`demo: sign-in: ${JSON.stringify(answer)}`);
    return (answer.value as { token: string }).token;
  }
}
