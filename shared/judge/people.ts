import type { AnyEntry } from '../contract/events.ts';
import type { History } from './history.ts';

/** The human behind an account as known at an entry: enrolment, then links in order. */
export function personOf(history: History, staffId: string, at: AnyEntry): string | undefined {
  const until = history.position(at) + 1;
  const linked = history
    .upTo('operators.accountLinked', until)
    .filter(({ body }) => body.staffId === staffId)
    .at(-1);
  if (linked) return linked.body.personId;
  return history.upTo('operators.staffEnrolled', until).find(({ body }) => body.staffId === staffId)
    ?.body.personId;
}

/** Every person id that accounts of this human ever carried: a link makes two ids one human. */
export function aliasesOf(history: History, personId: string, at: AnyEntry): ReadonlySet<string> {
  const found = new Set([personId]);
  const until = history.position(at) + 1;
  const pairs = history.upTo('operators.accountLinked', until).map(({ body }) => {
    const before = history
      .upTo('operators.staffEnrolled', until)
      .find((entry) => entry.body.staffId === body.staffId)?.body.personId;
    return [before ?? body.personId, body.personId] as const;
  });
  for (let grew = true; grew; ) {
    grew = false;
    for (const [a, b] of pairs) {
      if (found.has(a) === found.has(b)) continue;
      found.add(a).add(b);
      grew = true;
    }
  }
  return found;
}

/** Roles and activity of an account at an entry; undefined before its enrolment. */
export function accountOf(
  history: History,
  staffId: string,
  at: AnyEntry,
): { readonly roles: readonly string[]; readonly active: boolean } | undefined {
  const until = history.position(at);
  const enrolled = history
    .upTo('operators.staffEnrolled', until)
    .find(({ body }) => body.staffId === staffId);
  if (!enrolled) return undefined;
  const amended = history
    .upTo('operators.staffAmended', until)
    .filter(({ body }) => body.staffId === staffId)
    .reduce<AmendedEntry | undefined>(
      (last, entry) => (last === undefined || stamp(entry) >= stamp(last) ? entry : last),
      undefined,
    );
  return amended?.body ?? { roles: enrolled.body.roles, active: true };
}

/**
 * Whether somebody's roles let her do something at an entry: by the role table that the site had then
 * adopted, or by the usual roles where it had adopted none.
 */
export function mayDo(
  history: History,
  at: AnyEntry,
  operation: string,
  usual: readonly string[],
): boolean {
  const roles = accountOf(history, at.actor, at)?.roles ?? [];
  const grants = history
    .upTo('operators.roleTableAdopted', history.position(at))
    .filter(({ body }) => body.from <= at.at)
    .map((entry) => ({ rank: `${entry.body.from} ${entry.at} ${entry.body.tableId}`, entry }))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
    .at(-1)?.entry.body.grants as Readonly<Record<string, readonly string[]>> | undefined;
  if (!grants) return usual.some((role) => roles.includes(role));
  return roles.some((role) => Object.hasOwn(grants, role) && grants[role]?.includes(operation));
}

type AmendedEntry = Extract<AnyEntry, { readonly type: 'operators.staffAmended' }>;

const stamp = ({ at, station, seq }: AnyEntry) =>
  `${at}|${station}|${String(seq).padStart(10, '0')}`;
