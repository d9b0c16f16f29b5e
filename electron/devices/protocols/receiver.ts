import type { Result } from '#shared/kernel/result.ts';

/** One named group of values of a message: a record, segment, line or element, in the words of its family. */
export interface DeviceSegment {
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
}

/** What a device said in one go; `id` is the sender's own name for it, '' where the family has none. */
export interface DeviceMessage {
  readonly id: string;
  readonly segments: readonly DeviceSegment[];
}

export type ReceiverEvent =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** What was handed out is durable: only now may it be acknowledged. */
  | { readonly kind: 'stored' }
  /** It could not be kept: the sender has to repeat it. */
  | { readonly kind: 'notStored' }
  | { readonly kind: 'timeout' };

export type ReceiverOutput =
  | { readonly kind: 'send'; readonly bytes: Uint8Array }
  | { readonly kind: 'timer'; readonly ms: number | undefined }
  /** Store these bytes, then say `stored` or `notStored`. */
  | { readonly kind: 'keep'; readonly raw: Uint8Array }
  /** Known bytes once more: acknowledged, not handed out again. */
  | { readonly kind: 'repeat' }
  | { readonly kind: 'defective'; readonly code: string };

/** The wire side of a protocol family as a byte machine: events in, outputs out, no port and no clock. */
export interface Receiver {
  step(event: ReceiverEvent): readonly ReceiverOutput[];
}

/** The meaning side: looks at stored bytes alone, so it gives the same after a crash. */
export interface Reader {
  /** Takes the next stored bytes; gives the messages that they complete, or why they mean nothing. */
  take(raw: Uint8Array): readonly Result<DeviceMessage, string>[];
}

/** A protocol family with its settings. */
export interface ProtocolFamily {
  /** A fresh machine for a link that was just opened. */
  receiver(): Receiver;
  reader(): Reader;
}
