import type { DonationRow } from '#shared/features/collection/model.ts';
import { confirmedGroups } from '#shared/features/donors/facts.ts';
import type { DonorRow } from '#shared/features/donors/model.ts';
import { newest } from '#shared/features/visits/subject.ts';
import { ageOn, type CivilDate } from '#shared/kernel/civil-date.ts';
import type { QueryContext } from '../../station/handlers.ts';

const DOUBLE_SURNAMES =
  /^(欧阳|司马|上官|诸葛|皇甫|司徒|尉迟|公孙|慕容|令狐|夏侯|东方|端木|独孤|南宫|长孙|宇文|轩辕|百里|呼延)/;

/** 张女士: the surname alone, for screens that others can read. */
export function shortName({ name, sex }: Pick<DonorRow, 'name' | 'sex'>): string {
  const surname = DOUBLE_SURNAMES.exec(name)?.[0] ?? [...name][0] ?? '';
  return `${surname}${sex === 'male' ? '先生' : '女士'}`;
}

/** A donor as the bedside screens show her, with the finger-prick of the visit until a group stands. */
export function personOf(donorId: string, visitId: string | undefined, ctx: QueryContext) {
  const { read, today } = ctx;
  const donor = read.get('donor', donorId);
  if (!donor) throw new Error('a donation without its donor');
  const groups = confirmedGroups(read, donorId);
  return {
    donorId,
    name: donor.name,
    shortName: shortName(donor),
    sex: donor.sex,
    birthDate: donor.birthDate,
    age: ageOn(donor.birthDate as CivilDate, today),
    number: donor.number,
    group: groups.length === 1 ? (groups[0] ?? null) : null,
    fingerPrick: groups.length === 0 ? fingerPrickOf(visitId, read) : null,
  };
}

function fingerPrickOf(visitId: string | undefined, read: QueryContext['read']) {
  if (visitId === undefined) return null;
  return newest(read.by('visitBloodTest', 'visitId', visitId), (row) => row.testedAt)?.abo ?? null;
}

/** A member of staff by name; null for nobody. */
export function nameOf(staffId: string | null, read: QueryContext['read']): string | null {
  return staffId === null ? null : (read.get('staff', staffId)?.name ?? staffId);
}

/** Who is in service, and who of them may order a drug. */
export function activeStaff({ read }: QueryContext) {
  return read
    .all('staff')
    .filter((staff) => staff.active)
    .map(({ id: staffId, name, roles }) => ({
      staffId,
      name,
      physician: roles.includes('physician'),
    }));
}

/** Who cares for the donor of a donation from arrival to leaving; null where nobody was named. */
export function carerOf({ visitId }: DonationRow, read: QueryContext['read']): string | null {
  return nameOf(read.get('visit', visitId)?.carerId ?? null, read);
}
