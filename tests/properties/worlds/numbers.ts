import { sticker } from '#electron/demo/donation.ts';
import { type AnyEntry, event, type NewEvent } from '#shared/contract/events.ts';
import { act, NURSE, person, registered, STATION, site, told } from './cast.ts';
import { applied, decide, happen, reactTo } from './core.ts';
import type { Move, World } from './explore.ts';
import type { Rows } from './rows.ts';
import { screened } from './screened.ts';
import { emptyGeneralPack, smallPack } from './small-pack.ts';

/** A station with what it knows and what it wrote. */
interface Desk {
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
interface Numbers {
  readonly desks: readonly [Desk, Desk];
  readonly sent: readonly [readonly AnyEntry[], readonly AnyEntry[]];
  readonly copy: { readonly desk: Desk; readonly sent: number } | undefined;
  readonly given: ReadonlyMap<string, string>;
  readonly clashes: readonly string[];
  readonly year: number;
}

const CLOCK = ['2020-12-31T02:00:00.000Z', '2021-01-01T02:00:00.000Z'] as const;
const ADMIN = person('admin', 'p-admin', 'admin');
const VISITS = ['a1', 'a2', 'b1', 'a3', 'b3'] as const;
const dayOfVisit = (visitId: string) => (visitId.endsWith('3') ? 1 : 0);
const deskOfVisit = (visitId: string) => (visitId.startsWith('a') ? 0 : 1);
const dinOf = (year: number, sequence: number) =>
  `A9999${20 + year}${String(sequence).padStart(6, '0')}`;
const nowOf = (state: Numbers) => CLOCK[state.year] ?? CLOCK[0];

function lease(station: string, year: string, first: number, last: number): NewEvent {
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

function start(): Numbers {
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

type Side = 0 | 1;

/** The state after a desk wrote entries; a number on paper stays on paper. */
function wrote(state: Numbers, at: Side, rows: Rows, entries: readonly AnyEntry[]): Numbers {
  const desk = state.desks[at];
  const own = { ...desk, rows, log: [...desk.log, ...entries] };
  const given = new Map(state.given);
  const clashes = [...state.clashes];
  for (const entry of entries) {
    if (entry.type !== 'collection.numberAssigned') continue;
    const { din, visitId, leaseId, sequence } = entry.body;
    const before = given.get(din);
    if (before !== undefined && before !== visitId) clashes.push(`INV-01 ${din} twice`);
    given.set(din, visitId);
    const range = desk.rows.get('numberLease', leaseId);
    const isUsable =
      range?.station === desk.station &&
      range.year === entry.localDate.slice(2, 4) &&
      sequence >= range.first &&
      sequence <= Math.min(range.last, range.burnedAbove ?? range.last) &&
      din === `A9999${range.year}${String(sequence).padStart(6, '0')}`;
    if (dayOfVisit(visitId) !== state.year) clashes.push(`INV-07 ${din} on another day`);
    if (!isUsable) clashes.push(`INV-03 ${din} from outside a lease`);
    if (desk.rows.get('donationNumber', din)) clashes.push(`INV-01 ${din} came back`);
  }
  const sent = [...state.sent[at], ...entries];
  return at === 0
    ? { ...state, desks: [own, state.desks[1]], sent: [sent, state.sent[1]], given, clashes }
    : { ...state, desks: [state.desks[0], own], sent: [state.sent[0], sent], given, clashes };
}

function asked(
  name: Move<Numbers>['name'],
  label: string,
  at: Side,
  ask: (desk: Desk, now: string, key: string) => ReturnType<typeof decide> | undefined,
): Move<Numbers> {
  return {
    name,
    label,
    run: (state) => {
      const desk = state.desks[at];
      const outcome = ask(desk, nowOf(state), `${label}@${state.year}@${desk.station}`);
      if (outcome === undefined) return undefined;
      return outcome.kind === 'refused'
        ? 'refused'
        : wrote(state, at, outcome.rows, outcome.entries);
    },
  };
}

const assign = (visitId: string, sequence?: number): Move<Numbers> =>
  asked(
    'collection.assignNumber',
    `${visitId} takes ${sequence ?? 'the next'}`,
    deskOfVisit(visitId),
    ({ rows, station }, now, key) => {
      const sheet =
        sequence === undefined
          ? {}
          : { sheet: sticker(dinOf(now === CLOCK[0] ? 0 : 1, sequence), 'bag'), gapReason: 'x' };
      const input = { visitId, ...sheet } as never;
      return decide(rows, 'collection.assignNumber', input, act(key, NURSE, now, { station }));
    },
  );

const voided = (at: Side, sequence: number): Move<Numbers> =>
  asked('collection.voidNumber', `void ${sequence}`, at, ({ rows, station }, now, key) => {
    const number = sticker(dinOf(0, sequence), 'bag');
    const input = { number, code: 'torn', note: '' } as never;
    return decide(rows, 'collection.voidNumber', input, act(key, NURSE, now, { station }));
  });

const burned = (at: Side, leaseId: string, above: number): Move<Numbers> =>
  asked(
    'collection.burnLease',
    `burn ${leaseId} above ${above}`,
    at,
    ({ rows, station }, now, key) => {
      const range = rows.get('numberLease', leaseId);
      if (!range || (range.burnedAbove ?? 99) <= above) return undefined;
      const input = { leaseId, above, why: 'x' };
      return decide(rows, 'collection.burnLease', input, act(key, ADMIN, now, { station }));
    },
  );

const leased = (at: Side, year: string, first: number, last: number): Move<Numbers> =>
  asked(
    'collection.leaseNumbers',
    `lease ${year} ${first}–${last}`,
    at,
    ({ rows, station }, now, key) =>
      decide(
        rows,
        'collection.leaseNumbers',
        { year, first, last },
        act(key, ADMIN, now, { station }),
      ),
  );

const gaveUp = (visitId: string): Move<Numbers> => ({
  name: 'visits.cancelled',
  label: `${visitId} leaves`,
  run: (state) => {
    const at = deskOfVisit(visitId);
    const { rows, station } = state.desks[at];
    if (rows.get('visit', visitId)?.state !== 'open') return undefined;
    const cancelled = event('visits.cancelled', { visitId, code: 'left' });
    const how = act(`cancel-${visitId}`, NURSE, nowOf(state), { station });
    const { rows: after, entries } = happen(rows, [cancelled], how);
    return wrote(state, at, after, entries);
  },
});

const heard = (at: Side): Move<Numbers> => ({
  name: 'exchange',
  label: `${at === 0 ? 'S1' : 'S2'} hears one entry`,
  run: (state) => {
    const desk = state.desks[at];
    const other = state.sent[at === 0 ? 1 : 0];
    const entry = other[desk.heard];
    if (!entry) return undefined;
    const received = applied(desk.rows, entry);
    const how = act(`react-${entry.eventId}`, STATION, nowOf(state), { station: desk.station });
    const { rows, entries } = happen(received, reactTo(received, entry), how);
    const next = wrote(state, at, rows, entries);
    const [one, two] = next.desks;
    const listened = { ...next.desks[at], heard: desk.heard + 1 };
    return { ...next, desks: at === 0 ? [listened, two] : [one, listened] };
  },
});

const backUp: Move<Numbers> = {
  name: 'backup',
  label: 'S1 is copied',
  run: (state) => {
    const isFresh = state.copy?.desk === state.desks[0];
    if (state.desks[0].station !== 'S1' || isFresh) return undefined;
    return { ...state, copy: { desk: state.desks[0], sent: state.sent[0].length } };
  },
};

/** The disk is lost; the copy becomes another station, which burns what the old one may have used. */
const restore: Move<Numbers> = {
  name: 'restore',
  label: 'S1 is lost, its copy lives on as R1',
  run: (state) => {
    if (!state.copy || state.desks[0].station !== 'S1') return undefined;
    const { desk, sent } = state.copy;
    const burns = desk.rows
      .by('numberLease', 'station', 'S1')
      .map(({ id, first }) =>
        event('collection.leaseBurned', { leaseId: id, above: first - 1, why: 'restored' }),
      );
    const head = { oldStation: 'S1', oldSeq: desk.log.length, oldHead: 'a'.repeat(64) };
    const how = act('restore', STATION, nowOf(state), { station: 'R1' });
    const events = [event('exchange.stationRestored', head), ...burns];
    const { rows, entries } = happen(desk.rows, events, how);
    const lost = { ...state, sent: [state.sent[0], state.sent[1]] as const };
    // What S2 heard of the lost station it keeps; what nobody heard is gone with the disk.
    const keep = Math.max(sent, state.desks[1].heard);
    const desks = [{ ...desk, station: 'R1' }, state.desks[1]] as const;
    return wrote(
      { ...lost, desks, sent: [state.sent[0].slice(0, keep), state.sent[1]] },
      0,
      rows,
      entries,
    );
  },
};

const newYear: Move<Numbers> = {
  name: 'clock',
  label: 'the year turns',
  run: (state) => (state.year === 0 ? { ...state, year: 1 } : undefined),
};

const moves: readonly Move<Numbers>[] = [
  ...VISITS.map((visitId) => assign(visitId)),
  assign('a1', 2),
  assign('a2', 3),
  assign('a2', 4),
  assign('b1', 6),
  voided(0, 1),
  voided(0, 2),
  voided(0, 3),
  voided(0, 5),
  voided(1, 4),
  burned(0, 'S1-20-1', 1),
  burned(0, 'S1-20-1', 2),
  burned(1, 'S2-20-4', 4),
  leased(0, '20', 7, 9),
  leased(0, '20', 3, 5),
  leased(1, '20', 6, 9),
  leased(0, '21', 1, 2),
  leased(1, '21', 3, 4),
  ...(['a1', 'a2', 'b1'] as const).map(gaveUp),
  heard(0),
  heard(1),
  backUp,
  restore,
  newYear,
];

function markOfLog(log: readonly AnyEntry[], seed: number): number {
  let mark = seed;
  for (const { eventId } of log)
    for (let at = 0; at < eventId.length; at += 1)
      mark = Math.imul(mark ^ eventId.charCodeAt(at), 0x01000193);
  return mark;
}

function mark({ desks, sent, copy, given, year }: Numbers): readonly [number, number] {
  const [one, two] = desks;
  const counts = one.heard * 64 + two.heard * 4096 + year + (copy ? copy.sent * 8 + 2 : 0);
  let low = one.rows.low ^ Math.imul(two.rows.low, 0x9e3779b1) ^ Math.imul(counts, 0x85ebca77);
  let high = one.rows.high ^ Math.imul(two.rows.high, 0xc2b2ae3d) ^ counts;
  low = markOfLog(sent[0], low) ^ (copy?.desk.rows.low ?? 0);
  high = markOfLog(sent[1], high) ^ Math.imul(given.size + 1, 0x27d4eb2f);
  return [low, high];
}

function wrong({ desks, sent, clashes }: Numbers): readonly string[] {
  const found = [...clashes];
  const [one, two] = desks;
  for (const { rows } of desks) {
    const ranges = rows.all('numberLease');
    const overlap = ranges.some((a, at) =>
      ranges.slice(0, at).some((b) => a.year === b.year && a.first <= b.last && b.first <= a.last),
    );
    if (overlap) found.push('INV-03 leased ranges overlap');
  }
  const knowAll = one.heard === sent[1].length && two.heard === sent[0].length;
  if (knowAll && one.station === 'S1') {
    for (const table of ['donationNumber', 'numberLease'] as const)
      if (JSON.stringify(one.rows.all(table)) !== JSON.stringify(two.rows.all(table)))
        found.push(`INV-38 ${table} differs where both know all`);
  }
  return found;
}

/** A void or used number stays what it is. */
function lost(before: Numbers, after: Numbers): readonly string[] {
  return ([0, 1] as const).flatMap((at) => {
    if (before.desks[at].station !== after.desks[at].station) return [];
    return before.desks[at].rows
      .all('donationNumber')
      .filter((row) => row.state !== 'assigned')
      .filter((row) => after.desks[at].rows.get('donationNumber', row.id)?.state !== row.state)
      .map((row) => `INV-01 ${row.id} was ${row.state}`);
  });
}

/** Minting at two stations that lease, burn, lose, restore, exchange and see a year turn. */
export const numbers: World<Numbers> = { name: 'numbers', start, moves, mark, wrong, lost };
