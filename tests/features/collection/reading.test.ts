import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dinCheckCharacter, encodeDin } from '#shared/codes/din.ts';
import { residentIdCheck } from '#shared/codes/resident-id.ts';
import { encodeStationCode } from '#shared/codes/station-codes.ts';
import type { AllRows } from '#shared/contract/rows.ts';
import {
  readDonor,
  readLot,
  readMachine,
  readNumber,
  readStationCode,
  readToken,
} from '#shared/features/collection/rules/reading.ts';
import type { Reason } from '#shared/kernel/decision.ts';
import type { Result } from '#shared/kernel/result.ts';
import { Rows } from '#tests/properties/worlds/rows.ts';

const DIN = 'A999920000001';
const SQUARE = encodeDin(DIN, '01') ?? '';
const station = (kind: Parameters<typeof encodeStationCode>[0], id: string) =>
  encodeStationCode(kind, id) ?? '';

const rowsOf = (...list: readonly (readonly [table: string, row: object])[]) =>
  new Rows().with(list.map(([table, row]) => ({ table, row })) as never);

/** What was read, or the code and figures of its refusal. */
const said = <T>(read: Result<T, Reason>, of: (value: T) => unknown = (value) => value) =>
  read.ok ? of(read.value) : [read.error.code, read.error.params ?? {}];

test('INV-02 one usable code: spoilt, empty or two at once are refused by name', () => {
  assert.equal(
    said(readToken(SQUARE), ({ kind }) => kind),
    'din',
  );
  assert.deepEqual(said(readToken('')), ['codes.empty', {}]);
  assert.deepEqual(said(readToken('nothing')), ['codes.unknown', {}]);
  assert.deepEqual(said(readToken(`${SQUARE}=%5100`)), ['collection.oneCodeOnly', {}]);
  const number = (raw: string) => said(readNumber(raw), ({ din }) => din);
  assert.equal(number(SQUARE), DIN);
  assert.equal(number(`${DIN}${dinCheckCharacter(DIN)}`), DIN);
  assert.deepEqual(number(station('chair', 'C1')), ['collection.notANumber', { kind: 'chair' }]);
  const wrong = dinCheckCharacter(DIN) === 'A' ? 'B' : 'A';
  assert.deepEqual(number(`${DIN}${wrong}`), ['codes.dinCheck', {}]);
});

test('a donor is found by her card, slip or resident’s card, and by nothing else', () => {
  const seventeen = '12010119900307765';
  const resident = `${seventeen}${residentIdCheck(seventeen)}`;
  const rows = rowsOf(
    ['donor', { id: 'a', number: 'D-000518', documentKind: 'passport', documentNumber: 'E1' }],
    ['donor', { id: 'b', number: 'D-000519', documentKind: 'passport', documentNumber: resident }],
  );
  const donor = (raw: string, read = rows) => said(readDonor(read, raw), ({ id }) => id);
  assert.equal(donor(station('donorCard', 'D000518')), 'a');
  assert.equal(donor(station('donorSlip', 'D000519')), 'b');
  assert.deepEqual(donor(station('donorCard', 'D000520')), ['collection.donorUnknown', {}]);
  assert.deepEqual(donor(station('chair', 'D000518')), [
    'collection.notADonorCode',
    { kind: 'chair' },
  ]);
  assert.deepEqual(donor(resident), ['collection.donorUnknown', {}], 'a passport of that number');
  const hers = { id: 'c', number: 'D-1', documentKind: 'residentId', documentNumber: resident };
  assert.equal(donor(resident, rows.with([{ table: 'donor', row: hers } as never])), 'c');
  assert.deepEqual(donor(''), ['codes.empty', {}]);
});

test('a machine is found by its id or the sticker of one in use', () => {
  const rows = rowsOf(
    ['device', { id: 'm', code: 'APH1', active: true }],
    ['device', { id: 'n', code: 'APH2', active: false }],
  );
  const machine = (raw: string) => said(readMachine(rows, raw), ({ id }) => id);
  assert.equal(machine('m'), 'm');
  assert.equal(machine(station('device', 'APH1')), 'm');
  assert.deepEqual(machine(station('device', 'APH2')), [
    'collection.machineUnknown',
    { scanned: 'APH2' },
  ]);
  assert.deepEqual(machine(station('chair', 'APH1')), [
    'collection.notAMachine',
    { kind: 'chair' },
  ]);
  assert.deepEqual(machine(''), ['codes.empty', {}]);
});

