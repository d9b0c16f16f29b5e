import type { StateReader } from '../../contract/rows.ts';
import {
  type Basis,
  type Check,
  type SignedResult,
  stepKey,
  type ValidationRunRow,
  type ValidationStepRow,
} from './model.ts';
import type { ProtocolStep } from './protocol.ts';

/** What has changed since a run was begun. */
export type Outdated = 'product' | 'protocol' | 'packs' | 'station';

/** What a run must be seen against: what runs here now. */
export interface Present extends Basis {
  readonly station: string;
}

/** Hashes of the rule packs in force on a day, sorted; every programme's. */
export function packsInForce(read: StateReader, on: string): readonly string[] {
  return read
    .all('rulePack')
    .filter((row) => row.inForceFrom <= on && (row.inForceTo === null || on <= row.inForceTo))
    .map((row) => row.id)
    .toSorted();
}

/** What a run no longer speaks of; empty while program, protocol, rule packs and station are the same. */
export function outdatedBy(run: ValidationRunRow, now: Present): readonly Outdated[] {
  const changed: readonly (readonly [Outdated, boolean])[] = [
    ['product', run.product !== now.product],
    ['protocol', run.protocolHash !== now.protocolHash],
    ['packs', run.packs.join(' ') !== now.packs.join(' ')],
    ['station', run.station !== now.station],
  ];
  return changed.filter(([, isOther]) => isOther).map(([what]) => what);
}

/** A step's row; undefined while nothing was done for it. */
export function rowOf(
  read: StateReader,
  runId: string,
  stepId: string,
): ValidationStepRow | undefined {
  return read.get('validationStep', stepKey(runId, stepId));
}

/** The station's newest look; of the first `count` where that is given. */
export function lastCheck(row: ValidationStepRow | undefined, count?: number): Check | undefined {
  return row?.checks.slice(0, count).at(-1);
}

/** The signed result that counts: the newest. */
export function lastResult(row: ValidationStepRow | undefined): SignedResult | undefined {
  return row?.results.at(-1);
}

/** What two persons see of a step and sign: the run, the step and what the station found (INV-31). */
export function stepContent(run: ValidationRunRow, step: ProtocolStep, check: Check | undefined) {
  const { id, product, protocolHash, packs } = run;
  return { run: id, product, protocolHash, packs, step, check: check ?? null };
}

/** What two persons see of a whole run and sign: every result that counts, in the protocol's order. */
export function runContent(run: ValidationRunRow, rows: readonly ValidationStepRow[]) {
  const { id, product, protocolHash, packs } = run;
  const results = run.protocol.steps.map((step) => ({
    step: step.id,
    result: lastResult(rows.find((row) => row.stepId === step.id)) ?? null,
  }));
  return { run: id, product, protocolHash, packs, results };
}
