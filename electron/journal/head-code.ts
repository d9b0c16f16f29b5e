import type { Anchor } from './verify.ts';

/** What the code on a printed day report holds: whose chain, how long, and its newest hash. */
export function journalHeadCode({ station, seq, hash }: Anchor): string {
  return `PPJ1 ${station} ${seq} ${hash}`;
}

/** The head that a code from paper names; undefined for anything else. */
export function journalHeadOf(code: string): Anchor | undefined {
  const found = /^PPJ1 (\S{1,100}) (\d{1,15}) ([0-9a-f]{64})$/.exec(code.trim());
  if (!found) return undefined;
  const [, station = '', seq = '', hash = ''] = found;
  return { station, seq: Number(seq), hash };
}
