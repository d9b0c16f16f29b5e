import { useEffect, useState } from 'react';

/** Below this the two clocks are one clock of one machine, and the difference is the answer's way. */
const ONE_CLOCK_MS = 5_000;
let aheadMs = 0;

/**
 * Follows a station whose clock is not the page's (practice): what it said, and when by the page's
 * clock (milliseconds) that was heard. An answer is always heard late, so of close measures the
 * greatest is nearest to the truth.
 */
export function followStationClock(said: string, heardAt: number): void {
  const measured = Date.parse(said) - heardAt;
  if (Math.abs(measured) < ONE_CLOCK_MS) aheadMs = 0;
  else if (Math.abs(measured - aheadMs) > ONE_CLOCK_MS || measured > aheadMs) aheadMs = measured;
}

/** The station's time as the page knows it; for display only. */
export function stationNow(): number {
  return performance.timeOrigin + performance.now() + aheadMs;
}

/** The station's time, redrawn every second; for display only. */
export function useNow(stepMs = 1000): number {
  const [now, setNow] = useState(stationNow);
  useEffect(() => {
    const timer = window.setInterval(() => setNow(stationNow()), stepMs);
    return () => window.clearInterval(timer);
  }, [stepMs]);
  return now;
}

/** `HH:mm` in a zone. */
export function timeText(at: number, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
}

/** `YYYY-MM-DD` in a zone. */
export function dateText(at: number, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at);
}
