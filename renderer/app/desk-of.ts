import type { Role } from '#shared/contract/roles.ts';
import type { Desk } from './routes.tsx';

const desks: Record<Role, Desk> = {
  nurse: 'nurse',
  physician: 'nurse',
  labTech: 'lab',
  qualityRelease: 'lab',
  printClerk: 'print',
  recruiter: 'nurse',
  supervisor: 'nurse',
  admin: 'admin',
  volunteer: 'volunteer',
};

/** The desk that a person's first role works at; the nurse desk before sign-in. */
export function deskOf(roles: readonly Role[]): Desk {
  const first = roles[0];
  return first === undefined ? 'nurse' : desks[first];
}
