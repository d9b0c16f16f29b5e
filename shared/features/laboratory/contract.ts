import { z } from 'zod';
import { CORRECT_CODES } from '../../contract/correct-codes.ts';
import { command, query } from '../../contract/define.ts';
import { bilingual, code, din, grams, id, note, tested, utc } from '../../contract/fields.ts';
import { readingInput } from './reading-input.ts';
import { deviceResult, haemolysis, matrix, run, workLine } from './views.ts';

const done = z.strictObject({});
const nothing = z.strictObject({});

/** Why a person opens a donor's infection results; journaled with who and when. */
export const READ_PURPOSES = ['testing', 'release', 'counselling', 'investigation'] as const;

/** Samples, runs, results, groups. */
export const laboratoryContract = {
  'laboratory.receiveBag': command(
    ['labTech'],
    z.strictObject({
      din,
      netGrams: grams.min(1),
      leak: z.boolean(),
      haemolysis,
      colourOk: z.boolean(),
    }),
    /** `varies`: the weight differs from the chair's beyond SITE-INTAKE; the donation is held. */
    z.strictObject({ ok: z.boolean(), varies: z.boolean() }),
    { badge: true },
  ),
  /** What was typed about a bag, typed anew before a second person. */
  'laboratory.correctIntake': command(
    ['labTech'],
    z.strictObject({
      din,
      netGrams: grams.min(1),
      leak: z.boolean(),
      haemolysis,
      colourOk: z.boolean(),
      code: z.enum(CORRECT_CODES),
    }),
    z.strictObject({ ok: z.boolean(), varies: z.boolean() }),
    { second: { roles: ['labTech', 'qualityRelease'], when: 'always' } },
  ),
  'laboratory.receiveSample': command(
    ['labTech'],
    z.strictObject({ din: tested, kind: code, haemolysis }),
    z.strictObject({ sampleId: id, ok: z.boolean() }),
    { badge: true },
  ),
  'laboratory.openRun': command(
    ['labTech'],
    z.strictObject({
      test: code,
      method: code,
      reagentLotId: id,
      deviceId: id.nullable().default(null),
    }),
    z.strictObject({ runId: id }),
    { badge: true },
  ),
  'laboratory.concludeRun': command(
    ['labTech'],
    z.strictObject({
      runId: id,
      controls: z.array(z.strictObject({ name: code, ok: z.boolean() })).max(40),
    }),
    z.strictObject({ valid: z.boolean(), code: z.string().nullable() }),
    { badge: true },
  ),
  'laboratory.invalidateRun': command(
    ['labTech', 'qualityRelease', 'supervisor'],
    z.strictObject({
      runId: id,
      code: z.enum(['controlError', 'reagentRecalled', 'instrumentFault', 'operatorError']),
    }),
    done,
    { signature: true },
  ),
  /** Two persons type the same reading, neither sees the other's; ABO and RhD need two readings. */
  'laboratory.enterResult': command(
    ['labTech'],
    z.strictObject({ sampleId: id, runId: id, reading: readingInput }),
    z.strictObject({
      outcome: z.enum(['waiting', 'agreed', 'disputed', 'recorded']),
      id,
    }),
    { badge: true },
  ),
  'laboratory.correctResult': command(
    ['labTech'],
    z.strictObject({ resultId: id, reading: readingInput, why: note.min(2) }),
    z.strictObject({ resultId: id }),
    {
      signature: true,
      second: { roles: ['labTech', 'qualityRelease', 'physician'], when: 'always' },
    },
  ),
  /** A whole message of an analyser; the same results again have no effect (INV-12). */
  'laboratory.acceptDeviceReport': command(
    'station',
    z.strictObject({
      deviceId: id,
      instrumentSerial: z.string().max(80),
      runId: z.string().max(80),
      results: z.array(deviceResult).max(2000),
    }),
    z.strictObject({
      recorded: z.int(),
      repeated: z.int(),
      conflicts: z.int(),
      unmatched: z.int(),
    }),
  ),
  'laboratory.explainUnmatched': command(
    ['labTech', 'qualityRelease'],
    z.strictObject({
      unmatchedId: id,
      code: z.enum(['notOurs', 'misread', 'trainingSample', 'repeatOrdered', 'sampleNotReceived']),
    }),
    done,
  ),
  'laboratory.resolveGroup': command(
    ['qualityRelease', 'physician'],
    z.strictObject({
      disputeId: id,
      resolution: z.enum([
        'newSample',
        'typingError',
        'sampleSwapped',
        'oldRecordWrong',
        'retested',
      ]),
      setAside: z.array(id).max(40),
    }),
    z.strictObject({ confirmed: z.boolean() }),
    {
      signature: true,
      second: { roles: ['labTech', 'qualityRelease', 'physician'], when: 'always' },
    },
  ),
  /** A read that must be known: who looks at whose infection results, when and why. */
  'laboratory.openResults': command(
    ['labTech', 'qualityRelease', 'physician'],
    z.strictObject({ din: tested, purpose: z.enum(READ_PURPOSES) }),
    z.strictObject({ openForMs: z.int() }),
  ),
  'laboratory.workList': query(
    ['labTech', 'qualityRelease', 'physician', 'supervisor'],
    nothing,
    z.strictObject({
      lines: z.array(workLine),
      openRuns: z.int(),
      waitingEntries: z.int(),
      unmatched: z.int(),
      disputes: z.int(),
    }),
    ['collection', 'donors', 'laboratory', 'components', 'equipment', 'rulesets'],
  ),
  /** A donation at the intake bench: what was sent and what was seen. */
  'laboratory.intake': query(
    ['labTech', 'qualityRelease', 'supervisor'],
    z.strictObject({ din: tested }),
    z.strictObject({
      din: tested,
      /** A sample of its own: no bag belongs to it. */
      isTest: z.boolean(),
      known: z.boolean(),
      chairNetGrams: z.int().nullable(),
      /** By how many grams intake may differ from the chair; null where the pack is silent. */
      maxDiffGrams: z.int().nullable(),
      productMl: z.int().nullable(),
      freezeBy: utc.nullable(),
      bag: z
        .strictObject({
          netGrams: z.int(),
          leak: z.boolean(),
          haemolysis,
          colourOk: z.boolean(),
          ok: z.boolean(),
          varies: z.boolean(),
          receivedAt: utc,
          by: z.string(),
        })
        .nullable(),
      tubes: z.array(
        z.strictObject({
          kind: z.string(),
          received: z
            .strictObject({ haemolysis, ok: z.boolean(), receivedAt: utc, by: z.string() })
            .nullable(),
        }),
      ),
      version: z.int(),
    }),
    ['collection', 'laboratory', 'rulesets'],
  ),
  'laboratory.runs': query(
    ['labTech', 'qualityRelease', 'physician', 'supervisor'],
    z.strictObject({ scope: z.enum(['open', 'recent']).default('recent') }),
    z.strictObject({
      runs: z.array(run),
      tests: z.array(z.strictObject({ test: code, name: bilingual, kind: z.string() })),
      lots: z.array(
        z.strictObject({
          lotId: id,
          name: z.string(),
          lot: z.string(),
          expires: z.string(),
          serves: z.array(z.string()),
          usable: z.boolean(),
        }),
      ),
      analysers: z.array(z.strictObject({ deviceId: id, name: z.string() })),
    }),
    ['laboratory', 'equipment', 'rulesets'],
  ),
  /** What waits to be typed in a run; never what the first person typed. */
  'laboratory.entrySheet': query(
    ['labTech'],
    z.strictObject({ runId: id }),
    z.strictObject({
      run,
      kind: z.string(),
      samples: z.array(
        z.strictObject({
          sampleId: id,
          din: tested,
          kind: z.string(),
          state: z.enum(['none', 'waitingSecond', 'waitingMine', 'disputed', 'recorded']),
          firstBy: z.string().nullable(),
        }),
      ),
    }),
    ['laboratory', 'equipment'],
  ),
  /** Infection results only while the person has opened them (`laboratory.openResults`). */
  'laboratory.matrix': query(
    ['labTech', 'qualityRelease', 'physician', 'supervisor', 'nurse'],
    z.strictObject({ din: tested }),
    matrix,
    ['laboratory', 'equipment', 'rulesets', 'donors', 'visits'],
  ),
  'laboratory.unmatchedList': query(
    ['labTech', 'qualityRelease', 'supervisor'],
    nothing,
    z.array(
      z.strictObject({
        unmatchedId: id,
        device: z.string(),
        sampleText: z.string(),
        test: z.string(),
        receivedAt: utc,
        version: z.int(),
      }),
    ),
    ['laboratory', 'equipment'],
  ),
} as const;
