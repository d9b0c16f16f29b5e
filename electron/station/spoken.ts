import { classify } from '#shared/codes/classify.ts';
import type { NewEvent } from '#shared/contract/events.ts';
import { type Reason, reason } from '#shared/kernel/decision.ts';

/**
 * Why the reason given for an act cannot stand, or undefined: a reason is said by a person, and what is
 * or looks like a code came from a scanner, which confirms nothing (INV-25).
 */
export function unspoken(events: readonly NewEvent[]): Reason | undefined {
  const isScan = events.some((event) => event.reason !== undefined && isCode(event.reason));
  return isScan ? reason('station.reasonIsCode') : undefined;
}

function isCode(text: string): boolean {
  return classify(text).tokens.some(
    (token) => token.kind !== 'unknown' || token.looksLike !== null,
  );
}
