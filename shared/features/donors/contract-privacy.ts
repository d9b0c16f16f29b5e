import { z } from 'zod';
import { MAX_PHOTO_TEXT } from '../../codes/photo.ts';
import { command, query } from '../../contract/define.ts';
import { id, utc } from '../../contract/fields.ts';
import type { Role } from '../../contract/roles.ts';
import { PHOTO_SOURCES } from './photo.ts';
import { CONSENT_KINDS, CONSENT_WAYS, REVEAL_PURPOSES } from './privacy.ts';

const RECEPTION: readonly Role[] = ['nurse', 'physician', 'supervisor', 'recruiter'];
const READERS: readonly Role[] = [...RECEPTION, 'labTech', 'qualityRelease', 'printClerk'];
/** Who compares a donor with her photo: the desk and whoever puts a needle in. */
const IDENTITY_CHECKERS: readonly Role[] = ['nurse', 'physician', 'supervisor'];
const kind = z.enum(CONSENT_KINDS);

/** Who sees what of a donor, what she agreed to, and what she may ask about both. */
export const privacyContract = {
  /** Said by the screen when a file is opened; journaled once a person and day. */
  'donors.openFile': command(READERS, z.strictObject({ donorId: id }), z.strictObject({})),
  /** Document number and telephone in clear, for a purpose; the answer is kept nowhere. */
  'donors.reveal': command(
    RECEPTION,
    z.strictObject({ donorId: id, purpose: z.enum(REVEAL_PURPOSES) }),
    z.strictObject({ documentNumber: z.string(), phone: z.string() }),
  ),
  /** A photo from the card's reader or a file, JPEG as base64. */
  'donors.keepPhoto': command(
    RECEPTION,
    z.strictObject({
      donorId: id,
      source: z.enum(PHOTO_SOURCES),
      image: z.string().max(MAX_PHOTO_TEXT),
    }),
    z.strictObject({ photoId: id }),
  ),
  /** The newest photo, to compare the person with it; each look is journaled, the answer kept nowhere. */
  'donors.showPhoto': command(
    IDENTITY_CHECKERS,
    z.strictObject({ donorId: id }),
    z.strictObject({ image: z.string(), takenAt: utc, source: z.enum(PHOTO_SOURCES) }),
  ),
  'donors.setConsent': command(
    RECEPTION,
    z.strictObject({ donorId: id, kind, given: z.boolean(), way: z.enum(CONSENT_WAYS) }),
    z.strictObject({}),
  ),
  'donors.consents': query(
    READERS,
    z.strictObject({ donorId: id }),
    z.array(
      z.strictObject({
        kind,
        /** Null where nobody asked her yet. */
        given: z.boolean().nullable(),
        way: z.enum(CONSENT_WAYS).nullable(),
        at: utc.nullable(),
      }),
    ),
    ['donors'],
  ),
  /** Who looked at what of a donor, and why: hers on request. */
  'donors.accessList': query(
    RECEPTION,
    z.strictObject({ donorId: id }),
    z.array(
      z.strictObject({
        id: z.string(),
        at: utc,
        by: z.string(),
        type: z.string(),
        /** A word of the list of purposes, or what a call list was made for; null for the day’s work. */
        purpose: z.string().nullable(),
      }),
    ),
    ['donors', 'laboratory', 'teams'],
  ),
  'donors.accessPaper': query(
    RECEPTION,
    z.strictObject({ donorId: id, language: z.enum(['zh-CN', 'en']) }),
    z.strictObject({ pdf: z.string().nullable(), problem: z.string().nullable() }),
    ['donors', 'laboratory'],
  ),
} as const;
