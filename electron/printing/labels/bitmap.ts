/** A black-and-white picture in printer dots; rows are whole bytes, the left dot is the high bit. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly rowBytes: number;
  readonly bits: Uint8Array;
}

/** A white bitmap of whole dots; throws on sizes that no label has. */
export function blankBitmap(width: number, height: number): Bitmap {
  if (!Number.isInteger(width) || !Number.isInteger(height) || width < 1 || height < 1)
    throw new RangeError(`bitmap ${width} x ${height}`);
  const rowBytes = Math.ceil(width / 8);
  return { width, height, rowBytes, bits: new Uint8Array(rowBytes * height) };
}

/** True where the dot is black; dots outside the bitmap are white. */
export function dotAt(bitmap: Bitmap, x: number, y: number): boolean {
  if (x < 0 || y < 0 || x >= bitmap.width || y >= bitmap.height) return false;
  return ((bitmap.bits[y * bitmap.rowBytes + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
}

/** Blackens or whitens one dot inside the bitmap. */
export function setDot(bitmap: Bitmap, x: number, y: number, black: boolean): void {
  const at = y * bitmap.rowBytes + (x >> 3);
  const bit = 0x80 >> (x & 7);
  const old = bitmap.bits[at] ?? 0;
  bitmap.bits[at] = black ? old | bit : old & ~bit;
}

/** White on black with a black margin, as a reversed text is printed. */
export function reversed(bitmap: Bitmap, margin: number): Bitmap {
  const out = blankBitmap(bitmap.width + 2 * margin, bitmap.height + 2 * margin);
  mapDots(out, (x, y) => !dotAt(bitmap, x - margin, y - margin));
  return out;
}

/** Only the rim of the black shapes, `stroke` dots thick. */
export function outlined(bitmap: Bitmap, stroke: number): Bitmap {
  const out = blankBitmap(bitmap.width, bitmap.height);
  const reach = Array.from({ length: 2 * stroke + 1 }, (_, i) => i - stroke);
  const inside = (x: number, y: number) =>
    reach.every((dx) => reach.every((dy) => dotAt(bitmap, x + dx, y + dy)));
  mapDots(out, (x, y) => dotAt(bitmap, x, y) && !inside(x, y));
  return out;
}

function mapDots(bitmap: Bitmap, black: (x: number, y: number) => boolean): void {
  for (let y = 0; y < bitmap.height; y += 1) {
    for (let x = 0; x < bitmap.width; x += 1) setDot(bitmap, x, y, black(x, y));
  }
}

/** Upper-case hexadecimal of the bytes, as `^GFA` takes them. */
export function bitmapHex(bitmap: Bitmap): string {
  return Buffer.from(bitmap.bits).toString('hex').toUpperCase();
}
