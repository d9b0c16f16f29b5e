import { event, type NewEvent } from '../../contract/events.ts';
import type { StateReader } from '../../contract/rows.ts';
import { localDateOf } from '../../kernel/civil-date.ts';

/** Donations at whose chair or in whose blood test a lot was used after its last day (civil date). */
function servedAfter(
  read: StateReader,
  lotId: string,
  expires: string,
  zone: string,
): readonly string[] {
  const isLate = (at: string) => localDateOf(at, zone) > expires;
  const chairs = read
    .all('preparation')
    .filter((row) => [row.kitLotId, row.anticoagulantLotId, row.salineLotId].includes(lotId))
    .filter(({ preparedAt }) => isLate(preparedAt));
  const visits = read
    .all('visitBloodTest')
    .filter((row) => row.stripLotId === lotId && isLate(row.testedAt));
  const prepared = new Set(chairs.map(({ id }) => id));
  const donations = [
    ...chairs
      .flatMap(({ chairId }) => read.by('donation', 'chairId', chairId))
      .filter(({ preparationId }) => prepared.has(preparationId)),
    ...visits.flatMap(({ visitId }) => read.by('donation', 'visitId', visitId)),
  ];
  return [...new Set(donations.map(({ id }) => id))].toSorted();
}

/**
 * What follows when a lot turns out to have run out before it was used: each donation that it served is
 * held once for it, and one incident asks somebody to judge.
 */
export function expiredSupplyEvents(
  read: StateReader,
  { lotId, expires }: { readonly lotId: string; readonly expires: string },
  { zone, eventId }: { readonly zone: string; readonly eventId: string },
): readonly NewEvent[] {
  const fresh = servedAfter(read, lotId, expires, zone)
    .map((din) => ({ holdId: `expiredSupply:${din}:${lotId}`, din }))
    .filter(({ holdId }) => read.get('hold', holdId) === undefined);
  if (fresh.length === 0) return [];
  const subjects = [lotId, ...fresh.map(({ din }) => din)];
  const incident = { incidentId: `expiredSupply:${eventId}`, code: 'expiredSupply', subjects };
  return [
    ...fresh.map(({ holdId, din }) => {
      const hold = { holdId, scope: 'donation' as const, target: din, din };
      return event('components.held', { ...hold, code: 'expiredSupply', source: lotId });
    }),
    event('quality.incidentOpened', incident),
  ];
}
