import { z } from 'zod';
import { code, id, note, utc } from '../../contract/fields.ts';
import { PIECES, SECTIONS } from './model.ts';

const key = z.string().min(1).max(140);

/** An account as it was signed. */
export const signedLine = z.strictObject({
  key,
  opening: z.int(),
  given: z.int().min(0),
  used: z.int().min(0),
  void: z.int().min(0),
  inHand: z.int(),
  counted: z.int().min(0),
  difference: z.int(),
});

/** A piece that somebody still has. */
export const openPiece = z.strictObject({
  piece: z.enum(PIECES),
  subject: z.string().max(140),
  ownerId: id,
  since: utc,
});

/** A line of the sheet. */
export const sheetItem = z.strictObject({
  section: z.enum(SECTIONS),
  subject: z.string().max(140),
  chair: z.string().max(60).nullable(),
  at: utc.nullable(),
  detail: z.string().max(140),
  ownerId: id.nullable(),
});

/** Shift hand-overs and the differences that they carry forward. */
export const handoverEvents = {
  /** The actor hands over, `incoming` takes over; journal entries up to `untilSeq` are in the accounts. */
  'handover.signed': z.strictObject({
    handoverId: id,
    incoming: id,
    untilSeq: z.int().min(0),
    lines: z.array(signedLine),
    open: z.array(openPiece),
    items: z.array(sheetItem),
    note,
  }),
  'handover.differenceCarried': z.strictObject({
    differenceId: id,
    handoverId: id,
    key,
    amount: z.int(),
    ownerId: id,
  }),
  'handover.differenceSettled': z.strictObject({ differenceId: id, how: code, note }),
} as const;
