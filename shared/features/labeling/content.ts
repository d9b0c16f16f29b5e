import { encodeBloodGroup } from '../../codes/blood-group.ts';
import { encodeIsbtDate } from '../../codes/isbt-dates.ts';
import type { StateReader } from '../../contract/rows.ts';
import { localDateOf, localTimeOf } from '../../kernel/civil-date.ts';
import { productOf } from '../components/product.ts';
import { judgedReadings } from '../laboratory/beforehand.ts';
import { confirmedGroup } from '../laboratory/group.ts';
import { testsOfKind } from '../laboratory/panel.ts';
import { countedReadings } from '../laboratory/readings.ts';
import { siteOf } from '../operators/rules.ts';
import type { LabelContent } from './model.ts';

export interface LabelPlace {
  readonly station: string;
  readonly zone: string;
}

/**
 * What a final label of the unit states, from one read of the record; undefined while a fact that it
 * must state is not there (group, product, site). Symbols and words are both made from this object.
 */
export function labelContent(
  read: StateReader,
  unitId: string,
  { station, zone }: LabelPlace,
  flags: string,
): LabelContent | undefined {
  const unit = read.get('unit', unitId);
  const site = siteOf(read, station);
  const product = unit && productOf(read, unit.din, unit.productCode);
  const group = unit && confirmedGroup(read, unit.din);
  if (!unit || !site || !product || !group) return undefined;
  return {
    din: unit.din,
    flags,
    abo: group.abo,
    rhd: group.rhd,
    productCode: `${unit.productCode.slice(0, 6)}${unit.division}`,
    division: unit.division,
    productName: product.name.zh,
    volumeMl: unit.volumeMl,
    anticoagulant: product.anticoagulant,
    storage: product.storage.zh,
    collectedAt: unit.collectedAt,
    expiresAt: unit.expiresAt,
    zone,
    specialText: [...product.labelText, ...antibodyText(read, unit.din)],
    facilityName: site.name,
    licence: site.licenceNumber,
  };
}

/** The antibody's assay and dilution, as the receiving hospital asks for it. */
function antibodyText(read: StateReader, din: string): readonly string[] {
  const [test = ''] = testsOfKind(read, din, 'antibody');
  const day = read.get('donation', din)?.localDate ?? '';
  const last = countedReadings(judgedReadings(read, din, day), test).at(-1);
  return last && last.figure !== '' ? [`${last.figure} 阳性`] : [];
}

/** True where both state the same facts; the mark of a reprint is no fact about the unit. */
export function sameFacts(a: LabelContent, b: LabelContent): boolean {
  const plain = (content: LabelContent) => JSON.stringify(sorted({ ...content, flags: '' }));
  return plain(a) === plain(b);
}

function sorted(content: LabelContent): readonly (readonly [string, unknown])[] {
  return Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Local time of an instant as the label shows it, `YYYY-MM-DD HH:mm`. */
export function labelTime(utc: string, zone: string): string {
  return `${localDateOf(utc, zone)} ${localTimeOf(utc, zone)}`;
}

/** `ggre` of the label's group. */
export function groupCode(content: LabelContent): string {
  return (encodeBloodGroup(content.abo, content.rhd) ?? '').replace('=%', '');
}

/** `cyyjjjhhmm` of the label's expiry. */
export function expiryCode(content: LabelContent): string {
  const { expiresAt, zone } = content;
  const date = localDateOf(expiresAt, zone);
  return (encodeIsbtDate('expiry', date, localTimeOf(expiresAt, zone)) ?? '').replace('&>', '');
}
