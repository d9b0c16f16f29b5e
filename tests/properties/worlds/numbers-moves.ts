import { sticker } from '#electron/demo/donation.ts';
import { type AnyEntry, event } from '#shared/contract/events.ts';
import { act, NURSE, STATION } from './cast.ts';
import { applied, decide, happen, reactTo } from './core.ts';
import type { Move } from './explore.ts';
import {
  ADMIN,
  CLOCK,
  type Desk,
  dayOfVisit,
  deskOfVisit,
  dinOf,
  type Numbers,
  nowOf,
  type Side,
  VISITS,
} from './numbers-state.ts';
import type { Rows } from './rows.ts';

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

/** Everything that the two stations may do. */
export const moves: readonly Move<Numbers>[] = [
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
