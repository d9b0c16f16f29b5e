import type { Result } from '#shared/kernel/result.ts';
import { drawDocument } from './draw-document.ts';
import type { PaperDocument, PaperProblem } from './problems.ts';
import { PaperProblemError } from './problems.ts';
import type { Sheet } from './sheet.ts';
import { encodeSymbol } from './symbols.ts';
import { paperTexts } from './texts.ts';

/** One practice code: what a scanner sends, and what a person reads beside it. */
export interface DemoCode {
  readonly label: string;
  readonly scan: string;
  readonly kind: 'code128' | 'datamatrix';
  /** Explains what is wrong with a deliberately wrong code. */
  readonly wrong?: string;
}

export interface DemoSheetContent {
  readonly groups: readonly { readonly title: string; readonly codes: readonly DemoCode[] }[];
  readonly createdAt: string;
  readonly language: 'zh-CN' | 'en';
}

const PAGE = { width: 210, height: 297 };
const SIDE = 14;
const COLUMNS = 2;
const CELL = { width: (PAGE.width - 2 * SIDE) / COLUMNS, height: 34 };
const FIRST_Y = 34;
/** Narrow element in mm: the most that is used and the least that office scanners still read. */
const LINEAR = { most: 0.33, least: 0.19 };
const MATRIX = { most: 0.6, least: 0.25 };
const MATRIX_SIDE = 18;
const QUIET_MODULES = 20;

/** Sheets of badges, cards, numbers, lots and wrong codes to scan in practice. */
export function renderDemoSheet(
  content: DemoSheetContent,
): Promise<Result<PaperDocument, PaperProblem>> {
  const { createdAt, language, groups } = content;
  const { title } = paperTexts[language].demo;
  return drawDocument({ title, createdAt, language, practice: true }, (sheet) => {
    for (const group of groups) drawGroup(sheet, group, language);
  });
}

function drawGroup(
  sheet: Sheet,
  group: DemoSheetContent['groups'][number],
  language: 'zh-CN' | 'en',
): void {
  const t = paperTexts[language].demo;
  const perPage = COLUMNS * Math.floor((PAGE.height - FIRST_Y - 12) / CELL.height);
  for (const [i, code] of group.codes.entries()) {
    const place = i % perPage;
    if (place === 0) {
      sheet.page(PAGE.width, PAGE.height);
      sheet.text(`${t.title}·${group.title}`, SIDE, 18, { face: 'sansBold', size: 15 });
      sheet.text(t.sub, SIDE, 25, { face: 'sans', size: 9, color: '#5A6672' });
    }
    const x = SIDE + (place % COLUMNS) * CELL.width;
    const y = FIRST_Y + Math.floor(place / COLUMNS) * CELL.height;
    drawCode(sheet, code, x, y, t.practice);
  }
}

function drawCode(sheet: Sheet, code: DemoCode, x: number, y: number, practice: string): void {
  const module = moduleFor(code);
  const left = x + 4 + (code.kind === 'code128' ? 10 * module : 2);
  sheet.rect(x + 1, y, CELL.width - 2, CELL.height - 2, { color: '#B8C0C7', width: 0.15 });
  sheet.text(code.label, x + 4, y + 5.5, { face: 'sansBold', size: 10 });
  sheet.text(practice, x + CELL.width - 4, y + 5.5, {
    face: 'sans',
    size: 8,
    align: 'right',
    color: '#5A6672',
  });
  sheet.symbol(code.kind, code.scan, { x: left, y: y + 8, module, height: 13 });
  const note = code.wrong ? `${visible(code.scan)}  ${code.wrong}` : visible(code.scan);
  sheet.text(note, x + 4, y + 29, {
    face: 'sans',
    size: 7.5,
    color: code.wrong ? '#99000D' : '#000000',
  });
}

/** Narrow element that lets code and quiet zones fit the cell; refused when no scanner reads it. */
function moduleFor(code: DemoCode): number {
  const grid = encodeSymbol(code.kind, code.scan);
  const module =
    code.kind === 'code128'
      ? Math.min(LINEAR.most, (CELL.width - 6) / (grid.columns + QUIET_MODULES))
      : Math.min(MATRIX.most, MATRIX_SIDE / grid.rows);
  const least = code.kind === 'code128' ? LINEAR.least : MATRIX.least;
  if (module < least)
    throw new PaperProblemError({ code: 'printing.badSymbol', detail: code.label });
  return module;
}

/** Control characters of a code shown as their Unicode names' short forms. */
function visible(scan: string): string {
  return [...scan]
    .map((c) => (c < ' ' ? `<${c.charCodeAt(0).toString(16).padStart(2, '0')}>` : c))
    .join('');
}
