import { type Clock, systemClock } from '../ports/clock.ts';

/** A clock that begins at an instant and goes on at the true pace; demo folders only. */
export function practiceClock(from: string): Clock {
  const begun = Date.parse(from);
  const started = systemClock.elapsedMs();
  return {
    now: () => new Date(begun + systemClock.elapsedMs() - started).toISOString(),
    elapsedMs: systemClock.elapsedMs,
    isPractice: true,
  };
}

/** A clock that stands until it is set; demo data are made with it. */
export interface HandClock extends Clock {
  readonly set: (utc: string) => void;
}

/** Makes a hand-set clock at an instant. */
export function handClock(from: string): HandClock {
  let now = Date.parse(from);
  return {
    now: () => new Date(now).toISOString(),
    // Sessions of the script do not go idle while its clock jumps over days.
    elapsedMs: () => 0,
    set: (utc) => {
      now = Date.parse(utc);
    },
  };
}
