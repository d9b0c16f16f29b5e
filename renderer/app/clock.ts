import { useEffect, useState } from 'react';

let aheadMs = 0;

/** Follows the station's clock: what it said, and when (page clock, milliseconds) that was heard. */
export function followStationClock(said: string, heardAt: number): void {
  aheadMs = Date.parse(said) - heardAt;
}

/** The station's time as the page knows it, for display and for the times of scans. */
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
