/** Why a donor is deferred outside a visit; the pack's own reasons belong to the physician's decision. */
export const DEFER_REASONS = [
  'lateInformation',
  'physicianJudgement',
  'registerListed',
  'other',
] as const;

/** The ways back after a deferral (INV-06). */
export const REINSTATE_PATHS = [
  'physicianReview',
  'retestClear',
  'conditionOver',
  'registerCleared',
  'enteredInError',
] as const;

/** Where a group that this site did not test was read. */
export const GROUP_SOURCES = ['hospitalPaper', 'donorCard', 'bloodCentre'] as const;
