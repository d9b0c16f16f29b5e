import type { StateReader } from '#shared/contract/rows.ts';
import { expiryCode, groupCode, labelTime } from '#shared/features/labeling/content.ts';
import type { LabelContent } from '#shared/features/labeling/model.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import { type Reason, reason } from '#shared/kernel/decision.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { DrawnLabel } from '../../printing/labels/drawing.ts';
import type { LabelProblem } from '../../printing/labels/problems.ts';
import type { LabelStock } from '../../printing/labels/stock.ts';
import type { UnitLabelContent } from '../../printing/labels/unit-content.ts';
import { drawUnitLabel } from '../../printing/labels/unit-label.ts';

/** The label as the drawing takes it; nothing is added that the record does not hold. */
function drawable(content: LabelContent, serial: string): UnitLabelContent {
  return {
    din: content.din,
    flags: content.flags,
    group: { abo: content.abo, rhd: content.rhd },
    isbtGroup: groupCode(content),
    productCode: content.productCode,
    productName: content.productName,
    division: content.division,
    volumeMl: content.volumeMl,
    anticoagulant: content.anticoagulant,
    collectedAtLocal: labelTime(content.collectedAt, content.zone),
    expiryLocal: labelTime(content.expiresAt, content.zone),
    expiryIsbt: expiryCode(content),
    storage: content.storage,
    specialText: content.specialText,
    facilityName: content.facilityName,
    licence: content.licence,
    labelSerial: serial,
  };
}

/** Draws a label's bytes from its content; the same content always gives the same bytes. */
export function drawLabel(
  content: LabelContent,
  serial: string,
  stock: LabelStock,
): Result<DrawnLabel, LabelProblem> {
  return drawUnitLabel(drawable(content, serial), stock);
}

/** A label stock on record that holds a final label, for the drawing; or why it does not. */
export function unitStock(read: StateReader, stockId: string): Result<LabelStock, Reason> {
  const row = read.get('stock', stockId);
  const dots = row?.dotsPerMm;
  const fits = row !== undefined && row.widthTenthsMm >= 1000 && row.heightTenthsMm >= 1000;
  if (row?.kind !== 'label' || !row.active || !fits || (dots !== 8 && dots !== 12))
    return err(reason('labeling.stockUnknown'));
  return ok({
    id: row.id,
    purposes: ['unit'],
    widthMm: Math.floor(row.widthTenthsMm / 10),
    heightMm: Math.floor(row.heightTenthsMm / 10),
    dotsPerMm: dots,
  });
}

/** A drawing or check problem as a refusal with a sentence. */
export function problemReason({ code, detail }: LabelProblem): Reason {
  switch (code) {
    case 'labels.missingGlyph':
    case 'labels.textDoesNotFit':
    case 'labels.emptyText':
      return reason(code.replace('labels.', 'labeling.'), { detail });
    case 'labels.stock':
      return reason('labeling.stockUnknown');
    case 'labels.din':
    case 'labels.group':
    case 'labels.product':
    case 'labels.division':
    case 'labels.expiry':
    case 'labels.volume':
    case 'labels.serial':
      return reason('labeling.recordContradicts', { detail: `${code} ${detail}` });
    case 'labels.symbolMissing':
    case 'labels.symbolExtra':
    case 'labels.textUnlike':
    case 'labels.strayInk':
      return reason('labeling.decodeFailed', { detail: `${code} ${detail}` });
    case 'labels.notRendered':
    case 'labels.checkFailed':
      return reason('labeling.checkFailed', { detail });
    default:
      return assertNever(code);
  }
}
