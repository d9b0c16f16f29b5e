import assert from 'node:assert/strict';
import type { RuleRow, RuleVerdict } from '#shared/features/rulesets/model.ts';
import type { PastGiving, ScreeningSubject } from '#shared/features/rulesets/subject.ts';
import { addDays, addMonths, type CivilDate } from '#shared/kernel/civil-date.ts';
import { goodReading, goodSubject, TODAY } from '../good-subject.ts';

export type Verdict = RuleVerdict['verdict'];

/** On which side of a row's boundary a case lies. */
export type Side = 'inside' | 'at' | 'outside' | 'missing' | 'impossible' | 'apart';

/** A case of a row that judges a donor: a change to the good donor and the verdict by hand. */
export type Case = readonly [
  side: Side,
  name: string,
  patch: Partial<ScreeningSubject>,
  expected: Verdict,
];

/** Cases from a row's own parameters. */
export type CasesOf = (row: RuleRow) => readonly Case[];

export function param(row: RuleRow, name: string): number {
  const value = row.params[name];
  assert.equal(typeof value, 'number', `${row.id}.${name}`);
  return value as number;
}

export const list = (row: RuleRow, name: string): string[] => row.params[name] as string[];

export const reading = (patch: Partial<typeof goodReading>): Partial<ScreeningSubject> => ({
  readings: [{ ...goodReading, ...patch }],
});

export const bornYearsAgo = (years: number, days = 0): Partial<ScreeningSubject> => ({
  birthDate: addDays(addMonths(TODAY, -12 * years), days),
});

export const answering = (question: string, answer: 'yes' | 'no') => ({
  answers: [
    ...goodSubject().answers.filter((each) => each.question !== question),
    { question, answer, detail: '' },
  ],
});

export const assessed = (patch: object): Partial<ScreeningSubject> => {
  const assessment = goodSubject().assessment;
  return assessment ? { assessment: { ...assessment, ...patch } } : {};
};

export const gave = (
  startedOn: CivilDate,
  donationType: string,
  more: Partial<PastGiving> = {},
): PastGiving => ({
  startedOn,
  donationType,
  plasmaMl: 400,
  redCellsReturned: 'yes',
  hadReaction: false,
  ...more,
});
