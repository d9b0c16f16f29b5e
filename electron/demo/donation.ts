import { encodeDin } from '#shared/codes/din.ts';
import { CONTAINER_FLAGS } from '#shared/features/collection/words.ts';
import type { RegisteredDonor } from './donors.ts';
import type { DemoDriver } from './driver.ts';
import type { DemoEquipment } from './equipment.ts';
import { cleanChair } from './turn-round.ts';
import { playVisit, type VisitPlan } from './visit.ts';

/** A scripted donation: where it stops, and what is special about it. */
export interface DonationPlan extends Omit<VisitPlan, 'until'> {
  /** The chair waits to be cleaned after this donor. */
  readonly leftUncleaned?: boolean;
  readonly until: 'number' | 'started' | 'ended' | 'matched' | 'resting' | 'left';
  readonly chair: string;
  /** Net weight of bag content in grams; 400 mL of plasma with its anticoagulant when left out. */
  readonly netGrams?: number;
  readonly machineMl?: number;
  readonly acMl?: number;
  readonly stopReason?: 'targetReached' | 'reaction' | 'donorWish';
  readonly reaction?: boolean;
  /** Minutes that the run takes longer than usual. */
  readonly runsLongerMinutes?: number;
}

let kits = 0;

/** Starts the run of kit serials anew. */
export function resetKitSerial(): void {
  kits = 0;
}

/** A sticker of a number as a scanner reads it. */
export function sticker(din: string, container: string): string {
  return encodeDin(din, CONTAINER_FLAGS[container] ?? '') ?? '';
}

/** Plays a donation on a machine that is worked by hand; answers its number. */
export async function playDonation(
  driver: DemoDriver,
  donor: RegisteredDonor,
  equipment: DemoEquipment,
  plan: DonationPlan,
): Promise<string> {
  const visitId = await playVisit(driver, donor, equipment, { ...plan, until: 'decision' });
  await driver.wait(4);
  const nurse = { as: plan.carer ?? 'nurse' };
  const chairId = equipment.chairs[plan.chair] ?? '';
  const { din } = await driver.act('collection.assignNumber', { visitId, chairId }, nurse);
  if (plan.until === 'number') return din;
  await prepare(driver, equipment, plan.chair, nurse);
  await driver.wait(5);
  const said = { name: donor.name, birthDate: donor.birthDate };
  const start = { chairId, donor: null, said, number: sticker(din, 'bag'), arm: 'left' as const };
  await keyAtMachine(driver, { chairId, number: start.number }, nurse);
  await driver.act('collection.start', start, nurse);
  if (plan.until === 'started') return din;
  await run(driver, din, plan, nurse);
  if (plan.until === 'ended') return din;
  const scans = ['bag', 'serology', 'nat', 'group', 'retention', 'form'].map((each) =>
    sticker(din, each),
  );
  await driver.act('collection.match', { din, donor: null, said, scans }, nurse);
  if (plan.until === 'matched') return din;
  await driver.wait(1);
  await driver.act('collection.startRest', { din }, nurse);
  if (!plan.leftUncleaned) await cleanChair(driver, chairId, nurse);
  if (plan.until === 'resting') return din;
  await leave(driver, din, nurse);
  return din;
}

/** Makes a chair ready with the demo's lots and a new kit. */
export async function prepare(
  driver: DemoDriver,
  equipment: DemoEquipment,
  chair: string,
  nurse: { readonly as: string },
): Promise<void> {
  kits += 1;
  const input = {
    chairId: equipment.chairs[chair] ?? '',
    machine: equipment.devices[`aph${chair}`] ?? '',
    kit: equipment.lots['kit'] ?? '',
    kitSerial: `KS${String(kits).padStart(5, '0')}`,
    anticoagulant: equipment.lots['anticoagulant'] ?? '',
    saline: equipment.lots['saline'] ?? '',
  };
  await driver.act('collection.prepareChair', input, nurse);
}

/** A machine on a line does not answer a script: its values are keyed and its display compared. */
async function keyAtMachine(
  driver: DemoDriver,
  atNeedle: { readonly chairId: string; readonly number: string },
  nurse: { readonly as: string },
): Promise<void> {
  const { preparation } = await driver.ask(
    'collection.chair',
    { chairId: atNeedle.chairId },
    nurse.as,
  );
  if (!preparation?.linked) return;
  await driver.act('collection.setMachine', atNeedle, nurse);
  await driver.act('collection.confirmDisplay', atNeedle, nurse);
}

async function run(
  driver: DemoDriver,
  din: string,
  plan: DonationPlan,
  nurse: { readonly as: string },
): Promise<void> {
  const machineMl = plan.machineMl ?? 440;
  const acMl = plan.acMl ?? 40;
  const stopReason = plan.stopReason ?? 'targetReached';
  await driver.wait(12);
  const vitals = { din, systolic: 116, diastolic: 74, pulse: 78, complaint: 'none' as const };
  await driver.act('collection.takeVitals', vitals, nurse);
  const half = { din, machineMl: Math.round(machineMl / 2), cycle: 2 };
  await driver.act('collection.keyProgress', half, nurse);
  await driver.wait(14 + (plan.runsLongerMinutes ?? 0));
  if (plan.reaction) await react(driver, din, nurse);
  const end = { din, machineMl, acMl, cycles: 5, stopReason };
  const second = nurse.as === 'charge' ? 'nurse' : 'charge';
  await driver.act('collection.keyMachineEnd', end, { ...nurse, second });
  await driver.wait(2);
  const netGrams = plan.netGrams ?? Math.round(machineMl * 1.026);
  const weighed = {
    din,
    grossGrams: netGrams + 38,
    tareGrams: 38,
    stopReason,
    redCellsReturned: 'yes' as const,
  };
  await driver.act('collection.end', weighed, nurse);
}

async function react(
  driver: DemoDriver,
  din: string,
  nurse: { readonly as: string },
): Promise<void> {
  const input = {
    din,
    kind: 'dizziness' as const,
    severity: 'mild' as const,
    physicianCalled: true,
  };
  const { reactionId } = await driver.act('collection.recordReaction', input, nurse);
  await driver.act('collection.physicianArrived', { reactionId }, { as: 'physician' });
  await driver.act('collection.recordIntervention', { din, code: 'legsUp' }, nurse);
}

async function leave(
  driver: DemoDriver,
  din: string,
  nurse: { readonly as: string },
): Promise<void> {
  await driver.wait(21);
  const check = { din, systolic: 118, diastolic: 74, pulse: 74, siteOk: true, feelsWell: true };
  await driver.act('collection.checkRest', check, nurse);
  await driver.act('collection.letLeave', { din, code: 'fit' }, nurse);
}
