import type { Scan } from './scan.ts';

/** Sentence for a reading that nobody wanted or that may not be used. `say` translates. */
export function explainScan(
  scan: Scan,
  say: (key: string, params?: Record<string, string>) => string,
): string {
  switch (scan.problem) {
    case null:
      return say('app:scan.unwanted');
    case 'scan.ime':
    case 'codes.imeFullWidth':
    case 'codes.imeProcess':
      return say('app:scan.ime');
    case 'scan.partial':
      return say('app:scan.partial');
    case 'scan.tooLong':
      return say('app:scan.tooLong');
    default:
      return say('app:scan.unreadable', { code: scan.problem });
  }
}
