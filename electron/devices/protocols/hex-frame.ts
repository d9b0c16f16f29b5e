import type { Result } from '#shared/kernel/result.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { BlockReceiver } from './block-receiver.ts';
import type { BlockShape } from './blocks.ts';
import { asciiBytes, byteText } from './bytes.ts';
import type { DeviceMessage, ProtocolFamily, Reader } from './receiver.ts';

/** Longest frame: five control pairs and 255 bytes of data, two digits each, between STX and ETX. */
export const HEX_FRAME_SHAPE: BlockShape = { start: 0x02, end: [0x03], maxBytes: 522 };

/** The numbers of the three types; which they are is in the maker's interface document. */
export interface HexFrameTypes {
  /** Wants an answer with a result code. */
  readonly confirmed: number;
  readonly answer: number;
  /** Wants none. */
  readonly data: number;
}

/** One frame of hex pairs: type, loop counter, data. */
export interface HexFrame {
  readonly type: number;
  readonly counter: number;
  readonly data: Uint8Array;
}

export type HexFrameProblem = 'hex.tooShort' | 'hex.badDigit' | 'hex.badCheck' | 'hex.badLength';

/** `STX type counter length data check ETX` in hex pairs; the check makes the sum of all pairs FF. */
export function encodeHexFrame({ type, counter, data }: HexFrame): Uint8Array {
  const pairs = [type, counter, data.length, ...data];
  const check = 0xff - pairs.reduce((sum, pair) => (sum + pair) & 0xff, 0);
  const hex = [...pairs, check].map((pair) => pair.toString(16).toUpperCase().padStart(2, '0'));
  return Uint8Array.of(0x02, ...asciiBytes(hex.join('')), 0x03);
}

/** Reads the digits between STX and ETX; refuses what the check does not vouch for. */
export function decodeHexFrame(body: Uint8Array): Result<HexFrame, HexFrameProblem> {
  const text = byteText(body);
  if (!/^([0-9A-Fa-f]{2})*$/.test(text)) return err('hex.badDigit');
  const pairs = Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  if (pairs.length < 4) return err('hex.tooShort');
  if (pairs.reduce((sum, pair) => (sum + pair) & 0xff, 0) !== 0xff) return err('hex.badCheck');
  if (pairs[2] !== pairs.length - 4) return err('hex.badLength');
  return ok({ type: pairs[0]!, counter: pairs[1]!, data: pairs.slice(3, -1) });
}

const RESULT_TAKEN = 0;
const RESULT_NOT_KEPT = 1;

/** Stores each frame and answers those that want it; the same frame once more is answered and no news. */
class HexFrameReceiver extends BlockReceiver {
  private readonly types: HexFrameTypes;

  constructor(types: HexFrameTypes) {
    super(HEX_FRAME_SHAPE);
    this.types = types;
  }

  protected takeBlock(raw: Uint8Array, body: Uint8Array): void {
    const frame = decodeHexFrame(body);
    if (!frame.ok) this.refuse(frame.error);
    else if (frame.value.type === this.types.confirmed) this.keepOnce(raw);
    else if (frame.value.type !== this.types.answer) this.keep(raw);
  }

  protected answer(raw: Uint8Array, kept: boolean): void {
    const frame = decodeHexFrame(raw.subarray(1, -1));
    if (!frame.ok || frame.value.type !== this.types.confirmed) return;
    const data = Uint8Array.of(kept ? RESULT_TAKEN : RESULT_NOT_KEPT);
    const { counter } = frame.value;
    this.say({ kind: 'send', bytes: encodeHexFrame({ type: this.types.answer, counter, data }) });
  }
}

/** One segment named after the type's number; values `1`, `2` … are 16-bit words, high byte first. */
function messageOf({ type, counter, data }: HexFrame): Result<DeviceMessage, HexFrameProblem> {
  if (data.length % 2 === 1) return err('hex.badLength');
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  const words = Array.from({ length: data.length / 2 }, (_, at) => [
    `${at + 1}`,
    `${view.getUint16(2 * at)}`,
  ]);
  return ok({
    id: `${counter}`,
    segments: [{ name: `type${type}`, values: Object.fromEntries(words) }],
  });
}

const reader: Reader = {
  take(raw) {
    const frame = decodeHexFrame(raw.subarray(1, -1));
    return [frame.ok ? messageOf(frame.value) : frame];
  },
};

/** The family of framed hex pairs that a component collector's control board speaks. */
export function hexFrameFamily(types: HexFrameTypes): ProtocolFamily {
  return { receiver: () => new HexFrameReceiver(types), reader: () => reader };
}
