import type { Actor } from '#shared/contract/context.ts';
import { event } from '#shared/contract/events.ts';
import type { CommandName, InputOf } from '#shared/contract/index.ts';
import { operations } from '#shared/contract/index.ts';
import type { Role } from '#shared/contract/roles.ts';
import { humanOf } from '#shared/features/operators/humans.ts';
import { isPermitted } from '#shared/features/operators/permission.ts';
import { isLockedOut, lockOutAfter } from '#shared/features/operators/pin-rules.ts';
import { act, STAFF } from './cast.ts';
import { decide, happen } from './core.ts';
import type { Move, World } from './explore.ts';
import type { Rows } from './rows.ts';
import { labelledShelf } from './shelf.ts';
import { ONE } from './shelf-start.ts';

/**
 * Accounts, roles, PINs and lock-outs around one labelled bag. `joined` is what people know of each
 * other for good: pairs of person ids that turned out to be one human, in the order they were told.
 */
interface People {
  readonly rows: Rows;
  readonly clock: number;
  readonly joined: readonly (readonly [string, string])[];
  /** Wrong PINs in a row of the releaser's account, as the station keeps them. */
  readonly failures: number;
}

const CLOCK = ['2020-03-10T05:00:00.000Z', '2020-03-10T05:30:00.000Z'] as const;
const nowOf = ({ clock }: People) => CLOCK[clock] ?? CLOCK[0];
const ADMINS = ['adminA', 'adminB', 'adminC'] as const;

/** The account as dispatch finds it now; undefined where it may not act. */
function actorOf(rows: Rows, staffId: string): Actor | undefined {
  const staff = rows.get('staff', staffId);
  if (!staff?.active) return undefined;
  const personId = humanOf(rows, staff.personId);
  return { staffId, personId, name: staff.name, roles: staff.roles };
}

const GRANTS: Record<string, string[]> = {
  admin: [
    'operators.adoptRoleTable',
    'operators.amendStaff',
    'operators.linkAccount',
    'operators.liftLockOut',
  ],
  supervisor: ['operators.liftLockOut'],
  qualityRelease: ['inventory.releaseUnits'],
};

function start(): People {
  const { rows } = labelledShelf();
  const events = [
    event('operators.roleTableAdopted', { tableId: 't0', from: CLOCK[0], grants: GRANTS }),
    ...ADMINS.map((staffId) =>
      event('operators.staffEnrolled', {
        staffId,
        personId: `p-${staffId}`,
        name: staffId,
        badge: staffId,
        roles: ['admin'],
      }),
    ),
  ];
  const how = act('people', STAFF[0] as Actor, CLOCK[0]);
  return { rows: happen(rows, events, how).rows, clock: 0, joined: [], failures: 4 };
}

/** Asks as an account, through the doors that dispatch would open: permission, second person, PIN. */
function ask<N extends CommandName>(
  name: N,
  label: string,
  staffId: string,
  input: InputOf<N>,
  more: { secondId?: string; prepared?: unknown; also?: (state: People) => Partial<People> } = {},
): Move<People> {
  return {
    name,
    label,
    run: (state) => {
      const { rows } = state;
      const now = nowOf(state);
      const actor = actorOf(rows, staffId);
      const second = more.secondId === undefined ? undefined : actorOf(rows, more.secondId);
      if (!actor || (more.secondId !== undefined && !second)) return 'refused';
      if (!isPermitted(rows, now, name, operations[name].roles, actor.roles)) return 'refused';
      if (second && second.personId === actor.personId) return 'refused';
      const how = { second, prepared: more.prepared };
      const outcome = decide(rows, name, input, act(`${label}@${state.clock}`, actor, now, how));
      if (outcome.kind === 'refused') return 'refused';
      return { ...state, rows: outcome.rows, ...more.also?.(state) };
    },
  };
}

const link = (staffId: string, personId: string) => {
  const move: Move<People> = {
    name: 'operators.linkAccount',
    label: `${staffId} is ${personId}`,
    run: (state) => {
      const before = state.rows.get('staff', staffId)?.personId ?? '';
      if (before === personId) return undefined;
      const input = { staffId, personId } as InputOf<'operators.linkAccount'>;
      const joined = [...state.joined, [before, personId] as const];
      return ask('operators.linkAccount', move.label, 'adminA', input, {
        secondId: 'adminB',
        also: () => ({ joined }),
      }).run(state);
    },
  };
  return move;
};

