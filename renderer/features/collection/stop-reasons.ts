/** Why a collection ended, in the order in which they are offered. */
export const STOP_REASONS = [
  'targetReached',
  'donorWish',
  'reaction',
  'venousAccess',
  'machineFault',
  'timeLimit',
  'other',
] as const;

export type StopReason = (typeof STOP_REASONS)[number];
