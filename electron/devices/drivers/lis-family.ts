import { assertNever } from '#shared/kernel/assert-never.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { DeviceEncoding } from '../protocols/device-text.ts';
import { Lis01Receiver, type Lis01ReceiverOutput } from '../protocols/lis01-receiver.ts';
import { type Lis02Message, type Lis02Record, parseLis02 } from '../protocols/lis02.ts';
import type {
  DeviceMessage,
  DeviceSegment,
  ProtocolFamily,
  Reader,
  Receiver,
  ReceiverEvent,
  ReceiverOutput,
} from '../protocols/receiver.ts';
import { MessageAssembler, markTransfer, unmarkTransfer } from './analyser-messages.ts';

/** The LIS01 receiver in the words that all families share. */
class LisReceiver implements Receiver {
  private readonly receiver = new Lis01Receiver();
  private startsTransfer = true;

  step(event: ReceiverEvent): readonly ReceiverOutput[] {
    if (event.kind === 'stored') this.startsTransfer = false;
    return this.receiver.step(event).flatMap((output) => this.translate(output));
  }

  private translate(output: Lis01ReceiverOutput): readonly ReceiverOutput[] {
    switch (output.kind) {
      case 'send':
        return [{ kind: 'send', bytes: Uint8Array.of(output.byte) }];
      case 'frame':
        return [{ kind: 'keep', raw: markTransfer(output.raw, this.startsTransfer) }];
      case 'opened':
        this.startsTransfer = true;
        return [];
      case 'repeat':
        return [{ kind: 'repeat' }];
      case 'ended':
        return output.partial ? [{ kind: 'defective', code: 'analyser.unfinishedMessage' }] : [];
      case 'timer':
      case 'defective':
        return [output];
      default:
        return assertNever(output);
    }
  }
}

/** Puts stored frames together and reads the records of whole messages. */
class LisReader implements Reader {
  private readonly encoding: DeviceEncoding;
  private readonly assembler = new MessageAssembler();

  constructor(encoding: DeviceEncoding) {
    this.encoding = encoding;
  }

  take(raw: Uint8Array): readonly Result<DeviceMessage, string>[] {
    const message = this.assembler.take({ id: '', ...unmarkTransfer(raw) });
    if (message === undefined) return [];
    const parsed = parseLis02(message.text, this.encoding);
    if (!parsed.ok) return [parsed];
    return parsed.value.map((one) => ({ ok: true, value: lisMessageOf(one) }));
  }
}

/** Values under `field.component` as the standard numbers fields; a further repeat under `field[n].component`. */
function segmentOf({ type, fields }: Lis02Record): DeviceSegment {
  const values: Record<string, string> = {};
  fields.forEach((field, at) => {
    field.forEach((components, turn) => {
      const place = `${at + 2}${turn === 0 ? '' : `[${turn + 1}]`}`;
      components.forEach((text, component) => {
        if (text !== '') values[`${place}.${component + 1}`] = text;
      });
    });
  });
  return { name: type, values };
}

function lisMessageOf({ records }: Lis02Message): DeviceMessage {
  const segments = records.map(segmentOf);
  return { id: segments[0]?.values['3.1'] ?? '', segments };
}

/** The family of LIS01-A2 frames with LIS02-A2 records. */
export function lisFamily(encoding: DeviceEncoding): ProtocolFamily {
  return { receiver: () => new LisReceiver(), reader: () => new LisReader(encoding) };
}
