import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeBloodGroup } from '#shared/codes/blood-group.ts';
import { encodeDin } from '#shared/codes/din.ts';
import { encodeCompound } from '#shared/codes/isbt.ts';
import { encodeLabelSerial } from '#shared/codes/label-serial.ts';
import { encodeProduct } from '#shared/codes/product-code.ts';
import type { AllRows } from '#shared/contract/rows.ts';
import { serialBlockOf } from '#shared/features/components/label-serials.ts';
import { expiryCode } from '#shared/features/labeling/content.ts';
import type { LabelContent } from '#shared/features/labeling/model.ts';
import { readLabel } from '#shared/features/labeling/read-back.ts';
import { planPrint, printLabel, reportPrint } from '#shared/features/labeling/rules/print.ts';
import { verifyLabel } from '#shared/features/labeling/rules/verify.ts';
import { TESTER } from '#tests/properties/worlds/cast.ts';
import { DIN } from '#tests/properties/worlds/collected.ts';
import type { Rows } from '#tests/properties/worlds/rows.ts';
import { after, bent, ctx, NOW, said } from '#tests/properties/worlds/shelf-desk.ts';
import { DIN2, ONE, start, TWO } from '#tests/properties/worlds/shelf-start.ts';

const later = (ms: number) => new Date(Date.parse(NOW) + ms).toISOString();

const PRINTED = after('print one');
const labelOf = (rows: Rows, unitId = ONE): AllRows['label'] => {
  const found = rows.by('label', 'unitId', unitId).at(-1);
  assert.ok(found);
  return found;
};
const LABEL = labelOf(PRINTED);
const SERIAL = encodeLabelSerial(LABEL.id) ?? '';

/** The four linear codes of a label. */
const linear = (content: LabelContent) => [
  encodeDin(content.din, content.flags) ?? '',
  encodeBloodGroup(content.abo, content.rhd) ?? '',
  encodeProduct(content.productCode) ?? '',
  `&>${expiryCode(content)}`,
];
const BAG = encodeDin(DIN, '01') ?? '';
const CODES = linear(LABEL.content);
const SQUARE = encodeCompound(CODES) ?? '';

function verify(texts: readonly string[], rows = PRINTED, times = texts.map(() => NOW), now = NOW) {
  const scans = texts.map((text, n) => ({ text, at: times[n] ?? NOW }));
  return verifyLabel({ unitId: ONE, scans }, ctx(rows, { now }));
}

const GOOD = [BAG, SQUARE, SERIAL];

test('INV-17 a label reads as container, label and serial, each once, whole and in this order', () => {
  const read = (...texts: readonly string[]) => {
    const found = readLabel(texts);
    return found.ok ? found.value : [found.error.code, found.error.params];
  };
  const { content } = LABEL;
  const whole = {
    containerDin: DIN,
    containerDivision: null,
    din: DIN,
    flags: content.flags,
    group: CODES[1]?.slice(2),
    productCode: content.productCode,
    expiry: expiryCode(content),
    serial: LABEL.id,
  };
  assert.deepEqual(read(...GOOD), whole);
  assert.deepEqual(read(BAG, ...CODES, SERIAL), whole);
  assert.deepEqual(read(BAG, ...CODES.toReversed(), SERIAL), whole);
  assert.deepEqual(read(BAG, 'x', SERIAL), [
    'labeling.scanUnreadable',
    { step: 2, problem: 'codes.unknown' },
  ]);
  assert.deepEqual(read(BAG, SQUARE, SQUARE, SERIAL), ['labeling.sameCodeTwice', undefined]);
  assert.deepEqual(read(), ['labeling.containerFirst', undefined]);
  assert.deepEqual(read(SERIAL, SQUARE, BAG), ['labeling.containerFirst', undefined]);
  assert.deepEqual(read(BAG), ['labeling.serialLast', undefined]);
  assert.deepEqual(read(BAG, SERIAL, SQUARE), ['labeling.serialLast', undefined]);
  const incomplete = ['labeling.labelIncomplete', undefined];
  assert.deepEqual(read(BAG, SERIAL), incomplete);
  for (const code of CODES) {
    const rest = CODES.filter((each) => each !== code);
    assert.deepEqual(read(BAG, ...rest, SERIAL), incomplete, `without ${code}`);
  }
  const second = encodeProduct('E4532V00') ?? '';
  const twice = encodeBloodGroup('O', 'negative') ?? '';
  for (const [at, code] of CODES.entries()) {
    const rest = CODES.filter((each) => each !== code);
    const four = [BAG, ...rest, at === 2 ? twice : second, SERIAL];
    assert.deepEqual(read(...four), incomplete, `another field twice for ${code}`);
  }
  assert.deepEqual(read(BAG, ...CODES, second, SERIAL), incomplete, 'a field twice');
  const tube = encodeDin(DIN, '09') ?? encodeDin(DIN, '12') ?? '';
  const wrong = read(BAG, tube, ...CODES.slice(1), SERIAL) as readonly unknown[];
  assert.deepEqual(wrong, ['labeling.notALabelCode', { kind: 'din' }]);
});

