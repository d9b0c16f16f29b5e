import { z } from 'zod';
import { code, din, grams, id, tested } from '../../contract/fields.ts';

const haemolysis = z.enum(['none', 'slight', 'gross']);

/** Samples, runs, results, groups. */
export const laboratoryEvents = {
  'laboratory.bagReceived': z.strictObject({
    din,
    netGrams: grams,
    leak: z.boolean(),
    haemolysis,
    colourOk: z.boolean(),
    ok: z.boolean(),
  }),
  /** What intake typed about a bag, read once more by two persons; the newest stands. */
  'laboratory.intakeCorrected': z.strictObject({
    din,
    netGrams: grams,
    leak: z.boolean(),
    haemolysis,
    colourOk: z.boolean(),
    ok: z.boolean(),
    code,
  }),
  'laboratory.sampleReceived': z.strictObject({
    sampleId: id,
    din: tested,
    kind: code,
    haemolysis,
    ok: z.boolean(),
  }),
  'laboratory.runOpened': z.strictObject({
    runId: id,
    test: code,
    method: code,
    deviceId: id.nullable(),
    reagentLotId: id,
  }),
  'laboratory.runConcluded': z.strictObject({
    runId: id,
    valid: z.boolean(),
    controls: z.array(z.strictObject({ name: code, ok: z.boolean() })),
    code: code.nullable(),
  }),
  /** A valid run turns out invalid (recall, control error): its readings count no more. */
  'laboratory.runInvalidated': z.strictObject({ runId: id, code }),
  'laboratory.entryProposed': z.strictObject({
    entryId: id,
    din: tested,
    sampleId: id,
    test: code,
    value: code,
    figure: z.string().max(40),
    runId: id,
    byPerson: id,
  }),
  'laboratory.entryDisputed': z.strictObject({
    entryId: id,
    din: tested,
    test: code,
    firstValue: code,
    secondValue: code,
  }),
  'laboratory.resultRecorded': z.strictObject({
    resultId: id,
    din: tested,
    sampleId: id,
    test: code,
    value: code,
    figure: z.string().max(40),
    unit: z.string().max(20),
    runId: id,
    reagentLotId: id,
    method: code,
    readers: z.array(id),
    deviceKey: z.string().max(200).nullable(),
    supersedes: id.nullable(),
    entryId: id.nullable(),
    /** Same device key with another content: both are kept and the unit is held. */
    conflict: z.boolean(),
  }),
  'laboratory.messageUnmatched': z.strictObject({
    unmatchedId: id,
    deviceId: id,
    sampleText: z.string().max(80),
    test: code,
    value: code,
  }),
  'laboratory.unmatchedExplained': z.strictObject({ unmatchedId: id, code }),
  /** Somebody looked at a donor's infection results, and why. */
  'laboratory.resultsOpened': z.strictObject({
    readId: id,
    din: tested,
    donorId: id,
    purpose: code,
  }),
  'laboratory.groupDisputed': z.strictObject({ disputeId: id, din, code }),
  'laboratory.groupResolved': z.strictObject({
    disputeId: id,
    din,
    resolution: code,
    /** Reading ids, ids of earlier group records, or `fingerPrick`: what was found to be wrong. */
    setAside: z.array(id),
  }),
} as const;
