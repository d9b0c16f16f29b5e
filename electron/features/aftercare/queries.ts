import type { Role } from '#shared/contract/roles.ts';
import type { LateInformationRow, RecallRow } from '#shared/features/aftercare/model.ts';
import { recallOpen } from '#shared/features/aftercare/recall.ts';
import type { DonationRow } from '#shared/features/collection/model.ts';
import { isWish } from '#shared/features/collection/words.ts';
import { seesConfidential } from '#shared/features/donors/facts.ts';
import { recentDonations } from '#shared/features/laboratory/recent.ts';
import { defineQueries, type QueryContext } from '../../station/handlers.ts';
import { searchDonors } from '../donors/store-search.ts';

/** Callers ring within weeks; an older donation is found by its number or its donor. */
const DAYS_SHOWN = 60;
const LINES_SHOWN = 20;

/** Reads of late information. */
export const aftercareQueries = defineQueries({
  'aftercare.recent': ({ search }, ctx) =>
    found(search.trim().toUpperCase(), ctx)
      .filter((donation) => donation.endedAt !== null)
      .flatMap((donation) => lineOf(donation, ctx))
      .slice(0, LINES_SHOWN),
  'aftercare.recalls': (_input, ctx) =>
    ctx.read
      .all('recall')
      .filter((row) => row.closedAt === null)
      .toSorted((a, b) => (a.openedAt < b.openedAt ? -1 : 1))
      .map((row) => recallLine(row, ctx)),
  'aftercare.informationList': (_input, { read, actor }) =>
    [...read.all('lateInformation')]
      .filter((row) => mayKnow(row, actor?.roles ?? []))
      .sort((a, b) => b.receivedAt.localeCompare(a.receivedAt))
      .slice(0, 200)
      .map((row) => ({
        informationId: row.id,
        din: row.din,
        code: row.code,
        receivedAt: row.receivedAt,
        by: read.get('staff', row.by)?.name ?? row.by,
      })),
});

function recallLine({ id, unitId, din, openedAt }: RecallRow, { read }: QueryContext) {
  const calls = read
    .by('recallCall', 'recallId', id)
    .toSorted((a, b) => (`${a.at}${a.id}` < `${b.at}${b.id}` ? -1 : 1));
  const issue = read.by('issue', 'unitId', unitId).at(-1);
  return {
    recallId: id,
    unitId,
    din,
    openedAt,
    consignee: calls.at(-1)?.consignee ?? issue?.consignee ?? '',
    receiver: issue?.receiver ?? '',
    phone: (issue && read.get('consignee', issue.consigneeId)?.phone) ?? '',
    waitsFor: recallOpen(calls) ?? null,
    calls: calls.map(({ at, by, consignee, person, answer, doctor }) => ({
      at,
      by: read.get('staff', by)?.name ?? by,
      consignee,
      person,
      answer,
      doctor,
    })),
  };
}

/** Donations behind a number, a name or a phone; without words the recent ones. */
function found(text: string, { read, db, today }: QueryContext): readonly DonationRow[] {
  if (text === '') return recentDonations(read, today, DAYS_SHOWN);
  const byNumber = read.get('donation', text);
  if (byNumber) return [byNumber];
  return searchDonors(db, text)
    .ids.flatMap((donorId) => read.by('donation', 'donorId', donorId))
    .toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
}

/** That a donor wished her plasma not to be used is known to two roles only. */
function mayKnow({ code }: LateInformationRow, roles: readonly Role[]): boolean {
  return !isWish(code) || seesConfidential(roles);
}

function lineOf(donation: DonationRow, { read, actor }: QueryContext) {
  const donor = read.get('donor', donation.donorId);
  if (!donor) return [];
  return [
    {
      din: donation.id,
      donorName: donor.name,
      donorNumber: donor.number,
      phoneTail: donor.phone.slice(-4),
      collectedAt: donation.startedAt,
      informed: read
        .by('lateInformation', 'din', donation.id)
        .filter((row) => mayKnow(row, actor?.roles ?? [])).length,
    },
  ];
}
