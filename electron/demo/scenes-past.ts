import { addDays, localDateOf } from '#shared/kernel/civil-date.ts';
import type { DonationPlan } from './donation.ts';
import { freeze, intake, label, receiveBox, release, runPanel, sendBox, split } from './lab.ts';
import { morning, readCold } from './open-site.ts';
import type { DemoDonorKey } from './people.ts';
import type { Stage } from './scenes.ts';
import type { Scene } from './timeline.ts';

const ZONE = 'Asia/Shanghai';
const MINUTE_MS = 60_000;
const FULL: DonationPlan = { until: 'left', chair: '1' };

/** Days before today: the history of donors, and what the laboratory and the print desk still hold. */
export function pastScenes(stage: Stage): readonly Scene[] {
  return [
    ...donationDay(stage, 40, 1, ['returning']),
    ...donationDay(stage, 30, 2, ['threeHundred'], { targetMl: 300, machineMl: 330, acMl: 30 }),
    ...donationDay(stage, 15, 3, ['threeHundred'], { targetMl: 300, machineMl: 330, acMl: 30 }),
    ...donationDay(stage, 6, 4, ['released']),
    ...donationDay(stage, 4, 5, ['toRelease']),
    ...donationDay(stage, 3, 6, ['toLabel', 'groupDiffers', 'syphilis', 'lowTitre', 'natMissing']),
    ...laterDays(stage),
    ...boxShort(stage),
  ];
}

/** Local ten o'clock of a day before the demo opens. */
export function tenOClock({ opening }: Stage, daysBefore: number): number {
  const today = localDateOf(new Date(opening).toISOString(), ZONE);
  return Date.parse(`${addDays(today, -daysBefore)}T02:00:00.000Z`);
}

function donationDay(
  stage: Stage,
  daysBefore: number,
  box: number,
  keys: readonly DemoDonorKey[],
  plan: Partial<DonationPlan> = {},
): readonly Scene[] {
  const ten = tenOClock(stage, daysBefore);
  const { driver, cast } = stage;
  const donations = keys.map((key, index) => ({
    startsAt: ten + index * 15 * MINUTE_MS,
    play: async (time: Parameters<Scene['play']>[0]) => {
      const finger = key === 'groupDiffers' ? ({ fingerAbo: 'A' } as const) : {};
      const full = { ...FULL, ...plan, ...finger, chair: String(1 + (index % 6)) };
      // Chair 2's machine has a link; its run is kept for today.
      const chair = full.chair === '2' ? '6' : full.chair;
      await cast.donation(driver.within(time), key, { ...full, chair });
    },
  }));
  return [
    {
      startsAt: ten - 30 * MINUTE_MS,
      play: async (time) => morning(driver.within(time), cast.equipment),
    },
    ...donations,
    {
      startsAt: ten + 180 * MINUTE_MS,
      play: async (time) => process(stage, driver.within(time), box, keys, plan),
    },
  ];
}

/** The same day: box, intake, split, freezing; then the panel. */
async function process(
  { cast }: Stage,
  driver: Stage['driver'],
  box: number,
  keys: readonly DemoDonorKey[],
  plan: Partial<DonationPlan>,
): Promise<void> {
  const dins = keys.map((key) => cast.din(key));
  const boxId = await sendBox(driver, String(box).padStart(2, '0'), dins);
  await driver.wait(10);
  await receiveBox(driver, boxId, dins);
  const ml = plan.machineMl ?? 440;
  const units: string[] = [];
  for (const din of dins) {
    await intake(driver, din, Math.round(ml * 1.026));
    const half = Math.min(200, Math.floor(ml / 2));
    units.push(...(await split(driver, din, [half, half])));
  }
  await freeze(driver, units);
  await runPanel(
    driver,
    cast.equipment,
    keys.map((key) => ({ din: cast.din(key), ...labPlan(key) })),
  );
}

function labPlan(key: DemoDonorKey) {
  switch (key) {
    case 'groupDiffers':
    case 'released':
      return { abo: 'B' as const };
    case 'toRelease':
      return { abo: 'O' as const };
    case 'syphilis':
      return { readings: { syphilis: ['reactive', 'nonreactive'] as const } };
    case 'lowTitre':
      return { antibody: { dilution: 160, value: 'nonreactive' as const } };
    case 'natMissing':
      return { skip: ['SARS2-NAT'] };
    default:
      return {};
  }
}

/** The days after: labels, release, put-away. */
function laterDays(stage: Stage): readonly Scene[] {
  const { driver, cast } = stage;
  const units = async (key: DemoDonorKey) => {
    const { units: found } = await driver.ask(
      'components.processing',
      { din: cast.din(key) },
      'testerA',
    );
    return found.map((unit) => unit.unitId);
  };
  const finish = (daysBefore: number, key: DemoDonorKey, releases: boolean): Scene => ({
    startsAt: tenOClock(stage, daysBefore) + 300 * MINUTE_MS,
    play: async (time) => {
      const own = driver.within(time);
      await readCold(own, cast.equipment);
      const found = await units(key);
      for (const unit of found) await label(own, cast.equipment, unit);
      await readCold(own, cast.equipment);
      if (releases) await release(own, cast.equipment, found);
    },
  });
  return [
    finish(39, 'returning', true),
    finish(29, 'threeHundred', true),
    finish(5, 'released', true),
    finish(2, 'toRelease', false),
  ];
}

/** Yesterday: a box that came one tube short, and a tube that came haemolysed. */
function boxShort(stage: Stage): readonly Scene[] {
  const ten = tenOClock(stage, 1);
  const { driver, cast } = stage;
  const donation = (key: DemoDonorKey, chair: string, minutes: number): Scene => ({
    startsAt: ten + minutes * MINUTE_MS,
    play: async (time) => {
      await cast.donation(driver.within(time), key, { ...FULL, chair });
    },
  });
  return [
    {
      startsAt: ten - 30 * MINUTE_MS,
      play: async (time) => morning(driver.within(time), cast.equipment),
    },
    donation('boxShort', '3', 0),
    donation('haemolysed', '4', 15),
    {
      startsAt: ten + 180 * MINUTE_MS,
      play: async (time) => {
        const own = driver.within(time);
        const [short, haemolysed] = [cast.din('boxShort'), cast.din('haemolysed')];
        const second = await sendBox(own, '08', [haemolysed]);
        const first = await sendBox(own, '07', [short]);
        await own.wait(20);
        await receiveBox(own, second, [haemolysed]);
        await intake(own, haemolysed, 451, 'serology');
        const units = await split(own, haemolysed, [200, 200]);
        await freeze(own, units, 'Q0215');
        await receiveBox(own, first, [short], [`${short}:retention`]);
      },
    },
  ];
}
