import { z } from 'zod';
import { utc } from '../../contract/fields.ts';

/** What a device on a desk measures, each with its whole unit in the name. */
export const QUANTITIES = [
  'bagWeightG',
  'bodyWeightTenthsKg',
  'systolicMmHg',
  'diastolicMmHg',
  'pulsePerMin',
  'haemoglobinGPerL',
  'temperatureTenthsC',
] as const;

export type Quantity = (typeof QUANTITIES)[number];

const word = z.string().max(60);
const amount = z.int().min(-10_000).max(1_000_000);

/** Figures of a run; what a machine does not tell is 0. Volumes mL, pressure mmHg, flow mL/min. */
const figures = {
  elapsedSeconds: amount.default(0),
  /** Bag content by the machine's count: plasma together with the anticoagulant in it. */
  collectedMl: amount,
  anticoagulantMl: amount.default(0),
  processedMl: amount.default(0),
  cycle: amount.default(1),
  pressureMmHg: amount.default(0),
  flowMlPerMin: amount.default(0),
};

/**
 * The facts that a device of any maker is translated into; nothing is judged here. `donation` is '' where the
 * machine does not know it: then the run belongs to the donation at its chair.
 */
export const deviceFacts = {
  reading: z.strictObject({
    kind: z.literal('reading'),
    quantity: z.enum(QUANTITIES),
    value: amount,
    /** What the device was told it measures (a scanned number), '' when nothing. */
    subject: word.default(''),
    /** By the device's clock; null when it tells none. */
    at: utc.nullable().default(null),
  }),
  /** One result of an analyser, in our test codes and words; the laboratory judges it. */
  result: z.strictObject({
    kind: z.literal('result'),
    /** As the instrument states it; '' where it states none. */
    serial: z.string().max(80).default(''),
    /** What its results and its controls have in common. */
    run: z.string().min(1).max(80),
    /** The number that it read from the tube; of a control its name. */
    sample: z.string().max(200),
    material: z.enum(['sample', 'control']).default('sample'),
    analyte: z.string().min(1).max(60),
    replicate: z.int().min(1).max(1000).default(1),
    value: z.string().max(400),
    unit: z.string().max(60).default(''),
    flag: z.string().max(20).default(''),
    /** Final, preliminary, corrected, could not be done. */
    status: z.enum(['F', 'P', 'C', 'X']),
    reagentLot: word.default(''),
    operator: word.default(''),
    at: utc.nullable().default(null),
  }),
  seal: z.strictObject({ kind: z.literal('seal'), count: amount.default(1) }),
  runStart: z.strictObject({
    kind: z.literal('runStart'),
    donation: word.default(''),
    targetMl: amount.default(0),
    kit: word.default(''),
    cyclesPlanned: amount.default(0),
    pressureLimitMmHg: amount.default(0),
  }),
  runProgress: z.strictObject({
    kind: z.literal('runProgress'),
    donation: word.default(''),
    phase: z.enum(['draw', 'return', 'stopped']),
    ...figures,
  }),
  alarm: z.strictObject({
    kind: z.literal('alarm'),
    code: word.min(1),
    measured: amount.default(0),
    limit: amount.default(0),
    action: z.enum(['none', 'stopReturn', 'stopDraw', 'stopAll']).default('none'),
  }),
  alarmCleared: z.strictObject({ kind: z.literal('alarmCleared'), code: word.min(1) }),
  runEnd: z.strictObject({
    kind: z.literal('runEnd'),
    donation: word.default(''),
    reason: z.enum(['target', 'operator', 'alarm', 'powerLoss']),
    ...figures,
    anticoagulantInBagMl: amount.default(0),
  }),
} as const;

export const deviceFact = z.discriminatedUnion('kind', [
  deviceFacts.reading,
  deviceFacts.result,
  deviceFacts.seal,
  deviceFacts.runStart,
  deviceFacts.runProgress,
  deviceFacts.alarm,
  deviceFacts.alarmCleared,
  deviceFacts.runEnd,
]);

export type FactKind = keyof typeof deviceFacts;
export type DeviceFact = z.infer<typeof deviceFact>;
