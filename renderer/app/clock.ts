import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';

/** How late an answer may be heard: within this an earlier time is the same clock. */
const LATE_MS = 60_000;
/** The page's own clock, when the station is no further ahead of it than this. */
const ONE_CLOCK_MS = 5_000;
/** A step of the followed clock that screens must not wait for: they would show lateness that is none. */
const STEP_MS = 1_000;
let aheadMs = 0;
const watchers = new Set<() => void>();

/** Calls back when the followed clock makes a step; what is answered ends that. */
export function watchClockSteps(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function setAhead(ms: number): void {
  const step = Math.abs(ms - aheadMs);
  aheadMs = ms;
  if (step >= STEP_MS) for (const watcher of watchers) watcher();
}

/**
 * Follows a station whose clock is not the page's (practice): what it said, and when by the page's
 * clock (milliseconds) that was heard. An answer is always heard late, never early, so the greatest
 * of the measures is nearest to the truth; one that is far below them tells of another clock.
 */
export function followStationClock(said: string, heardAt: number): void {
  const measured = Date.parse(said) - heardAt;
  if (measured < ONE_CLOCK_MS && measured > -LATE_MS) setAhead(0);
  else if (measured > aheadMs || measured < aheadMs - LATE_MS) setAhead(measured);
}

/** Follows the station by every answer that tells its time. */
export function watchStationClock(queries: QueryClient): () => void {
  return queries.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success') return;
    const { data, dataUpdatedAt } = event.query.state;
    const said: unknown = (data as { now?: unknown } | null | undefined)?.now;
    if (typeof said === 'string') followStationClock(said, dataUpdatedAt);
  });
}

/** The station's time in milliseconds, as the page knows it; screens and scans carry it. */
export function stationNow(): number {
  return Date.now() + aheadMs;
}

/** Who watches the time at which pace: one timer a pace, so that all of them are drawn as one picture. */
const paces = new Map<number, { timer: number; watchers: Set<() => void> }>();

/** Calls back every `stepMs`, and when the station's clock makes a step; what is answered ends that. */
function watchTime(stepMs: number, watcher: () => void): () => void {
  let pace = paces.get(stepMs);
  if (pace === undefined) {
    const watchers = new Set<() => void>();
    const tick = (): void => {
      for (const each of watchers) each();
    };
    pace = { timer: window.setInterval(tick, stepMs), watchers };
    paces.set(stepMs, pace);
  }
  const { timer, watchers } = pace;
  watchers.add(watcher);
  const unwatch = watchClockSteps(watcher);
  return () => {
    unwatch();
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    window.clearInterval(timer);
    paces.delete(stepMs);
  };
}

/** The station's time, redrawn every second and when its clock makes a step; for display only. */
export function useNow(stepMs = 1000): number {
  const [now, setNow] = useState(stationNow);
  useEffect(() => watchTime(stepMs, () => setNow(stationNow())), [stepMs]);
  return now;
}

const everySecond = (watcher: () => void): (() => void) => watchTime(1000, watcher);

/** What is said of the station's time in words; redrawn only when the words change. */
export function useTimeWords(words: (now: number) => string): string {
  return useSyncExternalStore(everySecond, () => words(stationNow()));
}

/** Formats by locale, zone and parts: making one costs a hundred times what using it does. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(
  locale: string,
  zone: string,
  parts: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale} ${zone}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, { timeZone: zone, ...parts });
  formats.set(key, made);
  return made;
}

/** `HH:mm` in a zone. */
export function timeText(at: number, zone: string): string {
  return formatOf('en-GB', zone, { hour: '2-digit', minute: '2-digit' }).format(at);
}

/** `YYYY-MM-DD` in a zone. */
export function dateText(at: number, zone: string): string {
  return formatOf('en-CA', zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}
