import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ready } from 'zpl-renderer-js';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { ReadSymbol } from './compare.ts';
import { decodeGreyPng, type GreyImage } from './png.ts';

export interface LabelSize {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly dotsPerMm: number;
}

/** Renders ZPL to dots; undefined when the renderer finds no label in it. */
export async function renderZpl(zpl: string, size: LabelSize): Promise<GreyImage | undefined> {
  const { api } = await ready;
  const png = await api
    .zplToBase64Async(zpl, size.widthMm, size.heightMm, size.dotsPerMm)
    .catch(() => '');
  return decodeGreyPng(Buffer.from(png, 'base64'));
}

/** Columns of dots that the print head no longer burns stay white. */
export function withDeadDots(image: GreyImage, columns: readonly number[]): GreyImage {
  const grey = Uint8Array.from(image.grey);
  for (const x of columns) {
    if (x < 0 || x >= image.width) continue;
    for (let y = 0; y < image.height; y += 1) grey[y * image.width + x] = 255;
  }
  return { ...image, grey };
}

let prepared: Promise<unknown> | undefined;

/** Gives the reader its module from the disk; left alone it would ask the network for it. */
function prepareReader(): Promise<unknown> {
  prepared ??= Promise.resolve(
    prepareZXingModule({ overrides: { wasmBinary: readerModule() }, fireImmediately: true }),
  );
  return prepared;
}

function readerModule(): ArrayBuffer {
  const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  return Uint8Array.from(readFileSync(path)).buffer;
}

/** Reads every symbol of a PNG, of any kind that a label printer might draw. */
export async function readSymbols(png: Uint8Array): Promise<ReadSymbol[]> {
  await prepareReader();
  const found = await readBarcodes(png, {
    formats: ['Code128', 'DataMatrix', 'QRCode', 'Code39', 'EAN-13'],
    tryHarder: true,
    tryInvert: false,
    maxNumberOfSymbols: 32,
    textMode: 'Plain',
  });
  return found.map(({ format, text }) => ({ symbology: symbologyOf(format), text }));
}

function symbologyOf(format: string): ReadSymbol['symbology'] {
  if (format === 'Code128') return 'code128';
  return format === 'DataMatrix' ? 'dataMatrix' : 'other';
}
