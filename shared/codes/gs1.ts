import {
  addDays,
  addMonths,
  type CivilDate,
  civilDate,
  parseCivilDate,
} from '#shared/kernel/civil-date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { ProblemCode } from './problems.ts';
import { type GtinToken, type Read, refused, type SupplyToken } from './tokens.ts';

/** The group separator that stands for FNC1 after an element of variable length. */
export const GS = '\x1d';

interface Element {
  readonly fixed: boolean;
  readonly shape: RegExp;
}

const TEXT = '[!"%-?A-Z_a-z]';
const fixed = (shape: string): Element => ({ fixed: true, shape: new RegExp(`^${shape}`) });
const variable = (max: number): Element => ({
  fixed: false,
  shape: new RegExp(`^${TEXT}{1,${max}}$`),
});

const DATES = ['11', '12', '13', '15', '16', '17'];
/** Company internal information: known, so that what follows it can be read; never used. */
const COMPANY = ['91', '92', '93', '94', '95', '96', '97', '98', '99'];

/** Application identifiers found on kits, bags, tubes and reagents (GS1 General Specifications 3). */
const ELEMENTS: Readonly<Record<string, Element>> = {
  '00': fixed('\\d{18}'),
  '01': fixed('\\d{14}'),
  '02': fixed('\\d{14}'),
  '10': variable(20),
  ...Object.fromEntries(DATES.map((identifier) => [identifier, fixed('\\d{6}')])),
  '20': fixed('\\d{2}'),
  '21': variable(20),
  '22': variable(20),
  '30': { fixed: false, shape: /^\d{1,8}$/ },
  '37': { fixed: false, shape: /^\d{1,8}$/ },
  '240': variable(30),
  '241': variable(30),
  '250': variable(30),
  '251': variable(30),
  '90': variable(30),
  ...Object.fromEntries(COMPANY.map((identifier) => [identifier, variable(90)])),
};

/** Check digit of 7, 11, 12, 13 or 17 digits: weights 3 and 1 from the right; undefined otherwise. */
export function gs1CheckDigit(digits: string): string | undefined {
  if (!/^\d+$/.test(digits)) return undefined;
  const sum = [...digits]
    .toReversed()
    .reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
  return String((10 - (sum % 10)) % 10);
}

/** True for digits whose last is their GS1 check digit (EAN-8, EAN-13, GTIN-14, SSCC). */
export function hasGs1Check(digits: string): boolean {
  return digits.length > 1 && gs1CheckDigit(digits.slice(0, -1)) === digits.at(-1);
}

/** Reads a bare trade number of `digits` digits (EAN-8, EAN-13, ITF-14), given with fourteen. */
export function parseGtin(text: string, digits: number): Read<GtinToken> {
  if (!/^\d+$/.test(text)) return err(refused('codes.characters', 'gtin'));
  if (text.length !== digits)
    return err(refused(text.length < digits ? 'codes.tooShort' : 'codes.tooLong', 'gtin'));
  if (!hasGs1Check(text)) return err(refused('codes.gs1CheckDigit', 'gtin', { number: text }));
  return ok({ kind: 'gtin', gtin: text.padStart(14, '0') });
}

type Pairs = [identifier: string, value: string][];
type Split = Result<Pairs, ProblemCode>;

/**
 * Reads element strings, either raw (a leading GS for FNC1 is allowed, GS ends a variable element) or
 * in the parenthesised human form. Check digits, dates and repeats are checked; an unknown identifier
 * refuses the whole, because where it ends is unknown.
 */
export function parseSupply(text: string): Read<SupplyToken> {
  const split = text.startsWith('(') ? splitHuman(text) : splitRaw(text);
  if (!split.ok) return err(refused(split.error, 'supply'));
  const problem = problemOf(split.value);
  if (problem) return err(refused(problem, 'supply'));
  const found = new Map(split.value);
  return ok({
    kind: 'supply',
    gtin: found.get('01') ?? null,
    lot: found.get('10') ?? null,
    serial: found.get('21') ?? null,
    expiry: gs1Date(found.get('17')) ?? null,
    produced: gs1Date(found.get('11')) ?? null,
    elements: split.value,
  });
}

