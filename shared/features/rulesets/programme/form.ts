import { z } from 'zod';
import { civil, code } from '../../../contract/fields.ts';

const days = z.int().min(0).max(3650);
const years = z.int().min(18).max(120);
const bodyGrams = z.int().min(25_000).max(300_000);
const titre = z.int().min(1).max(100_000).nullable();
const doseMl = z.int().min(10).max(3000);
const dosePerKg = z.int().min(1).max(100);
const line = z.string().trim().min(1).max(60);
const bilingual = z.strictObject({ zh: line, en: line });

/** How ill the patients are to whom a protocol gives plasma, the lightest first. */
export const SEVERITIES = ['mild', 'ordinary', 'fastProgression', 'severe', 'critical'] as const;

/** The disease's own tests, of which a sample taken beforehand may tell enough. */
export const OWN_TESTS = ['antibody', 'nat'] as const;

/** A test of a panel: letters, digits and hyphens, as analysers send it. */
const testCode = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{1,19}$/);

/**
 * What is filled in for a new disease programme; everything else comes from the convalescent template.
 * Days are whole days, accepted on day N; weights grams; volumes mL; temperatures tenths of °C.
 */
export const programmeForm = z.strictObject({
  /** The programme's code in records, `mersPlasma`. */
  programme: z.string().regex(/^[a-z][a-zA-Z0-9]{2,39}$/),
  disease: bilingual,
  /** The document that the values are taken from, as clauses name it. */
  protocol: line,
  inForceFrom: civil,
  donor: z.strictObject({
    minDaysSinceOnset: days,
    /** Since the first positive test of a donor without symptoms; null: such donors do not give. */
    minDaysSincePositive: days.nullable(),
    minDaysSinceDischarge: days,
    negativeTests: z.int().min(1).max(10),
    hoursApart: z.int().min(1).max(720),
    minYears: years,
    maxYears: years,
    /** Up to this age a physician may decide above `maxYears`. */
    hardMaxYears: years,
    maleGrams: bodyGrams,
    femaleGrams: bodyGrams,
  }),
  giving: z.strictObject({
    /** Weekly and sixty a year are the most that any programme was ever known to take. */
    intervalDays: z.int().min(7).max(3650),
    maxPerYear: z.int().min(1).max(60),
    targetsMl: z.array(z.int().min(50).max(1000)).min(1).max(6),
    /** The most that one donation may take, without anticoagulant. */
    ceilingMl: z.int().min(50).max(1200),
  }),
  /** NAT for the disease itself, single-donor; null where the protocol asks for none. */
  nat: z.strictObject({ test: testCode, name: bilingual }).nullable(),
  antibody: z.strictObject({
    /** The assay's own code: a result for another disease must never count for this one. */
    test: testCode,
    name: bilingual,
    /** Lowest dilution still reactive, 160 for 1:160; null: that assay does not count. */
    iggTitre: titre,
    totalTitre: titre,
  }),
  /**
   * Which of the disease's own tests may be done beforehand in the place of the donation's own, and for
   * how many days; absent or null: none. Infections are always tested on the donation itself.
   */
  beforehand: z
    .strictObject({ days: z.int().min(0).max(365), tests: z.array(z.enum(OWN_TESTS)).min(1) })
    .nullable()
    .optional(),
  products: z
    .array(
      z.strictObject({
        /** ISBT 128 structure 003 with division `00`. */
        productCode: z.string().regex(/^[A-Z][A-Z0-9]{5}00$/),
        name: bilingual,
        labelText: z.array(line).max(4),
        inactivated: z.boolean(),
      }),
    )
    .min(1)
    .max(4),
  storage: z.strictObject({
    maxTenthsC: z.int().min(-1000).max(100),
    shelfLifeMonths: z.int().min(1).max(120),
    freezeWithinMinutes: z.int().min(1).max(2880),
  }),
  /** What the protocol says of giving the plasma; absent or null where that is left to the hospital. */
  clinicalUse: z
    .strictObject({
      severities: z.array(z.enum(SEVERITIES)).min(1),
      /** Days since the first symptom after which it is no longer given; null: not told. */
      maxCourseDays: days.nullable(),
      minMl: doseMl,
      maxMl: doseMl,
      minMlPerKg: dosePerKg,
      maxMlPerKg: dosePerKg,
    })
    .nullable()
    .optional(),
  /** Codes of the places that hold this programme's units and no others. */
  places: z.array(code).min(1).max(20),
});

export type ProgrammeForm = z.infer<typeof programmeForm>;
