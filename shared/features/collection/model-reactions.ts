/** A call to the donor after a reaction; several until one reached her. */
export interface FollowUpRow {
  readonly id: string;
  readonly reactionId: string;
  readonly reached: boolean;
  readonly condition: string | null;
  readonly care: string | null;
  /** For how many days she could not do what she usually does. */
  readonly limitedDays: number | null;
  readonly grade: number | null;
  readonly note: string;
  readonly at: string;
  readonly by: string;
}

/** A puncture site found sound, with the moment at which its disinfection began. */
export interface ArmCheckRow {
  readonly id: string;
  readonly visitId: string;
  readonly chairId: string;
  readonly arm: 'left' | 'right';
  readonly lotId: string | null;
  readonly at: string;
  readonly by: string;
}
