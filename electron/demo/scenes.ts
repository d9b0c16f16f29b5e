import { playDonation } from './donation.ts';
import { registerDonor } from './donors.ts';
import type { DemoDriver } from './driver.ts';
import { type DemoEquipment, morning, readCold } from './equipment.ts';
import { freeze, intake, label, receiveBox, release, runPanel, sendBox, split } from './lab.ts';

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
  const din = await playDonation(driver, donor, equipment, { until: 'left', chair: '3' });
  const box = await sendBox(driver, '01', [din]);
  driver.wait(30);
  await receiveBox(driver, box, [din]);
  await intake(driver, din, 451);
  await runPanel(driver, equipment, [{ din }]);
  const units = await split(driver, din, [200, 200]);
  await freeze(driver, units);
  for (const unit of units) await label(driver, equipment, unit);
  await readCold(driver, equipment);
  await release(driver, equipment, units);
}
