import type { Result } from '#shared/kernel/result.ts';
import { ok } from '#shared/kernel/result.ts';
import { BlockReceiver } from './block-receiver.ts';
import type { BlockShape } from './blocks.ts';
import { concatBytes } from './bytes.ts';
import type { DeviceEncoding } from './device-text.ts';
import {
  type Hl7AckCode,
  type Hl7Message,
  type Hl7Segment,
  hl7Value,
  parseHl7,
  parseHl7Header,
  writeHl7Ack,
} from './hl7.ts';
import type { DeviceMessage, DeviceSegment, ProtocolFamily } from './receiver.ts';

/** MLLP: VT, the message, FS CR. */
export const MLLP_SHAPE: BlockShape = { start: 0x0b, end: [0x1c, 0x0d], maxBytes: 262_144 };

/** Puts a message between VT and FS CR. */
export function mllpBlock(message: Uint8Array): Uint8Array {
  return concatBytes([Uint8Array.of(0x0b), message, Uint8Array.of(0x1c, 0x0d)]);
}

/** Stores each message, then acknowledges it; the same message once more is acknowledged and no news. */
class Hl7Receiver extends BlockReceiver {
  private readonly encoding: DeviceEncoding;

  constructor(encoding: DeviceEncoding) {
    super(MLLP_SHAPE);
    this.encoding = encoding;
  }

  protected takeBlock(raw: Uint8Array, body: Uint8Array): void {
    const message = parseHl7(body, this.encoding);
    if (message.ok) {
      this.keepOnce(raw);
      return;
    }
    this.refuse(message.error);
    // What cannot be read is rejected by its control id, where its header can be.
    this.acknowledge(body, 'AR');
  }

  protected answer(raw: Uint8Array, kept: boolean): void {
    this.acknowledge(raw.subarray(1, -2), kept ? 'AA' : 'AE');
  }

  private acknowledge(body: Uint8Array, code: Hl7AckCode): void {
    const head = parseHl7Header(body);
    // An acknowledgement is never acknowledged: two receivers would talk for ever.
    if (!head.ok || hl7Value(head.value.header, 9) === 'ACK') return;
    const { header, marks } = head.value;
    this.say({ kind: 'send', bytes: mllpBlock(writeHl7Ack(header, marks, code)) });
  }
}

/** Values under `field.component`; a further repeat under `field[n].component`, a sub-component behind a third point. */
function segmentOf({ name, fields }: Hl7Segment): DeviceSegment {
  const values: Record<string, string> = {};
  fields.forEach((field, at) => {
    field.forEach((repeat, turn) => {
      const place = `${at + 1}${turn === 0 ? '' : `[${turn + 1}]`}`;
      repeat.forEach((subs, component) => {
        subs.forEach((text, sub) => {
          if (text === '') return;
          values[`${place}.${component + 1}${sub === 0 ? '' : `.${sub + 1}`}`] = text;
        });
      });
    });
  });
  return { name, values };
}

/** The message in the words of the mapping; its id is MSH-10. */
export function hl7MessageOf({ segments }: Hl7Message): DeviceMessage {
  return { id: hl7Value(segments[0], 10), segments: segments.map(segmentOf) };
}

/** The family of HL7 v2 over MLLP, as receiver. `encoding` holds where MSH-18 is empty. */
export function hl7Family(encoding: DeviceEncoding): ProtocolFamily {
  const take = (raw: Uint8Array): Result<DeviceMessage, string> => {
    const message = parseHl7(raw.subarray(1, -2), encoding);
    return message.ok ? ok(hl7MessageOf(message.value)) : message;
  };
  return {
    receiver: () => new Hl7Receiver(encoding),
    reader: () => ({ take: (raw) => [take(raw)] }),
  };
}
