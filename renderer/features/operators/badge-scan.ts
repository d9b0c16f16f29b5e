import type { Scan } from '#renderer/app/scan/scan.ts';

/** The badge number of a staff badge that was read whole; undefined for every other code. */
export function badgeOf(scan: Scan): string | undefined {
  const token = scan.tokens.find((candidate) => candidate.kind === 'staffBadge');
  return scan.problem === null && token !== undefined && 'id' in token ? token.id : undefined;
}
