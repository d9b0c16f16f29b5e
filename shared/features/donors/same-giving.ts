import type { DecideContext } from '../../contract/context.ts';
import { event, type NewEvent } from '../../contract/events.ts';
import type { StateReader } from '../../contract/rows.ts';
import { accepted, type Decision, reason, refused } from '../../kernel/decision.ts';
import { personRecords } from './facts.ts';

/** A donation of a person as one of her records holds it: taken here, or known from paper. */
export interface HeldGiving {
  readonly itemId: string;
  readonly donorId: string;
  readonly source: 'donation' | 'pastDonation';
  readonly on: string;
  readonly donationType: string;
  /** What it gave; null while nobody told. */
  readonly volumeMl: number | null;
}

/** Two entries that may be one donation, and whether two persons said that they are. */
export interface AlikeGivings {
  readonly a: HeldGiving;
  readonly b: HeldGiving;
  readonly same: boolean;
}

/** The id of a ruling about two donations, the same whichever is named first. */
export function sameGivingIdOf(one: string, other: string): string {
  return [one, other].toSorted().join('=');
}

/** Whether two persons ruled that these two entries are one donation. */
export function areOneGiving(read: StateReader, one: string, other: string): boolean {
  return read.get('sameGiving', sameGivingIdOf(one, other))?.same === true;
}

/** Rows with those together that are one donation; the order of the first of each stands. */
export function oncePerGiving<R extends { readonly id: string }>(
  read: StateReader,
  rows: readonly R[],
): readonly (readonly [R, ...R[]])[] {
  const groups: [R, ...R[]][] = [];
  const ruled = ruledAmong(read, rows);
  const areOne = (a: R, b: R) => ruled.size > 0 && ruled.has(sameGivingIdOf(a.id, b.id));
  for (const row of rows) {
    const [first, ...more] = groups.filter((group) => group.some((one) => areOne(one, row)));
    if (!first) groups.push([row]);
    else {
      first.push(row, ...more.flat());
      for (const group of more) groups.splice(groups.indexOf(group), 1);
    }
  }
  return groups;
}

/** Ids of the rulings that make two of these rows one. Either side finds a ruling between two of them. */
function ruledAmong(
  read: StateReader,
  rows: readonly { readonly id: string }[],
): ReadonlySet<string> {
  if (rows.length < 2) return new Set();
  const rulings = rows.flatMap(({ id }) => read.by('sameGiving', 'a', id));
  return new Set(rulings.filter(({ same }) => same).map(({ id }) => id));
}

/** Entries of the person for one day and kind, at least one of them paper: they may be one donation. */
export function alikeGivings(read: StateReader, donorId: string): readonly AlikeGivings[] {
  const held = personRecords(read, donorId).flatMap(({ id }) => heldBy(read, id));
  return held.flatMap((a, at) =>
    held
      .slice(at + 1)
      .filter((b) => mayBeOne(a, b))
      .map((b) => ({ a, b, same: areOneGiving(read, a.itemId, b.itemId) })),
  );
}

function mayBeOne(a: HeldGiving, b: HeldGiving): boolean {
  const isPaper = a.source === 'pastDonation' || b.source === 'pastDonation';
  return isPaper && a.on === b.on && a.donationType === b.donationType;
}

function heldBy(read: StateReader, donorId: string): readonly HeldGiving[] {
  const here = read.by('donation', 'donorId', donorId).map(
    (row): HeldGiving => ({
      itemId: row.id,
      donorId,
      source: 'donation',
      on: row.localDate,
      donationType: row.donationType,
      volumeMl: row.plasmaMl,
    }),
  );
  const paper = read
    .by('pastDonation', 'donorId', donorId)
    .filter((row) => row.counts)
    .map(
      (row): HeldGiving => ({
        itemId: row.id,
        donorId,
        source: 'pastDonation',
        on: row.collectedOn,
        donationType: row.donationType,
        volumeMl: row.volumeMl,
      }),
    );
  return [...here, ...paper];
}

export interface RuleGivingsInput {
  readonly donorId: string;
  readonly a: string;
  readonly b: string;
  /** True: they are one donation. False takes that back. */
  readonly same: boolean;
  readonly why: string;
}

/**
 * Two persons rule that two entries of one person are one donation, or take that back (INV-05, INV-08).
 * Refused for entries of different people, days or kinds, for two donations that were both taken here
 * and where nothing changes: figures are put right first, so that no interval hangs on a guess.
 */
export function ruleGivings(
  input: RuleGivingsInput,
  { read }: DecideContext,
): Decision<NewEvent, Record<string, never>> {
  const { same, why } = input;
  const [a = '', b = ''] = [input.a, input.b].toSorted();
  if (areOneGiving(read, a, b) === same) return refused(reason('donors.givingsRuled'));
  const isAlike = alikeGivings(read, input.donorId).some(
    (pair) => sameGivingIdOf(pair.a.itemId, pair.b.itemId) === sameGivingIdOf(a, b),
  );
  if (same && !isAlike) return refused(reason('donors.givingsDiffer'));
  return accepted([event('donors.givingsRuled', { a, b, same }, { reason: why })], {});
}
