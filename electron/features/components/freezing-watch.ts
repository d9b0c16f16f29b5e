import { overdueAt } from '#shared/features/components/rules/overdue.ts';
import { watch } from '../../station/watch.ts';

/** Holds plasma whose freezing limit passes while nobody touches it. */
export const freezingWatch = watch(
  'components.holdOverdue',
  ({ read, now, today }) => overdueAt(read, now, today).length > 0,
);
