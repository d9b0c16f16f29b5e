import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeRule, judgeScreening, passes } from '#shared/features/rulesets/screening.ts';
import { addDays } from '#shared/kernel/civil-date.ts';
import { bornYearsAgo, gave } from './boundaries/case.ts';
import { goodReading, goodSubject, packs, TODAY } from './good-subject.ts';

test('every rule lets the good donor pass', () => {
  for (const rule of judgeScreening(packs(), goodSubject()))
    assert.ok(passes(rule.verdict), rule.verdict.ruleId);
});

test('the programme’s own age rule stands for the general one; 56 is the physician’s, 61 and 17 nobody’s', () => {
  const judged = (years: number, days = 0) =>
    judgeScreening(packs(), { ...goodSubject(), ...bornYearsAgo(years, days) });
  assert.ok(!judged(30).some((rule) => rule.verdict.ruleId === 'AGE-1'));
  const ageRule = (rules: ReturnType<typeof judged>) =>
    rules.find((rule) => rule.verdict.ruleId === 'CCP-3')?.verdict;
  assert.equal(ageRule(judged(56))?.verdict, 'notMet');
  assert.equal(ageRule(judged(56))?.overridableBy, 'physician');
  assert.equal(ageRule(judged(61))?.overridableBy, null);
  assert.equal(ageRule(judged(18, 1))?.overridableBy, null);
});

test('of two readings the later counts after the rest, and not before', () => {
  const second = (minutes: number) => ({
    ...goodReading,
    id: 'r2',
    measuredAt: new Date(Date.parse(goodReading.measuredAt) + minutes * 60_000).toISOString(),
    systolic: 134,
    diastolic: 84,
  });
  const first = { ...goodReading, systolic: 146, diastolic: 92 };
  const judge = (minutes: number, restMinutes: number | undefined = 10) => {
    const subject = { ...goodSubject(), restMinutes, readings: [second(minutes), first] };
    return judgeScreening(packs(), subject).find((rule) => rule.verdict.ruleId === 'BP-1')?.verdict;
  };
  assert.equal(judge(10)?.verdict, 'met');
  assert.equal(judge(10)?.replaced.length, 1);
  assert.match(judge(10)?.replaced[0]?.zh ?? '', /146/);
  assert.equal(judge(9)?.verdict, 'notMet');
  const withoutRule = { ...goodSubject(), restMinutes: undefined, readings: [first, second(60)] };
  assert.equal(
    judgeScreening(packs(), withoutRule).find((rule) => rule.verdict.ruleId === 'BP-1')?.verdict
      .verdict,
    'notMet',
  );
});

test('INV-08 a donation of no kind yet is asked by the rows of every kind', () => {
  const asks = (donationType: string | undefined) =>
    judgeScreening(packs(), { ...goodSubject(), donationType }).map((rule) => rule.verdict.ruleId);
  assert.ok(asks(undefined).includes('CCP-12') && asks(undefined).includes('INT-1'));
  assert.ok(!asks('wholeBlood').includes('CCP-12') && asks('wholeBlood').includes('INT-1'));
});

test('a row counts only on its own days', () => {
  const [own, general] = packs();
  const until = (inForceTo: string) => ({
    ...general,
    rules: general.rules.map((row) => (row.id === 'BP-1' ? { ...row, inForceTo } : row)),
  });
  const asks = (inForceTo: string) =>
    judgeScreening([own, until(inForceTo)], goodSubject()).some(
      (rule) => rule.verdict.ruleId === 'BP-1',
    );
  assert.ok(asks(TODAY));
  assert.ok(!asks(addDays(TODAY, -1)));
});

test('special matching: the physician may approve from day 7, nobody before; INT-3 stands for INT-2', () => {
  const judged = (days: number) =>
    judgeScreening(packs(), {
      ...goodSubject(),
      donationType: 'platelets',
      history: [gave(addDays(TODAY, -days), 'platelets')],
    });
  const verdict = (days: number) =>
    judged(days).find((rule) => rule.verdict.ruleId === 'INT-3')?.verdict;
  assert.ok(!judged(7).some((rule) => rule.verdict.ruleId === 'INT-2'));
  assert.equal(verdict(14)?.verdict, 'met');
  assert.equal(verdict(13)?.overridableBy, 'physician');
  assert.equal(verdict(7)?.overridableBy, 'physician');
  assert.equal(verdict(6)?.overridableBy, null);
});

test('INV-07 a criterion that nobody knows, and a value that is missing, are never met and nobody’s to override', () => {
  const [own] = packs();
  const age = own.rules.find((row) => row.id === 'CCP-3');
  assert.ok(age);
  const unknown = judgeRule({ ...age, criterion: 'noSuchCriterion' }, goodSubject()).verdict;
  assert.deepEqual([unknown.verdict, unknown.overridableBy], ['missing', null]);
  const missing = judgeRule(age, { ...goodSubject(), birthDate: undefined }).verdict;
  assert.deepEqual([missing.verdict, missing.overridableBy], ['missing', null]);
  const soft = judgeRule(age, { ...goodSubject(), ...bornYearsAgo(56) }).verdict;
  assert.deepEqual([soft.verdict, soft.overridableBy], ['notMet', 'physician']);
  const strict = { ...age, overridableBy: null };
  const judged = judgeRule(strict, { ...goodSubject(), ...bornYearsAgo(56) }).verdict;
  assert.deepEqual([judged.verdict, judged.overridableBy], ['notMet', null]);
});
