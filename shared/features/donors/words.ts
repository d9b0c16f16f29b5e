/** Why a donor is deferred outside a visit; the pack's own reasons belong to the physician's decision. */
export const DEFER_REASONS = [
  'lateInformation',
  'physicianJudgement',
  'registerListed',
  'other',
] as const;

/** Markers of infection that a deferral may be about (血站技术操作规程 2019, the tests of every unit). */
export const DEFER_MARKERS = ['HBV', 'HCV', 'HIV', 'syphilis'] as const;

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
