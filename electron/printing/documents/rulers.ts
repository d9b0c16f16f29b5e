import type { Sheet } from './sheet.ts';

/** Height in mm of the ruler strip above a preview. */
export const RULER_STRIP = 6;

const TICK = '#78838C';
const FIGURE = '#46535F';

/** A millimetre ruler in the strip above a preview: a tick each 10 mm, a figure each 50 mm. */
export function drawRulerStrip(sheet: Sheet, width: number): void {
  for (let at = 0; at <= width; at += 10) {
    const x = Math.min(Math.max(at, 0.15), width - 0.15);
    const long = at % 50 === 0;
    sheet.line(x, long ? 1 : 3.2, x, RULER_STRIP, { color: TICK, width: 0.2 });
    if (long) sheet.text(String(at), x + 1, 3.6, { face: 'sans', size: 8, color: FIGURE });
  }
}

/** Rulers along the top and the left edge, exact in mm from the corner of the page. */
export function drawEdgeRulers(sheet: Sheet, width: number, height: number): void {
  const tick = (at: number) => (at % 10 === 0 ? 5 : at % 5 === 0 ? 3.5 : 2);
  for (let x = 1; x < width; x += 1) {
    sheet.line(x, 0, x, tick(x), { width: 0.1 });
    if (x % 10 === 0) sheet.text(String(x), x, 8, { face: 'sans', size: 6, align: 'center' });
  }
  for (let y = 1; y < height; y += 1) {
    sheet.line(0, y, tick(y), y, { width: 0.1 });
    if (y % 10 === 0) sheet.text(String(y), 6, y + 0.8, { face: 'sans', size: 6 });
  }
}
