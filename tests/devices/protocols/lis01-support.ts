import fc from 'fast-check';
import { isFrameText } from '#electron/devices/protocols/lis01-frame.ts';
import type {
  Lis01Receiver,
  Lis01ReceiverOutput,
} from '#electron/devices/protocols/lis01-receiver.ts';

/** Any message that LIS01 can carry. */
export const textBytes = fc
  .uint8Array({ maxLength: 600 })
  .map((bytes) => bytes.filter((byte) => isFrameText(Uint8Array.of(byte))));

/** Answers each frame with `stored` at once, as a store that never waits. */
export function feed(
  receiver: Lis01Receiver,
  pieces: readonly Uint8Array[],
): Lis01ReceiverOutput[] {
  const all: Lis01ReceiverOutput[] = [];
  for (const bytes of pieces) {
    let outputs = receiver.step({ kind: 'bytes', bytes });
    all.push(...outputs);
    while (outputs.some((output) => output.kind === 'frame')) {
      outputs = receiver.step({ kind: 'stored' });
      all.push(...outputs);
    }
  }
  return all;
}

export const sentBytes = (outputs: readonly Lis01ReceiverOutput[]): number[] =>
  outputs.flatMap((output) => (output.kind === 'send' ? [output.byte] : []));
export const frameTexts = (outputs: readonly Lis01ReceiverOutput[]): Uint8Array[] =>
  outputs.flatMap((output) => (output.kind === 'frame' ? [output.text] : []));
