import { graphemes } from './glyphs.ts';

/** Width of a text in the unit of the caller. */
export type Measure = (text: string) => number;

// GB/T 15834: closing marks may not begin a line, opening marks may not end one.
const NOT_FIRST = new Set('，。、；：！？）》〉】』」”’·…—％℃,.;:!?)]}%/');
const NOT_LAST = new Set('（《〈【『「“‘([{');
const WORD = /[*\p{Script=Latin}\p{N}\p{M}'’_+.:/@%-]/u;

// U+2060 between two characters forbids a break; it is taken out again before anything is drawn.
const JOINER = '\u2060';

/** A name inside prose: it may be broken after `·` or a space only (ux-guide section 7). */
export function unbroken(name: string): string {
  return graphemes(name)
    .map((g) => (g === '·' || g === ' ' ? g : `${g}${JOINER}`))
    .join('')
    .replaceAll(`${JOINER}·`, '·')
    .replaceAll(`${JOINER} `, ' ')
    .replace(/\u2060$/, '');
}

/**
 * Breaks prose into lines no wider than `width`. Latin words and numbers stay whole unless one
 * alone is too wide; Chinese breaks anywhere that punctuation permits. No character is dropped.
 */
export function wrapText(text: string, width: number, measure: Measure): string[] {
  const visible = (part: string) => measure(part.replaceAll(JOINER, ''));
  return text
    .split('\n')
    .flatMap((paragraph) => wrapParagraph(paragraph, width, visible))
    .map((line) => line.replaceAll(JOINER, ''));
}

function wrapParagraph(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of unbreakable(text)) {
    if (measure(`${line}${piece}`.trimEnd()) <= width) {
      line += piece;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    line = piece.trimStart();
    while (measure(line.trimEnd()) > width && graphemes(line).length > 1) {
      const [head, rest] = cutAt(line, width, measure);
      lines.push(head);
      line = rest;
    }
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** Splits a single piece at the last grapheme that still fits (at least one). */
function cutAt(text: string, width: number, measure: Measure): [string, string] {
  const parts = graphemes(text);
  let n = 1;
  while (n < parts.length && measure(parts.slice(0, n + 1).join('')) <= width) n += 1;
  return [parts.slice(0, n).join(''), parts.slice(n).join('')];
}

/** Pieces between which a break is allowed. */
function unbreakable(text: string): string[] {
  const pieces: string[] = [];
  let previous = '';
  for (const g of graphemes(text)) {
    const glued = pieces.length > 0 && holdsTogether(previous, g);
    if (glued) pieces[pieces.length - 1] += g;
    else pieces.push(g);
    previous = g;
  }
  return pieces;
}

function holdsTogether(before: string, after: string): boolean {
  if (after === JOINER || before === JOINER) return true;
  if (after === ' ' || NOT_FIRST.has(after) || NOT_LAST.has(before)) return true;
  return WORD.test(before) && WORD.test(after);
}

/** A name set in a box: one size, one or more lines, nothing left out. */
export interface FittedName {
  readonly lines: readonly string[];
  readonly size: number;
}

export interface NameBox {
  readonly width: number;
  readonly height: number;
  readonly maxSize: number;
  readonly minSize: number;
  /** Line advance for one unit of size, in the unit of the box. */
  readonly lineAdvance: number;
}

const STEP = 0.5;
/** A single line keeps at least this part of the full size before the name goes to two lines. */
const ONE_LINE_FLOOR = 0.7;

/**
 * Sets a name of any length: full size on one line, else a little smaller on one line, else lines
 * broken after `·` (or a space), else between characters as the last resort. Returns undefined when
 * even the smallest size does not fit; a name is never truncated (ux-guide section 7).
 */
export function fitName(
  name: string,
  box: NameBox,
  measureAt: (text: string, size: number) => number,
): FittedName | undefined {
  const room = (size: number) => Math.max(1, Math.floor(box.height / (size * box.lineAdvance)));
  for (let size = box.maxSize; size >= box.maxSize * ONE_LINE_FLOOR; size -= STEP) {
    if (measureAt(name, size) <= box.width) return { lines: [name], size };
  }
  for (const split of [nameParts, graphemes]) {
    for (let size = box.maxSize; size >= box.minSize; size -= STEP) {
      const lines = packLines(split(name), box.width, (text) => measureAt(text, size));
      if (lines && lines.length <= room(size)) return { lines, size };
    }
  }
  return undefined;
}

/** Parts of a name, each keeping the dot or space after it. */
function nameParts(name: string): string[] {
  return name.match(/[^·\s]*[·\s]+|[^·\s]+$/gu) ?? [name];
}

function packLines(
  parts: readonly string[],
  width: number,
  measure: Measure,
): string[] | undefined {
  const lines: string[] = [];
  let line = '';
  for (const part of parts) {
    if (measure(part.trimEnd()) > width) return undefined;
    if (line !== '' && measure(`${line}${part}`.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += part;
  }
  return [...lines, line.trimEnd()];
}
