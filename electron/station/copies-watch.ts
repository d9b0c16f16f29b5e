import { systemTimers } from '../devices/timers.ts';
import { systemClock } from '../ports/clock.ts';
import { describeError } from '../ports/log.ts';
import type { Machine } from '../ports/machine.ts';
import type { Service } from './services.ts';

/** How often it is asked whether a copy is due. */
export const COPY_LOOK_MS = 60_000;
/** Looks between two comparisons of the copies with the station. */
const COMPARED_EVERY = 15;

/**
 * Makes a proved copy when journal entries are older than the window that may be lost with the disk:
 * every quarter of an hour of work where a second folder is set, else twice a day beside the database.
 * Compares the newest copies with the station at the start and every quarter of an hour.
 */
export const copiesWatch: Service = async ({ station }) => {
  const { core } = station;
  let cancel = () => {};
  let stopped = false;
  let copied = '';
  let looks = 0;
  const look = async (): Promise<void> => {
    try {
      const { hash } = core.head;
      if (core.rescue === undefined && hash !== copied && isDue(core.machine)) {
        const made = await core.machine.backUp();
        if (made.ok) copied = hash;
        else core.parts.log.write({ level: 'error', code: made.error });
      }
      looks += 1;
      if (looks % COMPARED_EVERY === 1) core.machine.compareCopies();
    } catch (error) {
      const code = 'station.copyFailed';
      core.parts.log.write({ level: 'error', code, error: describeError(error) });
    }
    if (!stopped) cancel = systemTimers.after(COPY_LOOK_MS, () => void look());
  };
  core.machine.compareCopies();
  cancel = systemTimers.after(COPY_LOOK_MS, () => void look());
  return {
    stop: async () => {
      stopped = true;
      cancel();
    },
  };
};

/**
 * Work that may be lost with the disk is a quarter of an hour (RPO): the age at which a copy falls due,
 * the look that notices it and the copy itself. Hours where there is no other disk.
 */
export const COPY_DUE_MS = 13 * 60_000;
const WITHOUT_MS = 12 * 3_600_000;

function isDue(machine: Machine): boolean {
  const [last] = machine.backups();
  if (last === undefined) return true;
  const age = Date.parse(systemClock.now()) - Date.parse(last.at);
  return age >= (machine.upkeep().copyFolder === null ? WITHOUT_MS : COPY_DUE_MS);
}
