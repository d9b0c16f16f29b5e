import { PrintDesk } from './print-desk.ts';
import type { Stage } from './scenes.ts';
import { tenOClock } from './scenes-past.ts';
import type { SceneAt } from './scenes-today.ts';
import type { Scene } from './timeline.ts';

/** After the day's donations, minutes past ten. */
const AFTERNOON_MINUTES = 320;

/**
 * What the print desk has done in the days before: handed over, to post, to collect, by proxy, on a new
 * sheet after a spoiled one. What is not named here lies ready, whatever its tests say.
 */
export function printingPast(stage: Stage): readonly Scene[] {
  const { driver, cast } = stage;
  const afternoon = (daysBefore: number, play: (desk: PrintDesk) => Promise<void>): Scene => ({
    startsAt: tenOClock(stage, daysBefore) + AFTERNOON_MINUTES * 60_000,
    play: (time) => play(new PrintDesk(driver.within(time), cast.equipment)),
  });
  return [
    afternoon(40, async (desk) => {
      const din = cast.din('returning');
      await complete(desk, din, '2600101');
      await desk.handOver(din, { receiver: '本人', relation: 'self' });
      await desk.medal(din);
    }),
    afternoon(30, async (desk) => {
      const din = cast.din('threeHundred');
      await complete(desk, din, '2600102');
      await desk.handOver(din, { receiver: '本人', relation: 'self' });
      await desk.medal(din);
    }),
    afternoon(15, async (desk) => {
      const din = cast.din('threeHundred');
      await complete(desk, din, '2600103');
      await desk.plan(din, 'toPost');
    }),
    afternoon(3, async (desk) => {
      const [proxy, shifted, reactive] = [
        cast.din('natMissing'),
        cast.din('groupDiffers'),
        cast.din('syphilis'),
      ];
      await complete(desk, proxy, '2600104');
      await desk.handOver(proxy, { receiver: '丁若水', relation: 'spouse' });
      await complete(desk, shifted, '2600105');
      await desk.spoil(shifted, '2600105');
      await complete(desk, shifted, '2600106');
      await desk.handOver(shifted, { receiver: 'EM 1200 0000 9 CN', relation: 'post' });
      await complete(desk, reactive, '2600107');
      await desk.plan(reactive, 'toCollect');
    }),
    afternoon(1, async (desk) => {
      const din = cast.din('haemolysed');
      await complete(desk, din, '2600108');
      await desk.plan(din, 'toCollect');
    }),
  ];
}

/** Today at the print desk: a certificate reported lost, one printed and not scanned, and a jam. */
export function printingToday({ cast }: Stage, at: SceneAt): readonly Scene[] {
  const desk = (minutesBefore: number, play: (desk: PrintDesk) => Promise<void>): Scene =>
    at(minutesBefore, (own) => play(new PrintDesk(own, cast.equipment)));
  return [
    desk(30, (own) => own.lose(cast.din('returning'))),
    desk(18, (own) => own.print(cast.din('boxShort'))),
    desk(12, (own) => own.jam(cast.din('lowTitre'))),
  ];
}

async function complete(desk: PrintDesk, din: string, serial: string): Promise<void> {
  await desk.print(din);
  await desk.scan(din, serial);
}
