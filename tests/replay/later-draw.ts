import { event, type NewEvent } from '#shared/contract/events.ts';
import type { StateReader } from '#shared/contract/rows.ts';

/** A code that could not be read and was typed. */
export const typedEvents: readonly (() => NewEvent)[] = [
  () => event('scanning.codeTyped', { kind: 'din', why: 'torn', screen: 'chairs' }),
];

/**
 * A draw of the sample with its arm, a further needle, a tube, a drug by order, and a reaction from the
 * first word over the unanswered call to the hospital and the call afterwards.
 */
export function drawEvents(read: StateReader): readonly (() => NewEvent)[] {
  const donation = read.all('donation')[0];
  const physician = read.all('staff').find((row) => row.roles.includes('physician'));
  if (!donation || !physician) throw new Error('the sample holds a donation and a physician');
  const { id: din, donorId, visitId, chairId, startedAt: at } = donation;
  const reaction = { reactionId: 'sample-reaction', din };
  const told = { ...reaction, at };
  return [
    () =>
      event('collection.armDisinfected', {
        checkId: 'sample-arm',
        chairId,
        visitId,
        arm: 'left',
        lotId: null,
        at,
      }),
    () =>
      event('collection.stuckAgain', {
        din,
        markId: 'sample-stick',
        arm: 'right',
        code: 'noFlow',
        at,
      }),
    () => event('collection.tubeDrawn', { din, markId: 'sample-tube', container: 'nat', at }),
    () =>
      event('collection.reactionRecorded', {
        ...told,
        donorId,
        kind: 'dizziness',
        severity: 'mild',
        physicianCalled: false,
      }),
    () => event('collection.reactionChanged', { ...reaction, kind: 'faint', severity: 'severe' }),
    () => event('collection.physicianCalled', told),
    () => event('collection.physicianUnanswered', told),
    () => event('collection.escalationTaken', told),
    () => event('collection.physicianArrived', told),
    () =>
      event('collection.emergencyStepTaken', {
        ...told,
        markId: 'sample-stop',
        step: 'runStopped',
        redCellsReturned: 'partly',
      }),
    () =>
      event('collection.drugGiven', {
        din,
        markId: 'sample-drug',
        drug: 'atropine',
        dose: '0.5 mg',
        orderedBy: physician.id,
        at,
      }),
    () =>
      event('collection.donorTransferred', {
        ...told,
        markId: 'sample-transfer',
        receiver: '样例医院',
      }),
    () =>
      event('collection.reactionClosed', {
        ...reaction,
        outcome: 'referred',
        callOwnerId: physician.id,
        grade: 2,
        relatedness: 'probable',
      }),
    () =>
      event('collection.reactionFollowedUp', {
        ...told,
        followUpId: 'sample-call',
        reached: true,
        condition: 'well',
        care: 'outpatient',
        limitedDays: 1,
        grade: 2,
        note: '',
      }),
  ];
}