test('INV-17 the read-back: of a printed label, after its print, in order, not from a clock ahead', () => {
  assert.deepEqual(said(verify(GOOD)), ['accepted']);
  const unknown = verifyLabel({ unitId: 'x', scans: [] }, ctx(PRINTED));
  assert.deepEqual(said(unknown), ['labeling.unitUnknown']);
  assert.deepEqual(said(verify(GOOD, start().rows)), ['labeling.nothingToVerify']);
  assert.deepEqual(said(verify(GOOD, after('print one', 'read one'))), [
    'labeling.nothingToVerify',
  ]);
  const timed = (...times: readonly number[]) => said(verify(GOOD, PRINTED, times.map(later)))[0];
  assert.equal(timed(-1, 0, 0), 'labeling.scanOlderThanPrint');
  assert.equal(timed(0, 0, -1), 'labeling.scanOlderThanPrint');
  assert.equal(timed(2, 1, 3), 'labeling.scanOrder');
  assert.equal(timed(0, 2, 1), 'labeling.scanOrder');
  assert.equal(timed(0, 0, 60_000), 'accepted');
  assert.equal(timed(0, 0, 60_001), 'labeling.scanFromFuture');
  assert.deepEqual(said(verify([BAG, 'x', SERIAL])), ['labeling.scanUnreadable']);
  const good = verify(GOOD);
  const [event] = good.kind === 'accepted' ? good.events : [];
  assert.deepEqual(event?.body, { serial: LABEL.id, unitId: ONE, readers: ['p-other'] });
  const part = bent(PRINTED, 'unit', ONE, { division: 'A0' });
  assert.deepEqual(said(verify(GOOD, part)), ['labeling.motherScanned']);
  const otherBag = verify([encodeDin(DIN2, '01') ?? '', SQUARE, SERIAL], part);
  assert.deepEqual(said(otherBag), ['accepted'], 'of another donation: a mismatch');
  const inProcess = encodeCompound([encodeDin(DIN, '12') ?? '', '=,0000A0']) ?? '';
  assert.notDeepEqual(said(verify([inProcess, SQUARE, SERIAL], part)), ['labeling.motherScanned']);
});

test('INV-17 a void, destroyed or in-process serial never verifies', () => {
  const other = (state: string) => bent(PRINTED, 'label', 'L123000001', { state, unitId: ONE });
  const scans = [BAG, SQUARE, encodeLabelSerial('L123000001') ?? ''];
  for (const state of ['void', 'destroyed'])
    assert.deepEqual(said(verify(scans, other(state))), ['labeling.serialVoid'], state);
  const range = (last: number) => bent(PRINTED, 'serialRange', 'L123', { last });
  assert.deepEqual(said(verify(scans, range(1))), ['labeling.inProcessSerial']);
  assert.deepEqual(said(verify(scans, range(2))), ['labeling.inProcessSerial']);
  const unknown = verify(scans, range(0));
  assert.equal(unknown.kind === 'accepted' && unknown.output.verified, false);
  assert.deepEqual(unknown.kind === 'accepted' && unknown.output.differences, [
    { field: 'serial', expected: LABEL.id, scanned: 'L123000001' },
  ]);
});

