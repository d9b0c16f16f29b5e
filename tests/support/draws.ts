import { type BodyOf, event, type NewEvent } from '#shared/contract/events.ts';

/** A draw of the donor that began at an instant of her local day, where `place` says. */
export function drawStarted(
  din: string,
  donorId: string,
  startedAt: string,
  targetMl = 400,
  place: Partial<BodyOf<'collection.started'>> = {},
): NewEvent {
  return event('collection.started', {
    din,
    donorId,
    visitId: `visit-${din}`,
    decisionId: `decision-${din}`,
    programme: 'convalescentPlasma',
    donationType: 'convalescentPlasma',
    chairId: 'chair-1',
    preparationId: `prep-${din}`,
    deviceId: 'machine-1',
    linked: true,
    arm: 'left',
    targetMl,
    identity: 'openQuestion',
    startedAt,
    localDate: startedAt.slice(0, 10),
    ...place,
  });
}
