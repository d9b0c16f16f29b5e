import { localTimeOf } from '../../../kernel/civil-date.ts';
import type { RuleRow } from '../model.ts';
import { type Figure, isPossible } from '../possible.ts';
import type { ScreeningSubject } from '../subject.ts';
import {
  both,
  type Criterion,
  type Finding,
  found,
  MISSING,
  notApplicable,
  num,
  same,
  text,
  UNUSABLE,
} from './judged.ts';
import { countedReading } from './readings.ts';

/** Figures of a set of measurements that a row may bound by name. */
const MEASURED = [
  'systolic',
  'diastolic',
  'pulse',
  'weightGrams',
  'temperatureTenthsC',
] as const satisfies readonly Figure[];

/** One measured figure between `min` and `max` (exclusive above where the row says so). */
export const range: Criterion = (row, subject) => {
  const field = fieldOf(row);
  const min = num(row, 'min');
  const max = num(row, 'max');
  if (field === undefined || min === undefined || max === undefined) return UNUSABLE;
  const counted = countedReading(subject, field);
  if (!counted) return MISSING;
  const below = row.params['maxExclusive'] === true ? counted.value < max : counted.value <= max;
  const met = isPossible(subject.possible, field, counted.value) && counted.value >= min && below;
  return found(met, at(subject, counted, text(row, 'unit')), {
    replaced: counted.replaced.map((each) => at(subject, each, text(row, 'unit'), true)),
  });
};

function fieldOf(row: RuleRow): (typeof MEASURED)[number] | undefined {
  const name = text(row, 'input');
  return MEASURED.find((field) => field === name);
}

function at(
  subject: ScreeningSubject,
  reading: { readonly value: number; readonly at: string; readonly replaced?: readonly unknown[] },
  unit: string | undefined,
  withTime = (reading.replaced ?? []).length > 0,
) {
  const figure = unit === undefined ? `${reading.value}` : `${reading.value} ${unit}`;
  return same(withTime ? `${localTimeOf(reading.at, subject.zone)} ${figure}` : figure);
}

/** Systolic minus diastolic of the readings that count (GB 18467-2011 § 7). */
export const pulsePressure: Criterion = (row, subject) => {
  const min = num(row, 'min');
  if (min === undefined) return UNUSABLE;
  const systolic = countedReading(subject, 'systolic');
  const diastolic = countedReading(subject, 'diastolic');
  if (!systolic || !diastolic) return MISSING;
  const difference = systolic.value - diastolic.value;
  const sound =
    isPossible(subject.possible, 'systolic', systolic.value) &&
    isPossible(subject.possible, 'diastolic', diastolic.value);
  return found(sound && difference >= min, same(`${difference} mmHg`));
};

/** Pulse in range and regular; the athlete's lower limit stands in a row of its own (PR-2). */
export const pulse: Criterion = (row, subject) => {
  const min = num(row, 'min');
  const max = num(row, 'max');
  if (min === undefined || max === undefined) return UNUSABLE;
  const only = text(row, 'onlyQuestion');
  const unless = text(row, 'unlessQuestion');
  if (only !== undefined && !saidYes(subject, only)) return notApplicable('非运动员', 'no athlete');
  if (unless !== undefined && saidYes(subject, unless))
    return notApplicable('运动员，见 PR-2', 'athlete, see PR-2');
  const rate = countedReading(subject, 'pulse');
  const regular = countedReading(subject, 'pulseRegular');
  if (!rate || !regular) return MISSING;
  const sound = isPossible(subject.possible, 'pulse', rate.value);
  const met = sound && rate.value >= min && rate.value <= max && regular.value;
  return found(
    met,
    both(
      `${rate.value} 次/min，${regular.value ? '节律整齐' : '节律不齐'}`,
      `${rate.value} /min, ${regular.value ? 'regular' : 'irregular'}`,
    ),
    { replaced: rate.replaced.map((each) => at(subject, each, '/min', true)) },
  );
};

function saidYes(subject: ScreeningSubject, question: string): boolean {
  return subject.answers.find((each) => each.question === question)?.answer === 'yes';
}

