import type { Evolve } from '../../contract/rows.ts';
import { put } from '../../kernel/rows.ts';
import { stampOf } from '../../kernel/stamp.ts';
import type { CallsRows } from './model.ts';

const change = put<CallsRows, keyof CallsRows & string>;

/** Transitions of presses beside a draw; of two words on whose it was the earlier stands. */
export const evolveCalls: Evolve<CallsRows> = {
  'calls.raised': (_read, { body, at }) => {
    const { callId, ...call } = body;
    return [change('call', { ...call, id: callId, raisedAt: at })];
  },
  'calls.attributed': (read, entry) => {
    const { callId, staffId } = entry.body;
    const stamp = stampOf(entry);
    const known = read.get('callOwner', callId);
    if (known && known.stamp < stamp) return [];
    const owner = { staffId, attributedAt: entry.at, attributedBy: entry.actor, stamp };
    return [change('callOwner', { id: callId, ...owner })];
  },
};
