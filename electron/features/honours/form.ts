import type { FormSize } from '#shared/features/honours/rules/printing.ts';
import { certificateStock, type Stock } from '../../printing/documents/stock.ts';

let form: Stock | undefined;

/** The form that certificates are printed on, read once. */
export function certificateForm(): Stock {
  if (form) return form;
  const read = certificateStock();
  if (!read.ok) throw new Error(`certificate form: ${read.error.detail}`);
  form = read.value;
  return form;
}

/** Its id and size as the rules compare them with the stock in use. */
export function formSize(): FormSize {
  const { id, width, height } = certificateForm();
  return { id, widthTenthsMm: Math.round(width * 10), heightTenthsMm: Math.round(height * 10) };
}
