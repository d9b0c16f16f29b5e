import { dotAt } from './bitmap.ts';
import type { ExpectedSymbol, ExpectedText, LabelExpectation, Symbology } from './drawing.ts';
import type { GreyImage } from './png.ts';
import { type LabelProblem, labelProblem } from './problems.ts';

/** A symbol as an independent reader found it. */
export interface ReadSymbol {
  readonly symbology: Symbology | 'other';
  readonly text: string;
}

/**
 * Compares what was read with what must be there: the symbols as a multiset, each text dot for dot,
 * and no ink outside the places of the label. Gives every fault; empty means that the print is the
 * record (INV-15).
 */
export function compareLabel(
  image: GreyImage,
  read: readonly ReadSymbol[],
  expected: LabelExpectation,
): LabelProblem[] {
  const width = expected.widthMm * expected.dotsPerMm;
  if (image.width !== width || image.height !== expected.heightMm * expected.dotsPerMm)
    return [labelProblem('labels.notRendered', `${image.width} x ${image.height}`)];
  return [
    ...compareSymbols(read, expected.symbols),
    ...expected.texts.flatMap((text) => compareText(image, text)),
    ...strayInk(image, expected),
  ];
}

/** Symbols that are missing from, or beyond, the expected multiset; any difference is both. */
function compareSymbols(
  read: readonly ReadSymbol[],
  expected: readonly ExpectedSymbol[],
): LabelProblem[] {
  const left = [...read];
  const problems: LabelProblem[] = [];
  for (const want of expected) {
    const at = left.findIndex((r) => r.text === want.text && r.symbology === want.symbology);
    if (at < 0) problems.push(labelProblem('labels.symbolMissing', want.name));
    else left.splice(at, 1);
  }
  return [...problems, ...left.map(({ text }) => labelProblem('labels.symbolExtra', text))];
}

function isBlack(image: GreyImage, x: number, y: number): boolean {
  return (image.grey[y * image.width + x] ?? 255) < 128;
}

function compareText(image: GreyImage, text: ExpectedText): LabelProblem[] {
  const { bitmap } = text;
  for (let y = 0; y < bitmap.height; y += 1) {
    for (let x = 0; x < bitmap.width; x += 1) {
      if (dotAt(bitmap, x, y) !== isBlack(image, text.x + x, text.y + y))
        return [labelProblem('labels.textUnlike', text.name)];
    }
  }
  return [];
}

function strayInk(image: GreyImage, expected: LabelExpectation): LabelProblem[] {
  const allowed = new Uint8Array(image.width * image.height);
  for (const area of expected.inked) {
    for (let y = area.y; y < Math.min(image.height, area.y + area.height); y += 1)
      allowed.fill(
        1,
        y * image.width + area.x,
        y * image.width + Math.min(image.width, area.x + area.width),
      );
  }
  const at = image.grey.findIndex((grey, i) => grey < 128 && allowed[i] === 0);
  if (at < 0) return [];
  return [labelProblem('labels.strayInk', `${at % image.width},${Math.floor(at / image.width)}`)];
}
