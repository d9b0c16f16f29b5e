import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { encodeBloodGroup } from '#shared/codes/blood-group.ts';
import { classify } from '#shared/codes/classify.ts';
import { encodeCompound } from '#shared/codes/isbt.ts';
import { encodeIsbtDate } from '#shared/codes/isbt-dates.ts';
import { STRUCTURES } from '#shared/codes/isbt-structures.ts';
import { encodeLabelSerial, isLabelSerial, labelSerialOf } from '#shared/codes/label-serial.ts';
import { encodeProduct } from '#shared/codes/product-code.ts';
import { addDays, type CivilDate } from '#shared/kernel/civil-date.ts';
import { only, problemOf } from './support.ts';

/** One well-formed content for each structure of the table, and its kind. */
const SAMPLES: readonly (readonly [string, string, string])[] = [
  ['001', 'A99992600000100', 'din'],
  ['002', '6200', 'bloodGroup'],
  ['003', 'E9754V00', 'product'],
  ['004', '027366'.replace('366', '365'), 'expiry'],
  ['005', '0272321357', 'expiry'],
  ['006', '026001', 'collection'],
  ['007', '0260012359', 'collection'],
  ['008', '026001', 'production'],
  ['009', '0260010000', 'production'],
  ['010', 'N0001', 'structure'],
  ['011', '0'.repeat(18), 'structure'],
  ['012', `62${'0'.repeat(16)}`, 'structure'],
  ['013', '0'.repeat(18), 'structure'],
  ['014', '0'.repeat(18), 'structure'],
  ['015', '0'.repeat(18), 'structure'],
  ['016', '0'.repeat(18), 'structure'],
  ['017', '1CC0001234', 'containerCatalogue'],
  ['018', '0000123456', 'containerLot'],
  ['019', 'A99990000000000000001', 'structure'],
  ['020', 'A9999000017', 'structure'],
  ['021', 'NN00000001', 'itemCatalogue'],
  ['022', '0000000AB1', 'itemLot'],
  ['024', '0019800229', 'structure'],
  ['025', '0106ABC123', 'structure'],
  ['026', '202705', 'structure'],
  ['027', '0'.repeat(18), 'structure'],
  ['028', 'A999926000010102', 'structure'],
  ['029', `02${'0'.repeat(28)}`, 'structure'],
  ['030', `001${'0'.repeat(10)}`, 'structure'],
  ['031', '0000202611221405', 'structure'],
  ['032', '00000A', 'structure'],
  ['033', 'A9999000001', 'structure'],
  ['034', 'A999900000100001', 'structure'],
  ['035', '0'.repeat(18), 'structure'],
  ['036', '0'.repeat(18), 'structure'],
  ['037', '0'.repeat(19), 'structure'],
  ['038', '0'.repeat(40), 'structure'],
  ['039', `9999${'0'.repeat(13)}36`, 'structure'],
  ['040', 'CHA999926000001', 'structure'],
];

test('the table holds every structure 001–040 once', () => {
  const numbers = Array.from({ length: 40 }, (_, at) => String(at + 1).padStart(3, '0'));
  assert.deepEqual(STRUCTURES.map((structure) => structure.ds).toSorted(), numbers);
  assert.equal(new Set(STRUCTURES.map((structure) => structure.identifier)).size, 40);
});

test('each structure is told by its identifier and only with its exact length', () => {
  const identifiers = new Map(STRUCTURES.map((each) => [each.ds, each.identifier]));
  assert.equal(SAMPLES.length, 39);
  for (const [ds, content, kind] of SAMPLES) {
    const raw = `${identifiers.get(ds)}${content}`;
    const read = classify(raw);
    assert.equal(read.problem, null, raw);
    assert.equal(read.tokens[0]?.kind, kind, raw);
    if (read.tokens[0]?.kind === 'structure') assert.equal(read.tokens[0].structure, ds);
    assert.equal(problemOf(raw.slice(0, -1)), 'codes.tooShort', raw);
    assert.notEqual(problemOf(`${raw}0`), null, raw);
    assert.notEqual(problemOf(`${raw.slice(0, -1)}\u007f`), null, raw);
  }
});

test('red cell antigens that begin with 62 are not a blood group', () => {
  assert.equal(only(`=\\62${'0'.repeat(16)}`, 'structure').structure, '012');
  assert.equal(only('=%6200', 'bloodGroup').abo, 'A');
});

