import { z } from 'zod';
import { command, query } from '../../contract/define.ts';
import { id, note, utc } from '../../contract/fields.ts';
import type { Role } from '../../contract/roles.ts';
import { openPiece, sheetItem } from './events.ts';

const BEDSIDE: readonly Role[] = ['nurse', 'physician', 'supervisor'];
const READERS: readonly Role[] = [...BEDSIDE, 'qualityRelease', 'labTech'];
const nothing = z.strictObject({});
const language = z.enum(['zh-CN', 'en']).default('zh-CN');
const key = z.string().min(1).max(140);

/** What became of a difference: found again, or written off for good. */
export const SETTLE_HOWS = ['found', 'writtenOff'] as const;

const difference = z.strictObject({
  differenceId: id,
  key,
  /** The lot's number of a kit account; else empty. */
  lot: z.string(),
  amount: z.int(),
  at: utc,
  ownerId: id,
  owner: z.string(),
  version: z.int(),
});

const line = z.strictObject({
  key,
  lot: z.string(),
  opening: z.int().nullable(),
  given: z.int(),
  used: z.int(),
  void: z.int(),
  /** Book at this moment; null where the first count makes it. */
  inHand: z.int().nullable(),
  /** Open differences on this account. */
  carried: z.int(),
});

const owned = { owner: z.string().nullable() };

/** The hand-over of a shift: accounts to zero, what the next must know, two persons, differences kept. */
export const handoverContract = {
  /** The actor hands over with the PIN; who takes over proves herself with badge and PIN. */
  'handover.sign': command(
    BEDSIDE,
    z.strictObject({
      counts: z
        .array(
          z.strictObject({
            key,
            /** The book that the counter saw; null at a first count. */
            book: z.int().nullable(),
            counted: z.int().min(0).max(1_000_000),
          }),
        )
        .max(200),
      /** Who looks after each account's new difference. */
      owners: z.array(z.strictObject({ key, staffId: id })).max(200),
      note,
    }),
    z.strictObject({ handoverId: id, differences: z.int() }),
    { signature: true, second: { roles: BEDSIDE, when: 'always' } },
  ),
  'handover.settle': command(
    BEDSIDE,
    z.strictObject({ differenceId: id, how: z.enum(SETTLE_HOWS), note: note.min(2) }),
    nothing,
    { signature: true, second: { roles: ['supervisor', 'qualityRelease'], when: 'always' } },
  ),
  /** The sheet as it would be signed now. */
  'handover.draft': query(
    READERS,
    nothing,
    z.strictObject({
      since: utc.nullable(),
      lines: z.array(line),
      open: z.array(openPiece.extend(owned)),
      items: z.array(sheetItem.extend(owned)),
      differences: z.array(difference),
      staff: z.array(z.strictObject({ staffId: id, name: z.string() })),
    }),
    [
      'handover',
      'collection',
      'equipment',
      'waste',
      'calls',
      'components',
      'labeling',
      'honours',
      'quality',
    ],
  ),
  /** Signed sheets of this station, the newest first. */
  'handover.list': query(
    READERS,
    nothing,
    z.array(
      z.strictObject({
        handoverId: id,
        at: utc,
        outgoing: z.string(),
        incoming: z.string(),
        differences: z.int(),
      }),
    ),
    ['handover', 'operators'],
  ),
  /** A signed sheet as PDF (base64). */
  'handover.paper': query(
    READERS,
    z.strictObject({ handoverId: id, language }),
    z.strictObject({ pdf: z.string().nullable(), problem: z.string().nullable() }),
    ['handover', 'operators'],
  ),
} as const;
