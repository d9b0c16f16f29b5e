import { type AnyEntry, event, type NewEvent } from '#shared/contract/events.ts';
import { person, registered, site, told } from './cast.ts';
import type { Rows } from './rows.ts';
import { screened } from './screened.ts';
import { emptyGeneralPack, smallPack } from './small-pack.ts';

/** A station with what it knows and what it wrote. */
export interface Desk {
  readonly station: string;
  readonly rows: Rows;
  /** Entries of this identity, in order. */
  readonly log: readonly AnyEntry[];
  /** How many entries of the other's chain it has heard, over all identities of it. */
  readonly heard: number;
}

/**
 * Two stations over the turn of a year. `told` is what each side ever wrote that can still be heard;
 * `given` is the paper world: every number that was ever stuck on a bag, also where its record is lost.
 */
export interface Numbers {
  readonly desks: readonly [Desk, Desk];
  readonly sent: readonly [readonly AnyEntry[], readonly AnyEntry[]];
  readonly copy: { readonly desk: Desk; readonly sent: number } | undefined;
  readonly given: ReadonlyMap<string, string>;
  readonly clashes: readonly string[];
  readonly year: number;
}

/** The last day of a year and the first of the next. */
export const CLOCK = ['2020-12-31T02:00:00.000Z', '2021-01-01T02:00:00.000Z'] as const;

/** Who leases and burns. */
export const ADMIN = person('admin', 'p-admin', 'admin');

/** Visits by desk and day. */
export const VISITS = ['a1', 'a2', 'b1', 'a3', 'b3'] as const;

/** The day on which a visit is. */
export const dayOfVisit = (visitId: string) => (visitId.endsWith('3') ? 1 : 0);

/** The desk at which a visit is. */
export const deskOfVisit = (visitId: string) => (visitId.startsWith('a') ? 0 : 1);

/** A number of the invented facility. */
export const dinOf = (year: number, sequence: number) =>
  `A9999${20 + year}${String(sequence).padStart(6, '0')}`;

/** The instant of a state. */
export const nowOf = (state: Numbers) => CLOCK[state.year] ?? CLOCK[0];

export function lease(station: string, year: string, first: number, last: number): NewEvent {
  const leaseId = `${station}-${year}-${first}`;
  return event('collection.numbersLeased', {
    leaseId,
    station,
    facility: 'A9999',
    year,
    first,
    last,
  });
}

/** Two stations, each with a lease. */
export function start(): Numbers {
  const packs = [smallPack({ rules: [] }), emptyGeneralPack()];
  const donors = VISITS.map((visitId) => stranger(visitId));
  let rows = told(
    [...site(CLOCK[0], packs), ...site(CLOCK[0], [], 'S2').slice(0, 1), ...donors],
    CLOCK[0],
  );
  for (const visitId of VISITS)
    rows = told(screened(visitId, `d-${visitId}`), CLOCK[dayOfVisit(visitId)] ?? CLOCK[0], rows);
  rows = told([lease('S1', '20', 1, 3), lease('S2', '20', 4, 6)], CLOCK[0], rows);
  const desk = (station: string): Desk => ({ station, rows, log: [], heard: 0 });
  return {
    desks: [desk('S1'), desk('S2')],
    sent: [[], []],
    copy: undefined,
    given: new Map(),
    clashes: [],
    year: 0,
  };
}

/** Nobody looks like anybody else here. */
function stranger(visitId: string): NewEvent {
  const at = VISITS.indexOf(visitId as (typeof VISITS)[number]);
  const name = ['王小红', '李志强', '赵敏', '钱学森', '孙悟空'][at] ?? '';
  const document = String(at).repeat(8);
  return registered(`d-${visitId}`, { name, document, birthDate: `198${at}-0${at + 1}-1${at}` });
}

export type Side = 0 | 1;
