import { z } from 'zod';
import { civil, code, din, grams, id, ml, tenthsC, utc } from '../../contract/fields.ts';
import { shownSources } from '../equipment/meters.ts';
import { person } from './views-person.ts';
import { reactionViews } from './views-reactions.ts';

const mark = z.strictObject({
  markId: id,
  at: utc,
  kind: z.string(),
  code: z.string(),
  values: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
  clearedAt: utc.nullable(),
  by: z.string(),
  /** Devices that told the figures; typed ones have none. */
  sources: shownSources,
});

const alarm = z.strictObject({
  code: z.string(),
  at: utc,
  measured: z.number().nullable(),
  limit: z.number().nullable(),
  action: z.string(),
});

const tile = z.strictObject({
  chairId: id,
  code: z.string(),
  name: z.string(),
  position: z.int(),
  /** `matching`: the run is over, bag and tubes wait to be matched. */
  state: z.enum(['free', 'prepared', 'seated', 'running', 'ending', 'matching', 'toClean', 'out']),
  why: z.string().nullable(),
  din: din.nullable(),
  visitId: id.nullable(),
  shortName: z.string().nullable(),
  machineMl: ml.nullable(),
  targetMl: ml.nullable(),
  phase: z.string().nullable(),
  startedAt: utc.nullable(),
  nextVitalsAt: utc.nullable(),
  /** When somebody was last at her side. */
  contactAt: utc.nullable(),
  /** The machine of a run, whose line may fall silent. */
  deviceId: id.nullable(),
  alarm: alarm.nullable(),
  reaction: z.boolean(),
  /** Nobody answered the call for a physician in the site's time. */
  unanswered: z.boolean(),
  /** When the run is over the site's ceiling on time (SITE-RUNTIME). */
  overAt: utc.nullable(),
  freezeBy: utc.nullable(),
  linked: z.boolean(),
  version: z.int(),
});

const waiting = z.strictObject({
  visitId: id,
  donorId: id,
  person,
  step: z.string(),
  targetMl: ml.nullable(),
  din: din.nullable(),
  chairId: id.nullable(),
  /** The last printing of this number's stickers at the chair; null for a sheet. */
  print: z
    .strictObject({
      at: utc,
      outcome: z.enum(['printed', 'sent', 'notReady', 'noAnswer', 'unknown']).nullable(),
      codes: z.array(code),
      unsent: z.array(code),
      /** Name of the printer that was given the labels. */
      printer: z.string(),
    })
    .nullable(),
  printed: z.boolean(),
});

/** A donor at rest as the board shows her: surname, time left, next check, who cares for her. */
const atRest = z.strictObject({
  din,
  shortName: z.string(),
  until: utc.nullable(),
  nextCheckAt: utc.nullable(),
  carer: z.string().nullable(),
  reaction: z.boolean(),
});

const setting = z.strictObject({
  din,
  targetMl: ml,
  kit: z.string(),
  outcome: z.enum(['agrees', 'differs', 'refused', 'noAnswer', 'notProgrammable', 'confirmed']),
  read: z.strictObject({ din: z.string(), targetMl: z.int(), kit: z.string() }).nullable(),
  code: code.nullable(),
  at: utc,
});

const lot = z.strictObject({
  lotId: id,
  kind: z.string(),
  name: z.string(),
  lot: z.string(),
  expires: civil,
});

