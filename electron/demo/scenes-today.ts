import { addDays, localDateOf } from '#shared/kernel/civil-date.ts';
import type { DonationPlan } from './donation.ts';
import { sticker } from './donation.ts';
import { morning } from './equipment.ts';
import { intake, receiveBox, sendBox, split } from './lab.ts';
import type { DemoDonorKey } from './people.ts';
import type { Stage } from './scenes.ts';
import type { Scene } from './timeline.ts';
import type { VisitPlan } from './visit.ts';

const ZONE = 'Asia/Shanghai';
const MINUTE_MS = 60_000;

/** Today: donors at every stage at the moment at which the demo opens. */
export function todayScenes(stage: Stage): readonly Scene[] {
  const { driver, cast } = stage;
  const at = (minutesBefore: number, play: (own: Stage['driver']) => Promise<void>): Scene => ({
    startsAt: stage.opening - minutesBefore * MINUTE_MS,
    play: (time) => play(driver.within(time)),
  });
  const visit = (minutesBefore: number, key: DemoDonorKey, plan: VisitPlan) =>
    at(minutesBefore, async (own) => {
      await cast.visit(own, key, plan);
    });
  const donation = (minutesBefore: number, key: DemoDonorKey, plan: DonationPlan) =>
    at(minutesBefore, async (own) => {
      await cast.donation(own, key, plan);
    });
  return [
    ...freezing(stage, at),
    at(99, (own) => morning(own, cast.equipment)),
    donation(95, 'stopped', {
      until: 'resting',
      chair: '6',
      machineMl: 152,
      acMl: 14,
      stopReason: 'reaction',
      reaction: true,
      carer: 'charge',
    }),
    donation(84, 'resting', { until: 'resting', chair: '5' }),
    donation(72, 'ended', { until: 'ended', chair: '4' }),
    visit(70, 'pressure', { until: 'bloodTest', firstPressure: [146, 92] }),
    visit(60, 'onset20', { until: 'bloodTest' }),
    visit(56, 'age56', { until: 'bloodTest' }),
    visit(50, 'noAssessment', { until: 'bloodTest' }),
    visit(46, 'decided', { until: 'decision' }),
    donation(40, 'running', { until: 'started', chair: '2' }),
    at(44, (own) => leaveEarly(stage, own)),
    visit(24, 'lookAlike', { until: 'consent', carer: 'charge' }),
    visit(20, 'passport', { until: 'questionnaire', carer: 'charge' }),
    at(16, (own) => known(stage, own)),
    visit(6, 'returning', { until: 'checkedIn' }),
  ];
}

/** Two donations of this morning that are not frozen yet: twenty minutes left, and past the limit. */
function freezing(
  stage: Stage,
  at: (minutesBefore: number, play: (own: Stage['driver']) => Promise<void>) => Scene,
): readonly Scene[] {
  const { cast, opening } = stage;
  const donationMinutes = 95;
  // The run ends about an hour after the check-in; the limit is six hours after the end.
  const cases = [
    { key: 'freezeSoon' as const, before: 402, chair: '1', box: '09' },
    { key: 'freezeLate' as const, before: 452, chair: '3', box: '10' },
  ];
  return cases.flatMap(({ key, before, chair, box }) => {
    const begins = opening - before * MINUTE_MS;
    if (dayOf(begins - 5 * MINUTE_MS) !== dayOf(begins + donationMinutes * MINUTE_MS)) return [];
    return [
      at(before + 5, (own) => morning(own, cast.equipment)),
      at(before, async (own) => {
        const din = await cast.donation(own, key, { until: 'left', chair });
        const boxId = await sendBox(own, box, [din]);
        await own.wait(10);
        await receiveBox(own, boxId, [din]);
        await intake(own, din, 451);
        await split(own, din, [200, 200]);
      }),
    ];
  });
}

async function leaveEarly({ cast }: Stage, own: Stage['driver']): Promise<void> {
  const din = await cast.donation(own, 'leftEarly', { until: 'number', chair: '1' });
  await own.wait(2);
  const nurse = { as: 'nurse' };
  const input = { number: sticker(din, 'bag'), code: 'donorLeft' as const, note: '家中有事' };
  await own.act('collection.voidNumber', input, nurse);
  const visitId = await cast.visitOf(own, 'leftEarly');
  await own.act('visits.cancel', { visitId, code: 'donorLeft', why: '家中有事，先离开' }, nurse);
}

/** Donors who are known but not here: thirteen days since the last plasma; a hidden deferral. */
async function known({ cast, opening }: Stage, own: Stage['driver']): Promise<void> {
  const today = localDateOf(new Date(opening).toISOString(), ZONE);
  const thirteen = await cast.donor(own, 'thirteenDays');
  const past = {
    donorId: thirteen.donorId,
    donationType: 'convalescentPlasma',
    collectedOn: addDays(today, -13),
    volumeMl: 400,
    completed: true,
    redCellsReturned: true,
  };
  await own.act('collection.recordHistory', past, { as: 'nurse' });
  const hidden = await cast.donor(own, 'hidden');
  const deferral = {
    donorId: hidden.donorId,
    kind: 'permanent' as const,
    code: 'reactiveResult',
    marker: 'HBV',
    until: null,
    hidden: true,
    why: '既往检测结果',
  };
  await own.act('donors.defer', deferral, { as: 'physician' });
}

function dayOf(at: number): string {
  return localDateOf(new Date(at).toISOString(), ZONE);
}
