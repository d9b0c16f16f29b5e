import type { Both } from './words.ts';

/** A hazard of the list with its analysis; controls follow from the invariants that answer it. */
export interface Hazard {
  readonly number: number;
  /** 5 death possible · 4 serious harm · 3 temporary harm or loss of a donation · 2 nuisance. */
  readonly severity: 2 | 3 | 4 | 5;
  /** In Chinese; the English words stand with the invariants. */
  readonly words: string;
  readonly cause: Both;
  readonly harm: Both;
  readonly residual: Both;
}

/** A line of the analysis: number, severity, words · cause · harm · residual in Chinese, then English. */
export function hazard(
  number: number,
  severity: Hazard['severity'],
  [words, causeZh, harmZh, residualZh]: readonly [string, string, string, string],
  [cause, harm, residual]: readonly [string, string, string],
): Hazard {
  return {
    number,
    severity,
    words,
    cause: { zh: causeZh, en: cause },
    harm: { zh: harmZh, en: harm },
    residual: { zh: residualZh, en: residual },
  };
}
