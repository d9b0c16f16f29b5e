/** Why a label cannot be drawn, or must not be printed. */
export type LabelProblemCode =
  | 'labels.missingGlyph'
  | 'labels.textDoesNotFit'
  | 'labels.emptyText'
  | 'labels.din'
  | 'labels.group'
  | 'labels.product'
  | 'labels.division'
  | 'labels.expiry'
  | 'labels.volume'
  | 'labels.serial'
  | 'labels.stock'
  | 'labels.symbolMissing'
  | 'labels.symbolExtra'
  | 'labels.textUnlike'
  | 'labels.strayInk'
  | 'labels.notRendered'
  | 'labels.checkFailed';

export interface LabelProblem {
  readonly code: LabelProblemCode;
  /** The field, character or symbol concerned; labels carry no donor, so nothing here is secret. */
  readonly detail: string;
}

/** Builds a problem; `detail` names the field, character or symbol. */
export function labelProblem(code: LabelProblemCode, detail: string): LabelProblem {
  return { code, detail };
}
