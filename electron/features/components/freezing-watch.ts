import { overdueAt } from '#shared/features/components/rules/overdue.ts';
import { localDateOf } from '#shared/kernel/civil-date.ts';
import { systemTimers } from '../../devices/timers.ts';
import type { Service } from '../../station/services.ts';

const LOOK_MS = 30_000;

/**
 * Holds plasma whose freezing limit passes while nobody touches it. Looks first, so that a quiet
 * station journals nothing.
 */
export const freezingWatch: Service = async ({ station }) => {
  let stopped = false;
  let cancel = () => {};
  const look = async (): Promise<void> => {
    if (stopped) return;
    const { core } = station;
    const now = core.now();
    const today = localDateOf(now, core.zone());
    if (core.rescue === undefined && overdueAt(core.store.reader, now, today).length > 0)
      await station.act('components.holdOverdue', {});
    if (!stopped) cancel = systemTimers.after(LOOK_MS, () => void look());
  };
  await look();
  return {
    stop: async () => {
      stopped = true;
      cancel();
    },
  };
};