const amend = (staffId: string, label: string, roles: Role[], active: boolean) =>
  ask('operators.amendStaff', `${staffId} ${label}`, 'adminA', {
    staffId,
    name: staffId,
    badge: staffId,
    roles,
    active,
  } as InputOf<'operators.amendStaff'>);

const adopt = (label: string, grants: Record<string, string[]>) =>
  ask(
    'operators.adoptRoleTable',
    label,
    'adminA',
    { grants } as InputOf<'operators.adoptRoleTable'>,
    { secondId: 'adminB', prepared: new Set<string>(Object.keys(operations)) },
  );

/** A wrong PIN at the releaser's account, counted as the station counts it. */
const slip: Move<People> = {
  name: 'wrong PIN',
  label: 'a wrong PIN at the releaser’s account',
  run: (state) => {
    const now = nowOf(state);
    if (isLockedOut(state.rows.get('lockOut', 'releaser'), now)) return 'refused';
    const failures = state.failures + 1;
    const lock = lockOutAfter(failures, now);
    if (!lock) return { ...state, failures };
    const locked = event('operators.lockedOut', {
      staffId: 'releaser',
      failures,
      until: lock.until,
    });
    const how = act(`slip-${failures}@${state.clock}`, STAFF[0] as Actor, now);
    return { ...state, failures, rows: happen(state.rows, [locked], how).rows };
  },
};

const signIn: Move<People> = {
  name: 'operators.signIn',
  label: 'the releaser signs in',
  run: (state) => {
    const now = nowOf(state);
    if (isLockedOut(state.rows.get('lockOut', 'releaser'), now)) return 'refused';
    const prepared = {
      verdict: { ok: true, staffId: 'releaser' },
      token: 't',
      door: 'desktop',
      replaced: undefined,
    };
    const nobody = { staffId: 'station', personId: 'station', name: '', roles: [] };
    const how = act(`in@${state.clock}`, nobody, now, { prepared });
    const outcome = decide(state.rows, 'operators.signIn', {} as never, how);
    return outcome.kind === 'refused' ? 'refused' : { ...state, rows: outcome.rows, failures: 0 };
  },
};

const lift = (staffId: string) =>
  ask(
    'operators.liftLockOut',
    `${staffId} lifts the lock-out`,
    staffId,
    { staffId: 'releaser' },
    {
      also: () => ({ failures: 0 }),
    },
  );

const release = (staffId: string, secondId: string) =>
  ask(
    'inventory.releaseUnits',
    `${staffId} releases, ${secondId} seconds`,
    staffId,
    { units: [{ unitId: ONE, visual: 'ok' }] } as InputOf<'inventory.releaseUnits'>,
    { secondId },
  );

const clock: Move<People> = {
  name: 'clock',
  label: 'half an hour passes',
  run: (state) => (state.clock === 0 ? { ...state, clock: 1 } : undefined),
};

const moves: readonly Move<People>[] = [
  link('tester', 'p-releaser'),
  link('releaser', 'p-tester'),
  link('charge', 'p-other'),
  link('other', 'p-charge'),
  link('charge', 'p-releaser'),
  link('adminC', 'p-adminA'),
  amend('releaser', 'is switched off', ['qualityRelease'], false),
  amend('releaser', 'is switched on', ['qualityRelease'], true),
  amend('releaser', 'loses the role', ['nurse'], true),
  amend('releaser', 'lifts lock-outs too', ['qualityRelease', 'supervisor'], true),
  amend('tester', 'becomes a releaser', ['labTech', 'qualityRelease'], true),
  amend('adminC', 'is switched off', ['admin'], false),
  amend('adminB', 'is switched off', ['admin'], false),
  adopt('a table without release', { ...GRANTS, qualityRelease: [] }),
  adopt('a table that shuts the site', { nurse: [] }),
  adopt('a table that lets nurses release', { ...GRANTS, nurse: ['inventory.releaseUnits'] }),
  slip,
  signIn,
  lift('releaser'),
  lift('charge'),
  lift('adminB'),
  release('releaser', 'charge'),
  release('releaser', 'tester'),
  release('tester', 'charge'),
  release('testerAgain', 'charge'),
  release('charge', 'releaser'),
  clock,
];

