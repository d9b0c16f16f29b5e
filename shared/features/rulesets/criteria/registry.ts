import { generalPackInForce, questionClear, targetWithin } from './answers.ts';
import { bloodFigure, bloodFigureBySex } from './blood-figures.ts';
import { driveCriteria } from './drives.ts';
import {
  countPerYear,
  groupsAgree,
  intervalSinceLast,
  noActiveDeferral,
  redCellsReturned,
  registerClear,
  volumePerYear,
} from './history.ts';
import {
  assessedFit,
  dischargeWithTests,
  minDaysSince,
  minDaysSinceInfection,
} from './hospital.ts';
import { ageBetween, ageExtension } from './identity.ts';
import type { Criterion } from './judged.ts';
import { targetByWeight } from './nomogram.ts';
import { testedBefore } from './pretests.ts';
import {
  armsSound,
  attestedByPhysician,
  groupTyped,
  minHaemoglobinBySex,
  minWeightBySex,
  noSymptoms,
  pulse,
  pulsePressure,
  range,
  temperature,
} from './vitals.ts';

/** Every evaluator of a screening rule by the name that a pack row uses. */
export const criteria: Readonly<Record<string, Criterion>> = {
  testedBefore,
  ageBetween,
  ageExtension,
  armsSound,
  assessedFit,
  attestedByPhysician,
  bloodFigure,
  bloodFigureBySex,
  countPerYear,
  dischargeWithTests,
  generalPackInForce,
  groupTyped,
  groupsAgree,
  intervalSinceLast,
  minDaysSince,
  minDaysSinceInfection,
  minHaemoglobinBySex,
  minWeightBySex,
  noActiveDeferral,
  noSymptoms,
  pulse,
  pulsePressure,
  questionClear,
  range,
  redCellsReturned,
  registerClear,
  targetByWeight,
  targetWithin,
  temperature,
  volumePerYear,
};

/** Rows that carry data for later gates and are not judged at the screening. */
export const DATA_ONLY: ReadonlySet<string> = new Set([
  'parameter',
  'deferralReason',
  ...Object.keys(driveCriteria),
]);

/** Criteria whose facts stand on file between visits; the others are answered by the visit itself. */
export const STANDING: ReadonlySet<string> = new Set([
  'ageBetween',
  'ageExtension',
  'assessedFit',
  'countPerYear',
  'dischargeWithTests',
  'generalPackInForce',
  'groupsAgree',
  'intervalSinceLast',
  'minDaysSince',
  'minDaysSinceInfection',
  'noActiveDeferral',
  'redCellsReturned',
  'volumePerYear',
]);

/** Names in a pack that nobody can evaluate: such a pack cannot be adopted. */
export function unknownCriteria(
  rules: readonly { readonly criterion: string }[],
): readonly string[] {
  return rules
    .map((row) => row.criterion)
    .filter((name) => !DATA_ONLY.has(name) && !Object.hasOwn(criteria, name));
}
