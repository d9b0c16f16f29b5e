import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classify } from '#shared/codes/classify.ts';
import type { AllRows } from '#shared/contract/rows.ts';
import { serialBlockOf } from '#shared/features/components/label-serials.ts';
import {
  planSplit,
  printInProcess,
  reportInProcess,
  verifyInProcess,
} from '#shared/features/components/rules/split.ts';
import { DIN, DONATION, PACK, TODAY, type World } from '../laboratory/world.ts';
import { A0, code, HALVES, received, split, verified } from './bench.ts';

const plan = (at: World, more: object = {}) =>
  planSplit({ din: DIN, inactivated: true, parts: HALVES, ...more }, at.ctx());

/** A world with a label printer. */
const withPrinter = (at: World) =>
  at.put('device', { id: 'printer-1', kind: 'labelPrinter' } as AllRows['device']);

/** A world whose units have other facts than the split gave them. */
const bent = (at: World, more: Partial<AllRows['unit']>) => {
  const unit = at.rows.get('unit', A0);
  assert.ok(unit);
  return at.put('unit', { ...unit, ...more });
};

test('split: each part keeps its own volume and weight, and only parts get a printed label', () => {
  const at = received();
  const parts = [
    { volumeMl: 200, netGrams: 205 },
    { volumeMl: 180, netGrams: 184 },
  ];
  at.take(plan(at, { parts }));
  assert.deepEqual(
    at.rows.by('unit', 'din', DIN).map(({ volumeMl, netGrams }) => [volumeMl, netGrams]),
    [
      [200, 205],
      [180, 184],
    ],
  );
  assert.deepEqual(at.types(), [
    'components.unitCreated',
    'components.unitCreated',
    'components.inProcessPrinted',
    'components.inProcessPrinted',
  ]);
  const whole = received();
  whole.take(plan(whole, { parts: parts.slice(0, 1) }));
  assert.deepEqual(whole.types(), ['components.unitCreated']);
  assert.equal(whole.rows.by('unit', 'din', DIN)[0]?.inProcessSerial, null);
});

test('INV-22 the freezing limit: the product’s minutes from the end, or the donation’s where it is earlier', () => {
  const limit = (freezeBy: string | null) => {
    const at = received().put('donation', { ...DONATION, freezeBy });
    return split(at).rows.get('unit', A0)?.freezeBy;
  };
  assert.equal(limit(null), '2026-11-22T09:30:00.000Z');
  assert.equal(limit('2026-11-22T09:29:59.999Z'), '2026-11-22T09:29:59.999Z');
  assert.equal(limit('2026-11-22T09:30:00.001Z'), '2026-11-22T09:30:00.000Z');
});

test('split: an unknown weight, product, printer or an exhausted block of serials is refused', () => {
  assert.equal(code(plan(received())), 'accepted');
  const unweighed = received().put('donation', { ...DONATION, productMl: null });
  assert.equal(code(plan(unweighed)), 'components.notCollected');
  const donationTypes = PACK.donationTypes.map((type) => ({
    ...type,
    products: type.products.filter((one) => !one.inactivated),
  }));
  const only = received();
  const row = only.rows.get('rulePack', 'f'.repeat(64));
  assert.ok(row);
  only.put('rulePack', { ...row, content: { ...PACK, donationTypes } });
  assert.equal(code(plan(only)), 'components.productUnknown');
  const range = { id: serialBlockOf('S1'), last: 999_997 };
  const last = received().put('serialRange', range as AllRows['serialRange']);
  assert.equal(code(plan(last)), 'accepted');
  last.put('serialRange', { ...range, last: 999_998 } as AllRows['serialRange']);
  assert.equal(code(plan(last)), 'components.serialsExhausted');
});

