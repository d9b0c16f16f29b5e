import { z } from 'zod';
import { code, din, id, ml, words } from '../../contract/fields.ts';

const paper = z.enum(['certificate', 'thanks', 'proof', 'registrationForm']);

/** Certificates, their stock, hand-over, medals. */
export const honoursEvents = {
  /** Follows the end of a collection alone, never tests or release. */
  'honours.paperDue': z.strictObject({
    certificateId: id,
    kind: paper,
    din,
    donorId: id,
    name: words,
    volumeMl: ml,
    count: z.int().min(0),
    replaces: id.nullable(),
  }),
  /** The volume of the donation was corrected: this paper is void, another one takes its place. */
  'honours.paperWithdrawn': z.strictObject({ certificateId: id, code }),
  /** The donor read the name, large, and said yes. */
  'honours.nameProofed': z.strictObject({
    certificateId: id,
    name: words,
    handWritten: z.array(z.string().max(8)),
  }),
  /** `certificateId` is the paper; the visit of a form or slip; the number of an after-care sheet. */
  'honours.printSubmitted': z.strictObject({
    certificateId: id,
    jobId: id,
    printerId: id,
    document: z.enum([...paper.options, 'donorSlip', 'afterCare', 'handover']),
  }),
  'honours.jobReported': z.strictObject({
    jobId: id,
    certificateId: id,
    state: z.enum(['submitted', 'processing', 'stopped', 'completed', 'cancelled', 'aborted']),
    reasons: z.array(code),
    /** What the state means for the sheet. */
    outcome: z.enum(['underway', 'attention', 'printed', 'notPrinted', 'uncertain']),
  }),
  /** Somebody gives the job up; what becomes of it the queue tells. */
  'honours.jobCancelAsked': z.strictObject({ jobId: id, certificateId: id }),
  /** The actor wrote the characters that were left as a space. */
  'honours.writtenByHand': z.strictObject({
    certificateId: id,
    characters: z.array(z.string().max(8)).min(1),
  }),
  'honours.serialScanned': z.strictObject({ certificateId: id, stockId: id, serial: code }),
  'honours.sheetSpoiled': z.strictObject({
    certificateId: id.nullable(),
    stockId: id,
    serial: code,
    code,
    /** It carried a paper: its number was scanned before. */
    wasUsed: z.boolean().optional(),
  }),
  /** Signature strokes as SVG path data. */
  'honours.handedOver': z.strictObject({
    certificateId: id,
    receiver: words,
    relation: code,
    signature: z.string().max(40_000),
  }),
  'honours.deliveryPlanned': z.strictObject({
    certificateId: id,
    way: z.enum(['toPost', 'toCollect']),
  }),
  'honours.reportedLost': z.strictObject({ certificateId: id }),
  'honours.medalGiven': z.strictObject({ din, donorId: id, count: z.int().min(1) }),
} as const;
