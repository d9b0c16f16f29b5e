/** Teams of donors who said that they may be called. */
export const TEAMS = ['emergency', 'rareGroup', 'apheresis', 'reserve'] as const;
export type Team = (typeof TEAMS)[number];

/** Kinds of donation that a team may be called for; source plasma is no blood centre's to collect. */
export const CALLED_FOR = ['convalescentPlasma', 'plasma', 'wholeBlood', 'platelets'] as const;
export type CalledFor = (typeof CALLED_FOR)[number];

/** Whether a donor belongs to a team; id `<team>:<donorId>`, the newest word counts. */
export interface TeamMemberRow {
  readonly id: string;
  readonly donorId: string;
  readonly team: Team;
  readonly member: boolean;
  readonly at: string;
  readonly stamp: string;
}

/** A list that was made to call people by: who was on it, why, and who made it. */
export interface CallOutRow {
  readonly id: string;
  readonly team: Team;
  readonly donationType: string;
  readonly donorIds: readonly string[];
  readonly purpose: string;
  readonly at: string;
  readonly by: string;
}

export type TeamsRows = { readonly teamMember: TeamMemberRow; readonly callOut: CallOutRow };
