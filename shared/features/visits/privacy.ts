import type { Role } from '../../contract/roles.ts';

/** Who hears a donor's answers: those who interview and judge her. Everybody else works without them. */
const INTERVIEW_ROLES: readonly Role[] = ['nurse', 'physician', 'supervisor'];

/** Whether these roles may read what a donor said about her health. */
export function hearsAnswers(roles: readonly Role[]): boolean {
  return roles.some((role) => INTERVIEW_ROLES.includes(role));
}
