import { type Face, type FaceId, faceChain, loadFace } from './fonts.ts';

export type MissingReason = 'noGlyph' | 'privateUse' | 'variation' | 'control';

/** One character of a text that cannot be printed faithfully. */
export interface MissingGlyph {
  /** The character as it stands in the text, with its variation selector if it has one. */
  readonly character: string;
  /** `U+2550E`, or `U+845B U+E0100` for a variation sequence. */
  readonly codePoint: string;
  /** Position in the text counted in characters as people see them, from 1. */
  readonly position: number;
  readonly text: string;
  readonly reason: MissingReason;
  /** Faces that were asked. */
  readonly faces: readonly FaceId[];
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** Splits into characters as people count them (supplementary planes and sequences stay whole). */
export function graphemes(text: string): string[] {
  return [...segmenter.segment(text)].map((part) => part.segment);
}

/** `U+2550E` for each code point, separated by spaces. */
function codePointNames(character: string): string {
  return [...character]
    .map((c) => `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');
}

/**
 * Why a face cannot draw one grapheme, or undefined when it can. Private use characters are
 * always refused: whatever a font holds there is not the character that was meant.
 */
function glyphFault(grapheme: string, face: Face): MissingReason | undefined {
  const points = [...grapheme].map((c) => c.codePointAt(0) ?? 0);
  for (const [i, point] of points.entries()) {
    if (isPrivateUse(point)) return 'privateUse';
    if (point < 0x20 || (point >= 0x7f && point < 0xa0)) return 'control';
    if (isVariationSelector(point)) {
      if (!drawsVariation(face, points[i - 1] ?? 0, point)) return 'variation';
    } else if (!face.hasGlyphForCodePoint(point)) return 'noGlyph';
  }
  return undefined;
}

/** The first face of the chain that draws the grapheme, or undefined. */
function faceFor(grapheme: string, wanted: FaceId): FaceId | undefined {
  return faceChain[wanted].find((id) => glyphFault(grapheme, loadFace(id)) === undefined);
}

/** A stretch of text drawn in one face. */
export interface Segment {
  readonly text: string;
  /** Undefined: a space for a character that is written by hand. */
  readonly face: FaceId | undefined;
}

/** Groups neighbours that share a face; a character without any face becomes a gap. */
export function segments(text: string, wanted: FaceId): Segment[] {
  const found: { text: string; face: FaceId | undefined }[] = [];
  for (const g of graphemes(text)) {
    const face = faceFor(g, wanted);
    const last = found.at(-1);
    if (last && last.face === face) last.text += g;
    else found.push({ text: g, face });
  }
  return found;
}

/**
 * Characters of `text` that neither the wanted face nor its reserve faces have, by their cmap
 * tables. To be asked before any print; an empty list means that every character has a glyph.
 */
export function missingGlyphs(
  text: string,
  wanted: FaceId,
  faces: readonly FaceId[] = faceChain[wanted],
): MissingGlyph[] {
  const found: MissingGlyph[] = [];
  for (const [i, character] of graphemes(text).entries()) {
    const faults = faces.map((id) => glyphFault(character, loadFace(id)));
    const reason = faults[0];
    if (reason === undefined || faults.includes(undefined)) continue;
    found.push({
      character,
      codePoint: codePointNames(character),
      position: i + 1,
      text,
      reason,
      faces,
    });
  }
  return found;
}

function isPrivateUse(point: number): boolean {
  return (point >= 0xe000 && point <= 0xf8ff) || point >= 0xf0000;
}

function isVariationSelector(point: number): boolean {
  return (point >= 0xfe00 && point <= 0xfe0f) || (point >= 0xe0100 && point <= 0xe01ef);
}

/** Reads cmap format 14; a face without the sequence would silently draw the plain character. */
function drawsVariation(face: Face, base: number, selector: number): boolean {
  const table = face._cmapProcessor.uvs;
  const entry = table?.varSelectors.toArray().find((s) => s.varSelector === selector);
  if (!entry) return false;
  const plain = entry.defaultUVS?.some(
    (range) =>
      base >= range.startUnicodeValue && base <= range.startUnicodeValue + range.additionalCount,
  );
  return plain || (entry.nonDefaultUVS?.some((s) => s.unicodeValue === base) ?? false);
}