function identifierAt(text: string): string | undefined {
  return [text.slice(0, 2), text.slice(0, 3)].find((candidate) =>
    Object.hasOwn(ELEMENTS, candidate),
  );
}

function splitRaw(text: string): Split {
  const pairs: Pairs = [];
  let rest = text.startsWith(GS) ? text.slice(1) : text;
  if (rest === '') return err('codes.tooShort');
  while (rest !== '') {
    const identifier = identifierAt(rest);
    const element = identifier === undefined ? undefined : ELEMENTS[identifier];
    if (identifier === undefined || !element) return err('codes.gs1Identifier');
    const body = rest.slice(identifier.length);
    const end = body.indexOf(GS);
    const field = end < 0 ? body : body.slice(0, end);
    const value = element.shape.exec(field)?.[0];
    if (value === undefined) return err(faultOf(element, field));
    pairs.push([identifier, value]);
    rest = body.slice(value.length);
    if (rest.startsWith(GS)) rest = rest.slice(1);
    else if (!element.fixed && rest !== '') return err('codes.tooLong');
  }
  return ok(pairs);
}

function faultOf(element: Element, field: string): ProblemCode {
  if (field === '') return 'codes.tooShort';
  if (element.fixed) return /^\d*$/.test(field) ? 'codes.tooShort' : 'codes.characters';
  return new RegExp(`^${TEXT}+$`).test(field) ? 'codes.tooLong' : 'codes.characters';
}

function splitHuman(text: string): Split {
  const pairs: Pairs = [];
  let rest = text;
  while (rest !== '') {
    const head = /^\((\d{2,4})\)/.exec(rest);
    const identifier = head?.[1] ?? '';
    const element = Object.hasOwn(ELEMENTS, identifier) ? ELEMENTS[identifier] : undefined;
    if (!head || !element) return err('codes.gs1Identifier');
    const body = rest.slice(head[0].length);
    // A lot may itself hold parentheses: only a known identifier in them begins a new element.
    const end = element.fixed ? (element.shape.exec(body)?.[0].length ?? 0) : nextHead(body);
    const field = body.slice(0, end);
    const next = body.slice(end);
    if (element.shape.exec(field)?.[0] !== field || field === '')
      return err(faultOf(element, element.fixed ? body.replace(/\(.*$/s, '') : field));
    if (next !== '' && !next.startsWith('(')) return err('codes.tooLong');
    pairs.push([identifier, field]);
    rest = next;
  }
  return ok(pairs);
}

function nextHead(body: string): number {
  for (const match of body.matchAll(/\((\d{2,4})\)/g))
    if (Object.hasOwn(ELEMENTS, match[1] ?? '')) return match.index;
  return body.length;
}

function problemOf(pairs: Pairs): ProblemCode | null {
  const seen = new Set<string>();
  for (const [identifier, value] of pairs) {
    if (seen.has(identifier)) return 'codes.gs1Repeated';
    seen.add(identifier);
    if (['00', '01', '02'].includes(identifier) && !hasGs1Check(value))
      return 'codes.gs1CheckDigit';
    if (DATES.includes(identifier) && !gs1Date(value)) return 'codes.gs1Date';
  }
  return null;
}

/**
 * `YYMMDD`. Years 77–99 are 1977–1999, as GS1 General Specifications 7.12 reads them in this decade:
 * a pack of the last century must show as expired, not as good for another seventy years. Day 00
 * stands for the last day of the month (3.4).
 */
function gs1Date(value: string | undefined): CivilDate | undefined {
  if (value === undefined) return undefined;
  const year = Number(value.slice(0, 2)) + (value >= '77' ? 1900 : 2000);
  const month = Number(value.slice(2, 4));
  if (value.slice(4) !== '00') return civilDate(year, month, Number(value.slice(4)));
  const first = civilDate(year, month, 1);
  return first && parseCivilDate(addDays(addMonths(first, 1), -1));
}