/** Shapes of the answers of this slice's queries. */
export const collectionViews = {
  lease: z.strictObject({
    leaseId: id,
    facility: z.string(),
    year: z.string(),
    first: z.int(),
    last: z.int(),
    burnedAbove: z.int().nullable(),
    nextFree: z.int(),
    left: z.int(),
    own: z.boolean(),
    version: z.int(),
  }),
  board: z.strictObject({
    tiles: z.array(tile),
    waiting: z.array(waiting),
    resting: z.array(atRest),
    now: utc,
  }),
  strip: z.array(
    z.strictObject({
      chair: z.string(),
      din: z.string(),
      machineMl: ml.nullable(),
      targetMl: ml,
      alarm: alarm.nullable(),
      reaction: z.boolean(),
      nextVitalsAt: utc.nullable(),
    }),
  ),
  chair: z.strictObject({
    chairId: id,
    code: z.string(),
    name: z.string(),
    preparation: z
      .strictObject({
        preparationId: id,
        machine: z.string(),
        checked: z.boolean(),
        lots: z.array(lot),
        kitSerial: z.string(),
        preparedAt: utc,
        preparedBy: z.string(),
        linked: z.boolean(),
        /** What is known of the values at the machine; null where nothing was sent. */
        setting: setting.nullable(),
        version: z.int(),
      })
      .nullable(),
    /** Supplies scanned so far, while the chair is not ready. */
    kept: z.array(
      z.strictObject({
        step: z.enum(['machine', 'kit', 'anticoagulant', 'saline']),
        scan: z.string(),
        what: z.string(),
      }),
    ),
    waiting: z.array(waiting),
    /** Label printers that can print for this chair, the first choice first. */
    printers: z.array(z.strictObject({ deviceId: id, name: z.string(), here: z.boolean() })),
    numbersLeft: z.int(),
    running: din.nullable(),
    /** What would stop the needle whoever sits here: freezers unread or too warm. */
    coldProblems: z.array(
      z.strictObject({ code, params: z.record(z.string(), z.union([z.string(), z.number()])) }),
    ),
    /** The newest site found sound, by visit, and when it is dry. */
    arms: z.array(z.strictObject({ visitId: id, arm: z.enum(['left', 'right']), dryAt: utc })),
  }),
  run: z.strictObject({
    din,
    check: z.string(),
    person,
    chairId: id,
    chair: z.string(),
    device: z.string(),
    deviceId: id,
    linked: z.boolean(),
    state: z.enum(['running', 'ended', 'matched', 'resting', 'left']),
    targetMl: ml,
    startedAt: utc,
    machineMl: ml.nullable(),
    acMl: ml.nullable(),
    cycle: z.int().nullable(),
    phase: z.string().nullable(),
    interruption: z.enum(['none', 'machineRestarted', 'statedResumed', 'statedEnded']),
    machineEndedAt: utc.nullable(),
    stopReason: z.string().nullable(),
    redCellsReturned: z.enum(['yes', 'no', 'partly']).nullable(),
    /** A person keyed the end of the machine's run. */
    endKeyed: z.boolean(),
    /** The figures of the end were typed anew. */
    corrected: z.boolean(),
    netGrams: grams.nullable(),
    /** The scale that told the bag's weight. */
    sources: shownSources,
    plasmaMl: ml.nullable(),
    productMl: ml.nullable(),
    freezeBy: utc.nullable(),
    requiredContainers: z.array(code),
    /** Tubes of the set that were filled at the needle. */
    drawnTubes: z.array(code),
    arm: z.enum(['left', 'right']),
    cautions: z.array(code),
    /** Venepunctures so far. */
    sticks: z.int(),
    /** Since when the run is paused by hand; null while it is not. */
    pausedAt: utc.nullable(),
    overAt: utc.nullable(),
    maxPlasmaMl: ml.nullable(),
    marks: z.array(mark),
    alarms: z.array(alarm),
    reactions: z.array(reactionViews.ofRun),
    nextVitalsAt: utc.nullable(),
    restUntil: utc.nullable(),
    /** Saline for the plasma taken, by the pack: `due` until it is recorded. */
    saline: z.enum(['notAsked', 'due', 'given']),
    pressureLimit: z.int().nullable(),
    cyclesPlanned: z.int().nullable(),
    version: z.int(),
    visitId: id,
    staff: z.array(z.strictObject({ staffId: id, name: z.string(), physician: z.boolean() })),
  }),
  series: z.strictObject({
    /** `[UTC ms, mL, mmHg]`, thinned to at most 600 points. */
    points: z.array(z.tuple([z.number(), z.number(), z.number()])),
    seconds: z.int(),
  }),
  resting: z.strictObject({
    din,
    person,
    state: z.enum(['matched', 'resting']),
    until: utc.nullable(),
    /** Since when she rests; null while she still sits at the chair. */
    since: utc.nullable(),
    nextCheckAt: utc.nullable(),
    carer: z.string().nullable(),
    checks: z.array(mark),
    openReactions: z.int(),
    version: z.int(),
  }),
  box: z.strictObject({
    boxId: id,
    code: z.string(),
    state: z.enum(['open', 'handedOver', 'received', 'stopped']),
    items: z.array(z.string()),
    received: z.array(z.string()),
    temperatures: z.strictObject({
      handedOver: tenthsC.nullable(),
      received: tenthsC.nullable(),
    }),
    handedOverAt: utc.nullable(),
    handedOverBy: z.string().nullable(),
    takenBy: z.string().nullable(),
    receivedAt: utc.nullable(),
    receivedBy: z.string().nullable(),
    version: z.int(),
  }),
  given: z.strictObject({
    id,
    donorId: id,
    din: z.string().nullable(),
    collectedOn: civil,
    donationType: code,
    volumeMl: ml.nullable(),
    completed: z.boolean(),
    redCellsReturned: z.boolean(),
    /** False for one that was entered by mistake. */
    counts: z.boolean(),
    source: z.enum(['here', 'past']),
    version: z.int(),
  }),
} as const;
