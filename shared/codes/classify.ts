import { mayCarryIsbt, readAim, type Symbology } from './aim.ts';
import { GS } from './gs1.ts';
import {
  foldFullWidth,
  hasIdeographs,
  isProcessKeys,
  layoutGuesses,
  swapCase,
} from './input-faults.ts';
import type { ProblemCode } from './problems.ts';
import { type PlainRead, type ReadOptions, readScan } from './read-scan.ts';
import { type Details, refused, type Token, type UnknownToken, type UsableKind } from './tokens.ts';

/** The longest text that is looked at; a longer one is refused whole. */
export const MAX_SCAN_LENGTH = 4096;
const MAX_EXPLAINED = 160;

export interface ClassifyOptions extends ReadOptions {
  /** The suffix set in the scanner, taken off once; without it a CR, LF or Tab is a fault. */
  readonly suffix?: string;
  /** AIM prefix (`]C0` or `C0`) that the link to the scanner has already taken off. */
  readonly aim?: string;
}

/**
 * What one scan is. `tokens` is never empty; two tokens are a linear concatenation. With a `problem`
 * nothing of the scan may be used, whatever stands in the other tokens.
 */
export interface Classification {
  readonly tokens: readonly Token[];
  readonly problem: ProblemCode | null;
  readonly symbology: Symbology | null;
}

/**
 * Classifies the raw text of a scan or a typed code. Total: any string gives an answer. Nothing is
 * trimmed to fit and no character is exchanged; spoilt input is recognised and named instead.
 */
export function classify(raw: string, options: ClassifyOptions = {}): Classification {
  if (raw.length > MAX_SCAN_LENGTH) return fault(refused('codes.tooLarge', null));
  const { suffix } = options;
  const data = suffix && raw.endsWith(suffix) ? raw.slice(0, -suffix.length) : raw;
  if (data === '') return fault(refused('codes.empty', null));
  const text = options.aim === undefined ? data : `]${options.aim.replace(/^\]/, '')}${data}`;
  const spoilt = inputMethodFault(text, options) ?? controlFault(text, options);
  if (spoilt) return fault(spoilt);
  const read = readScan(text, options);
  const bad = read.tokens.find((token) => token.kind === 'unknown');
  if (!bad) return { ...read, problem: null };
  const explained = EXPLAINABLE.has(bad.problem) ? explain(text, options) : undefined;
  if (explained) return { ...fault(explained), symbology: read.symbology };
  return { ...read, problem: bad.problem };
}

function fault(token: UnknownToken): Classification {
  return { tokens: [token], problem: token.problem, symbology: null };
}

function inputMethodFault(text: string, options: ClassifyOptions): UnknownToken | undefined {
  if (isProcessKeys(text)) return refused('codes.imeProcess', null);
  const folded = foldFullWidth(text);
  if (folded !== null) return refused('codes.imeFullWidth', likeness(folded, options));
  return hasIdeographs(text) ? refused('codes.imeFullWidth', null) : undefined;
}

function controlFault(text: string, options: ClassifyOptions): UnknownToken | undefined {
  const stripped = text.replace(/[\r\n\t]+$/, '');
  if (/[\r\n\t]/.test(stripped)) return refused('codes.gluedScans', null);
  if (stripped !== text)
    return refused('codes.trailingTerminator', likeness(stripped, options), {
      terminator: JSON.stringify(text.slice(stripped.length)),
    });
  const controls = /[\x00-\x1f\x7f]/.exec(text.replaceAll(GS, ''));
  const strayGs = text.includes(GS) && /^[=&]/.test(dataOf(text));
  if (!controls && !strayGs) return undefined;
  const code = strayGs ? 29 : (controls?.[0].charCodeAt(0) ?? 0);
  return refused('codes.controlCharacter', null, { code });
}

function dataOf(text: string): string {
  return readAim(text).data;
}

