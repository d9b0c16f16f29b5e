import { playDonation } from './donation.ts';
import { registerDonor } from './donors.ts';
import type { DemoDriver } from './driver.ts';
import { type DemoEquipment, morning } from './equipment.ts';

const DAY_MS = 86_400_000;

/** Everything that happened at the invented site up to the moment at which the demo opens. */
export async function playDemoScenes(
  driver: DemoDriver,
  equipment: DemoEquipment,
  opening: number,
): Promise<void> {
  driver.at(new Date(opening - 40 * DAY_MS).toISOString());
  await morning(driver, equipment);
  const donor = await registerDonor(driver, {
    name: '王晓燕',
    sex: 'female',
    age: 41,
    phone: '13800000001',
  });
  await playDonation(driver, donor, equipment, { until: 'left', chair: '3' });
}
