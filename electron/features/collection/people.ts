import { confirmedGroups } from '#shared/features/donors/facts.ts';
import type { DonorRow } from '#shared/features/donors/model.ts';
import { ageOn, type CivilDate } from '#shared/kernel/civil-date.ts';
import type { QueryContext } from '../../station/handlers.ts';

const DOUBLE_SURNAMES =
  /^(欧阳|司马|上官|诸葛|皇甫|司徒|尉迟|公孙|慕容|令狐|夏侯|东方|端木|独孤|南宫|长孙|宇文|轩辕|百里|呼延)/;

/** 张女士: the surname alone, for screens that others can read. */
export function shortName({ name, sex }: Pick<DonorRow, 'name' | 'sex'>): string {
  const surname = DOUBLE_SURNAMES.exec(name)?.[0] ?? [...name][0] ?? '';
  return `${surname}${sex === 'male' ? '先生' : '女士'}`;
}

/** A donor as the bedside screens show her. */
export function personOf(donorId: string, { read, today }: QueryContext) {
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
  };
}
