import { isOperation } from '#shared/contract/index.ts';
import { operationWords } from '#shared/contract/operation-words.ts';
import { ROLES, type Role } from '#shared/contract/roles.ts';

export type Grants = Readonly<Record<string, readonly string[]>>;

/** Whether a role may do an operation, and what the proposed table would change about it. */
export type RoleCell = {
  readonly role: Role;
  readonly granted: boolean;
  readonly change: 'added' | 'removed' | undefined;
};

/** An operation with a cell for each role. */
export type RoleLine = { readonly operation: string; readonly cells: readonly RoleCell[] };

/** The operations of one slice that either table grants to anybody. */
export type RoleGroup = { readonly slice: string; readonly lines: readonly RoleLine[] };

/** Slices in the order of the work. */
const SLICES = Object.keys(operationWords.zh.slices);

/**
 * The table in force beside the proposed one, slices in the order of the work; names that this
 * version does not know come last, under no slice.
 */
export function roleGroups(grants: Grants, proposed: Grants): readonly RoleGroup[] {
  const names = new Set([...Object.values(grants), ...Object.values(proposed)].flat());
  const bySlice = Map.groupBy([...names].toSorted(), (name) =>
    isOperation(name) ? (name.split('.')[0] ?? '') : '',
  );
  const rank = (slice: string) => (slice === '' ? SLICES.length : SLICES.indexOf(slice));
  return [...bySlice]
    .toSorted(([one], [other]) => rank(one) - rank(other))
    .map(([slice, operations]) => ({
      slice,
      lines: operations.map((operation) => lineOf(operation, grants, proposed)),
    }));
}

/** In how many places the tables differ. */
export function changesIn(groups: readonly RoleGroup[]): number {
  return groups
    .flatMap(({ lines }) => lines)
    .flatMap(({ cells }) => cells)
    .filter(({ change }) => change !== undefined).length;
}

function lineOf(operation: string, grants: Grants, proposed: Grants): RoleLine {
  const has = (table: Grants, role: Role) => table[role]?.includes(operation) ?? false;
  const cells = ROLES.map((role) => {
    const granted = has(grants, role);
    const change = granted === has(proposed, role) ? undefined : granted ? 'removed' : 'added';
    return { role, granted, change } as const;
  });
  return { operation, cells };
}