test('a patient’s birth date must exist', () => {
  assert.equal(problemOf('=#0019810229'), 'codes.dateDay');
  assert.equal(problemOf('=#0019811329'), 'codes.characters');
});

test('blood groups: the default column, ABO alone, and nothing else as an ordinary group', () => {
  const ordinary = [
    ['95', 'O', 'negative'],
    ['51', 'O', 'positive'],
    ['06', 'A', 'negative'],
    ['62', 'A', 'positive'],
    ['17', 'B', 'negative'],
    ['73', 'B', 'positive'],
    ['28', 'AB', 'negative'],
    ['84', 'AB', 'positive'],
    ['55', 'O', null],
    ['66', 'A', null],
    ['77', 'B', null],
    ['88', 'AB', null],
  ] as const;
  for (const [code, abo, rhd] of ordinary) {
    const token = only(`=%${code}00`, 'bloodGroup');
    assert.deepEqual([token.abo, token.rhd], [abo, rhd]);
    assert.equal(token.class, rhd ? 'ordinary' : 'aboOnly');
    assert.equal(encodeBloodGroup(abo, rhd), `=%${code}00`);
  }
  const known = new Set<string>(ordinary.map(([code]) => code));
  let shown = 0;
  for (const first of '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ')
    for (const second of '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabdfqrx') {
      const [token] = classify(`=%${first}${second}00`).tokens;
      if (token?.kind !== 'bloodGroup' || known.has(`${first}${second}`)) continue;
      shown += 1;
      assert.equal(token.abo, null);
      assert.equal(token.rhd, null);
      assert.ok(!['ordinary', 'aboOnly'].includes(token.class));
    }
  assert.ok(shown > 100);
});

test('blood groups: special messages, other uses, other families, unknown codes', () => {
  const messages = {
    '00': 'noInformation',
    Ma: 'autologous',
    Mq: 'quarantine',
    Mx: 'notForTransfusion',
    T3: 'tissueOnly',
  };
  for (const [code, meaning] of Object.entries(messages))
    assert.equal(only(`=%${code}00`, 'bloodGroup').meaning, meaning);
  assert.equal(only('=%5800', 'bloodGroup').meaning, 'directedOnly');
  assert.equal(only('=%9800', 'bloodGroup').meaning, 'autologousBiohazard');
  assert.equal(only('=%A200', 'bloodGroup').meaning, 'directedOnly');
  assert.equal(only('=%D200', 'bloodGroup').meaning, 'bombay');
  assert.equal(only('=%H000', 'bloodGroup').meaning, 'pooled');
  assert.equal(only('=%L000', 'bloodGroup').meaning, 'subgroup');
  assert.equal(only('=%62K0', 'bloodGroup').phenotype, 'K');
  assert.equal(problemOf('=%1000'), 'codes.groupUnknown');
  assert.equal(problemOf('=%6201'), 'codes.characters');
  assert.equal(problemOf('=%MQ00'), 'codes.wrongCase');
});

test('product codes: observed forms, division, the case of letters', () => {
  assert.deepEqual(only('=<D2140600', 'product'), {
    kind: 'product',
    productCode: 'D2140600',
    description: 'D2140',
    scope: 'facility',
    collectionType: '6',
    collectionTypeMeaning: null,
    division: '00',
    furtherDivision: false,
  });
  assert.equal(only('=<P0147VA0', 'product').division, 'A0');
  assert.equal(only('=<E0701VAa', 'product').division, 'Aa');
  assert.equal(only('=<E0701V99', 'product').furtherDivision, true);
  assert.equal(only('=<E0701s00', 'product').collectionTypeMeaning, 'paidSource');
  assert.equal(problemOf('=<E0701V0a'), 'codes.productDivision');
  assert.equal(problemOf('=<E07A1V00'), 'codes.characters');
  assert.equal(encodeProduct('D0001VA0'), '=<D0001VA0');
  assert.equal(encodeProduct('D0001VA'), undefined);
});

