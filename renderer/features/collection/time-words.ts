import type { TFunction } from 'i18next';

/** `MM:SS`, from an hour on `H:MM:SS`, with a sign where it is past. */
export function minutesText(ms: number): string {
  const seconds = Math.trunc(Math.abs(ms) / 1000);
  const sign = ms < 0 && seconds > 0 ? '−' : '';
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.trunc(seconds / 3600);
  const minutes = two(Math.trunc(seconds / 60) % 60);
  return `${sign}${hours > 0 ? `${hours}:` : ''}${minutes}:${two(seconds % 60)}`;
}

/** How late the vitals are: due, or so late that somebody must come now. */
export function vitalsTone(dueAt: string | null, now: number): 'warn' | 'danger' | undefined {
  if (dueAt === null) return undefined;
  const left = Date.parse(dueAt) - now;
  if (left > 0) return undefined;
  return left > -3 * 60_000 ? 'warn' : 'danger';
}

/** When the target will be reached at the pace so far; undefined before a pace is known. */
export function projectedEnd(
  startedAt: number,
  at: number,
  volumeMl: number,
  targetMl: number,
): number | undefined {
  if (volumeMl < 10 || at <= startedAt || volumeMl >= targetMl) return undefined;
  return startedAt + ((at - startedAt) * targetMl) / volumeMl;
}

/**
 * How long a draw has gone on, by the station's clock alone: a machine counts its own seconds, and its
 * clock rules nothing here (INV-34).
 */
export function elapsedMs(
  run: { readonly startedAt: string; readonly machineEndedAt: string | null },
  now: number,
): number {
  const until = run.machineEndedAt === null ? now : Date.parse(run.machineEndedAt);
  return Math.max(0, until - Date.parse(run.startedAt));
}

/** How long ago somebody was at the donor's side; empty before the needle. */
export function contactWords(
  { contactAt }: { readonly contactAt: string | null },
  now: number,
  t: TFunction<'collection'>,
): string {
  if (contactAt === null) return '';
  return t('board.contact', { age: minutesText(Math.max(0, now - Date.parse(contactAt))) });
}
