import type { Token } from '#shared/codes/tokens.ts';

/** Where a reading came from; `device` names one physical scanner where that is known. */
export type ScanSource = {
  kind: 'serial' | 'wedge' | 'screen' | 'typed';
  device: string;
  /** Id of a scanner whose own beeper and light can tell the verdict. */
  echoTo?: string;
};

/** One reading, classified. `at` is UTC with milliseconds. */
export type Scan = {
  id: number;
  raw: string;
  aim: string | undefined;
  source: ScanSource;
  at: string;
  tokens: readonly Token[];
  /** Why the reading may not be used, a `codes.*` or `scan.*` code; null where it may. */
  problem: string | null;
};

/** Texts of the full-screen stop, written by the screen that knows the people and the step. */
export type WrongVerdict = {
  verdict: 'wrong';
  title?: string;
  detail: string;
  expected: { code: string; note: string };
  scanned: { code: string; note: string };
  steps: readonly string[];
  code: string;
};

export type QuietVerdict = {
  verdict: 'ok' | 'moved' | 'notNeeded' | 'caution';
  text: string;
  detail?: string;
};

export type ScanVerdict = QuietVerdict | WrongVerdict;

/** A handler's answer: a verdict once the store has answered, or `pass` for "not mine". */
export type ScanAnswer = ScanVerdict | 'pass' | Promise<ScanVerdict | 'pass'>;

export type ScanHandler = (scan: Scan) => ScanAnswer;

/** Who is asked first: a blocking overlay, the current step, the identity-locked screen, defaults. */
export type ScanLayer = 'overlay' | 'step' | 'screen' | 'global';

export const layerOrder: readonly ScanLayer[] = ['overlay', 'step', 'screen', 'global'];

/** A line of the scan log: who read what, what it did, how long it took. */
export type ScanRecord = {
  scan: Scan;
  verdict: ScanVerdict['verdict'] | 'unknown' | 'failed';
  text: string;
  ms: number;
};
