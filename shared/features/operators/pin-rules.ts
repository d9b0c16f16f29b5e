/** Shortest and longest PIN. */
export const PIN_LENGTH = { min: 6, max: 12 } as const;

/** Wrong PINs in a row: from the fifth a minute, doubling; from the tenth until somebody lifts it. */
export const LOCK_OUT = { firstAt: 5, forGoodAt: 10, firstMinutes: 1 } as const;

/** PINs that everybody tries first, besides runs and repeats. */
const WELL_KNOWN: ReadonlySet<string> = new Set([
  '112233',
  '123123',
  '121212',
  '147258',
  '159357',
  '168168',
  '520520',
  '521521',
  '5201314',
  '1314520',
  '110110',
  '101010',
  '123321',
  '112211',
  '100200',
  '888666',
  '666888',
]);

/** What is wrong with a PIN, or undefined. Digits only, because it is typed on a pad with gloves on. */
export function pinProblem(
  pin: string,
  badge: string,
): 'operators.pinShape' | 'operators.pinWeak' | undefined {
  if (!/^[0-9]+$/.test(pin) || pin.length < PIN_LENGTH.min || pin.length > PIN_LENGTH.max)
    return 'operators.pinShape';
  const isRun = '01234567890123'.includes(pin) || '32109876543210'.includes(pin);
  const isRepeat = new Set(pin).size === 1;
  if (isRun || isRepeat || WELL_KNOWN.has(pin) || pin === badge) return 'operators.pinWeak';
  return undefined;
}

/** What a count of wrong PINs in a row means at an instant. */
export function lockOutAfter(
  failures: number,
  now: string,
): { readonly until: string | null } | undefined {
  if (failures < LOCK_OUT.firstAt) return undefined;
  if (failures >= LOCK_OUT.forGoodAt) return { until: null };
  const minutes = LOCK_OUT.firstMinutes * 2 ** (failures - LOCK_OUT.firstAt);
  return { until: new Date(Date.parse(now) + minutes * 60_000).toISOString() };
}

/** How many more wrong PINs the account takes before it locks. */
export function triesLeft(failures: number): number {
  return Math.max(1, LOCK_OUT.firstAt - failures);
}

/** Wrong PINs in a row at one station, whoever's: from the twentieth each costs a minute. */
export const STATION_PAUSE = { firstAt: 20, minutes: 1 } as const;

/** Until when a station takes no badge and name; undefined while it does. */
export function pauseAfter(failures: number, now: string): string | undefined {
  if (failures < STATION_PAUSE.firstAt) return undefined;
  return new Date(Date.parse(now) + STATION_PAUSE.minutes * 60_000).toISOString();
}

/** Whether a lock-out still holds: for good, or until its time has come. */
export function isLockedOut(
  lockOut: { readonly active: boolean; readonly until: string | null } | undefined,
  now: string,
): boolean {
  if (!lockOut?.active) return false;
  return lockOut.until === null || now < lockOut.until;
}
