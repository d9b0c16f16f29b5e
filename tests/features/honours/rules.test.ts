import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { encodeStationCode } from '#shared/codes/station-codes.ts';
import type { AnyEntry, BodyOf, EventType } from '#shared/contract/events.ts';
import type { AllRows } from '#shared/contract/rows.ts';
import { evolveDonors } from '#shared/features/donors/evolve.ts';
import { countAdded } from '#shared/features/honours/counting.ts';
import { evolveHonours } from '#shared/features/honours/evolve.ts';
import { readSheetSerial } from '#shared/features/honours/serial.ts';
import { honoursTexts } from '#shared/features/honours/texts.ts';
import { MemoryReader } from '#shared/kernel/memory-rows.ts';
import type { Change } from '#shared/kernel/rows.ts';
import { DONOR } from '../laboratory/world.ts';

test('200 mL of convalescent plasma counts once, over the sum or each by itself', () => {
  const cases = [
    [199, 0, 0, 0],
    [200, 0, 1, 1],
    [399, 0, 1, 1],
    [400, 0, 2, 2],
    [300, 300, 2, 1],
    [138, 300, 1, 0],
    [300, 0, 1, 1],
  ] as const;
  for (const [volume, before, bySum, byItself] of cases) {
    assert.equal(countAdded(volume, before, 200, 'sum'), bySum, `${before} + ${volume}`);
    assert.equal(countAdded(volume, before, 200, 'perDonation'), byItself);
  }
});

test('counts by the sum add up to the sum’s own count, in whatever portions', () => {
  const volumes = fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 20 });
  fc.assert(
    fc.property(volumes, (portions) => {
      let before = 0;
      let counted = 0;
      for (const volume of portions) {
        counted += countAdded(volume, before, 200, 'sum');
        before += volume;
      }
      assert.equal(counted, Math.floor(before / 200));
    }),
  );
});

test('a sheet serial is seven digits or its sticker; every other code is none', () => {
  assert.equal(readSheetSerial('0003187'), '0003187');
  assert.equal(readSheetSerial(encodeStationCode('document', '0003187') ?? ''), '0003187');
  const others = [
    '',
    '003187',
    '00031870',
    'A999926000001',
    encodeStationCode('staffBadge', '0003187') ?? '',
    encodeStationCode('document', '0003187X') ?? '',
    'DS-0003187-0',
  ];
  for (const other of others) assert.equal(readSheetSerial(other), undefined, other);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const serial = readSheetSerial(text);
      assert.ok(serial === undefined || /^\d{7}$/.test(serial));
    }),
  );
});

type Made = { [T in EventType]: { type: T; body: BodyOf<T> } }[EventType];

/** What two stations that both have the paper may have journaled, each in its own order. */
const HISTORY: readonly (Made & { readonly station: string; readonly minute: number })[] = [
  made('S1', 0, 'honours.paperDue', due('S1', 400)),
  made('S2', 1, 'honours.paperDue', due('S2', 400)),
  made('S1', 2, 'honours.nameProofed', { certificateId: 'c', name: '甲', handWritten: [] }),
  made('S2', 3, 'honours.nameProofed', { certificateId: 'c', name: '乙', handWritten: ['乙'] }),
  made('S1', 4, 'honours.printSubmitted', job('j1')),
  made('S2', 5, 'honours.printSubmitted', job('j2')),
  made('S1', 6, 'honours.jobReported', reported('j1', 'printed')),
  made('S2', 7, 'honours.jobReported', reported('j2', 'notPrinted')),
  made('S1', 8, 'honours.serialScanned', { certificateId: 'c', stockId: 's', serial: '0000001' }),
  made('S2', 9, 'honours.sheetSpoiled', {
    certificateId: null,
    stockId: 's',
    serial: '0000001',
    code: 'jam',
  }),
  made('S1', 10, 'honours.deliveryPlanned', { certificateId: 'c', way: 'toPost' }),
  made('S2', 11, 'honours.medalGiven', { din: 'A999926000001', donorId: 'd', count: 1 }),
];

test('INV-38 entries of two stations about one paper give one row in any interleaving', () => {
  const orders = fc.array(fc.boolean(), { minLength: 24, maxLength: 24 });
  const expected = rowsOf(HISTORY);
  fc.assert(
    fc.property(orders, (turns) => {
      const mine = HISTORY.filter(({ station }) => station === 'S1');
      const theirs = HISTORY.filter(({ station }) => station === 'S2');
      // A paper is on record before anything is done to it: that entry of either chain goes first.
      const mixed = [mine.shift(), theirs.shift()].filter((one) => one !== undefined);
      if (turns[0]) mixed.reverse();
      for (const turn of turns) {
        const next = turn ? (mine.shift() ?? theirs.shift()) : (theirs.shift() ?? mine.shift());
        if (next) mixed.push(next);
      }
      assert.deepEqual(rowsOf(mixed), expected);
    }),
  );
});

