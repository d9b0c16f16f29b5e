import type { Answer, Proof } from '#shared/contract/envelope.ts';

/** What the station's process is asked: how things stand, as this person sees them. */
export interface Look {
  readonly proof: Proof;
}

/** What it answers: the board, lines that are open, and milliseconds of processor since it began. */
export interface Told {
  readonly board: Answer;
  readonly lines: number;
  readonly workMs: number;
}
