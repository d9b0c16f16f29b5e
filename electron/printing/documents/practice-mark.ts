import type { Sheet } from './sheet.ts';

const ZH = '练习 · 不得使用';
const EN = 'PRACTICE · NOT FOR USE';
const RED = '#B3202A';
/** Points of size for each millimetre of the page's width, so that the longer line spans most of it. */
const SHARE = 0.15;

/**
 * Marks every page of a practice paper: across the middle, pale enough to read through, and once in full red at the
 * upper edge, where a copy or a cut still shows it.
 */
export function drawPracticeMark(sheet: Sheet): void {
  sheet.onEachPage((width, height) => {
    const [x, y] = [width / 2, height / 2];
    const size = width * SHARE;
    const pale = { face: 'sansBold', color: RED, align: 'center', opacity: 0.16 } as const;
    sheet.turned(-24, x, y, () => {
      sheet.text(ZH, x, y, { ...pale, size: size * 1.6 });
      sheet.text(EN, x, y + size * 0.6, { ...pale, size });
    });
    const edge = { face: 'sansBold', color: RED, align: 'center', size: size * 0.28 } as const;
    sheet.text(`${ZH} · ${EN}`, x, size * 0.12 + 1, edge);
  });
}
