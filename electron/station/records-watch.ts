import { localTimeOf } from '#shared/kernel/civil-date.ts';
import { systemTimers } from '../devices/timers.ts';
import { dataFolder } from '../ports/files.ts';
import { describeError } from '../ports/log.ts';
import { lookAtRecords } from './records-thread.ts';
import type { Service } from './services.ts';

const LOOK_MS = 10 * 60_000;
const DAY_MS = 86_400_000;

/**
 * Looks at the file's pages right after the start, beside the work, and at everything that the records
 * promise once a night, or by day when a night was missed. What does not hold closes commands; after an
 * unclean stop the gates on plasma open when the first look is done.
 */
export const recordsWatch: Service = async ({ station, folder }) => {
  const { core } = station;
  const question = { file: dataFolder(folder).database, key: core.parts.keys.database };
  let cancel = () => {};
  let stopLooking = async (): Promise<unknown> => undefined;
  let stopped = false;

  const quickLook = async (): Promise<void> => {
    const look = lookAtRecords({ ...question, depth: 'quick' });
    stopLooking = look.stop;
    const found = await look.done;
    if (found === undefined) return;
    if (found.findings.length === 0) core.unproved = false;
    else core.rescue ??= found.findings[0];
  };
  const turn = async (): Promise<void> => {
    if (stopped) return;
    if (core.unproved) await quickLook();
    if (
      core.rescue === undefined &&
      isDue(core.now(), core.zone(), core.machine.upkeep().verified)
    ) {
      const found = await core.machine.verifyRecords();
      if (found && found.findings.length > 0) core.rescue ??= 'station.recordsContradict';
    }
    if (!stopped) cancel = systemTimers.after(LOOK_MS, () => void turn().catch(report));
  };
  const report = (error: unknown): void => {
    const code = 'station.recordsLookFailed';
    core.parts.log.write({ level: 'error', code, error: describeError(error) });
  };
  const first = quickLook().catch(report);
  cancel = systemTimers.after(LOOK_MS, () => void turn().catch(report));
  return {
    stop: async () => {
      stopped = true;
      cancel();
      await stopLooking();
      await first;
    },
  };
};

/** At night once a day; at any hour when the last look is older than a day and a night. */
function isDue(now: string, zone: string, last: { readonly at: string } | null): boolean {
  const age = last === null ? DAY_MS : Date.parse(now) - Date.parse(last.at);
  const hour = Number(localTimeOf(now, zone).slice(0, 2));
  return age >= 1.5 * DAY_MS || (age >= DAY_MS / 2 && hour >= 1 && hour < 5);
}
