import { encodeStationCode } from '#shared/codes/station-codes.ts';
import { dailyItems } from '#shared/features/equipment/rules.ts';
import type { DemoDriver } from './driver.ts';
import type { DemoEquipment } from './equipment.ts';
import { freshWasteBag } from './turn-round.ts';

const AS_ADMIN = { as: 'adminA' } as const;
const SIGNED = { as: 'adminA', signed: true } as const;

/** Opens the site: tests, test label read back, rule packs adopted by two, then two administrators. */
export async function openDemoSite(driver: DemoDriver, equipment: DemoEquipment): Promise<void> {
  for (const key of [
    'aph1',
    'aph2',
    'aph3',
    'aph4',
    'aph5',
    'aph6',
    'analyser',
    'labelPrinter',
    'wornPrinter',
    'paperPrinter',
  ]) {
    const deviceId = equipment.devices[key] ?? '';
    const tested = await driver.act('equipment.testDevice', { deviceId }, AS_ADMIN);
    if (!tested.ok) throw new Error(`demo: test of ${key}: ${tested.detail}`);
  }
  const label = {
    deviceId: equipment.devices['labelPrinter'] ?? '',
    scanned: encodeStationCode('device', 'LBL01') ?? '',
  };
  await driver.act('equipment.readTestLabel', label, AS_ADMIN);
  const { offers } = await driver.ask('rulesets.packs', {}, 'adminA');
  for (const offer of offers.filter(({ packId }) => SITE_PACKS.includes(packId))) {
    const { packId, revision } = offer;
    await confirmPack(driver, packId, revision);
    const input = {
      packId,
      revision,
      demo: true,
      note: '演示：未核实的数值由两名虚构人员逐页签署。',
    };
    await driver.act('rulesets.adoptPack', input, { ...SIGNED, second: 'charge' });
  }
  await morning(driver, equipment);
  await driver.act('operators.openSite', {}, { ...SIGNED, second: 'adminB' });
}

/** What the invented site runs: the protocol's second edition upon the general donor check. */
const SITE_PACKS: readonly string[] = ['convalescent-plasma-ed2', 'general-donor-gb18467-2011'];

/** Two invented persons sign each page of unverified values; the pack is tried on the history. */
async function confirmPack(driver: DemoDriver, packId: string, revision: number): Promise<void> {
  const listed = await driver.ask('rulesets.pages', { packId, revision }, 'adminA');
  for (const { page, pageHash } of listed?.pages ?? []) {
    const input = { packId, revision, page, pageHash };
    await driver.act('rulesets.confirmPage', input, { ...SIGNED, second: 'charge' });
  }
  await driver.act('rulesets.replayPack', { packId, revision }, AS_ADMIN);
}

/** What is done every morning: machines checked, cold places read, a fresh waste bag. */
export async function morning(driver: DemoDriver, equipment: DemoEquipment): Promise<void> {
  for (const [key, deviceId] of Object.entries(equipment.devices)) {
    if (!key.startsWith('aph')) continue;
    const items = dailyItems('apheresis').map((item) => ({ item, ok: true }));
    await driver.act('equipment.checkDevice', { deviceId, items }, { as: 'charge' });
  }
  await readCold(driver, equipment);
  await freshWasteBag(driver);
}

/** Reads every cold place, well within its limit. */
export async function readCold(driver: DemoDriver, equipment: DemoEquipment): Promise<void> {
  for (const code of ['FZ1', 'FZ2', 'Q0214', 'Q0215', 'R0101']) {
    const placeId = equipment.places[code] ?? '';
    await driver.act('equipment.recordTemperature', { placeId, tenthsC: -285 }, { as: 'testerA' });
  }
}
