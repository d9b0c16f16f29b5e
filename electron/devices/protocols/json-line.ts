import type { Result } from '#shared/kernel/result.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { BlockReceiver } from './block-receiver.ts';
import type { BlockShape } from './blocks.ts';
import { asciiBytes } from './bytes.ts';
import { decodeDeviceText } from './device-text.ts';
import type { DeviceMessage, ProtocolFamily } from './receiver.ts';

/** One JSON object a line, from a gateway in front of a machine that speaks HTTP. */
export const JSON_LINE_SHAPE: BlockShape = { start: null, end: 'line', maxBytes: 8_192 };

export type JsonLineProblem = 'json.badText' | 'json.notAnObject' | 'json.noId';

/** Reads a line: `id` names the message, `name` its segment, `values` are texts and numbers. */
export function readJsonLine(body: Uint8Array): Result<DeviceMessage, JsonLineProblem> {
  const text = decodeDeviceText(body, 'utf-8');
  if (!text.ok) return err('json.badText');
  let json: unknown;
  try {
    json = JSON.parse(text.value);
  } catch {
    return err('json.notAnObject');
  }
  if (typeof json !== 'object' || json === null) return err('json.notAnObject');
  const { id, name, values } = json as { id?: unknown; name?: unknown; values?: unknown };
  if (typeof id !== 'string' || id === '' || id.length > 60) return err('json.noId');
  if (typeof name !== 'string' || typeof values !== 'object' || values === null)
    return err('json.notAnObject');
  const flat = Object.entries(values).flatMap(([key, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[key, `${value}`]] : [],
  );
  return ok({ id, segments: [{ name, values: Object.fromEntries(flat) }] });
}

/** Answers each line that was kept with `{"ack":id}`, each that was not with `{"again":id}`. */
class JsonLineReceiver extends BlockReceiver {
  constructor() {
    super(JSON_LINE_SHAPE);
  }

  protected takeBlock(raw: Uint8Array, body: Uint8Array): void {
    const line = readJsonLine(body);
    if (line.ok) this.keep(raw);
    else this.refuse(line.error);
  }

  protected answer(raw: Uint8Array, kept: boolean): void {
    const line = readJsonLine(raw.subarray(0, -1));
    if (!line.ok) return;
    const said = JSON.stringify({ [kept ? 'ack' : 'again']: line.value.id });
    this.say({ kind: 'send', bytes: asciiBytes(`${escapeToAscii(said)}\n`) });
  }
}

function escapeToAscii(text: string): string {
  return text.replace(
    /[^\x20-\x7e]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The family of JSON lines. */
export const jsonLineFamily: ProtocolFamily = {
  receiver: () => new JsonLineReceiver(),
  reader: () => ({ take: (raw) => [readJsonLine(raw.subarray(0, -1))] }),
};
