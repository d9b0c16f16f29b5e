import { z } from 'zod';
import { id, utc } from '../../contract/fields.ts';

const version = z.int();

export const paperKind = z.enum(['certificate', 'thanks', 'proof', 'registrationForm']);
export const paperState = z.enum([
  'ready',
  'proofed',
  'printing',
  'printed',
  'scanned',
  'handedOver',
  'toPost',
  'toCollect',
  'spoiled',
  'lost',
  'withdrawn',
]);
export const jobState = z.enum([
  'submitted',
  'processing',
  'stopped',
  'completed',
  'cancelled',
  'aborted',
]);
export const jobOutcome = z.enum(['underway', 'attention', 'printed', 'notPrinted', 'uncertain']);

/** A job of the queue as the screen shows it. */
export const jobView = z.strictObject({
  jobId: id,
  printerId: id,
  printerName: z.string(),
  document: z.enum([...paperKind.options, 'donorSlip', 'afterCare', 'handover']),
  subject: z.string(),
  /** Name on the paper; empty for forms of a visit. */
  name: z.string(),
  state: jobState,
  outcome: jobOutcome,
  reasons: z.array(z.string()),
  cancelAsked: z.boolean(),
  over: z.boolean(),
  submittedAt: utc,
  version,
});

/** A line of the work list, in order of the end of collection. */
export const paperLine = z.strictObject({
  certificateId: id,
  kind: paperKind,
  din: z.string(),
  donorId: id,
  donorNumber: z.string(),
  name: z.string(),
  volumeMl: z.int(),
  /** Plasma of earlier donations that counts with it; 0 where there is none. */
  beforeMl: z.int(),
  count: z.int(),
  /** Stands for a lost paper. */
  isReplacement: z.boolean(),
  state: paperState,
  /** The queue's last word on its job; null without one. */
  outcome: jobOutcome.nullable(),
  handWritten: z.array(z.string()),
  /** Who wrote them on the present sheet; null while nobody has. */
  handWrittenBy: z.string().nullable(),
  missing: z.boolean(),
  serial: z.string().nullable(),
  endedAt: z.string(),
  version,
});

export const missingCharacter = z.strictObject({
  character: z.string(),
  codePoint: z.string(),
  position: z.int(),
  /** Faces that were asked, by their names in both languages. */
  faces: z.array(z.strictObject({ zh: z.string(), en: z.string() })),
});

/** One paper with everything that its page shows. */
export const paperView = z.strictObject({
  ...paperLine.shape,
  donatedOn: z.string(),
  /** Whose registration form can be printed; null where the visit is not on record here. */
  visitId: id.nullable(),
  document: z.string(),
  missingCharacters: z.array(missingCharacter),
  job: jobView.nullable(),
  receiver: z.string().nullable(),
  receiverRelation: z.string().nullable(),
  handedOverAt: z.string().nullable(),
  printedAt: z.string().nullable(),
  replaces: z.strictObject({ certificateId: id, serial: z.string().nullable() }).nullable(),
  /** Serial that a scan is expected to carry: the one after the last used; empty at the first. */
  nextSerial: z.string(),
  medal: z.strictObject({ given: z.boolean(), count: z.int() }),
  spoiled: z.array(z.strictObject({ serial: z.string(), code: z.string(), at: utc })),
});

/** A printer that can print papers. */
export const printerView = z.strictObject({
  deviceId: id,
  name: z.string(),
  link: z.enum(['ipp', 'file']),
  /** Offsets on the certificate stock, tenths of a millimetre, and since when. */
  xTenthsMm: z.int(),
  yTenthsMm: z.int(),
  measuredAt: z.string().nullable(),
  /** The last test of the device; null when never tested. */
  testedOk: z.boolean().nullable(),
});

export const stockView = z.strictObject({
  stockId: id,
  name: z.string(),
  widthTenthsMm: z.int(),
  heightTenthsMm: z.int(),
  /** Whether it has the size of the form that is printed on it. */
  fits: z.boolean(),
});

/** A drawn document, or why it could not be drawn. */
export const drawnView = z.strictObject({
  /** PDF, base64; null with a problem. */
  pdf: z.string().nullable(),
  problem: z
    .strictObject({
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    })
    .nullable(),
});

/** A line of the issue register. */
export const issueLine = z.strictObject({
  certificateId: id,
  kind: paperKind,
  din: z.string(),
  name: z.string(),
  serial: z.string().nullable(),
  volumeMl: z.int(),
  count: z.int(),
  handWritten: z.array(z.string()),
  handWrittenBy: z.string().nullable(),
  state: paperState,
  receiver: z.string(),
  relation: z.string(),
  signature: z.string(),
  handedOverAt: utc,
  medal: z.boolean(),
  replacedBy: z.string().nullable(),
  /** Void, and its numbered sheet is still with the donor. */
  sheetOut: z.boolean(),
  version,
});

/** A numbered sheet that is used up. */
export const sheetLine = z.strictObject({
  serial: z.string(),
  state: z.enum(['used', 'spoiled']),
  certificateId: id.nullable(),
  name: z.string(),
  code: z.string().nullable(),
  at: utc,
  by: z.string(),
  second: z.string().nullable(),
});
