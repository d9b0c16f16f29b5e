import { event } from '../../contract/events.ts';
import type { Reactions } from '../../contract/rows.ts';
import { runningEmergency } from './access.ts';

/** Who leaves takes her emergency with her. */
export const emergencyReactions: Reactions = {
  'operators.signedOut': (read, { body, at }) => {
    const running = runningEmergency(read, body.staffId, at);
    if (!running) return [];
    return [event('emergency.ended', { accessId: running.id, how: 'signedOut' })];
  },
};