/** Problems behind which spoilt input may hide; a failed check or date is named as what it is. */
const EXPLAINABLE: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'codes.unknown',
  'codes.identifierUnknown',
  'codes.localUnknown',
  'codes.characters',
  'codes.tooShort',
  'codes.tooLong',
  'codes.aimUnknown',
  'codes.aimMissing',
  'codes.gs1Identifier',
  'codes.stationCodeKind',
  'codes.stationCodeCheck',
  'codes.compoundNested',
  'codes.productDivision',
  'codes.dinFacility',
  'codes.groupUnknown',
  'codes.ambiguousNumber',
]);

/** Looks for the one spoiling after which the text would read well; gives the reason to show. */
function explain(text: string, options: ClassifyOptions): UnknownToken | undefined {
  if (text.length > MAX_EXPLAINED) return undefined;
  const attempt = (problem: ProblemCode, candidate: string, details: Details = {}) => {
    const kind = candidate === text ? null : kindOfGood(candidate, options);
    return kind ? refused(problem, kind, details) : undefined;
  };
  return (
    attempt('codes.wrongCase', text.toUpperCase()) ??
    attempt('codes.wrongCase', swapCase(text)) ??
    attempt('codes.wrongCase', text.slice(0, 2).toLowerCase() + text.slice(2)) ??
    attempt('codes.wrongCase', mixedCase(text)) ??
    missingIdentifier(text, options) ??
    gluedScans(text, options) ??
    firstOf(layoutGuesses(text), (guess) =>
      attempt('codes.keyboardLayout', guess.text, { layout: guess.layout }),
    ) ??
    attempt('codes.characters', text.trim())
  );
}

/** A blood group message such as `=%Mq00` whose letters a scanner made all alike. */
function mixedCase(text: string): string {
  return text.slice(0, 3).toUpperCase() + text.slice(3).toLowerCase();
}

function firstOf<T>(
  items: readonly T[],
  look: (item: T) => UnknownToken | undefined,
): UnknownToken | undefined {
  for (const item of items) {
    const found = look(item);
    if (found) return found;
  }
  return undefined;
}

const IDENTIFIERS = ['=', '&', '=%', '=<', '&>', '&*', '=>', '=*', '&a'] as const;

/** A scanner that strips or replaces the data identifier leaves well-formed content behind. */
function missingIdentifier(text: string, options: ClassifyOptions): UnknownToken | undefined {
  const aim = readAim(text);
  const { data } = aim;
  if (/^[=&]/.test(data) || (aim.found === 'known' && !mayCarryIsbt(aim.symbology)))
    return undefined;
  return firstOf(IDENTIFIERS, (identifier) => {
    const kind = kindOfGood(`${identifier}${data}`, options);
    return kind ? refused('codes.missingIdentifier', kind, { identifier }) : undefined;
  });
}

function gluedScans(text: string, options: ClassifyOptions): UnknownToken | undefined {
  for (let at = 4; at <= text.length - 4; at += 1) {
    const kind = kindOfGood(text.slice(0, at), options);
    if (kind && kindOfGood(text.slice(at), options))
      return refused('codes.gluedScans', kind, { position: at });
  }
  return undefined;
}

/** Kind of a text that reads well as a code with its own identifier or check; else null. */
function kindOfGood(text: string, options: ClassifyOptions): UsableKind | null {
  const read: PlainRead = readScan(text, { ...options, aimProfile: 'auto', entry: 'either' });
  const [first] = read.tokens;
  const good = read.tokens.every((token) => token.kind !== 'unknown');
  return good && first && first.kind !== 'unknown' ? first.kind : null;
}

/** Kind that a text is or tries to be, for naming it in an explanation. */
function likeness(text: string, options: ClassifyOptions): UsableKind | null {
  const [first] = readScan(text, { ...options, aimProfile: 'auto', entry: 'either' }).tokens;
  return first?.kind === 'unknown' ? first.looksLike : (first?.kind ?? null);
}
