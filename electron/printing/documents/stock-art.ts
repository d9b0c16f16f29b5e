import { assertNever } from '#shared/kernel/assert-never.ts';
import type { Sheet } from './sheet.ts';
import type { Stock, StockArt } from './stock.ts';

/** The form stands back in the preview so that the printed text is what the eye finds. */
const FORM_STRENGTH = 0.62;

/** What a long name of a centre may take of the sheet's width. */
const ISSUER_SHARE = 0.6;

/**
 * Draws the pre-printed form at reduced strength, with the name of the centre whose stock it is. For the
 * preview only, never for the print.
 */
export function drawForm(sheet: Sheet, stock: Stock, issuer: string): void {
  for (const item of stock.art) {
    if (item.kind === 'issuer') drawIssuer(sheet, item, issuer, stock.width * ISSUER_SHARE);
    else drawItem(sheet, item);
  }
}

type Issuer = Extract<StockArt, { kind: 'issuer' }>;

function drawIssuer(sheet: Sheet, item: Issuer, name: string, most: number): void {
  const { face, spacing, align, x, y } = item;
  const size = item.size * Math.min(1, most / sheet.width(name, { face, size: item.size }));
  sheet.text(name, x, y, { size, spacing, face, align, color: faint(item.color) });
}

function drawItem(sheet: Sheet, item: Exclude<StockArt, Issuer>): void {
  switch (item.kind) {
    case 'rect':
      sheet.rect(item.x, item.y, item.w, item.h, inks(item));
      break;
    case 'path':
      sheet.path(item.d, inks(item), item.matrix);
      break;
    case 'ellipse':
      sheet.ellipse([item.x, item.y], [item.rx, item.ry], { ...inks(item), dash: item.dash });
      break;
    case 'rosette':
      drawRosette(sheet, item);
      break;
    case 'text': {
      const { text, x, y, size, spacing, face, align } = item;
      sheet.text(text, x, y, { size, spacing, face, align, color: faint(item.color) });
      break;
    }
    default:
      assertNever(item);
  }
}

function drawRosette(sheet: Sheet, item: Extract<StockArt, { kind: 'rosette' }>): void {
  for (let i = 0; i < item.count; i += 1) {
    const radii = [item.rx[0] + i * item.rx[1], item.ry[0] + i * item.ry[1]] as const;
    sheet.ellipse([item.x, item.y], radii, inks(item), i * item.turn);
  }
}

function inks(item: { fill?: string; stroke?: string; width?: number }) {
  return {
    fill: item.fill && faint(item.fill),
    color: item.stroke && faint(item.stroke),
    width: item.width,
  };
}

/** The colour at reduced strength on white, without transparency. */
function faint(color: string): string {
  const channel = (at: number) => {
    const full = Number.parseInt(color.slice(at, at + 2), 16);
    return Math.round(255 - (255 - full) * FORM_STRENGTH)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
