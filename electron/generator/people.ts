import type { BodyOf } from '#shared/contract/events.ts';
import { addMonths, type CivilDate } from '#shared/kernel/civil-date.ts';
import { dateOfDay, dayNumberOf } from './days.ts';
import { LookAlikes } from './look-alikes.ts';
import { chineseName, latinName } from './names.ts';
import { passportOf, phoneOf, ResidentNumbers } from './numbers.ts';
import { type Random, weighted } from './random.ts';

/** An invented donor: the fields of her registration, without id and number of the record. */
export type Person = Omit<BodyOf<'donors.registered'>, 'donorId' | 'number'>;

/** Out of a million, holders of a passport. */
const PASSPORTS = 5_000;
/** Names drawn before another birth date is. */
const TRIES = 30;

/** Completed years of donors, by tens of them. */
const AGES = weighted<number>([
  [20, 250],
  [25, 220],
  [30, 180],
  [35, 130],
  [40, 100],
  [45, 70],
  [50, 40],
  [55, 10],
]);

/** Draws people of whom no two look alike by chance. */
export class People {
  readonly #today: CivilDate;
  readonly #names: LookAlikes;
  readonly #numbers = new ResidentNumbers();

  constructor(count: number, today: CivilDate) {
    this.#today = today;
    this.#names = new LookAlikes(count);
  }

  /** The `n`th person. */
  draw(random: Random, n: number): Person {
    const sex = random.chance(540_000) ? 'male' : 'female';
    const foreign = random.chance(PASSPORTS);
    for (;;) {
      const { birthDate, name } = this.#named(random, sex, foreign);
      const number = foreign ? passportOf(n) : this.#numbers.next(birthDate, sex, n);
      if (number === undefined) continue;
      const documentKind = foreign ? 'passport' : 'residentId';
      return { name, sex, birthDate, phone: phoneOf(n), documentKind, documentNumber: number };
    }
  }

  /** The same human registered again, from a passport and with the same phone: must be flagged. */
  again(person: Person, n: number): Person {
    return { ...person, documentKind: 'passport', documentNumber: passportOf(n) };
  }

  #named(random: Random, sex: Person['sex'], foreign: boolean) {
    for (;;) {
      const birthDate = this.#birthDate(random);
      const year = Number(birthDate.slice(0, 4));
      for (let tries = 0; tries < TRIES; tries += 1) {
        const name = foreign ? latinName(random) : chineseName(random, sex, year);
        if (this.#names.keep(birthDate, name)) return { birthDate, name };
      }
    }
  }

  #birthDate(random: Random): CivilDate {
    const years = AGES(random) + random.below(5);
    const birthday = addMonths(this.#today, -12 * years);
    return dateOfDay(dayNumberOf(birthday) - random.below(365));
  }
}