const GTIN = '06901234567892';
const OTHER_GTIN = '04012345678901';
const lot = (id: string, more: Partial<AllRows['lot']> = {}) =>
  ['lot', { id, kind: 'kit', lot: '26C-0417', catalogue: '', ...more }] as const;
const trade = (gtin: string, number: string, serial = '') =>
  `]d201${gtin}10${number}${serial === '' ? '' : `\u001d21${serial}`}`;

test('a lot is found by its id, its sticker or its trade code, of the kind that was asked for', () => {
  const found = (raw: string, rows: Rows, kind: 'kit' | 'saline' = 'kit') =>
    said(readLot(rows, kind, raw), (one) => [one.lot.id, one.serial]);
  const one = rowsOf(lot('l'));
  assert.deepEqual(found('l', one), ['l', null]);
  assert.deepEqual(found('l', one, 'saline'), [
    'collection.otherSupply',
    { expected: 'saline', scanned: 'kit' },
  ]);
  const sticker = station('lotSticker', '26C0417');
  assert.deepEqual(found(sticker, one), ['l', null]);
  const other = ['collection.otherSupply', { expected: 'saline', scanned: 'kit' }];
  assert.deepEqual(found(sticker, one, 'saline'), other);
  assert.deepEqual(found(station('lotSticker', '26C0418'), one), [
    'collection.lotUnknown',
    { expected: 'kit' },
  ]);
  const two = rowsOf(lot('a', { kind: 'saline' }), lot('b'));
  assert.deepEqual(found(sticker, two), ['b', null]);
  assert.deepEqual(found(sticker, two, 'saline'), ['a', null]);
  assert.deepEqual(found(station('chair', 'C1'), one), [
    'collection.notASupply',
    { expected: 'kit', kind: 'chair' },
  ]);
  assert.deepEqual(found('', one), ['codes.empty', {}]);
});

test('a trade code names the article where the lot knows it; makers’ lot numbers are not unique', () => {
  const found = (raw: string, ...lots: readonly ReturnType<typeof lot>[]) =>
    said(readLot(rowsOf(...lots), 'kit', raw), (one) => [one.lot.id, one.serial]);
  const plain = lot('p', { lot: 'L1' });
  const own = lot('o', { lot: 'L1', catalogue: GTIN });
  const other = lot('f', { lot: 'L1', catalogue: OTHER_GTIN });
  const unknown = ['collection.lotUnknown', { expected: 'kit' }];
  assert.deepEqual(found(trade(GTIN, 'L1', 'K7'), own), ['o', 'K7']);
  assert.deepEqual(found(trade(GTIN, 'L1'), own), ['o', null]);
  assert.deepEqual(found(trade(GTIN, 'L1'), other), unknown);
  assert.deepEqual(found(trade(GTIN, 'L1'), other, own), ['o', null]);
  assert.deepEqual(found(trade(GTIN, 'L1'), plain), ['p', null], 'a lot without an article');
  assert.deepEqual(found(trade(GTIN, 'L2'), own), unknown);
  assert.deepEqual(found(']d210L1', own), ['o', null], 'a code of the lot alone');
  assert.deepEqual(found(`]d201${GTIN}21K7`, lot('e', { lot: '' })), unknown, 'without a lot');
});

test('one of the station’s own codes: its payload, of the kind asked for', () => {
  assert.equal(said(readStationCode(station('box', 'B1'), 'box')), 'B1');
  assert.deepEqual(said(readStationCode(station('box', 'B1'), 'seal')), [
    'collection.otherCode',
    { expected: 'seal', scanned: 'box' },
  ]);
  assert.deepEqual(said(readStationCode('', 'box')), ['codes.empty', {}]);
});
