import type { CivilDate } from '#shared/kernel/civil-date.ts';
import type { Core } from '../station/core.ts';
import { BulkJournal } from './bulk-journal.ts';
import { bloodGroup } from './groups.ts';
import { DonationNumbers, idsFrom } from './numbers.ts';
import { pastCount, pastDonations } from './past.ts';
import { People, type Person } from './people.ts';
import { randomOf } from './random.ts';

/** What is to be made. */
export interface FillOrder {
  readonly donors: number;
  readonly seed: number;
  readonly today: CivilDate;
}

/** What was made. */
export interface Filled {
  readonly donors: number;
  readonly donations: number;
}

/** Donors in one transaction: each writes most pages of the indexes that are hit at random. */
const BATCH = 500_000;
/** How often progress is told, in donors. */
const TOLD_EVERY = 500;
/** In a million: old records that state a blood group. */
const GROUPED = 300_000;
/** One donor in so many is registered a second time, for somebody to find out. */
const SECOND_RECORD_EVERY = 2000;

/** Draws of a donor's past, and of what she shares with her neighbour, beside those of her person. */
const PAST = 0x5bd1e995;
const SHARED = 0x27d4eb2f;

/** Fills a station with invented donors and their earlier donations; the same order gives the same. */
export function fill(core: Core, order: FillOrder, progress: (donors: number) => void): Filled {
  const filler = new Filler(core, order);
  progress(0);
  filler.run(progress);
  progress(order.donors);
  return filler.filled;
}

class Filler {
  readonly filled = { donors: 0, donations: 0 };
  readonly #order: FillOrder;
  readonly #journal: BulkJournal;
  readonly #newId: () => string;
  readonly #people: People;
  readonly #numbers = new DonationNumbers();
  #before: Person | undefined;

  constructor(core: Core, order: FillOrder) {
    this.#order = order;
    this.#newId = idsFrom(order.seed, core.now());
    this.#journal = new BulkJournal(core, this.#newId);
    this.#people = new People(order.donors, order.today);
  }

  run(progress: (donors: number) => void): void {
    const { donors } = this.#order;
    this.#journal.filling(() => {
      for (let from = 1; from <= donors; from += BATCH)
        this.#batch(from, Math.min(donors, from + BATCH - 1), progress);
    });
  }

  #batch(from: number, to: number, progress: (donors: number) => void): void {
    this.#journal.transaction(() => {
      for (let n = from; n <= to; n += 1) {
        this.#donor(n);
        if (n % TOLD_EVERY === 0) progress(n);
      }
    });
  }

  #donor(n: number): void {
    const { seed, today } = this.#order;
    const random = randomOf(seed, n);
    const twice = n % SECOND_RECORD_EVERY === 0 ? this.#before : undefined;
    const person = twice ? this.#people.again(twice, n) : this.#people.draw(random, n);
    this.#before = person;
    const donorId = this.#newId();
    const number = `D-${String(n).padStart(6, '0')}`;
    const registered = this.#journal.record('donors.registered', { donorId, number, ...person });
    if (twice) this.#journal.react(registered);
    this.#past(donorId, n, person, today);
    this.filled.donors += 1;
  }

  #past(donorId: string, n: number, person: Person, today: CivilDate): void {
    const random = randomOf(this.#order.seed ^ PAST, n);
    const pair = randomOf(this.#order.seed ^ SHARED, n + (n % 2));
    const count = pastCount(pair, n);
    if (count === 0) return;
    if (random.chance(GROUPED)) {
      const body = { donorId, ...bloodGroup(random), source: 'oldRecord' };
      this.#journal.record('donors.groupRecorded', body);
    }
    const past = pastDonations(random, count, person.birthDate as CivilDate, today, this.#numbers);
    for (const donation of past)
      this.#journal.record('collection.historyRecorded', {
        recordId: this.#newId(),
        donorId,
        ...donation,
      });
    this.filled.donations += count;
  }
}
