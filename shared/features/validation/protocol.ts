import { z } from 'zod';
import { code, id } from '../../contract/fields.ts';

/** Installation, operation and performance qualification. */
export const PARTS = ['IQ', 'OQ', 'PQ'] as const;

/** What the station looks at by itself; each has a handler of this name. */
export const CHECKS = [
  'versions',
  'keyStore',
  'settings',
  'rulePacks',
  'storage',
  'records',
  'judge',
  'restoreDrill',
  'clock',
  'devices',
  'labels',
  'scanner',
] as const;
export type CheckName = (typeof CHECKS)[number];

const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

export const stepSchema = z.strictObject({
  id: z.string().regex(/^[IOP]Q-\d\d$/),
  part: z.enum(PARTS),
  /** Null: a person does it and says what she saw. */
  check: z.enum(CHECKS).nullable(),
  title: bilingual,
  how: bilingual,
  expected: bilingual,
  /** Requirements of the quality papers that the step answers. */
  requirements: z.array(code).min(1),
});

/** A code of the scanner's test sheet: what is drawn, and as what it must be read. */
export const testCodeSchema = z.strictObject({
  id: code,
  symbol: z.enum(['code128', 'dataMatrix', 'qr']),
  text: z.string().min(1).max(200),
});

export const protocolSchema = z.strictObject({
  protocolId: id,
  revision: z.int().min(1),
  title: bilingual,
  testCodes: z.array(testCodeSchema).min(3),
  steps: z.array(stepSchema).min(10),
});

export type Protocol = z.infer<typeof protocolSchema>;
export type ProtocolStep = Protocol['steps'][number];
export type TestCode = Protocol['testCodes'][number];

/** A step by its id, or undefined. */
export function stepOf(protocol: Protocol, stepId: string): ProtocolStep | undefined {
  return protocol.steps.find((step) => step.id === stepId);
}