/** Weight at or above the limit of the sex; above it where the row says `exclusive`. */
export const minWeightBySex: Criterion = (row, subject) => {
  const male = num(row, 'maleGrams');
  const female = num(row, 'femaleGrams');
  if (male === undefined || female === undefined) return UNUSABLE;
  const weight = countedReading(subject, 'weightGrams');
  if (!weight || subject.sex === undefined) return MISSING;
  const limit = subject.sex === 'male' ? male : female;
  const enough = row.params['exclusive'] === true ? weight.value > limit : weight.value >= limit;
  const met = isPossible(subject.possible, 'weightGrams', weight.value) && enough;
  return found(met, kilograms(weight.value), {
    replaced: weight.replaced.map((each) => kilograms(each.value)),
  });
};

const kilograms = (grams: number) => same(`${(grams / 1000).toFixed(1)} kg`);

/** The higher of door and desk temperature inside the limits (TMP-1; figure is rule data). */
export const temperature: Criterion = (row, subject) => {
  const min = num(row, 'minTenthsC');
  const max = num(row, 'maxTenthsC');
  if (min === undefined || max === undefined) return UNUSABLE;
  const desk = countedReading(subject, 'temperatureTenthsC')?.value;
  const known = [subject.doorTemperatureTenthsC, desk].filter((each) => each !== undefined);
  if (known.length === 0) return MISSING;
  const met = known.every(
    (each) =>
      isPossible(subject.possible, 'temperatureTenthsC', each) && each >= min && each <= max,
  );
  return found(met, same(known.map((each) => `${(each / 10).toFixed(1)} ℃`).join(' / ')));
};

/** Nothing was ticked at the door; unasked is missing. */
export const noSymptoms: Criterion = (_row, subject) => {
  if (subject.symptoms === undefined) return MISSING;
  return subject.symptoms.length === 0
    ? found(true, both('无症状', 'no symptoms'))
    : found(
        false,
        both(`${subject.symptoms.length} 项症状`, `${subject.symptoms.length} symptoms`),
      );
};

/** Enough arms fit for the needle; both must have been looked at, and nobody may sign for none (GEN-3). */
export const armsSound: Criterion = (row, subject) => {
  const needed = num(row, 'arms');
  if (needed === undefined) return UNUSABLE;
  const left = countedReading(subject, 'leftArmOk')?.value;
  const right = countedReading(subject, 'rightArmOk')?.value;
  if (left === undefined || right === undefined) return MISSING;
  const word = (ok: boolean) => (ok ? both('可', 'sound') : both('不可', 'not sound'));
  return found(
    Number(left) + Number(right) >= needed,
    both(
      `左${word(left).zh}，右${word(right).zh}`,
      `left ${word(left).en}, right ${word(right).en}`,
    ),
    { hard: !left && !right },
  );
};

/** Seen by the physician, who says so in the decision (GEN-1, GEN-2). */
export const attestedByPhysician: Criterion = (row, subject): Finding =>
  subject.examined.includes(row.id)
    ? found(true, both('医生目检正常', 'seen sound by the physician'))
    : { verdict: 'missing', input: both('待医生目检', 'to be seen by the physician') };

/** Haemoglobin at or above the limit of the sex (GB 18467-2011 § 8). */
export const minHaemoglobinBySex: Criterion = (row, subject) => {
  const male = num(row, 'male');
  const female = num(row, 'female');
  if (male === undefined || female === undefined) return UNUSABLE;
  const value = subject.bloodTest?.haemoglobinGramsPerLitre;
  if (value === undefined || subject.sex === undefined) return MISSING;
  const sound = isPossible(subject.possible, 'haemoglobinGramsPerLitre', value);
  return found(sound && value >= (subject.sex === 'male' ? male : female), same(`${value} g/L`));
};

/** The finger-prick group was taken; it never confirms (INV-12). */
export const groupTyped: Criterion = (_row, subject) =>
  subject.bloodTest
    ? found(
        true,
        both(
          `${subject.bloodTest.abo}（指血，未确认）`,
          `${subject.bloodTest.abo} (finger-prick, unconfirmed)`,
        ),
      )
    : MISSING;
