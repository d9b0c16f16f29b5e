import { z } from 'zod';
import { command, query } from '../../contract/define.ts';
import { abo, code, din, grams, id, note, rhd, utc } from '../../contract/fields.ts';
import { readingInput } from './reading-input.ts';

const haemolysis = z.enum(['none', 'slight', 'gross']);
const bilingual = z.strictObject({ zh: z.string(), en: z.string() });
const done = z.strictObject({});
const nothing = z.strictObject({});
const state = z.enum(['qualified', 'unqualified', 'pending']);

const deviceResult = z.strictObject({
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

const run = z.strictObject({
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

const reading = z.strictObject({
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

const donationLine = z.strictObject({
  din,
  donorNumber: z.string(),
  collectedAt: utc,
  bag: z.enum(['expected', 'fit', 'unfit']),
  samples: z.array(
    z.strictObject({ kind: z.string(), state: z.enum(['expected', 'fit', 'unfit']) }),
  ),
  state,
  /** Required tests without an effective result yet. */
  absent: z.array(code),
  group: z.string(),
  groupState: z.enum(['confirmed', 'waiting', 'disputed']),
  disputeId: z.string().nullable(),
});

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
  'laboratory.receiveSample': command(
    ['labTech'],
    z.strictObject({ din, kind: code, haemolysis }),
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
  'laboratory.workList': query(
    ['labTech', 'qualityRelease', 'physician', 'supervisor'],
    nothing,
    z.strictObject({
      donations: z.array(donationLine),
      openRuns: z.int(),
      waitingEntries: z.int(),
      unmatched: z.int(),
      disputes: z.int(),
    }),
    ['collection', 'laboratory', 'components', 'equipment', 'rulesets'],
  ),
  /** A donation at the intake bench: what was sent and what was seen. */
  'laboratory.intake': query(
    ['labTech', 'qualityRelease', 'supervisor'],
    z.strictObject({ din }),
    z.strictObject({
      din,
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
          din,
          kind: z.string(),
          state: z.enum(['none', 'waitingSecond', 'waitingMine', 'disputed', 'recorded']),
          firstBy: z.string().nullable(),
        }),
      ),
    }),
    ['laboratory', 'equipment'],
  ),
  'laboratory.matrix': query(
    ['labTech', 'qualityRelease', 'physician', 'supervisor', 'nurse'],
    z.strictObject({ din }),
    z.strictObject({
      din,
      state,
      masked: z.boolean(),
      tests: z.array(matrixTest),
      abo: abo.nullable(),
      rhd: rhd.nullable(),
      doubts: z.array(code),
      fingerPrick: abo.nullable(),
      history: z.array(z.strictObject({ id, abo, rhd, source: z.string() })),
      disputeId: z.string().nullable(),
      version: z.int(),
    }),
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
