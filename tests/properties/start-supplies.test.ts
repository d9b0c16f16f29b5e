import assert from 'node:assert/strict';
import { test } from 'node:test';
import { event, type NewEvent } from '#shared/contract/events.ts';
import { type Case, facts, holds } from './needle-cases.ts';
import { person } from './worlds/cast.ts';
import { deviceSet, lot, needle, qualified, refusal, seated } from './worlds/seated.ts';

test('INV-07 INV-30 the one who puts it in is qualified today, on whichever of her accounts', () => {
  const without = 'equipment.qualificationRecorded';
  const refused = ['collection.notQualified'];
  const by = (account: string, ...list: readonly NewEvent[]) => {
    const actor = person(account, account === 'other' ? 'p-other' : 'p-tester', 'nurse');
    return refusal(needle(seated({ without, facts: list }), {}, { actor }));
  };
  assert.deepEqual(by('tester'), refused);
  assert.deepEqual(by('tester', qualified('tester', '2020-03-09')), refused);
  assert.deepEqual(by('tester', qualified('tester', '2020-03-10')), []);
  assert.deepEqual(by('tester', qualified('tester', '2020-03-10', 'labeling')), refused);
  assert.deepEqual(by('testerAgain', qualified('tester', '2020-03-10')), []);
  assert.deepEqual(by('other', qualified('tester', '2020-03-10')), refused);
  const older = [qualified('tester', '2020-03-09'), qualified('testerAgain', '2020-03-10')];
  assert.deepEqual(by('tester', ...older), []);
});

test('INV-07 exhaustive: machine, kit, anticoagulant and saline are judged again, each alone', () => {
  const machine = (more: Parameters<typeof deviceSet>[0]) => facts(deviceSet(more));
  const checked = (ok: boolean) =>
    facts(event('equipment.deviceChecked', { deviceId: 'machine', ok, items: [] }));
  const supplies = [
    ['kit', 'kit'],
    ['ac', 'anticoagulant'],
    ['saline', 'saline'],
  ] as const;
  holds([
    ['put away', ['collection.machineUnfit'], {}, machine({ active: false })],
    ['no separator', ['collection.machineUnfit'], {}, machine({ kind: 'scale' })],
    ['of another chair', ['collection.machineOtherChair'], {}, machine({ chairId: 'other' })],
    ['of no chair', [], {}, machine({ chairId: null })],
    ['failed its check', ['collection.machineUnchecked'], {}, checked(false)],
    ['unknown', ['collection.machineUnknown'], {}, { without: 'equipment.deviceSet' }],
    ...supplies.flatMap(([id, kind]): Case[] => [
      [`${kind} withdrawn`, ['collection.lotWithdrawn'], {}, withdrawn(id)],
      [`${kind} expired`, ['collection.lotExpired'], {}, facts(lot(id, kind, YESTERDAY))],
      [`${kind} for others`, ['collection.lotServes'], {}, facts(lot(id, kind, OTHERS))],
      [`${kind} for this too`, [], {}, facts(lot(id, kind, THIS_TOO))],
    ]),
    [
      'supplies that nobody received',
      ['collection.lotUnknown', 'collection.lotUnknown', 'collection.lotUnknown'],
      {},
      { without: 'equipment.lotReceived' },
    ],
  ]);
});

const YESTERDAY = { expires: '2020-03-09' };

const OTHERS = { serves: ['wholeBlood'] };

const THIS_TOO = { serves: ['wholeBlood', 'convalescentPlasma'] };

const withdrawn = (lotId: string) =>
  facts(event('equipment.lotWithdrawn', { lotId, why: 'recall' }));
