import { z } from 'zod';
import { command, query } from '../../contract/define.ts';
import { din, id, utc } from '../../contract/fields.ts';
import { CALLS } from './model.ts';

const nothing = z.strictObject({});
const what = z.enum(CALLS);

/** "Reaction" and "stopped" beside a running draw: no lock and no lock-out takes them away. */
export const callsContract = {
  'calls.raise': command('public', z.strictObject({ din, what }), z.strictObject({ callId: id })),
  'calls.attribute': command(
    ['nurse', 'physician', 'supervisor'],
    z.strictObject({ callId: id, staffId: id }),
    nothing,
  ),
  /** The clock of the station: what is nobody's after half an hour becomes an incident. */
  'calls.noteOverdue': command('station', nothing, nothing),
  /** Presses that are nobody's yet; names nobody. */
  'calls.open': query(
    'public',
    nothing,
    z.array(
      z.strictObject({
        callId: id,
        din: z.string(),
        chair: z.string(),
        what,
        raisedAt: utc,
        overdue: z.boolean(),
      }),
    ),
    ['calls'],
  ),
} as const;
