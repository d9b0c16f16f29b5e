import type { Audience } from '../../contract/define.ts';
import type { Role } from '../../contract/roles.ts';
import type { StateReader } from '../../contract/rows.ts';
import type { RoleTableRow } from './model.ts';

/** The role table in force: the newest whose time has come; ties by id. Undefined before first start. */
export function roleTableInForce(read: StateReader, now: string): RoleTableRow | undefined {
  return read
    .all('roleTable')
    .filter((table) => table.inForceFrom <= now)
    .toSorted((a, b) => (rank(a) < rank(b) ? 1 : -1))[0];
}

function rank(table: RoleTableRow): string {
  return `${table.inForceFrom} ${table.adoptedAt} ${table.id}`;
}

/**
 * Whether somebody with these roles may call an operation (INV-29): an operation that names roles is
 * denied unless the table in force grants it to one of them. `signedIn` needs only a session.
 */
export function isPermitted(
  read: StateReader,
  now: string,
  operation: string,
  audience: Audience,
  roles: readonly Role[],
): boolean {
  if (audience === 'public' || audience === 'signedIn') return true;
  if (audience === 'kiosk' || audience === 'station') return false;
  const grants = roleTableInForce(read, now)?.grants ?? {};
  return roles.some((role) => Object.hasOwn(grants, role) && grants[role]?.includes(operation));
}