test('INV-38 a name corrected while another station prints ends the same in every order', () => {
  const proofed = (name: string) => ({ certificateId: 'c', name, handWritten: [] });
  const amended = (name: string) => ({
    donorId: 'd',
    name,
    sex: 'male' as const,
    birthDate: '1990-01-01',
    documentKind: 'passport' as const,
    documentNumber: 'T0000001',
    phone: '',
  });
  const printing = [
    made('S1', 1, 'honours.nameProofed', proofed('旧')),
    made('S1', 3, 'honours.printSubmitted', job('j1')),
    made('S1', 5, 'honours.jobReported', reported('j1', 'printed')),
  ];
  const unprinted = [
    printing.slice(0, 1),
    [...printing.slice(0, 2), made('S1', 5, 'honours.jobReported', reported('j1', 'notPrinted'))],
  ];
  // The sheet bears what was proofed; what is not printed yet takes the new name and waits for a yes.
  for (const minute of [2, 4, 6]) {
    const correction = made('S2', minute, 'donors.amended', amended('新'));
    assertEnds(printing, correction, ['printed', '旧']);
    for (const history of unprinted) assertEnds(history, correction, ['ready', '新']);
  }
});

/** The paper ends so, wherever in the other station's entries the correction arrives. */
function assertEnds(
  history: typeof HISTORY,
  correction: (typeof HISTORY)[number],
  end: readonly [string, string],
) {
  for (let at = 0; at <= history.length; at += 1) {
    const due1 = made('S1', 0, 'honours.paperDue', due('旧', 400));
    const [papers] = rowsOf([due1, ...history.toSpliced(at, 0, correction)]);
    const [paper] = papers as AllRows['certificate'][];
    assert.deepEqual([paper?.state, paper?.name], end, `${correction.minute} arrives ${at}`);
  }
}

test('every refusal has a sentence in both languages with the same figures', () => {
  const { zh, en } = honoursTexts;
  const figures = (text: string) =>
    [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
  assert.deepEqual(Object.keys(zh.refusals), Object.keys(en.refusals));
  for (const [code, sentence] of Object.entries(zh.refusals)) {
    const english = en.refusals[code as keyof typeof en.refusals];
    assert.deepEqual(figures(sentence), figures(english), code);
    assert.match(sentence, /。$/, code);
    assert.match(english, /\.$/, code);
  }
});

function made<T extends EventType>(station: string, minute: number, type: T, body: BodyOf<T>) {
  return { station, minute, type, body } as (typeof HISTORY)[number];
}

function due(name: string, volumeMl: number): BodyOf<'honours.paperDue'> {
  return {
    certificateId: 'c',
    kind: 'certificate',
    din: 'A999926000001',
    donorId: 'd',
    name,
    volumeMl,
    count: 2,
    replaces: null,
  };
}

function job(jobId: string): BodyOf<'honours.printSubmitted'> {
  return { certificateId: 'c', jobId, printerId: 'p', document: 'certificate' };
}

function reported(jobId: string, outcome: 'printed' | 'notPrinted'): BodyOf<'honours.jobReported'> {
  const state = outcome === 'printed' ? 'completed' : 'aborted';
  return { jobId, certificateId: 'c', state, reasons: [], outcome };
}

type Transitions = Record<string, (read: unknown, one: AnyEntry) => readonly Change<AllRows>[]>;

function rowsOf(history: typeof HISTORY) {
  let rows = new MemoryReader<AllRows>().with([{ table: 'donor', row: { ...DONOR, id: 'd' } }]);
  for (const { station, minute, type, body } of history) {
    const entry = {
      station,
      seq: minute + 1,
      at: `2026-11-22T06:${String(minute).padStart(2, '0')}:00.000Z`,
      actor: 'staff',
      second: null,
      type,
      body,
    } as unknown as AnyEntry;
    for (const evolve of [evolveDonors, evolveHonours] as unknown as readonly Transitions[])
      rows = rows.with(evolve[type]?.(rows, entry) ?? []);
  }
  return [rows.all('certificate'), rows.all('printJob'), rows.all('sheet'), rows.all('medal')];
}
