import type { StateReader } from '#shared/contract/rows.ts';
import { type CivilDate, localDateOf } from '#shared/kernel/civil-date.ts';
import { systemTimers } from '../devices/timers.ts';
import type { Service } from './services.ts';

const LOOK_MS = 30_000;

/** What a look sees. */
export interface Sight {
  readonly read: StateReader;
  readonly now: string;
  readonly today: CivilDate;
  readonly zone: string;
}

/**
 * A service that looks every half minute and lets the station act on itself where something fell due
 * while nobody touched it. Looks first, so that a quiet station journals nothing.
 */
export function watch(command: string, isDue: (sight: Sight) => boolean): Service {
  return async ({ station }) => {
    let stopped = false;
    let cancel = () => {};
    const look = async (): Promise<void> => {
      if (stopped) return;
      const { core } = station;
      const now = core.now();
      const zone = core.zone();
      const today = localDateOf(now, zone);
      const { reader: read } = core.store;
      if (core.rescue === undefined && isDue({ read, now, today, zone }))
        await station.act(command, {});
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
}
