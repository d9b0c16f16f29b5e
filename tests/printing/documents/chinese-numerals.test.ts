import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  chineseDate,
  formalNumeral,
  paperDate,
} from '#electron/printing/documents/chinese-numerals.ts';
import { PaperProblemError } from '#electron/printing/documents/problems.ts';
import { addDays, type CivilDate } from '#shared/kernel/civil-date.ts';

test('dates on paper', () => {
  const cases: [string, string, string][] = [
    ['2026-11-22', '2026年11月22日', '二〇二六年十一月二十二日'],
    ['2026-01-10', '2026年1月10日', '二〇二六年一月十日'],
    ['2020-10-01', '2020年10月1日', '二〇二〇年十月一日'],
    ['2024-02-29', '2024年2月29日', '二〇二四年二月二十九日'],
    ['2026-12-30', '2026年12月30日', '二〇二六年十二月三十日'],
    ['2026-05-31', '2026年5月31日', '二〇二六年五月三十一日'],
  ];
  for (const [date, plain, chinese] of cases) {
    assert.equal(paperDate(date as CivilDate), plain);
    assert.equal(chineseDate(date as CivilDate), chinese);
  }
});

test('a date that does not exist is refused, not printed', () => {
  for (const date of ['2026-02-30', '2026-13-01', '', '2026年11月22日']) {
    assert.throws(
      () => chineseDate(date as CivilDate),
      (error) => error instanceof PaperProblemError && error.problem.code === 'printing.badDate',
    );
  }
});

test('every day of a century has its own Chinese date', () => {
  const seen = new Set<string>();
  const first = '2000-01-01' as CivilDate;
  for (let n = 0; n < 36_525; n += 1) seen.add(chineseDate(addDays(first, n)));
  assert.equal(seen.size, 36_525);
});

test('formal numerals', () => {
  const cases: [number, string][] = [
    [0, '零'],
    [1, '壹'],
    [2, '贰'],
    [10, '壹拾'],
    [20, '贰拾'],
    [101, '壹佰零壹'],
    [110, '壹佰壹拾'],
    [305, '叁佰零伍'],
    [1000, '壹仟'],
    [1001, '壹仟零壹'],
    [1010, '壹仟零壹拾'],
    [9999, '玖仟玖佰玖拾玖'],
  ];
  for (const [value, text] of cases) assert.equal(formalNumeral(value), text);
  assert.throws(() => formalNumeral(1.5), RangeError);
});

test('formal numerals read back to the same number', () => {
  const digit = '零壹贰叁肆伍陆柒捌玖';
  const unit: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1000 };
  const read = (text: string) =>
    [...text.matchAll(/([壹贰叁肆伍陆柒捌玖])([拾佰仟]?)/g)].reduce(
      (sum, m) => sum + digit.indexOf(m[1] ?? '') * (unit[m[2] ?? ''] ?? 1),
      0,
    );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9999 }), (n) => {
      assert.equal(read(formalNumeral(n)), n);
    }),
  );
});
