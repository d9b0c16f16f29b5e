/**
 * Adverse reactions by the categories of WS/T 551-2017, which follow the international donor surveillance
 * scheme (ISBT, IHN, EBA and AABB): at the needle, of the whole body, of apheresis, allergy, other. The
 * last kind takes what fits nowhere.
 */
export const REACTIONS = {
  local: [
    'haematoma',
    'arterialPuncture',
    'delayedBleeding',
    'nerve',
    'armPain',
    'phlebitis',
    'infiltration',
  ],
  general: ['dizziness', 'nausea', 'faint', 'faintInjured', 'delayedFaint'],
  apheresis: ['citrate', 'haemolysis', 'airEmbolism'],
  allergic: ['allergy', 'anaphylaxis'],
  other: ['chestPain', 'other'],
} as const;

export type ReactionCategory = keyof typeof REACTIONS;
export type ReactionKind = (typeof REACTIONS)[ReactionCategory][number];

/** Categories in the order in which they are offered. */
export const REACTION_CATEGORIES = [
  'general',
  'apheresis',
  'local',
  'allergic',
  'other',
] as const satisfies readonly ReactionCategory[];

/** Every kind of reaction. */
export const REACTION_KINDS = [
  ...REACTIONS.local,
  ...REACTIONS.general,
  ...REACTIONS.apheresis,
  ...REACTIONS.allergic,
  ...REACTIONS.other,
] as const;

export const SEVERITIES = ['mild', 'moderate', 'severe'] as const;

/** How a reaction ended. */
export const REACTION_OUTCOMES = ['recovered', 'recoveredLater', 'referred', 'ongoing'] as const;

/**
 * The international severity grades of donor reactions: 1 little or no care, 2 outside care or up to two
 * weeks of limits, 3 hospital or longer, 4 to prevent death, 5 death.
 */
export const GRADES = [1, 2, 3, 4, 5] as const;

/** How surely the donation was the cause. */
export const RELATEDNESS = ['certain', 'probable', 'possible', 'unlikely', 'excluded'] as const;

/** The list of a severe reaction, in the order in which it is gone through. */
export const EMERGENCY_STEPS = [
  'runStopped',
  'lieFlat',
  'airwayOxygen',
  'keepVein',
  'emergencyCall',
  'aedAtHand',
  'supervisorTold',
  'relativesTold',
] as const;

/** Drugs: given only by the order of a named physician. Oral calcium, fluids and posture are none. */
export const DRUGS = [
  'adrenaline',
  'atropine',
  'calciumGluconate',
  'dexamethasone',
  'promethazine',
  'glucose',
  'otherDrug',
] as const;

/** What the donor says at the call after a reaction. */
export const FOLLOW_UP_CONDITIONS = ['well', 'better', 'same', 'worse'] as const;

/** What care she had since. */
export const FOLLOW_UP_CARE = ['none', 'outpatient', 'hospital'] as const;
