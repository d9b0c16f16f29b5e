import {
  activeDeferrals,
  confirmedGroups,
  donorMayTakeNumber,
  undecidedPairs,
} from '#shared/features/donors/facts.ts';
import type { DeferralRow } from '#shared/features/donors/model.ts';
import { act, NURSE, PHYSICIAN, RELEASER, registered, site, told } from './cast.ts';
import { dayOf, decide } from './core.ts';
import type { Move, World } from './explore.ts';
import type { Rows } from './rows.ts';

/** Three records that may be one human, and the day. */
interface Persons {
  readonly rows: Rows;
  readonly clock: number;
}

const CLOCK = [
  '2020-03-10T02:00:00.000Z',
  '2020-03-11T02:00:00.000Z',
  '2020-03-12T02:00:00.000Z',
] as const;
const RECORDS = ['a', 'b', 'c'] as const;
const KINDS = {
  short: { kind: 'temporary', marker: null, programme: null, days: 0 },
  next: { kind: 'temporary', marker: 'HBV', programme: null, days: 1 },
  own: { kind: 'temporary', marker: null, programme: 'convalescentPlasma', days: 1 },
  lasting: { kind: 'permanent', marker: null, programme: null, days: null },
} as const;
type Kind = keyof typeof KINDS;

const nowOf = (state: Persons) => CLOCK[state.clock] ?? CLOCK[0];
const PROGRAMMES = ['convalescentPlasma', 'wholeBlood', undefined] as const;

function start(): Persons {
  const records = RECORDS.map((id) => registered(id));
  return { rows: told([...site(CLOCK[0], []), ...records], CLOCK[0]), clock: 0 };
}

function decideMove(a: string, b: string, verdict: 'same' | 'different'): Move<Persons> {
  return {
    name: 'donors.decideDuplicate',
    label: `${a} and ${b} are ${verdict}`,
    run: (state) => {
      const pair = state.rows.all('duplicatePair').find((row) => row.a === a && row.b === b);
      if (!pair) return undefined;
      const input = { pairId: pair.id, verdict, twins: false, why: 'x' };
      const name = `${a}${b}${verdict}@${state.clock}`;
      return after(
        state,
        decide(state.rows, 'donors.decideDuplicate', input, act(name, NURSE, nowOf(state))),
      );
    },
  };
}

/** One record is taken out of the person; of everything one answer says whom it concerns. */
function unmergeMove(donorId: string, concerns: 'own' | 'both'): Move<Persons> {
  return {
    name: 'donors.unmerge',
    label: `${donorId} is another, all ${concerns}`,
    run: (state) => {
      const { rows } = state;
      const items = [...rows.all('deferral'), ...rows.all('donorGroup')];
      const rulings = items.map(({ id }) => ({ itemId: id, concerns }));
      const key = `un-${donorId}-${concerns}@${state.clock}`;
      const how = act(key, PHYSICIAN, nowOf(state), { second: RELEASER });
      return after(state, decide(rows, 'donors.unmerge', { donorId, rulings, why: 'x' }, how));
    },
  };
}

function after(state: Persons, outcome: ReturnType<typeof decide>): Persons | 'refused' {
  return outcome.kind === 'refused' ? 'refused' : { ...state, rows: outcome.rows };
}

const deferralKey = (donorId: string, kind: Kind, clock: number) => `${donorId}-${kind}-${clock}`;

function deferMove(donorId: string, name: Kind): Move<Persons> {
  const { kind, marker, programme, days } = KINDS[name];
  return {
    name: 'donors.defer',
    label: `defer ${donorId} ${name}`,
    run: (state) => {
      const last = days === null ? null : CLOCK[Math.min(state.clock + days, CLOCK.length - 1)];
      const until = last ? dayOf(last) : null;
      const more = { until, hidden: false, why: 'x', code: 'T01' };
      const input = { donorId, kind, marker, programme, ...more };
      const key = deferralKey(donorId, name, state.clock);
      return after(
        state,
        decide(state.rows, 'donors.defer', input, act(key, PHYSICIAN, nowOf(state))),
      );
    },
  };
}

function reinstateMove(donorId: string, name: Kind, clock: number): Move<Persons> {
  const deferralId = `${deferralKey(donorId, name, clock)}~1`;
  return {
    name: 'donors.reinstate',
    label: `reinstate ${deferralId}`,
    run: (state) => {
      if (state.clock < clock || !state.rows.get('deferral', deferralId)) return undefined;
      const input = { deferralId, path: 'x', why: 'x' };
      const key = `re-${deferralId}@${state.clock}`;
      const how = act(key, PHYSICIAN, nowOf(state), { second: RELEASER });
      return after(state, decide(state.rows, 'donors.reinstate', input, how));
    },
  };
}

function groupMove(donorId: string, abo: 'A' | 'O'): Move<Persons> {
  return {
    name: 'donors.recordGroup',
    label: `group ${abo} of ${donorId}`,
    run: (state) => {
      if (state.rows.get('donorGroup', `${donorId}:old`)) return undefined;
      const input = { donorId, abo, rhd: 'positive' as const, source: 'old' };
      const how = act(`group-${donorId}-${abo}`, NURSE, CLOCK[0], { second: PHYSICIAN });
      return after(state, decide(state.rows, 'donors.recordGroup', input, how));
    },
  };
}

const tick: Move<Persons> = {
  name: 'clock',
  label: 'a day passes',
  run: (state) =>
    state.clock + 1 < CLOCK.length ? { ...state, clock: state.clock + 1 } : undefined,
};

