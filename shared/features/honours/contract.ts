import { z } from 'zod';
import { command, query } from '../../contract/define.ts';
import { civil, code, din, id, words } from '../../contract/fields.ts';
import { RELATIONS } from './rules/issue.ts';
import { SPOIL_CODES } from './rules/sheets.ts';
import {
  drawnView,
  issueLine,
  jobOutcome,
  jobState,
  jobView,
  paperKind,
  paperLine,
  paperState,
  paperView,
  printerView,
  sheetLine,
  stockView,
} from './shapes.ts';

const nothing = z.strictObject({});
const done = z.strictObject({});
const DESK = ['printClerk', 'supervisor'] as const;
/** The nurse looks at the work list and prints forms; she issues no certificates. */
const READERS = ['printClerk', 'supervisor', 'nurse', 'admin'] as const;
const language = z.enum(['zh-CN', 'en']).default('zh-CN');

/** Certificates, their stock and queue, hand-over, medals. */
export const honoursContract = {
  'honours.proofName': command(
    DESK,
    z.strictObject({
      certificateId: id,
      /** As the donor read it and said yes. */
      name: words,
      /** Characters without a glyph that are left as a space and written by hand. */
      handWritten: z.array(z.string().min(1).max(8)).max(20).default([]),
    }),
    done,
  ),
  'honours.print': command(
    DESK,
    z.strictObject({
      certificateId: id,
      printerId: id,
      /** Somebody looked: the last job, of which the queue could not tell, used no sheet. */
      sheetUnused: z.boolean().default(false),
    }),
    z.strictObject({ jobId: id }),
  ),
  'honours.printForm': command(
    ['printClerk', 'supervisor', 'nurse', 'physician'],
    z.strictObject({ visitId: id, printerId: id }),
    z.strictObject({ jobId: id }),
  ),
  /** The donor's own words after the decision; the queue names neither donor nor decision. */
  'honours.printSlip': command(
    ['nurse', 'physician', 'supervisor'],
    z.strictObject({ visitId: id, printerId: id }),
    z.strictObject({ jobId: id }),
  ),
  /** The sheet that a donor takes home after a donation; the queue names nobody. */
  'honours.printAfterCare': command(
    ['nurse', 'physician', 'supervisor'],
    z.strictObject({ din: id, printerId: id }),
    z.strictObject({ jobId: id }),
  ),
  /** A signed shift hand-over; the queue names nobody. */
  'honours.printHandover': command(
    ['nurse', 'physician', 'supervisor'],
    z.strictObject({ handoverId: id, printerId: id }),
    z.strictObject({ jobId: id }),
  ),
  /** What the queue told of a job. */
  'honours.reportJob': command(
    'station',
    z.strictObject({
      jobId: id,
      state: jobState,
      reasons: z.array(code).max(20),
      outcome: jobOutcome,
    }),
    done,
  ),
  'honours.cancelJob': command(
    ['printClerk', 'supervisor', 'nurse', 'physician'],
    z.strictObject({ jobId: id }),
    done,
  ),
  'honours.scanSerial': command(
    DESK,
    z.strictObject({ certificateId: id, serial: z.string().min(1).max(60) }),
    z.strictObject({ serial: z.string() }),
  ),
  'honours.spoilSheet': command(
    DESK,
    z.strictObject({
      certificateId: id.nullable(),
      serial: z.string().min(1).max(60),
      code: z.enum(SPOIL_CODES),
    }),
    done,
    { second: { roles: ['printClerk', 'supervisor', 'nurse', 'admin'], when: 'always' } },
  ),
  /** Whoever gives it says that she wrote the characters that the print left out. */
  'honours.recordHandWriting': command(DESK, z.strictObject({ certificateId: id }), done),
  'honours.handOver': command(
    DESK,
    z.strictObject({
      certificateId: id,
      receiver: words,
      relation: z.enum(RELATIONS),
      /** Strokes as SVG path data; empty by post, where `receiver` is the consignment's number. */
      signature: z.string().max(40_000).default(''),
    }),
    done,
  ),
  'honours.planDelivery': command(
    DESK,
    z.strictObject({ certificateId: id, way: z.enum(['toPost', 'toCollect']) }),
    done,
  ),
  'honours.reportLost': command(
    DESK,
    z.strictObject({ certificateId: id }),
    z.strictObject({ certificateId: id }),
  ),
  'honours.giveMedal': command(DESK, z.strictObject({ din }), z.strictObject({ count: z.int() })),
  'honours.worklist': query(
    READERS,
    nothing,
    z.strictObject({
      papers: z.array(paperLine),
      printers: z.array(printerView),
      stock: stockView.nullable(),
    }),
    ['honours', 'collection', 'donors', 'equipment'],
  ),
  /** What a volunteer may know: whose paper lies ready to be collected or posted. */
  'honours.collectionList': query(
    ['volunteer', ...READERS],
    nothing,
    z.array(
      z.strictObject({ certificateId: id, kind: paperKind, name: z.string(), state: paperState }),
    ),
    ['honours', 'donors'],
  ),
  'honours.paper': query(READERS, z.strictObject({ certificateId: id }), paperView.nullable(), [
    'honours',
    'collection',
    'donors',
    'equipment',
  ]),
  'honours.preview': query(
    READERS,
    z.strictObject({
      certificateId: id,
      variant: z.enum(['preview', 'print']).default('preview'),
      language,
    }),
    drawnView,
    ['honours', 'donors', 'equipment'],
  ),
  'honours.formPreview': query(
    ['printClerk', 'supervisor', 'nurse', 'physician'],
    z.strictObject({ visitId: id, language }),
    drawnView,
    ['visits', 'collection', 'donors'],
  ),
  'honours.jobs': query([...READERS, 'physician'], nothing, z.array(jobView), [
    'honours',
    'equipment',
  ]),
  'honours.register': query(
    READERS,
    z.strictObject({ from: civil.optional(), until: civil.optional() }),
    z.array(issueLine),
    ['honours', 'donors'],
  ),
  'honours.sheets': query(READERS, nothing, z.array(sheetLine), ['honours', 'operators']),
} as const;