test('INV-17 whatever differs from the record is told field by field, with the other bag', () => {
  const differs = (texts: readonly string[], rows = PRINTED) => {
    const decision = verify(texts, rows);
    assert.equal(decision.kind, 'accepted', JSON.stringify(decision));
    if (decision.kind !== 'accepted') return [];
    const { differences, otherUnitId, verified } = decision.output;
    assert.equal(verified, false);
    assert.equal(decision.events[0]?.type, 'labeling.mismatchFound');
    return [differences.map(({ field }) => field).join(' '), otherUnitId];
  };
  const with_ = (change: Partial<LabelContent>) =>
    encodeCompound(linear({ ...LABEL.content, ...change })) ?? '';
  assert.deepEqual(differs([encodeDin(DIN2, '01') ?? '', SQUARE, SERIAL]), ['containerDin', TWO]);
  assert.deepEqual(differs([BAG, with_({ din: DIN2 }), SERIAL]), ['din', TWO]);
  assert.deepEqual(differs([BAG, with_({ abo: 'B' }), SERIAL]), ['group', null]);
  assert.deepEqual(differs([BAG, with_({ rhd: 'negative' }), SERIAL]), ['group', null]);
  const flags = LABEL.content.flags === '00' ? '05' : '00';
  assert.deepEqual(differs([BAG, with_({ flags }), SERIAL]), ['flags', null]);
  const both = after('print one', 'print two');
  const two = labelOf(both, TWO);
  const theirs = [encodeCompound(linear(two.content)) ?? '', encodeLabelSerial(two.id) ?? ''];
  assert.deepEqual(differs([BAG, SQUARE, theirs[1] ?? ''], both), ['serial', TWO]);
  assert.equal(differs([BAG, ...theirs], both)[1], TWO);
  const third = bent(PRINTED, 'label', 'L123000009', {
    ...LABEL,
    id: 'L123000009',
    unitId: 'third',
  });
  const three = [encodeDin(DIN2, '01') ?? '', SQUARE, encodeLabelSerial('L123000009') ?? ''];
  const others = (texts: readonly string[], rows: Rows) => {
    const decision = verify(texts, rows);
    const [event] = decision.kind === 'accepted' ? decision.events : [];
    return (event?.body as { others?: readonly string[] } | undefined)?.others;
  };
  assert.deepEqual(others(three, third), ['third', TWO]);
  assert.equal(others([BAG, ...theirs], both), undefined);
});

test('INV-15 what moved after the print refuses the read-back, and every open condition is named', () => {
  const moved = (rows: Rows) => said(verify(GOOD, rows));
  const unit = (change: object) => bent(PRINTED, 'unit', ONE, change);
  assert.deepEqual(moved(unit({ expiresAt: '2021-03-11T02:00:00.000Z' })), [
    'labeling.changedMeanwhile',
  ]);
  assert.deepEqual(moved(bent(PRINTED, 'donation', DIN, { programme: 'x' })), [
    'labeling.changedMeanwhile',
  ]);
  const held = after('print one', 'hold unit bagUnfit');
  assert.deepEqual(moved(held), ['labeling.gateNotMet']);
  const old = (voidCode: string) =>
    bent(PRINTED, 'label', 'L123000001', { unitId: ONE, state: 'void', voidCode, printedAt: '' });
  assert.deepEqual(moved(old('reprinted')), ['labeling.oldLabelNotDestroyed']);
  assert.deepEqual(moved(old('notPrinted')), ['accepted']);
});

const plan = (rows: Rows, unitId = ONE) =>
  planPrint(rows, { unitId }, { station: 'S1', zone: 'Asia/Shanghai' });

function print(rows: Rows, more: object = {}, change: object = {}, second?: typeof TESTER) {
  const drawn = plan(rows);
  assert.ok(drawn.ok);
  const prepared = { ok: true, serial: drawn.serial, content: drawn.content, hash: 'f'.repeat(64) };
  return printLabel({ unitId: ONE, printerId: 'p', stockId: 's', ...more }, ctx(rows, { second }), {
    ...prepared,
    ...change,
  } as Parameters<typeof printLabel>[2]);
}

test('INV-15 a print is planned for a known unit with its whole content and a serial to give', () => {
  const rows = start().rows;
  const refused = (found: ReturnType<typeof plan>) => (found.ok ? 'ok' : found.reasons[0].code);
  assert.equal(refused(plan(rows)), 'ok');
  assert.equal(refused(plan(rows, 'x')), 'labeling.unitUnknown');
  assert.equal(
    refused(plan(bent(rows, 'donation', DIN, { programme: 'x' }))),
    'labeling.contentMissing',
  );
});

