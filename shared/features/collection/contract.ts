import { z } from 'zod';
import { command, query } from '../../contract/define.ts';
import { civil, code, din, grams, id, ml, tenthsC, utc } from '../../contract/fields.ts';
import type { Role } from '../../contract/roles.ts';
import { takenReadings } from '../equipment/meters.ts';
import { correctContract } from './contract-correct.ts';
import { drawContract } from './contract-draw.ts';
import {
  BEDSIDE,
  badge,
  done,
  mark,
  readBack,
  redCells,
  said,
  scan,
  stopReason,
} from './contract-parts.ts';
import { reactionContract } from './contract-reactions.ts';
import { seatContract } from './contract-seat.ts';
import { turnContract } from './contract-turn.ts';
import { collectionViews } from './views.ts';
import { COMPLAINTS, INTERVENTIONS, LEAVE_CODES, STOP_REASONS, UNPACK_CODES } from './words.ts';

const nothing = z.strictObject({});
const READERS: readonly Role[] = [...BEDSIDE, 'labTech', 'qualityRelease'];

/** Numbers, chairs, runs, reactions, end match, rest, hand-over. */
export const collectionContract = {
  ...seatContract,
  ...turnContract,
  ...correctContract,
  ...drawContract,
  ...reactionContract,
  'collection.takeVitals': command(
    BEDSIDE,
    z.strictObject({
      din,
      systolic: z.int(),
      diastolic: z.int(),
      pulse: z.int(),
      complaint: z.enum(COMPLAINTS),
      taken: takenReadings.optional(),
    }),
    mark,
    badge,
  ),
  'collection.keyProgress': command(
    BEDSIDE,
    z.strictObject({ din, machineMl: ml, cycle: z.int().min(1).max(50) }),
    mark,
    badge,
  ),
  'collection.recordIntervention': command(
    BEDSIDE,
    z.strictObject({ din, code: z.enum(INTERVENTIONS), lot: scan.optional() }),
    mark,
    badge,
  ),
  /** A second person takes the full-screen stop away; the code that caused it stays refused. */
  'collection.overrideStop': command(
    [...READERS, 'printClerk'],
    z.strictObject({
      code,
      expected: z.string().max(60),
      scanned: z.string().max(60),
      reasonCode: z.enum(STOP_REASONS),
    }),
    z.strictObject({ stopId: id, today: z.int() }),
    // Without a second person the rule refuses and names the safe next step.
    { second: { roles: ['supervisor', 'qualityRelease'], when: 'ifGiven' } },
  ),
  'collection.stateRestart': command(
    BEDSIDE,
    z.strictObject({
      din,
      outcome: z.enum(['resumed', 'ended']),
      redCellsReturned: redCells.nullable(),
    }),
    done,
    badge,
  ),
  /** The end of a run without link, read back aloud by a second person. */
  'collection.keyMachineEnd': command(
    BEDSIDE,
    z.strictObject({ din, machineMl: ml, acMl: ml, cycles: z.int().min(0).max(50), stopReason }),
    done,
    { second: readBack },
  ),
  'collection.end': command(
    BEDSIDE,
    z.strictObject({
      din,
      grossGrams: grams,
      tareGrams: grams,
      /** Anticoagulant in the bag; only where the machine did not tell. */
      acMl: ml.optional(),
      stopReason,
      redCellsReturned: redCells,
      taken: takenReadings.optional(),
    }),
    z.strictObject({
      machineMl: ml,
      netGrams: grams,
      plasmaMl: ml,
      productMl: ml,
      freezeBy: utc,
      heldForVariance: z.boolean(),
    }),
    badge,
  ),
  /** One scan at the end match: ticks, or stops with expected and scanned. */
  'collection.checkMatch': command(
    BEDSIDE,
    z.strictObject({ din, scan }),
    z.strictObject({ container: code }),
    badge,
  ),
  'collection.match': command(
    BEDSIDE,
    z.strictObject({
      din,
      donor: scan.nullable(),
      said: said.optional(),
      scans: z.array(scan).max(20),
    }),
    done,
    badge,
  ),
  'collection.startRest': command(
    BEDSIDE,
    z.strictObject({ din }),
    z.strictObject({ until: utc }),
    badge,
  ),
  'collection.checkRest': command(
    BEDSIDE,
    z.strictObject({
      din,
      systolic: z.int(),
      diastolic: z.int(),
      pulse: z.int(),
      siteOk: z.boolean(),
      feelsWell: z.boolean(),
      taken: takenReadings.optional(),
    }),
    mark,
    badge,
  ),
  'collection.letLeave': command(
    BEDSIDE,
    z.strictObject({ din, code: z.enum(LEAVE_CODES) }),
    done,
    badge,
  ),
  'collection.printAfterCare': command(
    BEDSIDE,
    z.strictObject({ din, language: z.enum(['zh', 'en']).default('zh') }),
    z.strictObject({ pdf: z.string() }),
  ),
  'collection.openBox': command(
    BEDSIDE,
    z.strictObject({ box: scan }),
    z.strictObject({ boxId: id }),
    badge,
  ),
  'collection.packBox': command(
    BEDSIDE,
    z.strictObject({ boxId: id, scan }),
    z.strictObject({ item: z.string(), count: z.int() }),
    badge,
  ),
  'collection.unpackBox': command(
    BEDSIDE,
    z.strictObject({ boxId: id, scan, code: z.enum(UNPACK_CODES) }),
    z.strictObject({ item: z.string(), count: z.int() }),
    badge,
  ),
  'collection.handOverBox': command(
    BEDSIDE,
    z.strictObject({ boxId: id, count: z.int().min(0), temperatureTenthsC: tenthsC }),
    done,
    { second: { roles: ['nurse', 'labTech', 'supervisor', 'volunteer'], when: 'always' } },
  ),
  'collection.receiveBox': command(
    ['labTech', 'supervisor'],
    z.strictObject({
      boxId: id,
      scans: z.array(scan).max(400),
      temperatureTenthsC: tenthsC,
    }),
    z.strictObject({
      state: z.enum(['received', 'stopped']),
      missing: z.array(z.string()),
      unexpected: z.array(z.string()),
    }),
    badge,
  ),
  'collection.recordHistory': command(
    BEDSIDE,
    z.strictObject({
      donorId: id,
      donationType: code,
      number: scan.optional(),
      collectedOn: civil,
      volumeMl: ml,
      completed: z.boolean(),
      redCellsReturned: z.boolean(),
    }),
    z.strictObject({ recordId: id }),
  ),
  'collection.leases': query([...BEDSIDE, 'admin'], nothing, z.array(collectionViews.lease), [
    'collection',
  ]),
  'collection.board': query(READERS, nothing, collectionViews.board, [
    'collection',
    'equipment',
    'visits',
    'donors',
  ]),
  'collection.strip': query('public', nothing, collectionViews.strip, ['collection', 'equipment']),
  'collection.chair': query(
    BEDSIDE,
    z.strictObject({ chairId: id, visitId: id.optional() }),
    collectionViews.chair,
    ['collection', 'equipment', 'visits', 'donors'],
  ),
  'collection.run': query(READERS, z.strictObject({ din }), collectionViews.run, [
    'collection',
    'donors',
    'visits',
  ]),
  'collection.series': query(READERS, z.strictObject({ din }), collectionViews.series, [
    'collection',
  ]),
  /** How often a stop was taken away today, at this site. */
  'collection.stopsToday': query('signedIn', nothing, z.strictObject({ count: z.int() }), [
    'collection',
  ]),
  'collection.restList': query(BEDSIDE, nothing, z.array(collectionViews.resting), ['collection']),
  'collection.boxes': query(READERS, nothing, z.array(collectionViews.box), ['collection']),
  'collection.history': query(
    READERS,
    z.strictObject({ donorId: id.optional() }),
    z.array(collectionViews.given),
    ['collection', 'donors'],
  ),
} as const;
