import type { Result } from '#shared/kernel/result.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { KeepingReceiver } from './keeping-receiver.ts';
import { kindOf, type Poct1aWord, poct1aMessageOf, writePoct1a } from './poct1a.ts';
import type { DeviceMessage, ProtocolFamily } from './receiver.ts';
import { readXml, XmlDocuments, type XmlElement } from './xml-documents.ts';

export type Poct1aProblem = 'poct1a.noHello' | 'poct1a.timeout' | 'poct1a.unknownMessage';

/** A conversation that stands still this long is over; the device begins again with Hello. */
const CONVERSATION_MS = 60_000;

/**
 * Our side of a POCT1-A2 conversation: Hello, device status, request of observations, each observation stored and then
 * acknowledged, end of topic, end. An observation outside a conversation is refused.
 */
class Poct1aReceiver extends KeepingReceiver {
  private readonly now: () => string;
  private readonly documents = new XmlDocuments();
  private talking = false;
  private control = 0;

  constructor(now: () => string) {
    super();
    this.now = now;
  }

  protected takeByte(byte: number): void {
    const found = this.documents.push(byte);
    if (found === undefined) return;
    if (found.kind === 'defective') this.refuse(found.code);
    else this.heard(found.root, found.raw);
  }

  private heard(root: XmlElement, raw: Uint8Array): void {
    const of = poct1aMessageOf(root).id;
    const kind = kindOf(root);
    switch (kind) {
      case 'HEL':
        this.talking = true;
        this.acknowledge(of);
        return;
      case 'DST':
        if (this.inTurn(of)) {
          this.acknowledge(of);
          this.tell({ kind: 'requestObservations' });
        }
        return;
      case 'OBS':
        if (this.inTurn(of)) this.keepOnce(raw);
        return;
      case 'EOT':
        if (this.inTurn(of)) {
          this.acknowledge(of);
          this.tell({ kind: 'end' });
        }
        return;
      case 'KPA':
        this.acknowledge(of);
        return;
      case 'END':
      case 'ESC':
        this.acknowledge(of);
        this.over();
        return;
      case 'ACK':
        return;
      case 'other':
        this.refuse('poct1a.unknownMessage');
        this.deny(of, 'unknown message');
    }
  }

  protected answer(raw: Uint8Array, kept: boolean): void {
    const document = readXml(raw);
    const of = document.kind === 'document' ? poct1aMessageOf(document.root).id : '';
    if (kept) this.acknowledge(of);
    else this.deny(of, 'not stored, send again');
  }

  protected reset(): void {
    this.documents.reset();
  }

  protected override lapsed(): void {
    if (!this.talking) return;
    this.documents.reset();
    this.refuse('poct1a.timeout');
    this.over();
  }

  private inTurn(of: string): boolean {
    if (this.talking) return true;
    this.refuse('poct1a.noHello');
    this.deny(of, 'no conversation, begin with HEL.R01');
    return false;
  }

  private over(): void {
    this.talking = false;
    this.forgetLast();
    this.say({ kind: 'timer', ms: undefined });
  }

  private acknowledge(of: string): void {
    this.tell({ kind: 'ack', type: 'AA', of, note: '' });
  }

  private deny(of: string, note: string): void {
    this.tell({ kind: 'ack', type: 'AE', of, note });
  }

  private tell(word: Poct1aWord): void {
    this.control += 1;
    this.say({ kind: 'send', bytes: writePoct1a(word, this.control, this.now()) });
    if (this.talking) this.say({ kind: 'timer', ms: CONVERSATION_MS });
  }
}

function take(raw: Uint8Array): Result<DeviceMessage, string> {
  const document = readXml(raw);
  return document.kind === 'document' ? ok(poct1aMessageOf(document.root)) : err(document.code);
}

/** The family of POCT1-A2, as receiver; `now` gives the time of making of our words. */
export function poct1aFamily(now: () => string): ProtocolFamily {
  return {
    receiver: () => new Poct1aReceiver(now),
    reader: () => ({ take: (raw) => [take(raw)] }),
  };
}
