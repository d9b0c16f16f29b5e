import type { EntryOf } from '../contract/events.ts';
import { addDays, type CivilDate } from '../kernel/civil-date.ts';
import { type Examination, type History, violation } from './history.ts';
import { figure, listed, packInForce, rule } from './policy.ts';

const GENERAL = 'generalDonor';

/** INV-07: nobody is received on a document out of date unless the rules let something stand for it. */
export const documentsWereValid: Examination = (history) =>
  history.of('visits.checkedIn').flatMap((entry) => {
    const { donorId, visitId, document } = entry.body;
    const until = documentUntil(history, donorId, entry);
    const pack = packInForce(history, GENERAL, entry.localDate, history.position(entry));
    const grace = figure(pack, 'SITE-DOCUMENT', 'days') ?? 0;
    if (until === null || entry.localDate <= addDays(until as CivilDate, grace)) return [];
    const row = rule(pack, 'SITE-DOCUMENT');
    const isAllowed = document && row && listed(row, 'instead').includes(document.by);
    const isProved =
      document?.by === 'secondPerson' ? entry.second !== null : typeof document?.kind === 'string';
    return isAllowed && isProved
      ? []
      : [violation('INV-07', visitId, entry, 'received on a document out of date')];
  });

/** Last day of the donor's document as it was known then. */
function documentUntil(
  history: History,
  donorId: string,
  entry: EntryOf<'visits.checkedIn'>,
): string | null {
  const at = history.position(entry);
  const told = [
    ...history.naming('donors.registered', 'donorId', donorId, at).slice(0, 1),
    ...history.naming('donors.amended', 'donorId', donorId, at),
  ].filter(({ body }) => body.documentUntil !== undefined);
  return told.at(-1)?.body.documentUntil ?? null;
}
