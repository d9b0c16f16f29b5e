import { playDonation } from '#electron/demo/donation.ts';
import { type DemoDonor, registerDonor } from '#electron/demo/donors.ts';
import type { DemoDriver } from '#electron/demo/driver.ts';
import type { DemoEquipment } from '#electron/demo/equipment.ts';
import {
  freeze,
  intake,
  label,
  receiveBox,
  release,
  runPanel,
  sendBox,
  split,
} from '#electron/demo/lab.ts';
import { readCold } from '#electron/demo/open-site.ts';
import type { Station } from '#electron/station/create-station.ts';

/** What a whole case came to. */
export interface WholeCase {
  readonly din: string;
  readonly units: readonly string[];
  readonly certificateId: string;
}

/** From the door to released bags on the qualified shelf and a certificate in the donor's hand. */
export async function playCase(
  driver: DemoDriver,
  equipment: DemoEquipment,
  donor: DemoDonor,
  nth: number,
): Promise<WholeCase> {
  const registered = await registerDonor(driver, donor);
  const din = await playDonation(driver, registered, equipment, { until: 'left', chair: '3' });
  const box = await sendBox(driver, `0${nth}`, [din]);
  await receiveBox(driver, box, [din]);
  await intake(driver, din, 451);
  await runPanel(driver, equipment, [{ din }]);
  const units = await split(driver, din, [200, 200]);
  await freeze(driver, units);
  for (const unit of units) await label(driver, equipment, unit);
  await readCold(driver, equipment);
  await release(driver, equipment, units);
  const certificateId = `${din}:certificate`;
  await certify(driver, equipment, certificateId, donor.name, `000318${nth}`);
  return { din, units, certificateId };
}

async function certify(
  driver: DemoDriver,
  equipment: DemoEquipment,
  certificateId: string,
  name: string,
  serial: string,
): Promise<void> {
  const clerk = { as: 'clerk' };
  await driver.act('honours.proofName', { certificateId, name }, clerk);
  const printerId = equipment.devices['paperPrinter'] ?? '';
  const { jobId } = await driver.act('honours.print', { certificateId, printerId }, clerk);
  await printed(driver.station, jobId);
  await driver.act('honours.scanSerial', { certificateId, serial }, clerk);
  const signature = 'M4 20L12 4L18 30L26 14L44 6L52 22M58 9L70 30L82 10';
  const hand = { certificateId, receiver: name, relation: 'self' as const, signature };
  await driver.act('honours.handOver', hand, clerk);
}

/** What the queue tells once the sheet is out. */
async function printed(station: Station, jobId: string): Promise<void> {
  const done = { jobId, state: 'completed', reasons: [], outcome: 'printed' };
  const answer = await station.act('honours.reportJob', done);
  if (answer.status !== 'ok') throw new Error(JSON.stringify(answer));
}
