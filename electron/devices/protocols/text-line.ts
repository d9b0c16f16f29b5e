import type { Result } from '#shared/kernel/result.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { BlockReceiver } from './block-receiver.ts';
import type { BlockShape } from './blocks.ts';
import { byteText } from './bytes.ts';
import { type DeviceEncoding, decodeDeviceText } from './device-text.ts';
import { type LineCheck, lineCheck } from './line-check.ts';
import type { DeviceMessage, ProtocolFamily, ReceiverEvent, ReceiverOutput } from './receiver.ts';

/** A protocol of lines: where they begin and end, how they vouch for themselves, what stands in them. */
export interface LineFormat {
  readonly shape: BlockShape;
  readonly check: {
    readonly kind: LineCheck;
    /** Byte between the text and its check, counted in neither; null when the digits follow at once. */
    readonly mark: number | null;
    /** Whether the start byte is counted in the check. */
    readonly withStart: boolean;
  };
  readonly encoding: DeviceEncoding;
  /** Named groups of a regular expression over the whole text, or fields between separators (`1`, `2` …). */
  readonly content: { readonly pattern: string } | { readonly separator: string };
  /** So many equal lines in a row make one message: for senders without a check that talk all the time. */
  readonly agree: number;
}

export type LineProblem = 'line.noCheck' | 'line.badCheck' | 'line.badText' | 'line.otherPattern';

/** The text of a checked line: what the check vouches for, without it. Refuses damage and control bytes. */
export function readLine(raw: Uint8Array, format: LineFormat): Result<string, LineProblem> {
  const { shape, check } = format;
  const from = shape.start === null ? 0 : 1;
  const to = raw.length - (shape.end === 'line' ? 1 : shape.end.length);
  const digits = lineCheck(new Uint8Array(), check.kind).length;
  const markBytes = digits > 0 && check.mark !== null ? 1 : 0;
  const textEnd = to - digits - markBytes;
  if (textEnd < from) return err('line.noCheck');
  if (markBytes === 1 && raw[textEnd] !== check.mark) return err('line.noCheck');
  const sent = byteText(raw.subarray(to - digits, to)).toUpperCase();
  const counted = raw.subarray(check.withStart ? 0 : from, textEnd);
  if (sent !== lineCheck(counted, check.kind)) return err('line.badCheck');
  const body = raw.subarray(from, textEnd);
  if (body.some((byte) => byte < 0x20 && byte !== 0x09)) return err('line.badText');
  const text = decodeDeviceText(body, format.encoding);
  return text.ok ? text : err('line.badText');
}

function segmentsOf(text: string, { content }: LineFormat): Result<DeviceMessage, LineProblem> {
  if ('separator' in content) {
    const values = text.split(content.separator).map((part, at) => [`${at + 1}`, part.trim()]);
    return ok(messageOf(Object.fromEntries(values)));
  }
  const groups = new RegExp(`^(?:${content.pattern})$`, 'u').exec(text)?.groups;
  return groups === undefined ? err('line.otherPattern') : ok(messageOf({ ...groups }));
}

function messageOf(values: Readonly<Record<string, string | undefined>>): DeviceMessage {
  const known = Object.entries(values).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return { id: '', segments: [{ name: 'line', values: Object.fromEntries(known) }] };
}

/** No sender pauses so long inside a line (at 300 baud a byte takes 33 ms): what came before was noise or was cut off. */
const PAUSE_MS = 500;

/**
 * Lines need no answer; what is damaged or unfinished is dropped and named. A sender without a check that talks all the
 * time is believed when it says the same `agree` times running, and then once.
 */
class LineReceiver extends BlockReceiver {
  private readonly format: LineFormat;
  private last = '';
  private times = 0;
  private waits = false;

  constructor(format: LineFormat) {
    super(format.shape);
    this.format = format;
  }

  override step(event: ReceiverEvent): readonly ReceiverOutput[] {
    const outputs = super.step(event);
    if (this.format.shape.start !== null || !(this.waits || this.unfinished)) return outputs;
    this.waits = this.unfinished;
    return [{ kind: 'timer', ms: this.waits ? PAUSE_MS : undefined }, ...outputs];
  }

  protected override lapsed(): void {
    if (!this.unfinished) return;
    this.reset();
    this.refuse('line.unfinished');
  }

  protected takeBlock(raw: Uint8Array): void {
    const line = readLine(raw, this.format);
    if (line.ok) this.heard(line.value, raw);
    else this.refuse(line.error);
  }

  private heard(text: string, raw: Uint8Array): void {
    const { agree } = this.format;
    this.times = text === this.last ? this.times + 1 : 1;
    this.last = text;
    if (agree === 1 || this.times === agree) this.keep(raw);
    else if (this.times > agree) this.say({ kind: 'repeat' });
  }

  protected answer(): void {}
}

/** The family of plain lines: scales, blood pressure monitors, haemoglobin meters, tube sealers. */
export function lineFamily(format: LineFormat): ProtocolFamily {
  const take = (raw: Uint8Array): Result<DeviceMessage, string> => {
    const line = readLine(raw, format);
    return line.ok ? segmentsOf(line.value, format) : line;
  };
  return {
    receiver: () => new LineReceiver(format),
    reader: () => ({ take: (raw) => [take(raw)] }),
  };
}
