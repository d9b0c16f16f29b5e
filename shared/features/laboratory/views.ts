import { z } from 'zod';
import { abo, bilingual, code, id, rhd, tested, utc } from '../../contract/fields.ts';

/** How much haemolysis was seen. */
export const haemolysis = z.enum(['none', 'slight', 'gross']);
/** 合格 / 未合格 / 待检. */
export const state = z.enum(['qualified', 'unqualified', 'pending']);

/** One result of an analyser’s message, as the instrument wrote it. */
export const deviceResult = z.strictObject({
  sampleId: z.string().max(200),
  material: z.enum(['sample', 'control']),
  analyte: z.string().max(60),
  replicate: z.int().min(1).max(1000),
  value: z.string().max(400),
  unit: z.string().max(60),
  flag: z.string().max(20),
  status: z.string().max(10),
  reagentLot: z.string().max(60),
  operator: z.string().max(60),
  measuredAt: z.string().max(40),
});

/** A run as lists and sheets show it. */
export const run = z.strictObject({
  runId: id,
  test: code,
  name: bilingual,
  method: z.string(),
  deviceId: z.string().nullable(),
  reagentLotId: z.string(),
  lot: z.string(),
  lotExpires: z.string(),
  openedAt: utc,
  by: z.string(),
  state: z.enum(['open', 'valid', 'invalid']),
  controls: z.array(z.strictObject({ name: z.string(), ok: z.boolean() })),
  invalidCode: z.string().nullable(),
  results: z.int(),
  version: z.int(),
});

/** A reading with its evidence. */
export const reading = z.strictObject({
  resultId: id,
  sampleId: z.string(),
  value: z.string(),
  figure: z.string(),
  unit: z.string(),
  runId: z.string(),
  lot: z.string(),
  method: z.string(),
  readers: z.array(z.string()),
  fromDevice: z.boolean(),
  at: utc,
  standing: z.enum(['valid', 'pending', 'invalid']),
  superseded: z.boolean(),
  conflict: z.boolean(),
});

/** A required test of a donation with what was read. */
const matrixTest = z.strictObject({
  test: code,
  name: bilingual,
  kind: z.string(),
  /** Effective value; `qualified`, `unqualified` or `pending` for those who may not see results. */
  value: z.string(),
  state,
  limit: bilingual,
  clause: z.string(),
  rounds: z.int(),
  roundsDone: z.int(),
  readings: z.array(reading),
});

/** A line of the work list: a donation, or a sample for tests alone, which has neither bag nor group. */
export const workLine = z.strictObject({
  din: tested,
  donorNumber: z.string(),
  collectedAt: utc,
  bag: z.enum(['expected', 'fit', 'unfit', 'none']),
  samples: z.array(
    z.strictObject({ kind: z.string(), state: z.enum(['expected', 'fit', 'unfit']) }),
  ),
  state,
  /** Required tests without an effective result yet. */
  absent: z.array(code),
  group: z.string(),
  groupState: z.enum(['confirmed', 'waiting', 'disputed', 'none']),
  disputeId: z.string().nullable(),
});

/** Every required test of a donation, its group and what speaks against it. */
export const matrix = z.strictObject({
  din: tested,
  state,
  /** Infection results are hidden: the role may not see them, or the person has not opened them. */
  masked: z.boolean(),
  mayOpen: z.boolean(),
  /** For how long the results stay open to this person; null while they are not. */
  openForMs: z.int().nullable(),
  tests: z.array(matrixTest),
  abo: abo.nullable(),
  rhd: rhd.nullable(),
  doubts: z.array(code),
  fingerPrick: abo.nullable(),
  history: z.array(z.strictObject({ id, abo, rhd, source: z.string() })),
  disputeId: z.string().nullable(),
  version: z.int(),
});
