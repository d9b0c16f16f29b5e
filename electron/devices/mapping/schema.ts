import { z } from 'zod';
import { civil } from '#shared/contract/fields.ts';
import { deviceFacts, type FactKind } from '#shared/features/equipment/device-facts.ts';
import { DEVICE_KINDS } from '#shared/features/equipment/kinds.ts';
import { LINE_CHECKS } from '../protocols/line-check.ts';

const byte = z.int().min(0).max(255);
const encoding = z.enum(['utf-8', 'gb18030', 'latin1']);
const decimal = z.string().regex(/^\d{1,9}(\.\d{1,9})?$/);
const words = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) });

/**
 * Where a value stands: name of the segment, colon, name of the value in it; behind `+` in a segment that follows the
 * one looked from, before the next of its kind.
 */
const place = z.string().regex(/^\+?[A-Za-z][A-Za-z0-9]{0,30}:\S{1,40}$/);

/** A regular expression with named groups, tried when the file is read. */
const pattern = z
  .string()
  .max(300)
  .refine((text) => {
    try {
      return new RegExp(`^(?:${text})$`, 'u').source.includes('(?<');
    } catch {
      return false;
    }
  }, 'not a regular expression with named groups');

/** The known protocol families with their settings; resources/docs/devices/families.md. */
export const protocolSettings = z.discriminatedUnion('family', [
  z.strictObject({
    family: z.literal('line'),
    start: byte.nullable().default(null),
    end: z.union([z.literal('line'), z.array(byte).min(1).max(3)]).default('line'),
    maxBytes: z.int().min(8).max(4096).default(160),
    check: z
      .strictObject({
        kind: z.enum(LINE_CHECKS),
        mark: byte.nullable().default(null),
        withStart: z.boolean().default(false),
      })
      .default({ kind: 'none', mark: null, withStart: false }),
    encoding: encoding.default('utf-8'),
    content: z.union([
      z.strictObject({ pattern }),
      z.strictObject({ separator: z.string().length(1) }),
    ]),
    agree: z.int().min(1).max(10).default(1),
  }),
  z.strictObject({
    family: z.literal('hexFrame'),
    types: z.strictObject({ confirmed: byte, answer: byte, data: byte }),
  }),
  z.strictObject({ family: z.literal('jsonLine') }),
  z.strictObject({ family: z.literal('lis'), encoding: encoding.default('utf-8') }),
  z.strictObject({ family: z.literal('hl7'), encoding: encoding.default('utf-8') }),
  z.strictObject({ family: z.literal('poct1a') }),
]);

export type ProtocolSettings = z.infer<typeof protocolSettings>;

/** How one field of a fact comes about. */
const field = z.union([
  z.strictObject({ is: z.union([z.string(), z.int()]) }),
  z.strictObject({ from: place, as: z.literal('text'), optional: z.boolean().default(false) }),
  z.strictObject({
    from: place,
    as: z.literal('integer'),
    optional: z.boolean().default(false),
    factor: decimal.default('1'),
    /** The unit as the device writes it, and what makes our unit of it. */
    unit: z.strictObject({ from: place, factors: z.record(z.string(), decimal) }).optional(),
    min: z.int(),
    max: z.int(),
  }),
  z.strictObject({ from: place, as: z.literal('time'), optional: z.boolean().default(false) }),
  /** The day of a time by the device's clock. */
  z.strictObject({ from: place, as: z.literal('day'), optional: z.boolean().default(false) }),
  z.strictObject({
    from: place,
    as: z.literal('choice'),
    optional: z.boolean().default(false),
    choices: z.record(z.string(), z.string()),
    /** Another word is handed on as the device wrote it, for somebody to look at; else it is refused. */
    othersAsTold: z.boolean().default(false),
  }),
]);

export type FieldRule = z.infer<typeof field>;

/** Why a device's own words forbid to take a value. */
export const REFUSAL_CODES = [
  'mapping.unstable',
  'mapping.notFinal',
  'mapping.deviceError',
] as const;

const condition = z.strictObject({ from: place, in: z.array(z.string()).min(1) });

const rule = z
  .strictObject({
    fact: z.enum(Object.keys(deviceFacts) as [FactKind, ...FactKind[]]),
    /** Applied once for every segment of this name; once for the whole message when left out. */
    each: z.string().optional(),
    /** Other messages are none of this rule's business. */
    when: z.array(condition).default([]),
    /** Must hold, or the value is refused with the code. */
    must: z.array(condition.extend({ code: z.enum(REFUSAL_CODES) })).default([]),
    fields: z.record(z.string(), field),
  })
  .refine(({ fact, fields }) => fitsFact(fact, Object.keys(fields)), 'fields do not fit the fact');

export type FactRule = z.infer<typeof rule>;

/** Every named field exists, and every field without a default is named. */
function fitsFact(fact: FactKind, named: readonly string[]): boolean {
  const shape: Readonly<Record<string, z.ZodType>> = deviceFacts[fact].shape;
  const known = Object.keys(shape).filter((name) => name !== 'kind');
  const needed = known.filter((name) => !shape[name]!.safeParse(undefined).success);
  return (
    named.every((name) => known.includes(name)) && needed.every((name) => named.includes(name))
  );
}

/** What the device says and what it means; `text` in the notation of the manual pages (`<STX>`, `<0D>`). */
const example = z.strictObject({
  what: words,
  device: z.array(z.string()).min(1),
  facts: z.array(z.record(z.string(), z.unknown())),
  problems: z.array(z.string()).default([]),
});

/** A mapping file: a machine of a known protocol family described by data (resources/docs/devices/mapping.md). */
export const mappingSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(50),
  dated: civil,
  kind: z.enum(DEVICE_KINDS),
  name: words,
  /** Where the field list was read, and whether a machine of this make was ever connected. */
  source: words,
  line: z.strictObject({
    baudRate: z.int().min(300).max(921_600).default(9600),
    dataBits: z.union([z.literal(7), z.literal(8)]).default(8),
    parity: z.enum(['none', 'even', 'odd']).default('none'),
    stopBits: z.union([z.literal(1), z.literal(2)]).default(1),
    /** Silence beyond this is shown; null where a device speaks only when used. */
    silentAfterSeconds: z.int().min(1).max(600).nullable().default(null),
  }),
  /** How far the device's clock is ahead of UTC where its times carry no zone. */
  utcOffsetMinutes: z.int().min(-840).max(840).default(480),
  protocol: protocolSettings,
  rules: z.array(rule).min(1).max(40),
  examples: z.array(example).min(1),
});

export type DeviceMapping = z.infer<typeof mappingSchema>;
