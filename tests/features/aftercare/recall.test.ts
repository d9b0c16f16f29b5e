import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type AnyEntry, event } from '#shared/contract/events.ts';
import type { AllRows } from '#shared/contract/rows.ts';
import { evolveAftercare } from '#shared/features/aftercare/evolve.ts';
import { closeRecall, recordRecallCall } from '#shared/features/aftercare/recall.ts';
import { recordInformation } from '#shared/features/aftercare/rules.ts';
import { MemoryReader } from '#shared/kernel/memory-rows.ts';
import type { Change } from '#shared/kernel/rows.ts';
import { unitRow } from '../laboratory/unit-row.ts';
import { DIN, DONATION } from '../laboratory/world.ts';
import { withUnit } from './with-unit.ts';

const FEVER = { din: DIN, code: 'fever', note: '' };
const CALL = { consignee: '测试医院', person: '李', doctor: '', note: '' } as const;

test('INV-21 information about an issued unit opens a recall that only an end and the doctor let close', () => {
  const at = withUnit('issued');
  const told = at.take(recordInformation(FEVER, at.ctx()));
  assert.equal(told.recalls, 1);
  const [recall] = at.rows.all('recall');
  assert.equal(recall?.unitId, 'u');
  const recallId = recall?.id ?? '';
  const close = () => closeRecall({ recallId, conclusion: '已追到' }, at.ctx());
  const refusal = () => {
    const decision = close();
    return decision.kind === 'refused' ? decision.reasons[0]?.code : 'accepted';
  };
  const call = (answer: 'notReached' | 'setAside' | 'transfused', more = {}) =>
    recordRecallCall({ ...CALL, ...more, recallId, answer }, at.ctx());
  assert.equal(refusal(), 'aftercare.recallNoEnd');
  assert.equal(call('setAside', { person: ' ' }).kind, 'refused');
  at.take(call('notReached', { person: '' }));
  at.take(call('setAside'));
  assert.equal(refusal(), 'aftercare.recallNoEnd');
  at.take(call('transfused'));
  assert.equal(refusal(), 'aftercare.recallDoctor');
  at.take(call('transfused', { doctor: '王医生' }));
  at.take(close());
  assert.equal(refusal(), 'aftercare.recallClosed');
  assert.equal(call('notReached').kind, 'refused');
});

test('INV-21 the person’s other issued units are recalled while they have not expired; told again, again', () => {
  const at = withUnit('issued').put('donation', { ...DONATION, id: 'A999926000050' });
  const unit = at.rows.get('unit', 'u');
  assert.ok(unit);
  at.put('unit', { ...unit, id: 'v', din: 'A999926000050' });
  at.put('unit', {
    ...unit,
    id: 'old',
    din: 'A999926000050',
    expiresAt: '2026-01-01T00:00:00.000Z',
  });
  assert.equal(at.take(recordInformation(FEVER, at.ctx())).recalls, 2);
  assert.deepEqual(new Set(at.rows.all('recall').map(({ unitId }) => unitId)), new Set(['u', 'v']));
  assert.equal(withUnit('released').rows.all('recall').length, 0);
  at.take(recordInformation(FEVER, at.ctx()));
  assert.equal(at.rows.all('recall').length, 4);
});

test('INV-21 a hold recalls what is out of the house under it; expired units of other donations stay', () => {
  const at = withUnit('issued').put('unit', unitRow('v', DIN, 'issued'));
  const recalled = () => at.rows.all('recall').map(({ unitId }) => unitId);
  const held = (scope: 'unit' | 'donation', target: string) =>
    at.record([
      event('components.held', {
        holdId: `h-${scope}`,
        scope,
        target,
        din: DIN,
        code: 'labelMismatch',
        source: scope,
      }),
    ]);
  held('unit', 'u');
  assert.deepEqual(recalled(), ['u']);
  held('donation', DIN);
  assert.deepEqual(recalled().toSorted(), ['u', 'u', 'v']);
  const other = 'A999926000050';
  const past = { expiresAt: '2026-01-01T00:00:00.000Z' };
  const mixed = withUnit('released')
    .put('donation', { ...DONATION, id: other })
    .put('unit', unitRow('old', other, 'issued', past))
    .put('unit', unitRow('bag', other, 'quarantine'));
  mixed.take(recordInformation(FEVER, mixed.ctx()));
  assert.ok(mixed.rows.by('hold', 'target', other).length > 0);
  assert.deepEqual(mixed.rows.all('recall'), []);
});

const entry = (type: string, body: object, minute: number, station: string): AnyEntry =>
  ({
    type,
    body,
    at: `2020-03-10T01:${String(minute).padStart(2, '0')}:00.000Z`,
    station,
    seq: minute,
    actor: `staff-${station}`,
  }) as unknown as AnyEntry;
const opened = { recallId: 'r', informationId: 'i', unitId: 'u', din: DIN };
const FIRST = [
  entry('aftercare.recallOpened', opened, 1, 'A'),
  entry('aftercare.recallOpened', opened, 2, 'B'),
];
const LATER = [
  entry(
    'aftercare.recallCalled',
    { ...CALL, callId: 'c', recallId: 'r', answer: 'returned' },
    3,
    'A',
  ),
  entry('aftercare.recallClosed', { recallId: 'r', conclusion: '甲' }, 5, 'A'),
  entry('aftercare.recallClosed', { recallId: 'r', conclusion: '乙' }, 4, 'B'),
];

test('INV-38 recalls end alike in every order of arrival', () => {
  const after = (entries: readonly AnyEntry[]) => {
    let rows = new MemoryReader<AllRows>();
    for (const each of entries) {
      const step = evolveAftercare[each.type] as
        | ((read: typeof rows, entry: AnyEntry) => readonly Change<AllRows>[])
        | undefined;
      rows = rows.with(step?.(rows, each) ?? []);
    }
    return [rows.all('recall'), rows.all('recallCall')];
  };
  const all = fc.shuffledSubarray(LATER, { minLength: 3 });
  fc.assert(
    fc.property(all, fc.boolean(), fc.nat(3), (later, isSwapped, at) => {
      const [one, two] = isSwapped ? [FIRST[1], FIRST[0]] : FIRST;
      assert.ok(one && two);
      const order = [one, ...later.slice(0, at), two, ...later.slice(at)];
      assert.deepEqual(after(order), after([...FIRST, ...LATER]));
    }),
    { numRuns: 48 },
  );
});
