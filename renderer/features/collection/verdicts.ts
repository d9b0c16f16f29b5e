import type { Outcome } from '#renderer/app/client.ts';
import { refusalText } from '#renderer/app/refusals.ts';
import type { ScanVerdict } from '#renderer/app/scan/scan.ts';
import { dinCheckCharacter, isDin, printDin } from '#shared/codes/din.ts';

/** What a stop says besides the two codes; written by the screen that knows chair and person. */
export type WrongWords = {
  title: string;
  detail: string;
  expectedNote: string;
  scannedNote: string;
  steps: readonly string[];
};

/** A number as people compare it, with its check character; other codes as they are. */
export function comparable(code: string): string {
  return isDin(code) ? `${printDin(code)} ${dinCheckCharacter(code) ?? ''}` : code;
}

/**
 * The verdict of a refused scan: a mismatch (expected and scanned are both known) stops the screen, any
 * other refusal is a caution with its sentence.
 */
export function refusedVerdict(outcome: Outcome<unknown>, words: WrongWords): ScanVerdict {
  if (outcome.status !== 'refused') {
    return { verdict: 'caution', text: refusalText({ code: 'app.noAnswer' }).title };
  }
  const [reason] = outcome.reasons;
  if (reason === undefined) return { verdict: 'caution', text: '' };
  const { title } = refusalText(reason);
  const expected = reason.params?.['expected'];
  const scanned = reason.params?.['scanned'];
  const differs = MISMATCH.has(reason.code) && expected !== undefined && scanned !== undefined;
  if (!differs) return { verdict: 'caution', text: title };
  return {
    verdict: 'wrong',
    title: words.title,
    detail: words.detail,
    expected: { code: comparable(String(expected)) || '—', note: words.expectedNote },
    scanned: { code: comparable(String(scanned)), note: words.scannedNote },
    steps: words.steps,
    code: reason.code,
  };
}

/** Refusals in which a person holds the wrong thing: they stop the screen. */
const MISMATCH: ReadonlySet<string> = new Set([
  'collection.numberUsed',
  'collection.numberVoid',
  'collection.numberOtherChair',
  'collection.numberOtherDonor',
  'collection.numberNotGiven',
  'collection.numberOutsideLease',
  'collection.donorDiffers',
  'collection.otherDonation',
]);
