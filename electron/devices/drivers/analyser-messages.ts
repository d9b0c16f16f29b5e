import { concatBytes } from '../protocols/bytes.ts';
import { decodeLis01Frame } from '../protocols/lis01-frame.ts';

/** A frame as it is stored: raw bytes, the id the store gave it, and whether a transfer began with it. */
export interface AnalyserFrame {
  readonly id: string;
  readonly raw: Uint8Array;
  readonly startsTransfer: boolean;
}

const ENQ = 0x05;

/** A frame as it is stored: the line's ENQ stands before the one that opened a transfer, as it did on the wire. */
export function markTransfer(raw: Uint8Array, startsTransfer: boolean): Uint8Array {
  return startsTransfer ? Uint8Array.of(ENQ, ...raw) : raw;
}

/** The frame behind `markTransfer`. */
export function unmarkTransfer(bytes: Uint8Array): Omit<AnalyserFrame, 'id'> {
  const startsTransfer = bytes[0] === ENQ;
  return { raw: startsTransfer ? bytes.subarray(1) : bytes, startsTransfer };
}

/** The text of a whole message (header through terminator) and the frames it came in. */
export interface AnalyserMessage {
  readonly text: Uint8Array;
  readonly frameIds: readonly string[];
}

/** A message longer than this is dropped; its frames stay stored. */
export const MAX_MESSAGE_BYTES = 1 << 20;

/**
 * Puts stored frames together to whole messages. It looks at stored frames only, so the same frames give
 * the same messages after a crash. Complete = the last record of an ETX frame is a terminator; instruments that
 * put one record in each ETX frame are understood as well.
 */
export class MessageAssembler {
  private parts: Uint8Array[] = [];
  private ids: string[] = [];
  private size = 0;

  /** Takes the next stored frame; gives the message that it completes. */
  take(frame: AnalyserFrame): AnalyserMessage | undefined {
    const decoded = decodeLis01Frame(frame.raw);
    if (!decoded.ok) return undefined;
    if (frame.startsTransfer) this.drop();
    this.parts.push(decoded.value.text);
    this.ids.push(frame.id);
    this.size += decoded.value.text.length;
    if (this.size > MAX_MESSAGE_BYTES) this.drop();
    if (!decoded.value.last || this.size === 0) return undefined;
    const text = concatBytes(this.parts);
    if (!endsWithTerminator(text)) return undefined;
    const message = { text, frameIds: this.ids };
    this.drop();
    return message;
  }

  /** True when frames wait for the rest of their message. */
  get open(): boolean {
    return this.ids.length > 0;
  }

  /** Forgets an unfinished message. */
  drop(): void {
    this.parts = [];
    this.ids = [];
    this.size = 0;
  }
}

/** The last record begins with L; CR and LF behind it do not matter. ASCII letters stand alone in GB18030. */
function endsWithTerminator(text: Uint8Array): boolean {
  let end = text.length;
  while (end > 0 && (text[end - 1] === 0x0d || text[end - 1] === 0x0a)) end -= 1;
  const start = text.lastIndexOf(0x0d, end - 1) + 1;
  return text[start] === 0x4c || (text[start] === 0x0a && text[start + 1] === 0x4c);
}
