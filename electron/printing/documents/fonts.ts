import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Faces used on paper: screen sans in two weights, Song for forms, Kai for certificates. */
export type FaceId = 'sans' | 'sansBold' | 'serif' | 'kai';

/** The part of a fontkit font that is used here. */
export interface Face {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  layout(text: string): { readonly glyphs: readonly { readonly id: number }[] };
  readonly _cmapProcessor: { readonly uvs?: VariationTable | null };
}

/** A cmap format 14 table: which variation sequences a face really draws. */
export interface VariationTable {
  readonly varSelectors: { toArray(): readonly VariationSelector[] };
}

export interface VariationSelector {
  readonly varSelector: number;
  readonly defaultUVS?: readonly {
    readonly startUnicodeValue: number;
    readonly additionalCount: number;
  }[];
  readonly nonDefaultUVS?: readonly { readonly unicodeValue: number }[];
}

interface Fontkit {
  create(data: Uint8Array): Face;
}

const files: Readonly<Record<FaceId, string>> = {
  sans: 'NotoSansSC_400Regular.ttf',
  sansBold: 'NotoSansSC_600SemiBold.ttf',
  serif: 'NotoSerifSC_400Regular.ttf',
  kai: 'LXGWWenKai-Regular.ttf',
};

/** What people call each face, in both languages. */
export const faceNames: Readonly<Record<FaceId, Readonly<Record<'zh-CN' | 'en', string>>>> = {
  sans: { 'zh-CN': '黑体', en: 'Sans' },
  sansBold: { 'zh-CN': '黑体（粗）', en: 'Sans semibold' },
  serif: { 'zh-CN': '宋体', en: 'Song' },
  kai: { 'zh-CN': '楷体', en: 'Kai' },
};

/** Faces tried in turn for a character that the wanted face lacks (ux-guide section 7). */
export const faceChain: Readonly<Record<FaceId, readonly FaceId[]>> = {
  sans: ['sans', 'serif', 'kai'],
  sansBold: ['sansBold', 'serif', 'kai'],
  serif: ['serif', 'kai', 'sans'],
  kai: ['kai', 'serif'],
};

const loaded = new Map<FaceId, Face>();

/**
 * Loads a face once per process from `resources/fonts`. TrueType files only: pdfkit draws a WOFF2
 * face as invisible text without any error.
 */
export function loadFace(id: FaceId): Face {
  const known = loaded.get(id);
  if (known) return known;
  const fontkit = createRequire(import.meta.url)('fontkit') as Fontkit;
  const url = new URL(`../../../resources/fonts/${files[id]}`, import.meta.url);
  const face = fontkit.create(readFileSync(url));
  loaded.set(id, face);
  return face;
}
