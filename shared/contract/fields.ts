import { z } from 'zod';
import { TEST_NUMBER } from '../codes/test-number.ts';

/** A record id: text, no meaning beyond equality. */
export const id = z.string().min(1).max(120);
/** An instant that exists: UTC with milliseconds and Z. */
export const utc = z.iso.datetime({ precision: 3 });
/** A calendar date `YYYY-MM-DD` that exists. */
export const civil = z.iso.date();
/** A donation identification number: 13 characters, without flags or check character. */
export const din = z.string().regex(/^[A-NP-Z1-9][A-NP-Z0-9]{2}[0-9]{2}[0-9]{8}$/);
/** Number of a sample that belongs to no donation (see `shared/codes/test-number.ts`). */
export const testNumber = z.string().regex(TEST_NUMBER);
/** Under what a sample is tested: a donation, or a number of its own. */
export const tested = z.union([din, testNumber]);
/** More than any bag or machine holds. */
export const MOST_ML = 20_000;
/** Millilitres. */
export const ml = z.int().min(0).max(MOST_ML);
/** Grams. */
export const grams = z.int().min(0).max(1_000_000);
/** Tenths of a degree Celsius. */
export const tenthsC = z.int().min(-2000).max(2000);
/** Tenths of a millimetre, signed. */
export const tenthsMm = z.int().min(-5000).max(5000);
/** Short text that a person typed; never empty. */
export const words = z.string().trim().min(1).max(400);
/** Free text that may be empty. */
export const note = z.string().max(2000);
/** A code from a table or a rule pack. */
export const code = z.string().min(1).max(60);
/** SHA-256, 64 hex digits. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** ABO group. */
export const abo = z.enum(['A', 'B', 'O', 'AB']);
/** RhD. */
export const rhd = z.enum(['positive', 'negative']);
/** One text in both languages of the product. */
export const bilingual = z.strictObject({ zh: z.string(), en: z.string() });