test('dates: day of year, leap years, century and time', () => {
  assert.deepEqual(only('&>0272321357', 'expiry'), {
    kind: 'expiry',
    code: '0272321357',
    date: '2027-08-20',
    time: '13:57',
  });
  assert.equal(only('=*024366', 'collection').date, '2024-12-31');
  assert.equal(only('&}0240600000', 'production').date, '2024-02-29');
  assert.equal(problemOf('=>027366'), 'codes.dateDay');
  assert.equal(problemOf('=>027000'), 'codes.dateDay');
  assert.equal(problemOf('=>024367'), 'codes.dateDay');
  assert.equal(problemOf('=>927001'), 'codes.dateCentury');
  assert.equal(problemOf('=>127001'), 'codes.dateCentury');
  assert.equal(problemOf('&>0270012400'), 'codes.dateTime');
  assert.equal(problemOf('&>0270012360'), 'codes.dateTime');
  assert.equal(problemOf('=>02700A'), 'codes.characters');
  const days = fc.integer({ min: 0, max: 36_524 });
  fc.assert(
    fc.property(days, fc.nat(1439), (day, minute) => {
      const date = addDays('2000-01-01' as CivilDate, day);
      const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      const token = only(encodeIsbtDate('expiry', date, time) ?? '', 'expiry');
      assert.deepEqual([token.date, token.time], [date, time]);
    }),
  );
  assert.equal(encodeIsbtDate('expiry', '1999-12-31' as CivilDate, null), undefined);
});

test('label serial: a local structure of its own', () => {
  assert.equal(labelSerialOf(42), 'L000000042');
  assert.equal(encodeLabelSerial('L000000042'), '&aL000000042');
  assert.equal(only('&aL000000042', 'labelSerial').serial, 'L000000042');
  for (const count of [0, -1, 1.5, 1_000_000_000]) assert.equal(labelSerialOf(count), undefined);
  assert.equal(isLabelSerial('L000000000'), false);
  assert.equal(problemOf('&aL00000004'), 'codes.tooShort');
  assert.equal(problemOf('&aL0000000421'), 'codes.tooLong');
  assert.equal(problemOf('&aX000000042'), 'codes.localUnknown');
  assert.equal(problemOf('&b000000042'), 'codes.localUnknown');
});

const FOUR = ['=A99992600000100', '=%6200', '=<D0001VA0', '&>0272321357'] as const;

test('compound message: four structures, all or nothing', () => {
  const raw = encodeCompound(FOUR) ?? '';
  assert.equal(raw, `=+04000${FOUR.join('')}`);
  const token = only(raw, 'compound');
  assert.deepEqual(
    token.parts.map((part) => part.kind),
    ['din', 'bloodGroup', 'product', 'expiry'],
  );
  for (let length = 2; length < raw.length; length += 1) {
    const read = classify(raw.slice(0, length));
    assert.notEqual(read.problem, null, raw.slice(0, length));
    assert.ok(read.tokens.every((each) => each.kind !== 'compound'));
  }
  for (const count of ['00', '03', '05', '44'])
    assert.notEqual(problemOf(`=+${count}000${FOUR.join('')}`), null);
  assert.equal(problemOf(`=+05000${FOUR.join('')}`), 'codes.compoundCount');
});

test('compound message: local, nested and repeated structures are refused', () => {
  assert.equal(problemOf(`=+02000${FOUR[0]}&aL000000001`), 'codes.compoundLocal');
  assert.equal(problemOf(`=+02000${FOUR[0]}&b1`), 'codes.compoundLocal');
  assert.equal(problemOf(`=+02000${FOUR[0]}=+01000${FOUR[1]}`), 'codes.compoundNested');
  assert.equal(problemOf(`=+02000${FOUR[0]}${FOUR[0]}`), 'codes.compoundRepeated');
  assert.equal(problemOf(`=+02000${FOUR[0]}=%1000`), 'codes.groupUnknown');
  assert.equal(encodeCompound([FOUR[0], '&aL000000001']), undefined);
});

test('linear concatenation gives two tokens; more, or the same twice, is glued', () => {
  const pair = classify(']C4=A99992600000100=%6200');
  assert.equal(pair.problem, null);
  assert.deepEqual(
    pair.tokens.map((token) => token.kind),
    ['din', 'bloodGroup'],
  );
  assert.equal(problemOf('=<D0001VA0&>0272321357'), null);
  assert.equal(problemOf('=)1CC0001234&)0000123456'), null);
  assert.equal(problemOf('=A99992600000100=A99992600000200'), 'codes.gluedScans');
  assert.equal(problemOf('=A99992600000100=%6200=<D0001VA0'), 'codes.gluedScans');
  assert.equal(problemOf('=A99992600000100=%620'), 'codes.tooShort');
  assert.equal(problemOf('=A99992600000=%6200'), 'codes.tooShort');
});
