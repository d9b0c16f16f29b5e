import type { CardServiceAddress } from '#shared/features/equipment/addresses.ts';
import type { Timers } from '../devices/timers.ts';

/** What a reader is given to speak with. */
export interface IdCardReaderOptions {
  /** The maker's service on this machine, and how it is asked. */
  readonly address: CardServiceAddress;
  readonly timers: Timers;
  /** One card as the line of `shared/codes/id-card.ts`, with its photo (JPEG, base64) where it told one. */
  readonly onCard: (line: string, photo: string | undefined) => void;
  /** Something came that is no card; a code for the log, nothing of what came. */
  readonly onRefused: (code: 'idCard.shape' | 'idCard.tooLong') => void;
  readonly onReport: (state: 'open' | 'lost', reason: string) => void;
}

/** A reader of identity cards: it tells each card once, when it is laid on. */
export interface IdCardReader {
  start(): void;
  stop(): Promise<void>;
}
