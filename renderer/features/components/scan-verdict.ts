import type { Outcome } from '#renderer/app/client.ts';
import { refusalText } from '#renderer/app/refusals.ts';
import type { ScanVerdict } from '#renderer/app/scan/scan.ts';

/** A mismatch is shown as WRONG with both codes; any other answer is quiet. */
export function verdictOf(outcome: Outcome<unknown>, text: string): ScanVerdict {
  if (outcome.status === 'ok') return { verdict: 'ok', text };
  const reason = outcome.status === 'refused' ? outcome.reasons[0] : undefined;
  if (reason === undefined) return { verdict: 'caution', text };
  const said = refusalText(reason);
  const expected = reason.params?.['expected'];
  const scanned = reason.params?.['scanned'];
  if (expected === undefined || scanned === undefined)
    return { verdict: 'caution', text: said.title };
  return {
    verdict: 'wrong',
    detail: said.title,
    expected: { code: String(expected), note: text },
    scanned: { code: String(scanned), note: text },
    steps: [said.title],
    code: reason.code,
  };
}