const PAIRS = [
  ['a', 'b'],
  ['a', 'c'],
  ['b', 'c'],
] as const;
const KIND_NAMES = Object.keys(KINDS) as Kind[];

const moves: readonly Move<Persons>[] = [
  ...PAIRS.flatMap(([a, b]) => [decideMove(a, b, 'same'), decideMove(a, b, 'different')]),
  ...RECORDS.flatMap((donorId) => [unmergeMove(donorId, 'own'), unmergeMove(donorId, 'both')]),
  ...RECORDS.flatMap((donorId) => KIND_NAMES.map((kind) => deferMove(donorId, kind))),
  ...RECORDS.flatMap((donorId) =>
    KIND_NAMES.flatMap((kind) => CLOCK.map((_, clock) => reinstateMove(donorId, kind, clock))),
  ),
  ...RECORDS.flatMap((donorId) => [groupMove(donorId, 'A'), groupMove(donorId, 'O')]),
  tick,
];

/** Records joined by “same”, found again from the pairs alone. */
function classOf(rows: Rows, donorId: string): ReadonlySet<string> {
  const same = rows.all('duplicatePair').filter((pair) => pair.verdict === 'same');
  const members = new Set([donorId]);
  for (let round = 0; round < same.length; round += 1) {
    for (const { a, b } of same) if (members.has(a) || members.has(b)) members.add(a).add(b);
  }
  return members;
}

function isActive(row: DeferralRow, day: string, programme: string | undefined): boolean {
  if (row.reinstatedAt !== null) return false;
  if (row.programme !== null && programme !== undefined && row.programme !== programme)
    return false;
  return row.kind === 'permanent' || row.until === null || day <= row.until;
}

const textOf = (ids: readonly string[]) => [...ids].sort().join(' ');

function wrong({ rows, clock }: Persons): readonly string[] {
  const found: string[] = [];
  const day = dayOf(CLOCK[clock] ?? CLOCK[0]);
  for (const donorId of RECORDS) {
    const members = classOf(rows, donorId);
    const own = rows.all('deferral').filter((row) => members.has(row.donorId));
    for (const programme of PROGRAMMES) {
      const should = own.filter((row) => isActive(row, day, programme)).map(({ id }) => id);
      const does = activeDeferrals(rows, donorId, day, programme).map(({ id }) => id);
      if (textOf(should) !== textOf(does)) found.push(`INV-06 deferrals of ${donorId}`);
    }
    const open = rows
      .all('duplicatePair')
      .filter((pair) => pair.verdict === 'undecided')
      .filter((pair) => members.has(pair.a) !== members.has(pair.b));
    if (
      open.length !== undecidedPairs(rows, donorId).length ||
      donorMayTakeNumber(rows, donorId) !== (open.length === 0)
    )
      found.push(`INV-05 look-alikes of ${donorId}`);
    const groups = new Set(
      rows
        .all('donorGroup')
        .filter((row) => members.has(row.donorId))
        .map((row) => `${row.abo} ${row.rhd}`),
    );
    if (textOf([...groups]) !== textOf(confirmedGroups(rows, donorId)))
      found.push(`INV-05 groups of ${donorId}`);
  }
  return found;
}

/** INV-05: what was written while they counted as one still holds for each of them afterwards. */
function lostByParting(before: Rows, after: Rows, day: string): readonly string[] {
  return RECORDS.flatMap((donorId) => {
    const members = classOf(before, donorId);
    if (classOf(after, donorId).size === members.size) return [];
    const joined = before
      .all('duplicatePair')
      .filter((pair) => pair.verdict === 'same' && members.has(pair.a))
      .map((pair) => dayOf(pair.decidedAt ?? ''));
    const now = classOf(after, donorId);
    const holding = after.all('deferral').filter((row) => now.has(row.donorId));
    return before
      .all('deferral')
      .filter((row) => members.has(row.donorId) && isActive(row, day, undefined))
      .filter((row) => joined.every((since) => row.startsOn >= since))
      .filter((row) => !holding.some((one) => isActive(one, day, undefined) && isAlike(one, row)))
      .map((row) => `INV-05 INV-06 ${row.id} holds no more for ${donorId}`);
  });
}

function isAlike(one: DeferralRow, other: DeferralRow): boolean {
  return (
    one.kind === other.kind &&
    one.marker === other.marker &&
    one.programme === other.programme &&
    one.until === other.until
  );
}

/** A deferral ends by its own date or by a reinstatement that names it, by nothing else. */
function lost(before: Persons, after: Persons, move: Move<Persons>): readonly string[] {
  if (before.rows === after.rows) return [];
  const day = dayOf(nowOf(after));
  const isParted = move.name === 'donors.unmerge' && move.label.endsWith('both');
  const parted = isParted ? lostByParting(before.rows, after.rows, day) : [];
  const gone = before.rows
    .all('deferral')
    .filter((row) => isActive(row, day, undefined))
    .filter((row) => {
      const now = after.rows.get('deferral', row.id);
      const isNamed = move.name === 'donors.reinstate' && move.label.endsWith(row.id);
      return (
        !isNamed &&
        (!now || !isActive(now, day, undefined) || (now.until ?? '9') < (row.until ?? '9'))
      );
    })
    .map((row) => `INV-06 ${row.id} was lost`);
  return [...parted, ...gone];
}

/** Deferrals, merges and groups of up to three records of one human over three days. */
export const persons: World<Persons> = {
  name: 'persons',
  start,
  moves,
  mark: ({ rows, clock }) => [(rows.low + Math.imul(clock + 1, 0x9e3779b1)) | 0, rows.high ^ clock],
  wrong,
  lost,
};
