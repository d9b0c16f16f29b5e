import { z } from 'zod';

/** What can go wrong in the donor's arm or in the set during a run, as the curves show it. */
export const TROUBLES = [
  'drawPressureLow',
  'returnPressureHigh',
  'air',
  'kitLeak',
  'citrate',
] as const;
export type Trouble = (typeof TROUBLES)[number];

const words = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) });
const count = z.int().min(1).max(100_000);

const faults = {
  damageEvery: count.optional(),
  doubleEvery: count.optional(),
  pieceBytes: count.optional(),
  pauseMs: z.int().min(0).max(10_000).optional(),
  noiseBytes: z.int().min(1).max(4096).optional(),
  heardBaud: z.int().min(300).max(921_600).optional(),
};

/** When a step is due: at a volume of the run, and so many seconds of the wall clock after that (or after the beginning). */
const due = {
  atMl: z.int().min(0).max(2000).default(0),
  afterSeconds: z.number().min(0).max(3600).default(0),
};

const anyDevice = [
  z.strictObject({ ...due, do: z.literal('pull') }),
  z.strictObject({ ...due, do: z.literal('plug') }),
  z.strictObject({ ...due, do: z.literal('powerOff') }),
  z.strictObject({ ...due, do: z.literal('powerOn') }),
  z.strictObject({ ...due, do: z.literal('line'), ...faults }),
  z.strictObject({ ...due, do: z.literal('noise'), bytes: z.int().min(1).max(4096) }),
] as const;

/** A step of an apheresis machine's course; also a word on its control socket. */
export const apheresisStep = z.discriminatedUnion('do', [
  ...anyDevice,
  z.strictObject({
    ...due,
    do: z.literal('trouble'),
    trouble: z.enum(TROUBLES),
    /** Seconds of the run until it is fully there. */
    overSeconds: z.int().min(1).max(600).default(20),
  }),
  z.strictObject({ ...due, do: z.literal('mend') }),
  z.strictObject({
    ...due,
    do: z.literal('alarm'),
    code: z.string().regex(/^[A-Z_]{2,40}$/),
    value: z.int(),
    held: z.boolean().default(true),
  }),
  z.strictObject({ ...due, do: z.literal('clear') }),
  z.strictObject({ ...due, do: z.literal('resume') }),
  z.strictObject({
    ...due,
    do: z.literal('stop'),
    reason: z.enum(['operator', 'alarm']).default('operator'),
  }),
  z.strictObject({
    ...due,
    do: z.literal('clock'),
    aheadSeconds: z.int().min(-86_400).max(86_400),
  }),
]);

/** A step of the course of a device that a mapping file describes; also a word on its control socket. */
export const mappedStep = z.discriminatedUnion('do', [
  ...anyDevice,
  /** One of the mapping file's examples, by its place from 0. */
  z.strictObject({ ...due, do: z.literal('say'), example: z.int().min(0).max(99) }),
  /** Bytes in the notation of the manual pages (`<STX>`, `<0D>`). */
  z.strictObject({ ...due, do: z.literal('send'), text: z.string().min(1).max(4000) }),
]);

const head = {
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: words,
  /** What the trainee is expected to see and to do. */
  task: words,
};

/** A course of events of one simulated device: `resources/simulators/*.json`, resources/docs/devices/simulators.md. */
export const scenarioSchema = z.discriminatedUnion('device', [
  z.strictObject({ ...head, device: z.literal('apheresis'), steps: z.array(apheresisStep) }),
  z.strictObject({
    ...head,
    device: z.literal('mapped'),
    mapping: z.string(),
    steps: z.array(mappedStep).min(1),
  }),
]);

export type Scenario = z.infer<typeof scenarioSchema>;
export type ApheresisScenario = Extract<Scenario, { device: 'apheresis' }>;
export type MappedScenario = Extract<Scenario, { device: 'mapped' }>;
export type ApheresisStep = ApheresisScenario['steps'][number];
export type MappedStep = MappedScenario['steps'][number];
/** What can happen to any device and its cable. */
export type CableStep = Extract<ApheresisStep, MappedStep>;
