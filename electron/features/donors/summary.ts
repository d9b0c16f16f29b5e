import {
  activeDeferrals,
  confirmedGroups,
  mayKnowOf,
  undecidedPairs,
} from '#shared/features/donors/facts.ts';
import { givingsOf } from '#shared/features/donors/history.ts';
import { maskDocument, maskPhone } from '#shared/features/donors/mask.ts';
import type { DonorRow } from '#shared/features/donors/model.ts';
import { readingOf } from '#shared/features/donors/reading.ts';
import { packsFor, programmesInForce } from '#shared/features/rulesets/facts.ts';
import { earliestAfter } from '#shared/features/rulesets/interval.ts';
import type { PastGiving } from '#shared/features/rulesets/subject.ts';
import { ageOn, type CivilDate, daysBetween } from '#shared/kernel/civil-date.ts';
import type { QueryContext } from '../../station/handlers.ts';

/** A donor in one line of a list: masked, with what reception must see before opening the file. */
export function summaryOf(donor: DonorRow, ctx: QueryContext) {
  const { read, today, actor } = ctx;
  const givings = givingsOf(read, donor.id);
  const last = givings[0]?.startedOn ?? null;
  const nextOn = soonestAfter(givings, ctx);
  const groups = confirmedGroups(read, donor.id);
  return {
    donorId: donor.id,
    number: donor.number,
    name: donor.name,
    reading: readingOf(donor.name),
    sex: donor.sex,
    birthDate: donor.birthDate,
    age: ageOn(donor.birthDate as CivilDate, today),
    phoneMasked: maskPhone(donor.phone),
    documentMasked: maskDocument(donor.documentNumber),
    group: groups.length === 1 ? (groups[0] ?? null) : null,
    lastGivenOn: last,
    daysSince: last === null ? null : daysBetween(last, today),
    nextOn: nextOn > today ? nextOn : null,
    deferred: activeDeferrals(read, donor.id, today).some((row) =>
      mayKnowOf(row, actor?.roles ?? []),
    ),
    lookAlike: undecidedPairs(read, donor.id).length > 0,
  };
}

/** First day on which the intervals of any programme in force let her come; empty where none asks to wait. */
function soonestAfter(givings: readonly PastGiving[], { read, today }: QueryContext): string {
  const days = programmesInForce(read, today).flatMap(({ programme, content }) => {
    const packs = packsFor(read, programme, today).map((row) => row.content);
    return content.donationTypes.map((type) => earliestAfter(packs, givings, type.id) ?? '');
  });
  return days.sort()[0] ?? '';
}
