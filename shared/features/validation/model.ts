import type { Protocol } from './protocol.ts';

/** One thing that the station found; `item` has its words in the texts, `value` is a figure or code. */
export interface Evidence {
  readonly item: string;
  readonly value: string;
  readonly ok: boolean;
}

/** What a run was begun on: when one of them changes, the run no longer speaks of what runs here. */
export interface Basis {
  readonly product: string;
  /** Hash of the protocol that was followed. */
  readonly protocolHash: string;
  /** Hashes of the rule packs in force, sorted. */
  readonly packs: readonly string[];
}

/** One run of the validation protocol at one station. */
export interface ValidationRunRow extends Basis {
  readonly id: string;
  readonly station: string;
  /** The protocol as it stood: later programs may bring another. */
  readonly protocol: Protocol;
  readonly startedAt: string;
  readonly startedBy: string;
  readonly verdict: Verdict | null;
  readonly conclusion: string | null;
  readonly concludedAt: string | null;
  readonly concludedBy: string | null;
  readonly concludedSecond: string | null;
  /** Hash of the whole as the two saw it. */
  readonly concludedHash: string | null;
}

export const RESULTS = ['pass', 'fail', 'notApplicable'] as const;
export type StepResult = (typeof RESULTS)[number];

export const VERDICTS = ['accepted', 'acceptedWithDeviations', 'rejected'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What the station found by itself, and when. */
export interface Check {
  readonly at: string;
  readonly by: string;
  readonly ok: boolean;
  readonly evidence: readonly Evidence[];
}

/** What two persons signed for a step. */
export interface SignedResult {
  readonly at: string;
  readonly by: string;
  readonly second: string;
  readonly result: StepResult;
  readonly observed: string;
  readonly note: string;
  /** What is to be done about what did not hold; empty where all held. */
  readonly deviation: string;
  /** Hash of the step and of the evidence that the two saw (INV-31). */
  readonly contentHash: string;
  /** How many looks of the station stood before it: the last of these is the evidence. */
  readonly checks: number;
}

/** A step of a run: the station's looks and the signed results in order; the last of each counts. */
export interface ValidationStepRow {
  /** `<runId> <stepId>`. */
  readonly id: string;
  readonly runId: string;
  readonly stepId: string;
  readonly checks: readonly Check[];
  readonly results: readonly SignedResult[];
}

export type ValidationRows = {
  readonly validationRun: ValidationRunRow;
  readonly validationStep: ValidationStepRow;
};

export const stepKey = (runId: string, stepId: string): string => `${runId} ${stepId}`;
