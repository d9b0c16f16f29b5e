import { event } from '#shared/contract/events.ts';
import type { World } from '../../features/collection/world.ts';
import { drawStarted } from '../../support/draws.ts';

/** The chairs of a full room; chair 3 stands in every `World`. */
const CHAIRS = [1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/**
 * Fills the room of a world: a draw on every other chair, donors with double surnames, an alarm on each
 * third chair and a reaction on each fourth. Answers the numbers of the new draws.
 */
export function fillRoom(world: World, now: string): readonly string[] {
  return CHAIRS.map((chair) => {
    const donor = world.donor(String(chair * 4 + 2));
    const din = `A999926${String(9000 + chair).padStart(6, '0')}`;
    const chairId = `chair-${chair}`;
    const place = { chairId, visitId: donor.visitId, deviceId: `device-${chair}` };
    const about = { din, at: now };
    const alarm = { ...about, markId: `alarm-${chair}`, code: 'VENOUS_PRESSURE_HIGH', values: {} };
    const reaction = { reactionId: `reaction-${chair}`, donorId: donor.donorId, kind: 'faint' };
    world.seed(
      event('equipment.chairSet', {
        chairId,
        code: String(chair),
        name: `${chair} 号椅`,
        position: chair,
        active: true,
      }),
      drawStarted(din, donor.donorId, now, 400, place),
      ...(chair % 3 === 0
        ? [event('collection.alarmRaised', { ...alarm, recordNumber: chair })]
        : []),
      ...(chair % 4 === 0
        ? [
            event('collection.reactionRecorded', {
              ...{ ...about, ...reaction },
              severity: 'severe',
              physicianCalled: true,
            }),
          ]
        : []),
    );
    return din;
  });
}
