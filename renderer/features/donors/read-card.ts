import { create } from 'zustand';
import type { IdCard } from '#shared/codes/id-card.ts';
import type { ResidentIdToken } from '#shared/codes/tokens.ts';

/** What the desk scanned or read last: the forms begin with it, an open file is compared with it. */
interface ReadDocument {
  readonly number: string;
  /** The whole card where a reader gave it. */
  readonly card: IdCard | undefined;
  /** The card's photo where the reader gave one, JPEG as base64. */
  readonly photo: string | undefined;
}

const NOTHING: ReadDocument = { number: '', card: undefined, photo: undefined };

export const useReadDocument = create<ReadDocument>(() => NOTHING);

/** Keeps what was read until it is used or another person comes. */
export function keepDocument(
  { number, birthDate, sex, card }: ResidentIdToken,
  photo: string | undefined,
): void {
  const whole = card && { ...card, number, birthDate, sex };
  useReadDocument.setState({ number, card: whole, photo });
}

/** Forgets it: the next person is another. */
export function forgetDocument(): void {
  useReadDocument.setState(NOTHING);
}
