import { z } from 'zod';
import { query } from '../../contract/define.ts';
import { civil, id } from '../../contract/fields.ts';

const READERS = [
  'supervisor',
  'admin',
  'qualityRelease',
  'nurse',
  'printClerk',
  'labTech',
] as const;
const language = z.enum(['zh-CN', 'en']).default('zh-CN');
const READS = [
  'visits',
  'collection',
  'laboratory',
  'components',
  'labeling',
  'inventory',
  'honours',
  'quality',
  'emergency',
] as const;
const pdf = z.strictObject({ pdf: z.string().nullable(), problem: z.string().nullable() });
/** A day; today when left out. */
const day = { day: civil.optional() };

const shiftLine = z.strictObject({
  din: z.string(),
  chair: z.string(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  targetMl: z.int(),
  plasmaMl: z.int().nullable(),
  state: z.enum(['running', 'ended', 'matched', 'resting', 'left']),
  reactions: z.int(),
});

/** The day on paper: counts, open matters, the journal's head; and the list of a day's donations. */
export const reportsContract = {
  'reports.day': query(
    READERS,
    z.strictObject(day),
    z.strictObject({
      day: civil,
      counts: z.array(z.strictObject({ item: z.string(), count: z.int() })),
      /** Plasma without anticoagulant of the day's donations. */
      plasmaMl: z.int(),
      open: z.array(z.strictObject({ item: z.string(), count: z.int() })),
      journal: z.strictObject({ station: id, seq: z.int(), hash: z.string() }),
    }),
    READS,
  ),
  'reports.dayPaper': query(READERS, z.strictObject({ ...day, language }), pdf, READS),
  'reports.shift': query(READERS, z.strictObject(day), z.array(shiftLine), ['collection']),
  'reports.shiftPaper': query(READERS, z.strictObject({ ...day, language }), pdf, ['collection']),
} as const;
