import { z } from 'zod';
import { encodeIdCard, type IdCard } from '#shared/codes/id-card.ts';
import { isPhoto, MAX_PHOTO_TEXT } from '#shared/codes/photo.ts';
import { civil } from '#shared/contract/fields.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';

/** A line longer than this is no card: a photo of the size that is kept, and room for the words. */
export const MAX_LINE_BYTES = MAX_PHOTO_TEXT + 8_192;

/** Why something that came is no card. */
export type CardRefusal = 'idCard.shape' | 'idCard.tooLong';

export type CardRead =
  | { readonly kind: 'card'; readonly line: string; readonly photo: string | undefined }
  | { readonly kind: 'refused'; readonly code: CardRefusal };

const text = z.string().max(200);
const told = z.object({
  name: text.min(1),
  sex: z.enum(['male', 'female']),
  ethnicity: text.default(''),
  birthDate: civil,
  number: z.string().max(18),
  issuer: text.default(''),
  from: civil.nullable().default(null),
  until: z.union([civil, z.literal('long')]),
  photo: z.string().optional(),
});

const LF = 0x0a;

/**
 * Cuts the answer of a reader's service (application/x-ndjson, resources/docs/devices/id-card.md) into
 * cards. Never more than one line is held; an overlong one is dropped to its end, and what is no card is
 * refused by code. A photo that cannot be kept is left out; the card stands without it.
 */
export class CardLines {
  readonly #held = new Uint8Array(MAX_LINE_BYTES);
  #length = 0;
  #overlong = false;

  take(bytes: Uint8Array): CardRead[] {
    const reads: CardRead[] = [];
    let rest = bytes;
    for (let end = rest.indexOf(LF); end >= 0; end = rest.indexOf(LF)) {
      this.#hold(rest.subarray(0, end));
      const read = this.#finish();
      if (read) reads.push(read);
      rest = rest.subarray(end + 1);
    }
    this.#hold(rest);
    return reads;
  }

  #hold(bytes: Uint8Array): void {
    if (this.#length + bytes.length > MAX_LINE_BYTES) this.#overlong = true;
    if (this.#overlong) return;
    this.#held.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  #finish(): CardRead | undefined {
    const line = new TextDecoder().decode(this.#held.subarray(0, this.#length)).trim();
    const isOverlong = this.#overlong;
    this.#length = 0;
    this.#overlong = false;
    if (isOverlong) return { kind: 'refused', code: 'idCard.tooLong' };
    return line === '' ? undefined : readLine(line);
  }
}

function readLine(line: string): CardRead {
  const read = told.safeParse(jsonOf(line));
  const encoded = read.success ? encodeIdCard(cardOf(read.data)) : undefined;
  if (!read.success || encoded === undefined) return { kind: 'refused', code: 'idCard.shape' };
  const { photo } = read.data;
  return {
    kind: 'card',
    line: encoded,
    photo: photo !== undefined && isPhoto(photo) ? photo : undefined,
  };
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function cardOf(read: z.infer<typeof told>): IdCard {
  const { until, birthDate, from, photo: _photo, ...rest } = read;
  return {
    ...rest,
    birthDate: birthDate as CivilDate,
    from: from as CivilDate | null,
    until: until === 'long' ? null : (until as CivilDate),
  };
}
