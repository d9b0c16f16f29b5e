import { type BodyOf, event, type NewEvent } from '../../../contract/events.ts';
import type { StateReader } from '../../../contract/rows.ts';
import { collectionRule } from '../facts.ts';
import type { DonationRow } from '../model.ts';
import { variesTooMuch } from './figures.ts';

/**
 * The machine's own end record after a person had keyed the end and a second one read it back. It is kept
 * beside their figure, which it never replaces; where the two volumes (mL) differ beyond rule SITE-VOLVAR,
 * or the pack does not tell, the donation is held and an incident opened, both named after the record.
 */
export function lateEndEvents(
  read: StateReader,
  donation: DonationRow,
  body: BodyOf<'collection.endReported'>,
): readonly NewEvent[] {
  const { id: din, programme, donationType, localDate } = donation;
  const reported = event('collection.endReported', body);
  const percent = collectionRule(read, programme, donationType, localDate)?.variancePercent;
  const keyedMl = donation.machineMl ?? 0;
  if (percent !== undefined && !variesTooMuch(keyedMl, body.machineMl, percent)) return [reported];
  const code = 'volumeVariance';
  const cause = `${code}:${din}:${body.markId}`;
  const hold = { holdId: cause, scope: 'donation' as const, target: din, din };
  return [
    reported,
    event('components.held', { ...hold, code, source: din }),
    event('quality.incidentOpened', { incidentId: cause, code, subjects: [din] }),
  ];
}
