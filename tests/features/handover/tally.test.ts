import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { AnyEntry, EventType } from '#shared/contract/events.ts';
import type { StateReader } from '#shared/contract/rows.ts';
import { counted } from '#shared/features/handover/accounts.ts';
import type { OpenPiece } from '#shared/features/handover/model.ts';
import { BLANKS, LABELS, PIECES } from '#shared/features/handover/model.ts';
import { tally } from '#shared/features/handover/tally.ts';

/** No packs and no preparations: tubes are then those of no rule, kits of no lot. */
const nothing: StateReader = { get: () => undefined, by: () => [], all: () => [] };

const BODIES: Partial<Record<EventType, (n: number) => object>> = {
  'collection.numberAssigned': (n) => ({ din: din(n), source: n % 2 ? 'sheet' : 'printed' }),
  'collection.numberVoided': (n) => ({ din: din(n) }),
  'collection.chairLabelsPrinted': (n) => ({
    jobId: `job-${n}`,
    din: din(n),
    labels: [{ container: 'bag' }, { container: 'nat' }],
  }),
  'collection.chairPrintReported': (n) => ({ jobId: `job-${n}`, unsent: ['nat'] }),
  'collection.started': (n) => ({ din: din(n), preparationId: 'none', localDate: '2020-03-10' }),
  'collection.matched': (n) => ({ din: din(n), tubes: ['nat'] }),
  'collection.donorLeft': (n) => ({ din: din(n) }),
  'labeling.labelPrinted': (n) => ({ serial: `L${n}` }),
  'labeling.labelVerified': (n) => ({ serial: `L${n}` }),
  'labeling.labelVoided': (n) => ({ serial: `L${n}` }),
};

const din = (n: number) => `A99992000000${n}`;

function entryOf(type: string, n: number): AnyEntry {
  const body = BODIES[type as EventType]?.(n);
  return { type, body, at: '2020-03-10T01:00:00.000Z', actor: 'nurse' } as unknown as AnyEntry;
}

const course = fc.array(
  fc.tuple(fc.constantFrom(...Object.keys(BODIES)), fc.integer({ min: 1, max: 4 })),
  { maxLength: 40 },
);

test('in any order of what may happen every account comes to zero, and none is negative', () => {
  fc.assert(
    fc.property(course, fc.nat(40), (steps, cut) => {
      const entries = steps.map(([type, n]) => entryOf(type, n));
      const first = tally(nothing, entries.slice(0, cut), []);
      const second = tally(nothing, entries.slice(cut), first.open);
      zero([], first);
      zero(first.open, second);
    }),
    { numRuns: 300 },
  );
});

function zero(before: readonly OpenPiece[], told: ReturnType<typeof tally>): void {
  for (const piece of PIECES) {
    const of = (pieces: readonly OpenPiece[]) => pieces.filter((each) => each.piece === piece);
    const moves = told.moves.get(piece) ?? { given: 0, used: 0, void: 0, unknown: 0 };
    const [opening, inHand] = [of(before).length, of(told.open).length];
    assert.equal(opening + moves.unknown + moves.given, moves.used + moves.void + inHand, piece);
    assert.ok(moves.used >= 0 && moves.void >= 0 && moves.unknown >= 0);
  }
}

test('a donor who left after her number: number and stickers are void when it is voided', () => {
  const steps: [string, number][] = [
    ['collection.numberAssigned', 2],
    ['collection.chairLabelsPrinted', 2],
    ['collection.chairPrintReported', 2],
  ];
  const given = tally(
    nothing,
    steps.map(([type, n]) => entryOf(type, n)),
    [],
  );
  assert.deepEqual(
    given.open.map(({ piece, subject, ownerId }) => [piece, subject, ownerId]),
    [
      ['numbers', din(2), 'nurse'],
      ['stickers', `${din(2)}:bag`, 'nurse'],
    ],
    'a sticker that did not print was never given',
  );
  const left = tally(nothing, [entryOf('collection.numberVoided', 2)], given.open);
  assert.deepEqual(left.open, []);
  assert.deepEqual(left.moves.get('numbers'), { given: 0, used: 0, void: 1, unknown: 0 });
  assert.deepEqual(left.moves.get('stickers'), { given: 0, used: 0, void: 1, unknown: 0 });
});

test('a blank certificate leaves the stock once: by a paper or by being spoiled, not by both', () => {
  const steps = [
    { type: 'equipment.lotReceived', body: { lotId: 'c', kind: 'certificate', quantity: 50 } },
    { type: 'honours.serialScanned', body: { serial: 'S1' } },
    { type: 'honours.serialScanned', body: { serial: 'S2' } },
    { type: 'honours.sheetSpoiled', body: { serial: 'S2', wasUsed: true } },
    { type: 'honours.sheetSpoiled', body: { serial: 'S3' } },
  ];
  const told = tally(nothing, steps as unknown as readonly AnyEntry[], []);
  assert.deepEqual(told.moves.get(BLANKS), { given: 50, used: 2, void: 1, unknown: 0 });
});

test('blank labels leave their rolls by the label, but not those that certainly were not printed', () => {
  const steps = [
    { type: 'equipment.lotReceived', body: { lotId: 'r', kind: 'labels', quantity: 1000 } },
    { type: 'collection.chairLabelsPrinted', body: { jobId: 'j', din: 'D', labels: [{}, {}, {}] } },
    { type: 'collection.chairPrintReported', body: { jobId: 'j', unsent: ['form'] } },
    { type: 'components.inProcessPrinted', body: {} },
    { type: 'components.inProcessReported', body: { outcome: 'noAnswer' } },
    { type: 'labeling.labelPrinted', body: { serial: 'L1' } },
    { type: 'labeling.printReported', body: { serial: 'L1', outcome: 'notReady' } },
  ];
  const told = tally(nothing, steps as unknown as readonly AnyEntry[], []);
  assert.deepEqual(told.moves.get(LABELS), { given: 1000, used: 3, void: 0, unknown: 0 });
  const late = tally(nothing, steps.slice(2, 3) as unknown as readonly AnyEntry[], []);
  assert.deepEqual(late.moves.get(LABELS), { given: 1, used: 0, void: 0, unknown: 0 });
});

test('a difference is what is new beside the book and what is carried; a first count is none', () => {
  const moves = { key: 'kit:lot', given: 0, used: 2, void: 1 };
  const line = { ...moves, opening: 10, inHand: 7 };
  for (const [count, carried, difference] of [
    [7, 0, 0],
    [6, 0, -1],
    [8, 0, 1],
    [6, -1, 0],
    [7, -1, 1],
    [5, -1, -1],
  ] as const)
    assert.equal(counted(line, count, carried).difference, difference, `${count} ${carried}`);
  const first = counted({ ...moves, opening: null, inHand: null }, 7, 0);
  assert.deepEqual([first.opening, first.inHand, first.difference], [10, 7, 0]);
});
