import { asciiBytes } from './bytes.ts';
import type { DeviceMessage, DeviceSegment } from './receiver.ts';
import type { XmlElement } from './xml-documents.ts';

/** What the device sends (POCT1-A2, device messaging layer), by the name of the root element without its version. */
export type Poct1aKind = 'HEL' | 'DST' | 'OBS' | 'EOT' | 'END' | 'ESC' | 'ACK' | 'KPA' | 'other';

const KINDS: readonly Poct1aKind[] = ['HEL', 'DST', 'OBS', 'EOT', 'END', 'ESC', 'ACK', 'KPA'];

/** The kind of a message: `OBS.R01` and `OBS.R02` (quality control) are both `OBS`. */
export function kindOf({ name }: XmlElement): Poct1aKind {
  return KINDS.find((kind) => new RegExp(`^${kind}\\.R\\d{2}$`).test(name)) ?? 'other';
}

/**
 * Flattens a message: each element with valued children is a segment under its own name; a value `X.some_cd` stands
 * under `some_cd`, its other attributes under `some_cd@U` and so on. Parents come before their children.
 */
export function poct1aMessageOf(root: XmlElement): DeviceMessage {
  const segments: DeviceSegment[] = [];
  collect(root, segments);
  const header = segments.find(({ name }) => name === 'HDR');
  return { id: header?.values['control_id'] ?? '', segments };
}

function collect(element: XmlElement, into: DeviceSegment[]): void {
  const values: Record<string, string> = {};
  const prefix = `${element.name}.`;
  for (const { name, attributes } of element.children) {
    if (!name.startsWith(prefix)) continue;
    const key = name.slice(prefix.length);
    for (const [attribute, text] of Object.entries(attributes))
      values[attribute === 'V' ? key : `${key}@${attribute}`] = text;
  }
  if (Object.keys(values).length > 0) into.push({ name: element.name, values });
  for (const child of element.children) collect(child, into);
}

/** A word of the station in a conversation. */
export type Poct1aWord =
  | { readonly kind: 'ack'; readonly type: 'AA' | 'AE'; readonly of: string; readonly note: string }
  | { readonly kind: 'requestObservations' }
  | { readonly kind: 'end' };

/** Writes a word as a whole document; `control` numbers it, `at` is its time of making (ISO 8601). */
export function writePoct1a(word: Poct1aWord, control: number, at: string): Uint8Array {
  switch (word.kind) {
    case 'ack': {
      const note = word.note === '' ? '' : value('ACK.note_txt', word.note);
      const body = `${value('ACK.type_cd', word.type)}${value('ACK.ack_control_id', word.of)}${note}`;
      return document('ACK.R01', `<ACK>${body}</ACK>`, control, at);
    }
    case 'requestObservations':
      return document('REQ.R01', `<REQ>${value('REQ.request_cd', 'ROBS')}</REQ>`, control, at);
    case 'end':
      return document('END.R01', `<TRM>${value('TRM.reason_cd', 'NRM')}</TRM>`, control, at);
  }
}

function document(root: string, body: string, control: number, at: string): Uint8Array {
  const header = [
    value('HDR.control_id', `${control}`),
    value('HDR.version_id', 'POCT1'),
    value('HDR.creation_dttm', at),
  ].join('');
  const xml = '<?xml version="1.0" encoding="utf-8"?>';
  return asciiBytes(`${xml}<${root}><HDR>${header}</HDR>${body}</${root}>\r\n`);
}

function value(name: string, text: string): string {
  const safe = Array.from(text.slice(0, 200), (letter) => {
    const code = letter.codePointAt(0)!;
    return /[A-Za-z0-9 .:_+\-/]/.test(letter) ? letter : `&#${code < 0x20 ? 0xfffd : code};`;
  });
  return `<${name} V="${safe.join('')}"/>`;
}
