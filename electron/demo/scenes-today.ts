import { addDays, localDateOf } from '#shared/kernel/civil-date.ts';
import type { DonationPlan } from './donation.ts';
import { sticker } from './donation.ts';
import { intake, receiveBox, sendBox, split } from './lab.ts';
import { morning } from './open-site.ts';
import type { DemoDonorKey } from './people.ts';
import type { Stage } from './scenes.ts';
import { printingToday } from './scenes-print.ts';
import type { Scene } from './timeline.ts';
import type { VisitPlan } from './visit.ts';

const ZONE = 'Asia/Shanghai';
const MINUTE_MS = 60_000;

/** Today: donors at every stage at the moment at which the demo opens. */
export function todayScenes(stage: Stage): readonly Scene[] {
  const { cast } = stage;
  const at = sceneAt(stage, paceOf(stage));
  const visit = (minutesBefore: number, key: DemoDonorKey, plan: VisitPlan) =>
    at(minutesBefore, async (own) => {
      await cast.visit(own, key, plan);
    });
  const donation = (minutesBefore: number, key: DemoDonorKey, plan: DonationPlan) =>
    at(minutesBefore, async (own) => {
      await cast.donation(own, key, plan);
    });
  return [
    ...freezing(stage),
    ...printingToday(stage, at),
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
    donation(84, 'resting', { until: 'resting', chair: '5', leftUncleaned: true }),
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

/** The longest of today's scenes begins so many minutes before the opening. */
const TODAY_MINUTES = 101;

/** Begins a scene so many minutes before the opening. */
export type SceneAt = (
  minutesBefore: number,
  play: (own: Stage['driver']) => Promise<void>,
) => Scene;

/** A pace below 1 plays a scene in less time than people would take. */
function sceneAt({ driver, opening }: Stage, pace = 1): SceneAt {
  return (minutesBefore, play) => ({
    startsAt: opening - minutesBefore * pace * MINUTE_MS,
    play: ({ wait }) => play(driver.within({ wait: (minutes) => wait(minutes * pace) })),
  });
}

/** Visits hold for one civil date: shortly after midnight all of today has happened since then. */
function paceOf({ opening }: Stage): number {
  const midnight = Date.parse(`${dayOf(opening)}T00:00:00.000+08:00`);
  return Math.min(1, (opening - midnight) / (TODAY_MINUTES * MINUTE_MS));
}

/** Two donations of this morning that are not frozen yet: twenty minutes left, and past the limit. */
function freezing(stage: Stage): readonly Scene[] {
  const { cast } = stage;
  const at = sceneAt(stage);
  // The run ends about an hour after the check-in; the limit is six hours after the end.
  const cases = [
    { key: 'freezeSoon' as const, before: 402, chair: '1', box: '09' },
    { key: 'freezeLate' as const, before: 452, chair: '3', box: '10' },
  ];
  return cases.map(({ key, before, chair, box }) => {
    const earlier = minutesEarlier(stage, before);
    return at(before + earlier, async (own) => {
      await morning(own, cast.equipment);
      const plan = { until: 'left', chair, runsLongerMinutes: earlier } as const;
      const din = await cast.donation(own, key, plan);
      const boxId = await sendBox(own, box, [din]);
      await own.wait(10);
      await receiveBox(own, boxId, [din]);
      await intake(own, din, 451);
      await split(own, din, [200, 200]);
    });
  });
}

/** Minutes from check-in to needle, with one to spare. */
const TO_NEEDLE_MINUTES = 37;

/** A visit that midnight would cut begins so much earlier that its needle is in before midnight. */
function minutesEarlier({ opening }: Stage, before: number): number {
  const needle = opening - (before - TO_NEEDLE_MINUTES) * MINUTE_MS;
  const midnight = Date.parse(`${dayOf(needle)}T00:00:00.000+08:00`);
  const past = Math.ceil((needle - midnight) / MINUTE_MS);
  return past < TO_NEEDLE_MINUTES ? past + 1 : 0;
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
