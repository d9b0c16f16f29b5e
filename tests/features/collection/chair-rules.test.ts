import assert from 'node:assert/strict';
import { test } from 'node:test';
import { event, type NewEvent } from '#shared/contract/events.ts';
import type { InputOf } from '#shared/contract/index.ts';
import { act, NURSE } from '#tests/properties/worlds/cast.ts';
import { decide } from '#tests/properties/worlds/core.ts';
import type { Rows } from '#tests/properties/worlds/rows.ts';
import { started } from '#tests/properties/worlds/screened.ts';
import {
  CHAIR,
  chairSet,
  deviceSet,
  lot,
  NOW,
  needle,
  prepared,
  seated,
} from '#tests/properties/worlds/seated.ts';

/** Half past midnight of the tenth at the site, the ninth in Greenwich. */
const NIGHT = '2020-03-09T16:30:00.000Z';

const empty = (facts: readonly NewEvent[] = [], now = NOW) =>
  seated({ without: 'collection.chairPrepared', facts, now });

const codesOf = (outcome: ReturnType<typeof decide>) =>
  outcome.kind === 'refused' ? outcome.codes : ['accepted'];

function prepare(rows: Rows, more: Partial<InputOf<'collection.prepareChair'>> = {}, now = NOW) {
  const input = {
    chairId: CHAIR,
    donationType: 'convalescentPlasma',
    machine: 'machine',
    kit: 'kit',
    kitSerial: 'K1',
    anticoagulant: 'ac',
    saline: 'saline',
    ...more,
  };
  return codesOf(decide(rows, 'collection.prepareChair', input, act('p', NURSE, now)));
}

test('a chair is made ready when it is known, empty and not ready yet', () => {
  assert.deepEqual(prepare(empty()), ['accepted']);
  assert.deepEqual(prepare(empty(), { chairId: 'nowhere' }), ['collection.chairUnknown']);
  assert.deepEqual(prepare(empty([chairSet(CHAIR, false)])), ['collection.chairUnknown']);
  const lying = started('A999920000002', '2', 'v9', { chairId: CHAIR, preparationId: 'p9' });
  assert.deepEqual(prepare(empty([lying])), ['collection.chairRunning']);
  assert.deepEqual(prepare(seated()), ['collection.chairPrepared']);
});

test('each supply is of its kind and good on the site’s day; the machine is this chair’s', () => {
  for (const step of ['kit', 'anticoagulant', 'saline'] as const) {
    assert.deepEqual(prepare(empty(), { [step]: 'machine' }), ['codes.unknown'], step);
    const other = step === 'kit' ? 'ac' : 'kit';
    assert.deepEqual(prepare(empty(), { [step]: other }), ['collection.otherSupply'], step);
  }
  assert.deepEqual(prepare(empty([deviceSet({ chairId: 'other' })])), [
    'collection.machineOtherChair',
  ]);
  assert.deepEqual(prepare(empty(), { machine: 'kit' }), ['codes.unknown']);
  const old = lot('kit', 'kit', { expires: '2020-03-09' });
  assert.deepEqual(prepare(empty([old], NIGHT), {}, NIGHT), ['collection.lotExpired']);
});

test('a kit has a serial and serves once, at whichever chair', () => {
  assert.deepEqual(prepare(empty(), { kitSerial: undefined }), ['collection.kitSerialMissing']);
  assert.deepEqual(prepare(empty(), { kitSerial: ' ' }), ['collection.kitSerialMissing']);
  const before = prepared({ preparationId: 'elsewhere', chairId: 'other', kitSerial: 'K9' });
  assert.deepEqual(prepare(empty([before]), { kitSerial: 'K9' }), ['collection.kitUsed']);
  assert.deepEqual(prepare(empty([before]), { kitSerial: 'K8' }), ['accepted']);
  const otherLot = { ...before, body: { ...before.body, kitLotId: 'another' } };
  assert.deepEqual(prepare(empty([otherLot as NewEvent]), { kitSerial: 'K9' }), ['accepted']);
});

test('a ready chair is emptied once; what was made ready yesterday is told with its day', () => {
  const clear = (rows: Rows, preparationId = 'prep') => {
    const input = { preparationId, code: 'donorLeft' as never };
    return codesOf(decide(rows, 'collection.clearChair', input, act('c', NURSE, NOW)));
  };
  assert.deepEqual(clear(seated()), ['accepted']);
  const refused = ['collection.preparationNotReady'];
  assert.deepEqual(clear(seated(), 'nothing'), refused);
  const emptied = event('collection.chairCleared', { preparationId: 'prep', code: 'x' });
  assert.deepEqual(clear(seated({ facts: [emptied] })), refused);
  const row = seated().get('preparation', 'prep');
  assert.ok(row);
  const old = { ...row, preparedAt: '2020-03-08T17:00:00.000Z' };
  const outcome = needle(seated().with([{ table: 'preparation', row: old }]));
  assert.deepEqual(outcome.kind === 'refused' && outcome.reasons, [
    { code: 'collection.preparationOld', params: { on: '2020-03-09' } },
  ]);
});
