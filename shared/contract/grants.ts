import { operations } from './index.ts';
import type { Role } from './roles.ts';
import { ROLES } from './roles.ts';

/** Role → operations, as a role table holds them. */
export type Grants = Readonly<Record<string, readonly string[]>>;

/** The role table that the contract proposes; a site adopts it at first start and may adopt another. */
export function proposedGrants(): Grants {
  const grants: Record<Role, string[]> = {
    nurse: [],
    physician: [],
    labTech: [],
    qualityRelease: [],
    printClerk: [],
    recruiter: [],
    supervisor: [],
    admin: [],
    volunteer: [],
  };
  for (const [name, operation] of Object.entries(operations)) {
    const { roles } = operation;
    if (typeof roles === 'string') continue;
    for (const role of ROLES) if (roles.includes(role)) grants[role].push(name);
  }
  return grants;
}
