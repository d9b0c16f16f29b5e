import type { StateReader } from '../../contract/rows.ts';
import type { LotKind } from './kinds.ts';
import type { DeviceRow, LotRow, PlaceRow } from './model.ts';

/** What staff are qualified for; a skill's code in `equipment.qualificationRecorded`. */
export const SKILLS = [
  'venepuncture',
  'apheresis',
  'laboratory',
  'labeling',
  'release',
  'firstAid',
] as const;

/** One of the skills that the station knows. */
export type Skill = (typeof SKILLS)[number];

/**
 * Whether somebody is qualified for a skill on a civil date (the last day included). Both accounts of
 * one human count as one: a qualification is the person's, not the badge's.
 */
export function isQualified(
  read: StateReader,
  staffId: string,
  skill: Skill,
  today: string,
): boolean {
  const until = qualifiedUntil(read, staffId, skill);
  return until !== undefined && today <= until;
}

/** Last day of a person's qualification, or undefined when none is recorded. */
function qualifiedUntil(read: StateReader, staffId: string, skill: Skill): string | undefined {
  const staff = read.get('staff', staffId);
  const accounts = staff ? read.by('staff', 'personId', staff.personId).map((row) => row.id) : [];
  return [staffId, ...accounts]
    .map((id) => read.get('qualification', `${id}:${skill}`)?.until)
    .filter((until) => until !== undefined)
    .toSorted()
    .at(-1);
}

/** Why a lot may not be used on a civil date, or undefined when it may. */
export function lotProblem(
  lot: LotRow | undefined,
  today: string,
  serves?: string,
):
  | 'equipment.lotUnknown'
  | 'equipment.lotWithdrawn'
  | 'equipment.lotExpired'
  | 'equipment.lotServes'
  | undefined {
  if (!lot) return 'equipment.lotUnknown';
  if (lot.withdrawn) return 'equipment.lotWithdrawn';
  if (lot.expires < today) return 'equipment.lotExpired';
  const isFit = serves === undefined || lot.serves.length === 0 || lot.serves.includes(serves);
  return isFit ? undefined : 'equipment.lotServes';
}

/** Lots of a kind that may be used on a civil date, the one that expires first first. */
export function usableLots(
  read: StateReader,
  kind: LotKind,
  today: string,
  serves?: string,
): readonly LotRow[] {
  return read
    .by('lot', 'kind', kind)
    .filter((lot) => lotProblem(lot, today, serves) === undefined)
    .toSorted((a, b) => (`${a.expires} ${a.id}` < `${b.expires} ${b.id}` ? -1 : 1));
}

/** The active device with this code (`DV-<code>-…`). */
export function deviceByCode(read: StateReader, code: string): DeviceRow | undefined {
  return read.by('device', 'code', code).find((row) => row.active);
}

/** Whether a device is on record with a link of any kind. */
export function isLinked(device: DeviceRow | undefined): boolean {
  return device !== undefined && device.link.kind !== 'none';
}

/** Whether a machine passed its daily check on a civil date. */
export function isCheckedToday(device: DeviceRow, today: string): boolean {
  return device.checkedOk && device.checkedOn === today;
}

/** The offset of one printer on one stock; zero where none was measured. */
export function offsetOf(
  read: StateReader,
  deviceId: string,
  stockId: string,
): { readonly xTenthsMm: number; readonly yTenthsMm: number } {
  const row = read.get('printerOffset', `${deviceId}:${stockId}`);
  return { xTenthsMm: row?.xTenthsMm ?? 0, yTenthsMm: row?.yTenthsMm ?? 0 };
}

/** Whether the last reading of a place lies within its limits; undefined without a reading. */
export function isWithinLimits(place: PlaceRow): boolean | undefined {
  if (place.lastTenthsC === null) return undefined;
  const isAbove = place.maxTenthsC !== null && place.lastTenthsC > place.maxTenthsC;
  const isBelow = place.minTenthsC !== null && place.lastTenthsC < place.minTenthsC;
  return !isAbove && !isBelow;
}
