/** What is done at the chair about a reaction or a complaint. */
export const INTERVENTIONS = [
  'slowReturn',
  'pauseRun',
  'resumeRun',
  'legsUp',
  'oralCalcium',
  'warmDrink',
  'saline',
  'pressure',
  'oxygen',
  'physicianCalled',
  'checkedSite',
] as const;

/** What the donor says when asked at a vitals check. */
export const COMPLAINTS = ['none', 'tingling', 'dizzy', 'nausea', 'pain', 'cold', 'other'] as const;

/** Why the needle goes in once more. */
export const STICK_CODES = ['noFlow', 'infiltration', 'clotted', 'needleMoved', 'other'] as const;

/** What is missing or short when the needle goes in: shown and kept, never in the way. */
export const NEEDLE_CAUTIONS = ['armUnprepared', 'dryTooShort', 'armUnsound'] as const;
export type NeedleCaution = (typeof NEEDLE_CAUTIONS)[number];

/** Why a number is spoilt or given up. */
export const VOID_CODES = [
  'labelSpoilt',
  'sheetSpoilt',
  'sheetSkipped',
  'donorLeft',
  'visitEnded',
  'wrongSheet',
] as const;

/** Why a prepared chair is emptied. */
export const CLEAR_CODES = ['kitFault', 'machineFault', 'donorAbsent', 'wrongItem'] as const;

/** Why a kit was opened in vain. */
export const SPOIL_CODES = ['damaged', 'leak', 'dropped', 'openedInError', 'otherFault'] as const;

/** Why a donor leaves before the observation says fit. */
export const LEAVE_CODES = ['fit', 'againstAdvice', 'toHospital', 'leftUnnoticed'] as const;

/** The stickers of a number set: what each is for and its ISBT 128 flags (ST-001 table 3). */
export const CONTAINER_FLAGS: Readonly<Record<string, string>> = {
  bag: '01',
  serology: '07',
  nat: '09',
  group: '06',
  retention: '15',
  form: '08',
};

/** What a sticker's flags stand for; undefined for flags that no sticker of a set carries. */
export function containerOf(flags: string | null): string | undefined {
  return Object.entries(CONTAINER_FLAGS).find(([, value]) => value === flags)?.[0];
}

/** Why something is taken out of a box that is not closed yet. */
export const UNPACK_CODES = ['wrongItem', 'otherBox', 'damaged', 'recount'] as const;

/** Why a supervisor takes the full-screen stop away; what was scanned stays refused. */
export const STOP_REASONS = [
  'wrongItemTakenAway',
  'rightCodeUnreadable',
  'stepAbandoned',
  'othersConcerned',
] as const;

/** Code of late information that came as the after-care sheet's withdraw code and nothing else. */
export const WITHDRAWN = 'withdrawCode';

/** Whether late information is the donor's wish that her plasma be not used: known to two roles only. */
export function isWish(code: unknown): boolean {
  return code === WITHDRAWN || code === 'selfExclusion';
}

/** The donation that an item of a box belongs to. */
export function dinOfItem(item: string): string {
  return item.split(':')[1] ?? '';
}
