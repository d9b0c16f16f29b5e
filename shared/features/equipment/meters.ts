import { z } from 'zod';
import { id, utc } from '../../contract/fields.ts';
import type { StateReader } from '../../contract/rows.ts';
import { type Reason, reason } from '../../kernel/decision.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { GENERAL_PROGRAMME, packFor } from '../rulesets/facts.ts';
import { numberParam } from '../rulesets/params.ts';
import type { Quantity } from './device-facts.ts';

/** Figures of forms that a device on a desk can tell: its quantity, and how many of our units one of its is. */
export const METERED = {
  weightGrams: { quantity: 'bodyWeightTenthsKg', factor: 100 },
  systolic: { quantity: 'systolicMmHg', factor: 1 },
  diastolic: { quantity: 'diastolicMmHg', factor: 1 },
  pulse: { quantity: 'pulsePerMin', factor: 1 },
  temperatureTenthsC: { quantity: 'temperatureTenthsC', factor: 1 },
  haemoglobinGramsPerLitre: { quantity: 'haemoglobinGPerL', factor: 1 },
  grossGrams: { quantity: 'bagWeightG', factor: 1 },
} as const satisfies Record<string, { readonly quantity: Quantity; readonly factor: number }>;

export type MeteredField = keyof typeof METERED;
export const METERED_FIELDS = Object.keys(METERED) as [MeteredField, ...MeteredField[]];

export const meteredField = z.enum(METERED_FIELDS);

/** Which figures of a form were taken from a device, by the id of the reading; the others were typed. */
export const takenReadings = z.partialRecord(meteredField, id);
export type TakenReadings = z.infer<typeof takenReadings>;

/** The same as it is kept: the device and the reading that told a figure; a figure without was typed. */
export const figureSources = z.partialRecord(
  meteredField,
  z.strictObject({ deviceId: id, readingId: id, heardAt: utc }),
);
export type FigureSources = z.infer<typeof figureSources>;

/** The same as screens and papers show it. */
export const shownSources = z.array(
  z.strictObject({ field: meteredField, device: z.string(), heardAt: utc }),
);
export type ShownSources = z.infer<typeof shownSources>;

/** A value that a device on a desk told. */
export interface MeterReading {
  readonly readingId: string;
  readonly deviceId: string;
  readonly quantity: Quantity;
  readonly value: number;
  /** What the device was told it measures, '' when nothing. */
  readonly subject: string;
  readonly heardAt: string;
}

/**
 * Whose figures a form asks for: since when she is there, under which numbers a device may know her, and the
 * visit or donation that takes them.
 */
export interface Measured {
  readonly since: string;
  readonly subjects: readonly string[];
  readonly taker: string;
}

/** A figure of a form, as a device told it. */
export interface OfferedFigure {
  readonly field: MeteredField;
  readonly value: number;
  readonly reading: MeterReading;
}

type Now = { readonly read: StateReader; readonly now: string; readonly today: string };

/**
 * What the devices offer to a form: of each figure the newest reading, heard since the donor is there, not older
 * than SITE-METER allows, told of nobody else and taken for nobody else. Without the rule nothing is offered.
 */
export function offeredFigures(
  readings: readonly MeterReading[],
  about: Measured,
  ctx: Now,
): readonly OfferedFigure[] {
  const fresh = readings.filter((reading) => isOffered(reading, about, ctx));
  return METERED_FIELDS.flatMap((field) => {
    const { quantity, factor } = METERED[field];
    const reading = fresh
      .filter((each) => each.quantity === quantity)
      .reduce<MeterReading | undefined>(
        (newest, each) => (newest && newest.heardAt > each.heardAt ? newest : each),
        undefined,
      );
    return reading ? [{ field, value: reading.value * factor, reading }] : [];
  });
}

function isOffered(reading: MeterReading, about: Measured, { read, now, today }: Now): boolean {
  const pack = packFor(read, GENERAL_PROGRAMME, today)?.content;
  const minutes = numberParam(pack, 'SITE-METER', 'maxAgeMinutes');
  if (minutes === undefined || reading.heardAt < about.since) return false;
  const age = Date.parse(now) - Date.parse(reading.heardAt);
  const isHers = reading.subject === '' || about.subjects.includes(reading.subject);
  const taker = read.get('takenReading', reading.readingId)?.taker ?? about.taker;
  return isHers && taker === about.taker && age <= minutes * 60_000;
}

/**
 * The sources of a form's figures: each must be a reading that may be offered to this donor and told exactly this
 * figure; else the figure is to be measured again, or typed.
 */
export function sourcesOf(
  taken: TakenReadings | undefined,
  figures: Readonly<Partial<Record<MeteredField, unknown>>>,
  readings: readonly MeterReading[],
  about: Measured,
  ctx: Now,
): Result<FigureSources | undefined, Reason> {
  if (taken === undefined) return ok(undefined);
  const sources: FigureSources = {};
  for (const field of METERED_FIELDS) {
    const readingId = taken[field];
    if (readingId === undefined) continue;
    const { quantity, factor } = METERED[field];
    const told = readings.find(
      (each) => each.readingId === readingId && each.quantity === quantity,
    );
    const holds = told && isOffered(told, about, ctx) && told.value * factor === figures[field];
    if (!holds) return err(reason('equipment.readingNotOffered', { field }));
    sources[field] = { deviceId: told.deviceId, readingId, heardAt: told.heardAt };
  }
  return ok(sources);
}

/** The field of an event that tells the sources; absent where every figure was typed. */
export function sourced(sources: FigureSources | undefined): { readonly sources?: FigureSources } {
  return sources === undefined ? {} : { sources };
}
