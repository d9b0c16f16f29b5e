import type { SentOf } from '#shared/contract/index.ts';
import type { VisitView } from './visit-screen.tsx';

/** Whose figures a form of a visit asks the devices for. */
export function measuredAt({
  visitId,
  startedAt,
  donor,
}: VisitView): SentOf<'equipment.offeredFigures'> {
  return { since: startedAt, subjects: [donor.number], taker: visitId };
}