test('INV-15 INV-17 a label is printed once; again only with its own serial, a reason and a second person', () => {
  const rows = start().rows;
  assert.deepEqual(said(print(rows)), ['accepted']);
  assert.deepEqual(said(print(PRINTED)), ['labeling.alreadyPrinted']);
  const again = { reprintOf: LABEL.id, why: '污损' };
  assert.deepEqual(said(print(PRINTED, again, {}, TESTER)), ['accepted']);
  assert.deepEqual(said(print(PRINTED, again)), ['labeling.reprintNeedsSecond']);
  assert.deepEqual(said(print(PRINTED, { reprintOf: LABEL.id }, {}, TESTER)), [
    'labeling.reprintNeedsReason',
  ]);
  assert.deepEqual(said(print(PRINTED, { ...again, reprintOf: 'x' }, {}, TESTER)), [
    'labeling.serialUnknown',
  ]);
  const dead = { state: 'void', voidCode: 'notPrinted' };
  const spoilt = bent(PRINTED, 'label', LABEL.id, dead);
  assert.deepEqual(said(print(spoilt, again, {}, TESTER)), ['accepted'], 'in place of a void one');
  const theirs = bent(spoilt, 'label', LABEL.id, { unitId: TWO });
  assert.deepEqual(said(print(theirs, again, {}, TESTER)), ['labeling.serialUnknown']);
  const twice = PRINTED.with([{ table: 'label', row: { ...LABEL, id: 'L123000009' } }]);
  const refused = [LABEL.id, 'L123000009'].map(
    (reprintOf) => said(print(twice, { ...again, reprintOf }, {}, TESTER))[0],
  );
  assert.deepEqual(refused.toSorted(), ['accepted', 'labeling.serialUnknown']);
  for (const state of ['inProcess', 'released', 'issued', 'discarded']) {
    const gone = bent(PRINTED, 'unit', ONE, { state });
    assert.deepEqual(said(print(gone, again, {}, TESTER)), ['labeling.gateNotMet'], state);
  }
  const foreign = bent(PRINTED, 'label', LABEL.id, { unitId: TWO });
  assert.deepEqual(said(print(foreign, again, {}, TESTER)), ['labeling.serialUnknown']);
  const replaced = print(PRINTED, again, {}, TESTER);
  const events = replaced.kind === 'accepted' ? replaced.events : [];
  assert.deepEqual(
    events.map(({ type }) => type),
    ['labeling.labelVoided', 'labeling.labelPrinted'],
  );
  assert.equal((events[1]?.body as { reprintOf?: string } | undefined)?.reprintOf, LABEL.id);
  assert.equal(events[1]?.reason, '污损');
  const labelled = after('print one', 'read one');
  assert.deepEqual(said(print(labelled, again, {}, TESTER)), ['accepted'], 'of a labelled unit');
  assert.deepEqual(said(print(bent(rows, 'unit', ONE, { state: 'labelled' }))), [
    'labeling.gateNotMet',
  ]);
});

test('INV-15 content, flags and serial are those that were drawn, or nothing is printed', () => {
  const rows = start().rows;
  const drawn = plan(rows);
  assert.ok(drawn.ok);
  const block = serialBlockOf('S1');
  assert.equal(plan(bent(rows, 'serialRange', block, { last: 999_998 })).ok, true);
  const used = bent(rows, 'serialRange', block, { last: 999_999 });
  const exhausted = plan(used);
  assert.deepEqual(!exhausted.ok && exhausted.reasons[0].code, 'labeling.serialsUsedUp');
  const input = { unitId: ONE, printerId: 'p', stockId: 's' };
  const late = printLabel(input, ctx(used), { ...drawn, hash: 'f'.repeat(64) });
  assert.deepEqual(said(late), ['labeling.serialsUsedUp']);
  const flags = drawn.content.flags === '00' ? '05' : '00';
  const changed = ['labeling.changedMeanwhile'];
  assert.deepEqual(said(print(rows, {}, { content: { ...drawn.content, flags } })), changed);
  assert.deepEqual(said(print(rows, {}, { content: { ...drawn.content, abo: 'O' } })), changed);
  assert.deepEqual(said(print(rows, {}, { serial: 'L123000001' })), ['labeling.serialTaken']);
  const unready = { ok: false, reasons: [{ code: 'labels.x' }] };
  assert.deepEqual(said(print(rows, {}, unready)), ['labels.x']);
  const first = print(rows);
  const [event] = first.kind === 'accepted' ? first.events : [];
  assert.equal(event?.reason, undefined);
  assert.equal(event?.packs?.length, 1);
});

test('what the printer told stands once; where nothing was sent the serial is void', () => {
  const report = (outcome: AllRows['label']['outcome'], rows = PRINTED, serial = LABEL.id) => {
    const decision = reportPrint({ serial, outcome, codes: [] }, ctx(rows));
    return decision.kind === 'accepted' ? decision.events.map(({ type }) => type) : said(decision);
  };
  const open = bent(PRINTED, 'label', LABEL.id, { outcome: null });
  assert.deepEqual(report('sent', open), ['labeling.printReported']);
  for (const outcome of ['notReady', 'noAnswer'] as const)
    assert.deepEqual(report(outcome, open), ['labeling.printReported', 'labeling.labelVoided']);
  const dead = bent(open, 'label', LABEL.id, { state: 'void' });
  assert.deepEqual(report('notReady', dead), ['labeling.printReported']);
  assert.deepEqual(report('sent', bent(open, 'label', LABEL.id, { outcome: 'sent' })), []);
  assert.deepEqual(report('sent', open, 'x'), ['labeling.serialUnknown']);
  assert.deepEqual(report(null, open), ['labeling.serialUnknown']);
});
