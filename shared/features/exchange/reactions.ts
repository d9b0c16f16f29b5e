import { event } from '../../contract/events.ts';
import type { Reactions } from '../../contract/rows.ts';
import { holdIdOf } from '../components/holds.ts';
import { conflictIdOf } from './conflicts.ts';

/** A number that two stations gave holds everything that carries it until people found out (INV-01). */
export const exchangeReactions: Reactions = {
  'collection.numberAssigned': (read, { body: { din } }) => {
    const source = conflictIdOf('number', din);
    const holdId = holdIdOf('identityDoubt', din, source);
    if (!read.get('conflict', source) || read.get('hold', holdId)) return [];
    const hold = { holdId, scope: 'donation' as const, target: din, din, code: 'identityDoubt' };
    const incident = { incidentId: source, code: 'identityDoubt', subjects: [din] };
    const opened = read.get('incident', source) ? [] : [event('quality.incidentOpened', incident)];
    return [event('components.held', { ...hold, source }), ...opened];
  },
};