test('a label goes to a label printer only', () => {
  const at = withPrinter(split());
  const first = (printerId?: string) => code(plan(withPrinter(received()), { printerId }));
  const again = (printerId?: string) =>
    code(printInProcess({ unitId: A0, why: 'torn', printerId }, at.ctx()));
  for (const ask of [first, again]) {
    assert.equal(ask(), 'accepted');
    assert.equal(ask('printer-1'), 'accepted');
    assert.equal(ask('analyser-1'), 'components.printerUnknown');
    assert.equal(ask('nowhere'), 'components.printerUnknown');
  }
  const printed = (printerId?: string) => {
    const decision = printInProcess({ unitId: A0, why: 'torn', printerId }, at.ctx());
    const [event] = decision.kind === 'accepted' ? decision.events : [];
    return [event?.body, event?.reason];
  };
  const serial = at.rows.get('unit', A0)?.inProcessSerial;
  assert.deepEqual(printed(), [{ unitId: A0, serial }, 'torn']);
  assert.deepEqual(printed('printer-1'), [{ unitId: A0, serial, printerId: 'printer-1' }, 'torn']);
});

test('printed again or checked: only a part in process, not yet checked', () => {
  const print = (at: World, unitId = A0) => code(printInProcess({ unitId, why: 'torn' }, at.ctx()));
  const check = (at: World, unitId = A0) =>
    code(verifyInProcess({ unitId, mother: `=${DIN}01`, serial: 'x' }, at.ctx()));
  for (const ask of [print, check]) {
    assert.equal(ask(split(), 'nothing'), 'components.unitUnknown');
    assert.equal(ask(bent(split(), { state: 'quarantine' })), 'components.notInProcess');
    assert.equal(ask(bent(split(), { inProcessSerial: null })), 'components.notInProcess');
    assert.equal(ask(verified()), 'components.alreadyVerified');
  }
  assert.equal(print(split()), 'accepted');
});

test('INV-15 the mother is read by her own bag’s number: no tube, no sheet, no spoilt scan', () => {
  const at = split();
  const own = at.rows.get('unit', A0)?.inProcessSerial ?? '';
  const read = (mother: string) =>
    code(verifyInProcess({ unitId: A0, mother, serial: `&a${own}` }, at.ctx()));
  assert.equal(read(`=${DIN}01`), 'accepted');
  for (const flags of ['00', '02', '12'])
    assert.equal(read(`=${DIN}${flags}`), 'components.motherMismatch', flags);
  assert.equal(read(''), 'components.motherMismatch');
  const spoilt = `=${DIN}01=%Z`;
  const { tokens, problem } = classify(spoilt);
  assert.equal(tokens[0]?.kind, 'din');
  assert.notEqual(problem, null);
  assert.equal(read(spoilt), 'components.motherMismatch');
});

test('the first report of a printing stands, one of an unknown printing is refused', () => {
  const at = split();
  const [print] = at.rows.by('inProcessPrint', 'unitId', A0);
  assert.ok(print);
  const report = { printId: print.id, printerId: 'p', contentHash: 'h', codes: [] };
  const tell = (more: object) => reportInProcess({ ...report, outcome: 'sent', ...more }, at.ctx());
  assert.equal(code(tell({ printId: 'nothing' })), 'components.printUnknown');
  at.take(tell({}));
  const later = tell({ outcome: 'unknown' });
  assert.deepEqual(later.kind === 'accepted' && later.events, []);
  at.take(later);
  assert.equal(at.rows.get('inProcessPrint', print.id)?.outcome, 'sent');
});

test('PREP-2: the pack of the site’s day counts, not that of Greenwich', () => {
  const at = received().put('donation', { ...DONATION, localDate: '2026-11-21' });
  const row = at.rows.get('rulePack', 'f'.repeat(64));
  assert.ok(row);
  const rules = PACK.rules.map((rule) =>
    rule.id === 'PREP-2' ? { ...rule, params: { minMl: 100, maxMl: 150 } } : rule,
  );
  const stricter = { ...row, id: 'e'.repeat(64), inForceFrom: TODAY, content: { ...PACK, rules } };
  at.put('rulePack', stricter);
  at.now = '2026-11-21T16:30:00.000Z';
  assert.equal(code(plan(at)), 'components.bagSize');
});
