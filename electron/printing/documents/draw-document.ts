import type { Result } from '#shared/kernel/result.ts';
import { err } from '#shared/kernel/result.ts';
import { loadFace } from './fonts.ts';
import { drawPracticeMark } from './practice-mark.ts';
import { type PaperDocument, type PaperProblem, PaperProblemError } from './problems.ts';
import { Sheet, type SheetOptions } from './sheet.ts';

/** Opens an empty document; pdfkit is loaded only when the first paper is made. */
async function openSheet(options: SheetOptions): Promise<Sheet> {
  const created = new Date(options.createdAt);
  if (Number.isNaN(created.getTime())) {
    throw new PaperProblemError({ code: 'printing.badDate', detail: options.createdAt });
  }
  const { default: PDFDocument } = await import('pdfkit');
  const doc = new PDFDocument({
    autoFirstPage: false,
    bufferPages: true,
    font: '',
    info: {
      Title: options.title,
      Producer: 'PlasmaPoint',
      Creator: 'PlasmaPoint',
      CreationDate: created,
      ModDate: created,
    },
  });
  for (const id of ['sans', 'sansBold', 'serif', 'kai'] as const) {
    // pdfkit takes an opened fontkit face as well, which its type does not say.
    doc.registerFont(id, loadFace(id) as unknown as Uint8Array);
  }
  return new Sheet(doc, options);
}

/** Runs `draw` on a new sheet and turns a thrown problem into a refusal. */
export async function drawDocument(
  options: SheetOptions,
  draw: (sheet: Sheet) => void,
): Promise<Result<PaperDocument, PaperProblem>> {
  try {
    const sheet = await openSheet(options);
    draw(sheet);
    if (options.practice) drawPracticeMark(sheet);
    return await sheet.finish();
  } catch (error) {
    if (error instanceof PaperProblemError) return err(error.problem);
    throw error;
  }
}
