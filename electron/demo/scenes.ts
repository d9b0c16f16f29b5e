import type { HandClock } from '../start/practice-clock.ts';
import { DemoCast } from './cast.ts';
import type { DemoDriver } from './driver.ts';
import type { DemoEquipment } from './equipment.ts';
import { pastScenes } from './scenes-past.ts';
import { printingPast } from './scenes-print.ts';
import { todayScenes } from './scenes-today.ts';
import { DemoTimeline } from './timeline.ts';

/** What a scene may use. */
export interface Stage {
  readonly driver: DemoDriver;
  readonly cast: DemoCast;
  /** The instant at which the demo opens, milliseconds since 1970. */
  readonly opening: number;
}

/** Everything that happened at the invented site up to the moment at which the demo opens. */
export async function playDemoScenes(
  driver: DemoDriver,
  equipment: DemoEquipment,
  clock: HandClock,
  opening: number,
): Promise<void> {
  const stage = { driver, cast: new DemoCast(equipment), opening };
  const past = [...pastScenes(stage), ...printingPast(stage)];
  await new DemoTimeline(clock).play([...past, ...todayScenes(stage)]);
}