/** Every person id of one human, by all that was ever told of accounts. */
function idsOf(state: People, personId: string): ReadonlySet<string> {
  const found = new Set([personId]);
  for (let round = 0; round <= state.joined.length; round += 1)
    for (const [a, b] of state.joined) if (found.has(a) || found.has(b)) found.add(a).add(b);
  return found;
}

function wrong(state: People): readonly string[] {
  const { rows, failures } = state;
  const now = nowOf(state);
  const found: string[] = [];
  const tables = rows.all('roleTable').filter((table) => table.inForceFrom <= now);
  const last = [...tables].sort((a, b) =>
    `${a.inForceFrom} ${a.adoptedAt} ${a.id}` < `${b.inForceFrom} ${b.adoptedAt} ${b.id}` ? -1 : 1,
  );
  const grants = last.at(-1)?.grants ?? {};
  for (const staff of rows.all('staff'))
    for (const operation of ['inventory.releaseUnits', 'operators.liftLockOut'] as const) {
      const should = staff.roles.some((role) => grants[role]?.includes(operation) ?? false);
      if (isPermitted(rows, now, operation, operations[operation].roles, staff.roles) !== should)
        found.push(`INV-29 ${staff.id} and ${operation}`);
    }
  const admins = rows.all('staff').filter((row) => row.active && row.roles.includes('admin'));
  if (new Set(admins.map((row) => row.personId)).size < 1)
    found.push('INV-29 nobody can administer');
  const lock = rows.get('lockOut', 'releaser');
  if (failures >= 10 && !isLockedOut(lock, '2099-01-01T00:00:00.000Z'))
    found.push('INV-32 ten wrong PINs lock nobody out');
  if (failures >= 5 && !lock?.active) found.push('INV-32 five wrong PINs lock nobody out');
  return found;
}

/** INV-30: whoever released, and her second, are two humans, neither of whom tested. */
function lost(before: People, after: People, move: Move<People>): readonly string[] {
  const found: string[] = [];
  const wasReleased = before.rows.get('unit', ONE)?.state === 'released';
  if (!wasReleased && after.rows.get('unit', ONE)?.state === 'released') {
    const [staffId = '', secondId = ''] = move.label.split(/ releases, | seconds/);
    const one = idsOf(before, before.rows.get('staff', staffId)?.personId ?? '');
    const two = idsOf(before, before.rows.get('staff', secondId)?.personId ?? '');
    if ([...one].some((personId) => two.has(personId)))
      found.push('INV-30 one human released twice');
    const readers = before.rows.all('result').flatMap((row) => row.readers);
    if (readers.some((reader) => one.has(reader) || two.has(reader)))
      found.push('INV-30 a tester released');
  }
  const isLocked = (state: People) =>
    isLockedOut(state.rows.get('lockOut', 'releaser'), nowOf(state));
  if (move.name === 'operators.liftLockOut' && isLocked(before) && !isLocked(after)) {
    const [staffId = ''] = move.label.split(' ');
    const helper = idsOf(before, before.rows.get('staff', staffId)?.personId ?? '');
    if (helper.has(before.rows.get('staff', 'releaser')?.personId ?? ''))
      found.push('INV-32 lifted her own lock-out');
  } else if (isLocked(before) && !isLocked(after) && move.name !== 'clock')
    found.push('INV-32 a lock-out went by itself');
  return found;
}

function mark({ rows, clock: at, joined, failures }: People): readonly [number, number] {
  const more = at + failures * 2;
  let told = 17;
  for (const letter of [...joined.map((pair) => pair.join()).sort()].join(' '))
    told = Math.imul(told ^ letter.charCodeAt(0), 0x01000193);
  return [(rows.low + Math.imul(more + 1, 0x9e3779b1)) | 0, rows.high ^ told];
}

/** Accounts that turn out to be one human, roles, role tables, lock-outs, and who may release. */
export const people: World<People> = { name: 'people', start, moves, mark, wrong, lost };
