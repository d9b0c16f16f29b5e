import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { AnyEntry, EntryOf } from '#shared/contract/events.ts';
import type { AllRows, StateReader } from '#shared/contract/rows.ts';
import { evolveEquipment } from '#shared/features/equipment/evolve.ts';
import { isCheckedToday, isQualified, lotProblem } from '#shared/features/equipment/facts.ts';
import type { DeviceRow, LotRow } from '#shared/features/equipment/model.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { MemoryReader } from '#shared/kernel/memory-rows.ts';
import { type Change, put } from '#shared/kernel/rows.ts';

/** An entry of one of two stations; only what transitions look at is told apart. */
function entry(type: AnyEntry['type'], body: unknown, minute: number, station: string): AnyEntry {
  const at = `2020-03-10T01:${String(minute).padStart(2, '0')}:00.000Z`;
  const localDate = '2020-03-10' as CivilDate;
  return { type, body, at, station, seq: minute + 1, localDate } as AnyEntry;
}

function fold(entries: readonly AnyEntry[]): MemoryReader<AllRows> {
  return entries.reduce((reader, item) => {
    const evolve = evolveEquipment[item.type] as
      | ((read: StateReader, entry: EntryOf<AnyEntry['type']>) => readonly Change<AllRows>[])
      | undefined;
    return reader.with(evolve?.(reader, item as never) ?? []);
  }, new MemoryReader<AllRows>());
}

const place = {
  placeId: 'p',
  code: 'F1',
  name: '冷冻柜',
  kind: 'freezer',
  minTenthsC: null,
  maxTenthsC: -200,
  active: true,
};

test('INV-38 readings of a place end the same in whatever order they arrive', () => {
  const reading = fc.record({
    minute: fc.integer({ min: 1, max: 8 }),
    tenthsC: fc.integer({ min: -400, max: 0 }),
    station: fc.constantFrom('a', 'b'),
  });
  fc.assert(
    fc.property(fc.array(reading, { minLength: 1, maxLength: 8 }), fc.nat(), (readings, turn) => {
      const set = entry('equipment.placeSet', place, 0, 'a');
      const entries = readings.map(({ minute, tenthsC, station }) => {
        const readAt = `2020-03-10T01:0${minute}:00.000Z`;
        const body = { placeId: 'p', tenthsC, readAt };
        return entry('equipment.temperatureRead', body, minute, station);
      });
      const at = turn % entries.length;
      const turned = [...entries.slice(at), ...entries.slice(0, at)];
      const one = fold([set, ...entries]).get('place', 'p');
      assert.deepEqual(fold([set, ...turned]).get('place', 'p'), one);
      assert.deepEqual(fold([set, ...turned.toReversed()]).get('place', 'p'), one);
    }),
  );
});

test('INV-38 the newest setting of a chair wins, whichever station told it last', () => {
  const chair = (name: string, minute: number, station: string) =>
    entry(
      'equipment.chairSet',
      { chairId: 'c', code: '1', name, position: 1, active: true },
      minute,
      station,
    );
  const [older, newer] = [chair('旧名', 1, 'b'), chair('新名', 2, 'a')];
  assert.equal(fold([older, newer]).get('chair', 'c')?.name, '新名');
  assert.equal(fold([newer, older]).get('chair', 'c')?.name, '新名');
  const tie = [chair('甲站', 3, 'a'), chair('乙站', 3, 'b')];
  assert.deepEqual(fold(tie).get('chair', 'c'), fold(tie.toReversed()).get('chair', 'c'));
});

test('a lot is usable to its last day included, and serves what it names', () => {
  const lot: LotRow = {
    id: 'l',
    kind: 'kit',
    name: '',
    catalogue: '',
    lot: 'K1',
    expires: '2020-03-10',
    correctedStamp: null,
    quantity: 1,
    serves: ['convalescentPlasma'],
    withdrawn: false,
  };
  assert.equal(lotProblem(lot, '2020-03-10', 'convalescentPlasma'), undefined);
  assert.equal(lotProblem(lot, '2020-03-11'), 'equipment.lotExpired');
  assert.equal(lotProblem(lot, '2020-03-10', 'wholeBlood'), 'equipment.lotServes');
  assert.equal(lotProblem({ ...lot, serves: [] }, '2020-03-10', 'wholeBlood'), undefined);
  assert.equal(lotProblem({ ...lot, withdrawn: true }, '2020-03-10'), 'equipment.lotWithdrawn');
  assert.equal(lotProblem(undefined, '2020-03-10'), 'equipment.lotUnknown');
});

test('yesterday’s check and a failed one do not count today', () => {
  const device = { checkedOn: '2020-03-10', checkedOk: true } as DeviceRow;
  assert.equal(isCheckedToday(device, '2020-03-10'), true);
  assert.equal(isCheckedToday(device, '2020-03-11'), false);
  assert.equal(isCheckedToday({ ...device, checkedOk: false }, '2020-03-10'), false);
});

test('a qualification is the person’s: recorded on either account, valid to its last day', () => {
  const account = (id: string, personId: string) =>
    put<AllRows, 'staff'>('staff', {
      id,
      personId,
      name: id,
      badge: id,
      roles: ['nurse'],
      active: true,
      amended: '',
      linked: '',
    });
  const accounts = new MemoryReader<AllRows>().with([
    account('s1', 'p1'),
    account('s2', 'p1'),
    account('s3', 'p3'),
  ]);
  const body = { staffId: 's1', skill: 'apheresis', until: '2020-03-10' };
  const recorded = entry('equipment.qualificationRecorded', body, 1, 'a');
  const evolve = evolveEquipment['equipment.qualificationRecorded'];
  const read = accounts.with(evolve?.(accounts, recorded as never) ?? []);
  assert.equal(isQualified(read, 's2', 'apheresis', '2020-03-10'), true);
  assert.equal(isQualified(read, 's2', 'apheresis', '2020-03-11'), false);
  assert.equal(isQualified(read, 's2', 'venepuncture', '2020-03-10'), false);
  assert.equal(isQualified(read, 's3', 'apheresis', '2020-03-10'), false);
});
