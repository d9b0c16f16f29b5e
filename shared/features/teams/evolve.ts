import type { Evolve } from '../../contract/rows.ts';
import { put } from '../../kernel/rows.ts';
import { stampOf } from '../../kernel/stamp.ts';
import type { TeamsRows } from './model.ts';

/** Transitions of teams; of two stations the newest word about a member wins. */
export const evolveTeams: Evolve<TeamsRows> = {
  'teams.memberSet': (read, entry) => {
    const { body, at } = entry;
    const [id, stamp] = [`${body.team}:${body.donorId}`, stampOf(entry)];
    const before = read.get('teamMember', id);
    if (before && before.stamp >= stamp) return [];
    return [put<TeamsRows, 'teamMember'>('teamMember', { ...body, id, at, stamp })];
  },
  'teams.calledOut': (_read, { body: { callOutId, ...list }, at, actor }) => [
    put<TeamsRows, 'callOut'>('callOut', { ...list, id: callOutId, at, by: actor }),
  ],
};
