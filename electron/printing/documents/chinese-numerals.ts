import { type CivilDate, parseCivilDate } from '#shared/kernel/civil-date.ts';
import { PaperProblemError } from './problems.ts';

const plain = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;
const formal = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;

/** A date as paper shows it: `2026年11月22日`. Throws `printing.badDate` on anything else. */
export function paperDate(date: CivilDate): string {
  const [year, month, day] = checkedParts(date);
  return `${year}年${month}月${day}日`;
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** A date in the reader's language: `2026年11月22日` or `22 Nov 2026`. */
export function dateIn(language: 'zh-CN' | 'en', date: CivilDate): string {
  if (language === 'zh-CN') return paperDate(date);
  const [year, month, day] = checkedParts(date);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** A date in Chinese numerals as certificates sign it: `二〇二六年十一月二十二日`. */
export function chineseDate(date: CivilDate): string {
  const [year, month, day] = checkedParts(date);
  const yearText = [...String(year).padStart(4, '0')].map((d) => plain[Number(d)]).join('');
  return `${yearText}年${upTo99(month)}月${upTo99(day)}日`;
}

/** A whole number 0–9999 in the forgery-resistant numerals 大写: 2 → 贰, 10 → 壹拾, 305 → 叁佰零伍. */
export function formalNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 9999) throw new RangeError('0–9999 only');
  if (value === 0) return formal[0];
  const units = ['', '拾', '佰', '仟'] as const;
  const digits = [...String(value)].map(Number);
  let text = '';
  let gap = false;
  for (const [i, digit] of digits.entries()) {
    if (digit === 0) {
      gap = true;
      continue;
    }
    text += `${gap ? formal[0] : ''}${formal[digit]}${units[digits.length - 1 - i]}`;
    gap = false;
  }
  return text;
}

function upTo99(n: number): string {
  const tens = Math.floor(n / 10);
  const ones = n % 10 === 0 ? '' : plain[n % 10];
  if (tens === 0) return `${ones}`;
  return `${tens === 1 ? '' : plain[tens]}十${ones}`;
}

function checkedParts(date: string): [number, number, number] {
  if (!parseCivilDate(date)) {
    throw new PaperProblemError({ code: 'printing.badDate', detail: date });
  }
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}
