import { event, type NewEvent } from '#shared/contract/events.ts';

const person = (n: number, name: string) => ({
  donorId: `sample-donor-${n}`,
  number: `D-90000${n}`,
  name,
  sex: 'male' as const,
  birthDate: '1980-02-29',
  documentKind: 'passport' as const,
  documentNumber: `SAMPLE000${n}`,
  documentUntil: '2046-05-01',
  fromCard: true,
  phone: '',
});
const pair = {
  pairId: 'sample-donor-1:sample-donor-2',
  a: 'sample-donor-1',
  b: 'sample-donor-2',
};
const recall = { recallId: 'sample-recall', informationId: 'sample-information' };

/**
 * Events that came after the sample journal was first written, each type at least once, in an order in
 * which they can have happened. `extend-sample.ts` puts those of new types behind the old lines.
 */
export function laterEvents(eventIdOf: (type: string) => string): readonly (() => NewEvent)[] {
  return [
    () => event('donors.registered', person(1, '样例甲')),
    () => event('donors.registered', person(2, '样例假')),
    () => event('donors.duplicateFlagged', { ...pair, grounds: ['birthDateAndName'] }),
    () => event('donors.duplicateDecided', { ...pair, verdict: 'same' }),
    () =>
      event(
        'donors.unmerged',
        {
          splitId: 'sample-split',
          donorId: pair.b,
          rest: [pair.a],
          since: '2020-03-10',
          undoes: [{ ...pair, decisions: [eventIdOf('donors.duplicateDecided')] }],
          rulings: [],
        },
        { reason: '两人同时到站' },
      ),
    () =>
      event('donors.givingShared', {
        donorId: pair.a,
        source: 'pastDonation',
        itemId: 'sample-paper',
      }),
    () => event('donors.fileOpened', { donorId: pair.a }),
    () =>
      event('donors.revealed', {
        revealId: 'sample-reveal',
        donorId: pair.a,
        purpose: 'callDonor',
      }),
    () =>
      event('donors.consentSet', {
        donorId: pair.a,
        kind: 'contact',
        given: true,
        way: 'inPerson',
      }),
    () => event('teams.memberSet', { donorId: pair.a, team: 'reserve', member: true }),
    () =>
      event('teams.calledOut', {
        callOutId: 'sample-list',
        team: 'reserve',
        donationType: 'convalescentPlasma',
        donorIds: [pair.a],
        purpose: '库存告急',
      }),
    () =>
      event('aftercare.recallOpened', { ...recall, unitId: 'sample-unit', din: 'A999926999999' }),
    () =>
      event('aftercare.recallCalled', {
        callId: 'sample-call',
        recallId: recall.recallId,
        consignee: '测试医院输血科',
        person: '李',
        answer: 'destroyed',
        doctor: '',
      }),
    () => event('aftercare.recallClosed', { recallId: recall.recallId, conclusion: '已销毁' }),
  ];
}
