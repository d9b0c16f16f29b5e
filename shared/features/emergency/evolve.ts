import type { Evolve } from '../../contract/rows.ts';
import { put } from '../../kernel/rows.ts';
import { stampOf } from '../../kernel/stamp.ts';
import type { EmergencyRows } from './model.ts';

const change = put<EmergencyRows, keyof EmergencyRows & string>;

/** Transitions of emergency reading; of two ends or reviews the earlier stands. */
export const evolveEmergency: Evolve<EmergencyRows> = {
  'emergency.opened': (_read, { body, at, reason }) => {
    const { accessId, staffId, until } = body;
    return [change('emergency', { id: accessId, staffId, until, openedAt: at, why: reason ?? '' })];
  },
  'emergency.ended': (read, { body: { accessId }, at }) => {
    const known = read.get('emergencyEnd', accessId)?.endedAt ?? at;
    return [change('emergencyEnd', { id: accessId, endedAt: known < at ? known : at })];
  },
  'emergency.reviewed': (read, entry) => {
    const { accessId, ...found } = entry.body;
    const stamp = stampOf(entry);
    const known = read.get('emergencyReview', accessId);
    if (known && known.stamp < stamp) return [];
    const review = { ...found, reviewedAt: entry.at, reviewedBy: entry.actor, stamp };
    return [change('emergencyReview', { id: accessId, ...review })];
  },
};
