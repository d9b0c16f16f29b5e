import { z } from 'zod';
import { civil, code, din, grams, id, ml, sha256, utc } from '../../contract/fields.ts';
import { figureSources } from '../equipment/meters.ts';
import { redCells, stopReason } from './contract-parts.ts';
import { boxEvents } from './events-box.ts';
import { reactionEvents } from './events-reactions.ts';
import { settingEvents } from './events-setting.ts';

const values = z.record(z.string(), z.union([z.number(), z.string().max(200), z.boolean()]));

/** Numbers, chairs, runs, reactions, end match, rest, hand-over. */
export const collectionEvents = {
  ...reactionEvents,
  ...settingEvents,
  ...boxEvents,
  'collection.numbersLeased': z.strictObject({
    leaseId: id,
    station: id,
    facility: z.string().length(5),
    year: z.string().length(2),
    first: z.int().min(0).max(999_999),
    last: z.int().min(0).max(999_999),
  }),
  /** Everything above `above` will never be minted (restore, doubt). */
  'collection.leaseBurned': z.strictObject({ leaseId: id, above: z.int(), why: code }),
  'collection.numberAssigned': z.strictObject({
    din,
    leaseId: id,
    sequence: z.int(),
    visitId: id,
    donorId: id,
    source: z.enum(['printed', 'sheet']),
    /** The chair where the sheet lies. */
    chairId: id.nullable().optional(),
  }),
  'collection.numberVoided': z.strictObject({
    din,
    leaseId: id,
    sequence: z.int(),
    visitId: id.nullable(),
    code,
  }),
  /** The stickers of a number were checked and given to the print service. */
  'collection.chairLabelsPrinted': z.strictObject({
    jobId: id,
    din,
    printerId: id,
    stockId: id,
    labels: z.array(z.strictObject({ container: code, hash: sha256 })).min(1),
    again: z.boolean(),
  }),
  /** What became of the bytes; `unsent` names the stickers that certainly did not go out. */
  'collection.chairPrintReported': z.strictObject({
    jobId: id,
    outcome: z.enum(['printed', 'sent', 'notReady', 'noAnswer', 'unknown']),
    codes: z.array(code),
    unsent: z.array(code),
  }),
  /** One supply of a set-up, as it was scanned; the fourth makes the chair ready. */
  'collection.supplyScanned': z.strictObject({
    chairId: id,
    step: z.enum(['machine', 'kit', 'anticoagulant', 'saline']),
    scan: z.string().max(400),
    what: z.string().max(120),
  }),
  'collection.chairPrepared': z.strictObject({
    preparationId: id,
    chairId: id,
    deviceId: id,
    kitLotId: id,
    kitSerial: z.string().max(60),
    anticoagulantLotId: id,
    salineLotId: id,
  }),
  'collection.chairCleared': z.strictObject({ preparationId: id, code }),
  /** The chair was cleaned after its last donor and takes the next. */
  'collection.chairCleaned': z.strictObject({ chairId: id }),
  /** A kit was opened in vain; `setId` names it until it lies in a waste bag. */
  'collection.kitSpoiled': z.strictObject({
    setId: id,
    lotId: id,
    kitSerial: z.string().min(1).max(60),
    code,
  }),
  /** A single-use set lies in a waste bag; the set is named by its preparation, or as spoilt. */
  'collection.setDiscarded': z.strictObject({ setId: id, bagId: id }),
  /** Donor, number, chair and machine were scanned and agree; the donor said name and birth date. */
  'collection.started': z.strictObject({
    din,
    donorId: id,
    visitId: id,
    decisionId: id,
    programme: code,
    donationType: code,
    chairId: id,
    preparationId: id,
    deviceId: id,
    linked: z.boolean(),
    arm: z.enum(['left', 'right']),
    targetMl: ml,
    identity: z.literal('openQuestion'),
    startedAt: utc,
    localDate: civil,
    /** What was missing or short at the needle; shown, never in the way. */
    cautions: z.array(code).optional(),
    /** How the values at a linked machine were proved; null where it has no line. */
    setting: z.enum(['readBack', 'display']).nullable().optional(),
  }),
  /** The site was found sound and its disinfection began; the needle waits until it is dry. */
  'collection.armDisinfected': z.strictObject({
    checkId: id,
    chairId: id,
    visitId: id,
    arm: z.enum(['left', 'right']),
    lotId: id.nullable(),
    at: utc,
  }),
  /** The needle went in once more. */
  'collection.stuckAgain': z.strictObject({
    din,
    markId: id,
    arm: z.enum(['left', 'right']),
    code,
    at: utc,
  }),
  /** A tube was filled at the needle. */
  'collection.tubeDrawn': z.strictObject({ din, markId: id, container: code, at: utc }),
  /** From the machine's record or keyed: phase, cycle and volume at a turning point. */
  'collection.phaseReached': z.strictObject({
    din,
    markId: id,
    phase: code,
    cycle: z.int(),
    machineMl: ml,
    acMl: ml.nullable(),
    at: utc,
    recordNumber: z.int().nullable(),
  }),
  'collection.alarmRaised': z.strictObject({
    din,
    markId: id,
    code,
    values,
    at: utc,
    recordNumber: z.int().nullable(),
  }),
  'collection.alarmCleared': z.strictObject({ din, markId: id, at: utc }),
  'collection.gapNoted': z.strictObject({ din, markId: id, from: utc, to: utc }),
  'collection.machineRestarted': z.strictObject({ din, markId: id, at: utc }),
  'collection.restartStated': z.strictObject({
    din,
    outcome: z.enum(['resumed', 'ended']),
    redCellsReturned: redCells.nullable(),
  }),
  'collection.vitalsTaken': z.strictObject({
    din,
    markId: id,
    systolic: z.int(),
    diastolic: z.int(),
    pulse: z.int(),
    complaint: code,
    at: utc,
    /** Figures that a device told; the others were typed. */
    sources: figureSources.optional(),
  }),
  /** A machine without a link, or a lost one: keyed at intervals. */
  'collection.progressKeyed': z.strictObject({
    din,
    markId: id,
    machineMl: ml,
    cycle: z.int(),
    at: utc,
  }),
  /** The figure keyed last was mistyped: `corrects` names its mark, which counts no more. */
  'collection.progressCorrected': z.strictObject({
    din,
    markId: id,
    corrects: id,
    machineMl: ml,
    cycle: z.int(),
    at: utc,
  }),
  'collection.interventionRecorded': z.strictObject({
    din,
    markId: id,
    code,
    lotId: id.nullable(),
    at: utc,
  }),
  /** The machine's end record, or keyed and read back by a second person. */
  'collection.machineEnded': z.strictObject({
    din,
    machineMl: ml,
    acMl: ml.nullable(),
    cycles: z.int(),
    stopReason,
    at: utc,
    recordNumber: z.int().nullable(),
  }),
  /** The machine's own end record, come after its end had been keyed: kept beside the keyed figures. */
  'collection.endReported': z.strictObject({
    din,
    markId: id,
    machineMl: ml,
    acMl: ml,
    cycles: z.int(),
    stopReason,
    at: utc,
    recordNumber: z.int(),
  }),
  /** Seal and weigh: three different figures; the end starts the freezing clock. */
  'collection.ended': z.strictObject({
    din,
    donorId: id,
    machineMl: ml,
    netGrams: grams,
    plasmaMl: ml,
    productMl: ml,
    acMl: ml,
    completed: z.boolean(),
    stopReason,
    redCellsReturned: redCells,
    endedAt: utc,
    freezeBy: utc,
    sources: figureSources.optional(),
  }),
  /** The figures of an ended donation as two persons read them once more; the newest stand. */
  'collection.endCorrected': z.strictObject({
    din,
    donorId: id,
    machineMl: ml,
    netGrams: grams,
    plasmaMl: ml,
    productMl: ml,
    acMl: ml,
    completed: z.boolean(),
    stopReason,
    redCellsReturned: redCells,
    code,
  }),
  /** Bag, tubes, donor and record were matched by scan. */
  'collection.matched': z.strictObject({ din, tubes: z.array(code), bags: z.int().min(1) }),
  'collection.restStarted': z.strictObject({ din, until: utc }),
  'collection.restChecked': z.strictObject({
    din,
    markId: id,
    systolic: z.int(),
    diastolic: z.int(),
    pulse: z.int(),
    siteOk: z.boolean(),
    feelsWell: z.boolean(),
    sources: figureSources.optional(),
  }),
  'collection.donorLeft': z.strictObject({ din, visitId: id, fit: z.boolean(), code }),
  /** A second person took the full-screen stop away; what was scanned stays refused. */
  'collection.stopOverridden': z.strictObject({
    stopId: id,
    /** The refusal that stopped the screen. */
    code,
    expected: z.string().max(60),
    scanned: z.string().max(60),
    reasonCode: code,
    localDate: civil,
  }),
  /** A past donation as two persons read its paper once more; one that never was counts no more. */
  'collection.historyCorrected': z.strictObject({
    recordId: id,
    donorId: id,
    donationType: code,
    collectedOn: civil,
    volumeMl: ml,
    completed: z.boolean(),
    redCellsReturned: z.boolean(),
    counts: z.boolean(),
    code,
  }),
  /** A past donation from paper or another system, compact. */
  'collection.historyRecorded': z.strictObject({
    recordId: id,
    donorId: id,
    donationType: code,
    din: din.nullable(),
    collectedOn: civil,
    volumeMl: ml,
    completed: z.boolean(),
    redCellsReturned: z.boolean(),
  }),
} as const;
