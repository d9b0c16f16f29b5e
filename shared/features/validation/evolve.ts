import type { Evolve } from '../../contract/rows.ts';
import { put } from '../../kernel/rows.ts';
import { stepKey, type ValidationRows, type ValidationStepRow } from './model.ts';

const change = put<ValidationRows, keyof ValidationRows & string>;

const emptyStep = (runId: string, stepId: string): ValidationStepRow => ({
  id: stepKey(runId, stepId),
  runId,
  stepId,
  checks: [],
  results: [],
});

/** Transitions of validation runs. A run is one station's own, so its entries come in their order. */
export const evolveValidation: Evolve<ValidationRows> = {
  'validation.started': (_read, { body, at, actor, station }) => {
    const { runId, ...begun } = body;
    const open = {
      verdict: null,
      conclusion: null,
      concludedAt: null,
      concludedBy: null,
      concludedSecond: null,
      concludedHash: null,
    };
    return [
      change('validationRun', {
        ...begun,
        ...open,
        id: runId,
        station,
        startedAt: at,
        startedBy: actor,
      }),
    ];
  },
  'validation.checked': (read, { body, at, actor }) => {
    const { runId, stepId, ok, evidence } = body;
    const row = read.get('validationStep', stepKey(runId, stepId)) ?? emptyStep(runId, stepId);
    const checks = [...row.checks, { at, by: actor, ok, evidence }];
    return [change('validationStep', { ...row, checks })];
  },
  'validation.stepSigned': (read, { body, at, actor, second }) => {
    const { runId, stepId, ...result } = body;
    const row = read.get('validationStep', stepKey(runId, stepId)) ?? emptyStep(runId, stepId);
    const seen = { at, by: actor, second: second ?? '', checks: row.checks.length, ...result };
    const results = [...row.results, seen];
    return [change('validationStep', { ...row, results })];
  },
  'validation.concluded': (read, { body, at, actor, second }) => {
    const row = read.get('validationRun', body.runId);
    if (!row || row.concludedAt !== null) return [];
    const { verdict, conclusion, contentHash: concludedHash } = body;
    return [
      change('validationRun', {
        ...row,
        verdict,
        conclusion,
        concludedAt: at,
        concludedBy: actor,
        concludedSecond: second,
        concludedHash,
      }),
    ];
  },
};
