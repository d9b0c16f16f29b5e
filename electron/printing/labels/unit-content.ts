import { encodeBloodGroup } from '#shared/codes/blood-group.ts';
import { encodeDin } from '#shared/codes/din.ts';
import { encodeCompound } from '#shared/codes/isbt.ts';
import { readIsbtDate } from '#shared/codes/isbt-dates.ts';
import { encodeLabelSerial } from '#shared/codes/label-serial.ts';
import { encodeProduct } from '#shared/codes/product-code.ts';
import type { Abo, RhD } from '#shared/codes/tokens.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { ExpectedSymbol } from './drawing.ts';
import { type LabelProblem, type LabelProblemCode, labelProblem } from './problems.ts';

/** Everything a final unit label shows, from one read of the record; never the donor's name. */
export interface UnitLabelContent {
  /** Thirteen characters; the flags of the container go beside it. */
  readonly din: string;
  readonly flags: string;
  readonly group: { readonly abo: Abo; readonly rhd: RhD };
  /** The four characters `ggre`; must say the same as `group`. */
  readonly isbtGroup: string;
  /** Eight characters, division included. */
  readonly productCode: string;
  readonly productName: string;
  readonly division: string;
  readonly volumeMl: number;
  readonly anticoagulant: string;
  /** Local `YYYY-MM-DD HH:mm`. */
  readonly collectedAtLocal: string;
  readonly expiryLocal: string;
  /** `cyyjjjhhmm`; must say the same as `expiryLocal`. */
  readonly expiryIsbt: string;
  readonly storage: string;
  readonly specialText: readonly string[];
  readonly facilityName: string;
  readonly licence: string;
  /** `L` and nine digits. */
  readonly labelSerial: string;
}

const LOCAL = /^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/;

/**
 * The exact data of each symbol of a unit label, in reading order: number, group, product, expiry,
 * the compound of the four, and the serial apart (ST-001 2.5 keeps local structures out of a
 * compound). Refuses content whose code and words would say different things.
 */
export function unitLabelExpected(
  content: UnitLabelContent,
): Result<readonly ExpectedSymbol[], LabelProblem> {
  const din = encodeDin(content.din, content.flags);
  if (!din) return refuse('labels.din', content.din);
  const group = encodeBloodGroup(content.group.abo, content.group.rhd);
  if (group !== `=%${content.isbtGroup}`) return refuse('labels.group', content.isbtGroup);
  const product = encodeProduct(content.productCode);
  if (!product) return refuse('labels.product', content.productCode);
  if (content.productCode.slice(6) !== content.division)
    return refuse('labels.division', content.division);
  if (!Number.isInteger(content.volumeMl) || content.volumeMl < 1 || content.volumeMl > 9999)
    return refuse('labels.volume', String(content.volumeMl));
  const expiry = expiryOf(content);
  if (!expiry) return refuse('labels.expiry', `${content.expiryLocal} ${content.expiryIsbt}`);
  const serial = encodeLabelSerial(content.labelSerial);
  if (!serial) return refuse('labels.serial', content.labelSerial);
  const compound = encodeCompound([din, group, product, expiry]);
  if (!compound) return refuse('labels.din', content.din);
  return ok([
    { name: 'din', symbology: 'code128', text: din },
    { name: 'group', symbology: 'code128', text: group },
    { name: 'product', symbology: 'code128', text: product },
    { name: 'expiry', symbology: 'code128', text: expiry },
    { name: 'compound', symbology: 'dataMatrix', text: compound },
    { name: 'serial', symbology: 'code128', text: serial },
  ]);
}

function expiryOf(content: UnitLabelContent): string | undefined {
  if (!LOCAL.test(content.expiryLocal) || !LOCAL.test(content.collectedAtLocal)) return undefined;
  const read = readIsbtDate('expiry', content.expiryIsbt);
  if (!read.ok || `${read.value.date} ${read.value.time}` !== content.expiryLocal) return undefined;
  return content.expiryLocal > content.collectedAtLocal ? `&>${content.expiryIsbt}` : undefined;
}

function refuse(code: LabelProblemCode, detail: string) {
  return err(labelProblem(code, detail));
}
