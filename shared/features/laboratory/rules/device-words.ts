import { parseStationCode } from '../../../codes/station-codes.ts';
import { tubeOfPayload } from '../../../codes/test-number.ts';
import type { StateReader } from '../../../contract/rows.ts';
import type { SampleRow } from '../model.ts';
import type { DeviceResult } from './device.ts';

/** Flag characters that our numbered tubes carry behind the donation number. */
const TUBE_FLAGS: Readonly<Record<string, string>> = {
  '06': 'group',
  '07': 'serology',
  '09': 'nat',
  '15': 'retention',
};

/**
 * The received sample that an instrument named: our sample id, or the number with the tube's flags as
 * its reader sent it, or the code on a tube of a test sample. Nothing is trimmed or completed; a number without a tube names no sample.
 */
export function sampleOfText(read: StateReader, text: string): SampleRow | undefined {
  if (/^([A-Z0-9]{13}|TS[0-9]{10}):[A-Za-z]{1,20}$/.test(text)) return read.get('sample', text);
  const code = parseStationCode(text);
  if (code.ok && code.value.kind === 'testSample') {
    const tube = tubeOfPayload(code.value.id);
    return tube && read.get('sample', `${tube.number}:${tube.tube}`);
  }
  const match = /^=?([A-Z0-9]{13})(\d\d)$/.exec(text);
  const kind = TUBE_FLAGS[match?.[2] ?? ''];
  return match && kind ? read.get('sample', `${match[1]}:${kind}`) : undefined;
}

/** The reagent lot by the text that the instrument sends; an unknown one makes the run invalid. */
export function lotOfText(read: StateReader, text: string, test: string): string {
  const lots = read.all('lot').filter((lot) => lot.kind === 'reagent' && lot.lot === text);
  const serving = lots.find((lot) => lot.serves.length === 0 || lot.serves.includes(test));
  return serving?.id ?? lots[0]?.id ?? `unknown:${text}`.slice(0, 120);
}

/**
 * A control is good when its result is final, unflagged, and says what its name promises (`…NEG…`,
 * `…POS…`); another name is judged by the flag alone.
 */
export function verdictOfControl(one: DeviceResult): {
  readonly name: string;
  readonly ok: boolean;
} {
  const name = one.sampleId.slice(0, 60) || 'control';
  const final = one.status === 'F' && (one.flag === 'N' || one.flag === '');
  const upper = name.toUpperCase();
  const value = one.value.toUpperCase();
  const negative = /^(NR|NEG|NEGATIVE|NONREACTIVE|NON-REACTIVE|阴性|无反应)$/.test(value);
  const positive = /^(R|POS|POSITIVE|REACTIVE|阳性|有反应)/.test(value);
  if (upper.includes('NEG')) return { name, ok: final && !positive };
  if (upper.includes('POS')) return { name, ok: final && !negative };
  return { name, ok: final };
}
