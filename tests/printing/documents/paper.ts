import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as mupdf from 'mupdf';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { PaperStamp } from '#electron/printing/documents/flow.ts';
import type { PaperDocument, PaperProblem } from '#electron/printing/documents/problems.ts';
import type { Result } from '#shared/kernel/result.ts';

/** Invented stamp for documents under test. */
export const stamp: PaperStamp = {
  createdAt: '2026-11-22T06:05:00.000Z',
  printedAt: '2026-11-22 14:05',
  facilityName: '海河血液中心',
  documentId: 'DOC-000123',
  language: 'zh-CN',
  practice: false,
};

/** A page drawn by an independent renderer: one grey byte a pixel. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly perMm: number;
  readonly grey: Uint8Array;
  readonly png: Uint8Array;
}

/** The value of a result, or a failing assertion that shows the refusal. */
export async function made(
  result: Promise<Result<PaperDocument, PaperProblem>>,
): Promise<PaperDocument> {
  const answer = await result;
  assert.ok(answer.ok, JSON.stringify(answer));
  return answer.value;
}

/** Renders one page with MuPDF. */
export function draw(pdf: Uint8Array, page = 0, perMm = 8): Picture {
  const scale = (perMm * 25.4) / 72;
  const document = mupdf.Document.openDocument(pdf, 'application/pdf');
  const pixmap = document
    .loadPage(page)
    .toPixmap([scale, 0, 0, scale, 0, 0], mupdf.ColorSpace.DeviceGray, false);
  return picture(pixmap, perMm);
}

function picture(pixmap: mupdf.Pixmap, perMm: number): Picture {
  const [width, height, stride] = [pixmap.getWidth(), pixmap.getHeight(), pixmap.getStride()];
  const pixels = pixmap.getPixels();
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    grey.set(pixels.subarray(y * stride, y * stride + width), y * width);
  }
  return { width, height, perMm, grey, png: pixmap.asPNG() };
}

/** One glyph drawn from the whole font file, without pdfkit and its subset. */
export function drawGlyph(fontFile: string, codePoint: number, size: number): Picture {
  const url = new URL(`../../../resources/fonts/${fontFile}`, import.meta.url);
  const font = new mupdf.Font('reference', readFileSync(url));
  const glyph = font.encodeCharacter(codePoint);
  const text = new mupdf.Text();
  text.showGlyph(font, [size, 0, 0, -size, size / 2, size * 1.5], glyph, codePoint);
  const pixmap = new mupdf.Pixmap(mupdf.ColorSpace.DeviceGray, [0, 0, 2 * size, 2 * size], false);
  pixmap.clear(255);
  const device = new mupdf.DrawDevice(mupdf.Matrix.identity, pixmap);
  device.fillText(text, mupdf.Matrix.identity, mupdf.ColorSpace.DeviceGray, [0], 1);
  device.close();
  return picture(pixmap, 1);
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Ink bounds in mm inside a region (mm), or undefined when the region is blank. */
export function ink(image: Picture, region?: Box): Box | undefined {
  const all = { x: 0, y: 0, w: image.width / image.perMm, h: image.height / image.perMm };
  const { x, y, w, h } = region ?? all;
  const px = (mm: number) => Math.round(mm * image.perMm);
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -1, -1];
  for (let row = Math.max(0, px(y)); row < Math.min(image.height, px(y + h)); row += 1) {
    for (let col = Math.max(0, px(x)); col < Math.min(image.width, px(x + w)); col += 1) {
      if ((image.grey[row * image.width + col] ?? 255) > 160) continue;
      left = Math.min(left, col);
      right = Math.max(right, col);
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
    }
  }
  if (right < 0) return undefined;
  const mm = (p: number) => p / image.perMm;
  return { x: mm(left), y: mm(top), w: mm(right - left + 1), h: mm(bottom - top + 1) };
}

const GRID = 48;

/** Ink inside a region scaled to a fixed grid of darkness 0–1, for comparing shapes. */
export function shape(image: Picture, region: Box): number[] {
  const cells: number[] = [];
  for (let row = 0; row < GRID; row += 1) {
    for (let col = 0; col < GRID; col += 1) {
      cells.push(darkness(image, region, row, col));
    }
  }
  return cells;
}

function darkness(image: Picture, region: Box, row: number, col: number): number {
  const from = (start: number, size: number, i: number) =>
    Math.floor((start + (size * i) / GRID) * image.perMm);
  const [x1, x2] = [from(region.x, region.w, col), from(region.x, region.w, col + 1)];
  const [y1, y2] = [from(region.y, region.h, row), from(region.y, region.h, row + 1)];
  let sum = 0;
  for (let y = y1; y < Math.max(y2, y1 + 1); y += 1) {
    for (let x = x1; x < Math.max(x2, x1 + 1); x += 1) {
      sum += 255 - (image.grey[y * image.width + x] ?? 255);
    }
  }
  return sum / 255 / (Math.max(1, x2 - x1) * Math.max(1, y2 - y1));
}

/** Mean difference of two shapes, 0 equal to 1 opposite. */
export function unlike(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] ?? 0)), 0) / a.length;
}

/** Text of a page as a reader program extracts it, without white space. */
export function textOf(pdf: Uint8Array, page = 0): string {
  const document = mupdf.Document.openDocument(pdf, 'application/pdf');
  return document
    .loadPage(page)
    .toStructuredText('preserve-whitespace')
    .asText()
    .replaceAll(/\s/g, '');
}

let reader: Promise<unknown> | undefined;

/** Every symbol on a page, read by an independent decoder. */
export async function codesOn(image: Picture): Promise<{ text: string; format: string }[]> {
  reader ??= Promise.resolve(
    prepareZXingModule({
      overrides: {
        wasmBinary: new Uint8Array(
          readFileSync(
            createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'),
          ),
        ).buffer,
      },
      fireImmediately: true,
    }),
  );
  await reader;
  const found = await readBarcodes(new Uint8Array(image.png), {
    formats: ['Code128', 'QRCode', 'DataMatrix'],
    tryHarder: true,
    maxNumberOfSymbols: 50,
    textMode: 'Plain',
  });
  return found.filter((f) => f.isValid).map((f) => ({ text: f.text, format: f.format }));
}
