import { SKILLS } from '#shared/features/equipment/facts.ts';
import { DEMO_STAFF } from '#shared/features/operators/demo-staff.ts';
import { addDays, addMonths, type CivilDate } from '#shared/kernel/civil-date.ts';
import type { DemoDriver } from './driver.ts';
import { CHAIRS, DEVICES, LOTS, PLACES, STOCKS } from './equipment-list.ts';
import type { DemoAddresses } from './simulators.ts';

/** Ids of what the demo site owns, by short names. */
export interface DemoEquipment {
  readonly chairs: Readonly<Record<string, string>>;
  readonly devices: Readonly<Record<string, string>>;
  readonly lots: Readonly<Record<string, string>>;
  readonly places: Readonly<Record<string, string>>;
  readonly stocks: Readonly<Record<string, string>>;
}

const AS_ADMIN = { as: 'adminA' } as const;
const SIGNED = { as: 'adminA', signed: true } as const;

/** Registers chairs, devices, lots, places, paper and qualifications, and tests what has a link. */
export async function fitOutDemo(
  driver: DemoDriver,
  addresses: DemoAddresses,
): Promise<DemoEquipment> {
  const today = driver.today();
  const chairs = await setChairs(driver);
  const devices = await setDevices(driver, chairs, addresses);
  const lots: Record<string, string> = {};
  for (const { key, kind, name, lot, serves = [], days } of LOTS) {
    const expires = days === undefined ? addMonths(today, 14) : addDays(today, days);
    const input = { kind, name, catalogue: '', lot, expires, quantity: 200, serves: [...serves] };
    lots[key] = (await driver.act('equipment.receiveLot', input, AS_ADMIN)).lotId;
  }
  const places: Record<string, string> = {};
  for (const { code, name, kind } of PLACES) {
    const isCold = kind === 'freezer' || kind === 'quarantine' || kind === 'qualified';
    const limits = { minTenthsC: null, maxTenthsC: isCold ? -200 : null };
    const made = await driver.act(
      'equipment.setPlace',
      { code, name, kind, ...limits, active: true },
      AS_ADMIN,
    );
    places[code] = made.placeId;
  }
  const stocks = await setStocks(driver);
  await qualify(driver, today);
  return { chairs, devices, lots, places, stocks };
}

async function setChairs(driver: DemoDriver): Promise<Record<string, string>> {
  const chairs: Record<string, string> = {};
  for (const code of CHAIRS) {
    const input = { code, name: `${code} 号椅`, position: Number(code), active: true };
    chairs[code] = (await driver.act('equipment.setChair', input, AS_ADMIN)).chairId;
  }
  return chairs;
}

async function setDevices(
  driver: DemoDriver,
  chairs: Readonly<Record<string, string>>,
  addresses: DemoAddresses,
): Promise<Record<string, string>> {
  const devices: Record<string, string> = {};
  for (const { key, code, kind, name, model, serial, chair, profile, link } of DEVICES) {
    const input = {
      code,
      kind,
      name,
      model,
      serial: serial ?? code,
      link: link ? addresses[link] : { kind: 'none' as const, address: '' },
      profile: profile ?? '',
      chairId: chair === undefined ? null : (chairs[chair] ?? null),
      active: true,
    };
    devices[key] = (await driver.act('equipment.setDevice', input, AS_ADMIN)).deviceId;
  }
  return devices;
}

async function setStocks(driver: DemoDriver): Promise<Record<string, string>> {
  const stocks: Record<string, string> = {};
  for (const { key, ...stock } of STOCKS) {
    stocks[key] = (
      await driver.act('equipment.setStock', { ...stock, active: true }, AS_ADMIN)
    ).stockId;
  }
  return stocks;
}

/** Everybody is qualified for a year, but one nurse whose qualification lapses today. */
async function qualify(driver: DemoDriver, today: CivilDate): Promise<void> {
  const staff = await driver.ask('operators.staff', {}, 'adminA');
  for (const person of DEMO_STAFF) {
    const staffId = staff.find((row) => row.badge === person.badge)?.staffId;
    if (!staffId || person.roles.includes('admin') || person.roles.includes('volunteer')) continue;
    // The site is founded sixty days before the demo opens: hers ended yesterday.
    const until = person.key === 'lapsed' ? addDays(today, 59) : addMonths(today, 12);
    for (const skill of SKILLS) {
      await driver.act('equipment.recordQualification', { staffId, skill, until }, SIGNED);
    }
  }
}
