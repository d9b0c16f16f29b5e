import { residentIdCheck } from '#shared/codes/resident-id.ts';
import { addDays, addMonths, type CivilDate } from '#shared/kernel/civil-date.ts';
import type { DemoDriver } from './driver.ts';

/** An invented donor. Resident numbers are of area 120000, which is not issued to people. */
export interface DemoDonor {
  readonly name: string;
  readonly sex: 'male' | 'female';
  /** Completed years on the day of registration; the birthday lies a hundred days back. */
  readonly age: number;
  readonly birthDate?: CivilDate;
  readonly phone: string;
  readonly passport?: string;
  /** Days since onset of symptoms; 0 for no assessment by the hospital. */
  readonly onsetDays?: number;
  readonly abo?: 'A' | 'B' | 'O' | 'AB';
  /** The programme whose disease the hospital speaks of; the site's first one when left out. */
  readonly programme?: string;
}

let serial = 0;

/** Starts the run of sequence digits anew, so that a seed gives the same numbers. */
export function resetDonorSerial(): void {
  serial = 0;
}

/** A valid resident number for a birth date and sex; its sequence digits only count up. */
export function demoResidentId(birthDate: CivilDate, sex: 'male' | 'female'): string {
  serial += 1;
  const sequence = String(serial * 2 + (sex === 'male' ? 1 : 0)).padStart(3, '0');
  const first = `120000${birthDate.replaceAll('-', '')}${sequence}`;
  return `${first}${residentIdCheck(first)}`;
}

/** Birth date of somebody who is `age` on a day. */
function birthOf(age: number, today: CivilDate): CivilDate {
  return addDays(addMonths(today, -12 * age), -100);
}

export interface RegisteredDonor extends DemoDonor {
  readonly donorId: string;
  readonly number: string;
  readonly birthDate: CivilDate;
}

/** Registers a donor, with the hospital's assessment where there is one. */
export async function registerDonor(
  driver: DemoDriver,
  donor: DemoDonor,
): Promise<RegisteredDonor> {
  const today = driver.today();
  const birthDate = donor.birthDate ?? birthOf(donor.age, today);
  const { name, phone, sex, passport } = donor;
  const document = passport
    ? { kind: 'passport' as const, number: passport, numberAgain: passport, sex, birthDate }
    : { kind: 'residentId' as const, number: demoResidentId(birthDate, sex) };
  const made = await driver.act('donors.register', { document, name, phone }, { as: 'nurse' });
  const onsetDays = donor.onsetDays ?? 60;
  if (onsetDays > 0) await recordAssessment(driver, made.donorId, onsetDays, donor.programme);
  return { ...donor, donorId: made.donorId, number: made.number, birthDate };
}

async function recordAssessment(
  driver: DemoDriver,
  donorId: string,
  onsetDays: number,
  programme: string | undefined,
): Promise<void> {
  const today = driver.today();
  const dischargedOn = addDays(today, -Math.max(1, onsetDays - 15));
  const first = Date.parse(`${addDays(dischargedOn, -3)}T02:00:00.000Z`);
  const input = {
    donorId,
    ...(programme === undefined ? {} : { programme }),
    onsetOn: addDays(today, -onsetDays),
    dischargedOn,
    negativeTests: [first, first + 26 * 3_600_000].map((at) => new Date(at).toISOString()),
    doctor: '吴敬之',
    hospital: '海河医院（演示）',
    documentSeen: true,
    fitForDonation: true,
  };
  await driver.act('donors.recordAssessment', input, { as: 'nurse' });
}
