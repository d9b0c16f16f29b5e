import { addDays, daysBetween, parseCivilDate } from '../../../kernel/civil-date.ts';
import type { PretestSample, ScreeningSubject } from '../subject.ts';
import {
  both,
  type Criterion,
  found,
  MISSING,
  notApplicable,
  num,
  texts,
  UNUSABLE,
} from './judged.ts';

/**
 * Tests of a sample that was taken before (SITE-PRETEST): of those taken in the last `days`, the day
 * itself and day N included, the newest answer of each test counts. One that is not good is not met, one
 * that is not known is missing; nobody hears which. Without any the row does not apply unless `required`.
 */
export const testedBefore: Criterion = (row, subject) => {
  const days = num(row, 'days');
  const tests = texts(row, 'tests');
  const isRequired = row.params['required'];
  if (days === undefined || tests.length === 0 || typeof isRequired !== 'boolean') return UNUSABLE;
  const valid = subject.pretests.filter((sample) => isValid(sample, days, subject));
  const newest = tests.flatMap((test) => newestOf(valid, test) ?? []);
  const [latest] = valid.toSorted((a, b) => (a.takenOn < b.takenOn ? 1 : -1));
  if (latest === undefined || newest.length === 0)
    return isRequired ? MISSING : notApplicable('没有有效的预检', 'no valid test beforehand');
  const since = daysBetween(parseCivilDate(latest.takenOn) ?? subject.today, subject.today);
  const input = (zh: string, en: string) =>
    both(
      `${latest.takenOn} 采样，第 ${since} 天：${zh}`,
      `taken ${latest.takenOn}, day ${since}: ${en}`,
    );
  if (newest.includes('unqualified'))
    return found(false, input('未合格，请转医生', 'not good; ask the physician'));
  if (newest.includes('pending'))
    return { verdict: 'missing', input: input('结果待出', 'results are awaited') };
  if (isRequired && newest.length < tests.length)
    return { verdict: 'missing', input: input('项目不全', 'not every test was done') };
  return found(true, input('合格', 'good'));
};

function isValid({ takenOn }: PretestSample, days: number, { today }: ScreeningSubject): boolean {
  const from = parseCivilDate(takenOn);
  return from !== undefined && from <= today && today <= addDays(from, days);
}

function newestOf(samples: readonly PretestSample[], test: string) {
  const [newest] = samples
    .filter((sample) => sample.tests.some((one) => one.test === test))
    .toSorted((a, b) => (`${a.takenOn}${a.number}` < `${b.takenOn}${b.number}` ? 1 : -1));
  return newest?.tests.find((one) => one.test === test)?.state;
}
