/** The nine roles of a collection point; what each may do is the dated role table. */
export const ROLES = [
  'nurse',
  'physician',
  'labTech',
  'qualityRelease',
  'printClerk',
  'recruiter',
  'supervisor',
  'admin',
  'volunteer',
] as const;

/** One of the nine roles. */
export type Role = (typeof ROLES)[number];
