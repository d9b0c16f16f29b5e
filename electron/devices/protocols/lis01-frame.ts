import type { Result } from '#shared/kernel/result.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { concatBytes } from './bytes.ts';

/** Control bytes of LIS01-A2 (ASTM E1381). */
export const CONTROL = {
  SOH: 0x01,
  STX: 0x02,
  ETX: 0x03,
  EOT: 0x04,
  ENQ: 0x05,
  ACK: 0x06,
  LF: 0x0a,
  CR: 0x0d,
  NAK: 0x15,
  ETB: 0x17,
} as const;

/** LIS01-A2 allows 64,000 bytes a frame, 7 of them overhead. */
export const MAX_FRAME_BYTES = 64_000;
export const MAX_FRAME_TEXT = MAX_FRAME_BYTES - 7;
/** E1381-95 allows 240 bytes of text; on a slow line a longer frame outlasts every timer. */
const USUAL_FRAME_TEXT = 240;

/**
 * SOH STX ETX EOT ENQ ACK LF DLE DC1..DC4 NAK SYN ETB are not allowed inside the text of a frame; NUL is refused
 * with them, because line noise inserts it and the checksum, a sum, cannot see it.
 */
const FORBIDDEN = new Set([
  0, 1, 2, 3, 4, 5, 6, 0x0a, 0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17,
]);

/** One frame: number 0..7, its text as bytes, and whether it ends the message (ETX) or not (ETB). */
export interface Lis01Frame {
  readonly number: number;
  readonly text: Uint8Array;
  readonly last: boolean;
}

export type Lis01FrameProblem =
  | 'lis01.tooShort'
  | 'lis01.tooLong'
  | 'lis01.noStart'
  | 'lis01.badNumber'
  | 'lis01.noTerminator'
  | 'lis01.badChecksum'
  | 'lis01.noLineEnd'
  | 'lis01.forbiddenByte';

/** Sum of the given bytes modulo 256 as two upper-case hex digits (bytes, never characters). */
export function lis01Checksum(bytes: Uint8Array): string {
  let sum = 0;
  for (const byte of bytes) sum = (sum + byte) & 0xff;
  return sum.toString(16).toUpperCase().padStart(2, '0');
}

/** True when the text may stand inside a frame. */
export function isFrameText(text: Uint8Array): boolean {
  return text.every((byte) => !FORBIDDEN.has(byte));
}

/** `STX number text ETB|ETX checksum CR LF`; the checksum runs from the number through ETB/ETX. */
export function encodeLis01Frame(frame: Lis01Frame): Uint8Array {
  const body = concatBytes([
    Uint8Array.of(0x30 + frame.number),
    frame.text,
    Uint8Array.of(frame.last ? CONTROL.ETX : CONTROL.ETB),
  ]);
  const sum = lis01Checksum(body);
  const tail = [sum.charCodeAt(0), sum.charCodeAt(1), CONTROL.CR, CONTROL.LF];
  return concatBytes([Uint8Array.of(CONTROL.STX), body, Uint8Array.from(tail)]);
}

/**
 * Reads exactly one frame, STX through LF.
 * Refuses what is short, long, wrongly started or ended, wrongly numbered, has a checksum that
 * differs (lower-case hex is accepted, as some instruments send it) or holds a restricted byte.
 */
export function decodeLis01Frame(bytes: Uint8Array): Result<Lis01Frame, Lis01FrameProblem> {
  const size = bytes.length;
  if (size > MAX_FRAME_BYTES) return err('lis01.tooLong');
  if (size > 0 && bytes[0] !== CONTROL.STX) return err('lis01.noStart');
  if (size < 7) return err('lis01.tooShort');
  if (bytes[size - 2] !== CONTROL.CR || bytes[size - 1] !== CONTROL.LF)
    return err('lis01.noLineEnd');
  const end = bytes[size - 5];
  if (end !== CONTROL.ETX && end !== CONTROL.ETB) return err('lis01.noTerminator');
  const sent = String.fromCharCode(bytes[size - 4]!, bytes[size - 3]!).toUpperCase();
  if (sent !== lis01Checksum(bytes.subarray(1, size - 4))) return err('lis01.badChecksum');
  const number = bytes[1]! - 0x30;
  if (number < 0 || number > 7) return err('lis01.badNumber');
  const text = bytes.slice(2, size - 5);
  if (!isFrameText(text)) return err('lis01.forbiddenByte');
  return ok({ number, text, last: end === CONTROL.ETX });
}

/** 1, 2 … 7, 0, 1 …: the number that follows. Every transfer starts at 1. */
export function nextFrameNumber(number: number): number {
  return (number + 1) % 8;
}

/** Cuts a message into frames of at most `maxText` bytes; only the last ends with ETX. */
export function framesOf(message: Uint8Array, maxText: number = USUAL_FRAME_TEXT): Lis01Frame[] {
  const frames: Lis01Frame[] = [];
  let number = 1;
  for (let at = 0; at === 0 || at < message.length; at += maxText) {
    const text = message.slice(at, at + maxText);
    frames.push({ number, text, last: at + maxText >= message.length });
    number = nextFrameNumber(number);
  }
  return frames;
}
