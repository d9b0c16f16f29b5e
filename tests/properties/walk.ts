import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { demoResidentId } from '#electron/demo/donors.ts';
import type { Answer } from '#shared/contract/envelope.ts';
import type { CommandName, OutputOf, QueryName, SentOf } from '#shared/contract/index.ts';
import type { StateReader } from '#shared/contract/rows.ts';
import { DEMO_STAFF, demoPerson } from '#shared/features/operators/demo-staff.ts';
import { type CivilDate, localDateOf } from '#shared/kernel/civil-date.ts';
import { value } from '#tests/support/station.ts';
import { restarted, type Site } from './site.ts';

/** One step of a random sequence: which move, and numbers by which the move chooses. */
export interface Step {
  readonly move: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  /** Below the share, the move does something that should not work. */
  readonly odd: number;
}

export const stepArbitrary: fc.Arbitrary<Step> = fc.record({
  move: fc.nat(9_999),
  a: fc.nat(999),
  b: fc.nat(999),
  c: fc.nat(999),
  odd: fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 32, max: 80 }) },
    { weight: 1, arbitrary: fc.nat(99) },
  ),
});

/** What somebody signs with. */
export interface Badge {
  readonly badge: string;
  readonly pin: string;
}

interface Who {
  readonly as: string;
  readonly second?: string;
  readonly signed?: boolean;
  readonly expects?: Record<string, number>;
  readonly commandId?: string;
}

/** What a sequence did, for the check that no operation is always refused or always accepted. */
export class Tally {
  readonly accepted = new Map<string, number>();
  readonly refused = new Map<string, number>();
  /** Courses that came to their end with everything held against them. */
  courses = 0;
  /** Steps from a donor to what came of her that were walked both ways. */
  paths = 0;

  count(name: string, answer: Answer): void {
    const map = answer.status === 'ok' ? this.accepted : this.refused;
    map.set(name, (map.get(name) ?? 0) + 1);
  }
}

/** A random course of events on a site: every move asks the real core, by name, as somebody. */
export class Walk {
  readonly site: Site;
  readonly tally: Tally;
  readonly #tokens = new Map<string, string>();
  last: { readonly name: string; readonly envelope: object; readonly answer: Answer } | undefined;

  readonly #person: (key: string) => Badge;

  /** `person` says whose badge and PIN stand for a name of the demo's staff. */
  constructor(site: Site, tally: Tally, person: (key: string) => Badge = demoPerson) {
    this.site = site;
    this.tally = tally;
    this.#person = person;
  }

  get read(): StateReader {
    return this.site.test.station.core.store.reader;
  }

  get now(): string {
    return this.site.test.station.core.now();
  }

  get today(): CivilDate {
    return localDateOf(this.now, 'Asia/Shanghai');
  }

  /** Asks for a command. What it answers is not judged here, except that nothing may fail. */
  async ask<N extends CommandName>(name: N, input: SentOf<N>, who: Who): Promise<Answer> {
    const person = this.#person(who.as);
    const second = who.second === undefined ? undefined : this.#person(who.second);
    const proof = {
      actor: { kind: 'session', token: await this.#token(who.as) },
      ...(who.signed ? { pin: person.pin } : {}),
      ...(second ? { second: { badge: second.badge, pin: second.pin } } : {}),
    };
    const commandId = who.commandId ?? randomUUID();
    const envelope = { commandId, input, expects: who.expects ?? {}, proof };
    const answer = await this.site.test.station.call(name, envelope, { door: 'test' });
    if (answer.status === 'failed') throw new Error(`${name} failed: ${JSON.stringify(answer)}`);
    this.tally.count(name, answer);
    this.last = { name, envelope, answer };
    return answer;
  }

  /** What a device told. */
  async told(name: string, input: unknown): Promise<void> {
    const answer = await this.site.test.station.act(name, input, randomUUID());
    if (answer.status === 'failed') throw new Error(`${name} failed: ${JSON.stringify(answer)}`);
    this.tally.count(name, answer);
  }

  /** What a screen shows. */
  async look<N extends QueryName>(name: N, input: SentOf<N>, as: string): Promise<OutputOf<N>> {
    const actor = { kind: 'session' as const, token: await this.#token(as) };
    return value(await this.site.test.query(name, input, { actor }));
  }

  async restart(): Promise<void> {
    await restarted(this.site);
    this.#tokens.clear();
  }

  async #token(key: string): Promise<string> {
    const known = this.#tokens.get(key);
    if (known) return known;
    const { badge, pin } = this.#person(key);
    const signedIn = await this.site.test.command('operators.signIn', { who: { badge }, pin });
    const { token } = value(signedIn);
    this.#tokens.set(key, token);
    return token;
  }
}

/** One thing that somebody may do in a random course. */
export type Move = (walk: Walk, step: Step) => Promise<unknown>;

/** Moves with their weights. */
export type Weighted = readonly (readonly [weight: number, move: Move])[];

/** Donations that are over. */
export function ended(walk: Walk) {
  return walk.read.all('donation').filter((row) => row.endedAt !== null);
}

/** One of a list by a number; undefined of an empty list. */
export function pick<T>(list: readonly T[], n: number): T | undefined {
  return list.length === 0 ? undefined : list[n % list.length];
}

/** Anybody of the staff, by a number. */
export function anyone(n: number): string {
  return pick(DEMO_STAFF, n)?.key ?? 'nurse';
}

export { demoResidentId };
