import { isOverdue, openCalls, unnoted } from '#shared/features/calls/facts.ts';
import { attributeCall, noteOverdueCalls, raiseCall } from '#shared/features/calls/rules.ts';
import { defineCommands, defineQueries } from '../../station/handlers.ts';
import { watch } from '../../station/watch.ts';

/** Commands of presses beside a running draw. */
export const callsCommands = defineCommands({
  'calls.raise': raiseCall,
  'calls.attribute': attributeCall,
  'calls.noteOverdue': noteOverdueCalls,
});

/** Reads of presses beside a running draw. */
export const callsQueries = defineQueries({
  'calls.open': (_input, { read, now }) =>
    openCalls(read).map((row) => ({
      callId: row.id,
      din: row.din,
      chair: read.get('chair', row.chairId)?.code ?? '',
      what: row.what,
      raisedAt: row.raisedAt,
      overdue: isOverdue(row, now),
    })),
});

/** Opens an incident on a press that stays nobody's. */
export const callsWatch = watch(
  'calls.noteOverdue',
  ({ read, now }) => unnoted(read, now).length > 0,
);
