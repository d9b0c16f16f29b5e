import { encodeStationCode } from '#shared/codes/station-codes.ts';
import { SKILLS } from '#shared/features/equipment/facts.ts';
import type { DeviceKind, LotKind, PlaceKind } from '#shared/features/equipment/kinds.ts';
import { dailyItems } from '#shared/features/equipment/rules.ts';
import { DEMO_STAFF } from '#shared/features/operators/demo-staff.ts';
import { addDays, addMonths, type CivilDate } from '#shared/kernel/civil-date.ts';
import type { DemoDriver } from './driver.ts';
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

interface DeviceSpec {
  readonly key: string;
  readonly code: string;
  readonly kind: DeviceKind;
  readonly name: string;
  readonly model: string;
  /** As the device itself states it; its code when left out. */
  readonly serial?: string;
  readonly chair?: string;
  readonly profile?: string;
  /** Which simulated device it is; absent: worked by hand. */
  readonly link?: keyof DemoAddresses;
}

const CHAIRS = ['1', '2', '3', '4', '5', '6'];

const DEVICES: readonly DeviceSpec[] = [
  {
    key: 'aph2',
    code: 'APH02',
    kind: 'apheresis',
    name: 'APH-02',
    model: 'SIM-A',
    chair: '2',
    link: 'apheresis',
  },
  ...['1', '3', '4', '5', '6'].map((chair) => ({
    key: `aph${chair}`,
    code: `APH0${chair}`,
    kind: 'apheresis' as const,
    name: `APH-0${chair}`,
    model: '无连接 手工录入',
    chair,
  })),
  {
    key: 'analyser',
    code: 'ANA01',
    kind: 'analyser',
    name: '分析仪 ANA-01',
    model: 'SIM-L',
    serial: 'SIM-AN-1',
    profile: 'gb18030',
    link: 'analyser',
  },
  {
    key: 'labelPrinter',
    code: 'LBL01',
    kind: 'labelPrinter',
    name: '标签机 LBL-1',
    model: 'SIM-Z',
    profile: 'unit-100x100-8',
    link: 'labelPrinter',
  },
  {
    key: 'wornPrinter',
    code: 'LBL02',
    kind: 'labelPrinter',
    name: '标签机 LBL-2（打印头有断点）',
    model: 'SIM-Z',
    // Six columns of dots, 0.75 mm, within the linear codes of the label.
    profile: 'deadDots=100,101,102,103,104,105',
    link: 'labelPrinter',
  },
  {
    key: 'paperPrinter',
    code: 'PRN01',
    kind: 'paperPrinter',
    name: '证书打印机 PRN-1',
    model: 'SIM-P',
    link: 'paperPrinter',
  },
];

interface LotSpec {
  readonly key: string;
  readonly kind: LotKind;
  readonly name: string;
  readonly lot: string;
  readonly serves?: readonly string[];
  /** Days until it expires, from the first day of the demo site. */
  readonly days?: number;
}

const TESTS = ['HBV', 'HCV', 'HIV', 'syphilis', 'ABO', 'RhD'];
const SINGLE = ['HBV-NAT', 'HCV-NAT', 'HIV-NAT', 'ALT', 'SARS2-NAT', 'AB'];

const LOTS: readonly LotSpec[] = [
  { key: 'kit', kind: 'kit', name: '一次性血浆分离器材', lot: 'K26A11' },
  { key: 'kitExpired', kind: 'kit', name: '一次性血浆分离器材', lot: 'K25Z03', days: 55 },
  { key: 'anticoagulant', kind: 'anticoagulant', name: 'ACD-A 抗凝剂', lot: 'AC2609' },
  { key: 'saline', kind: 'saline', name: '0.9% 氯化钠注射液', lot: 'NS2610' },
  { key: 'strip', kind: 'strip', name: '血红蛋白试条', lot: 'HB2608' },
  { key: 'control', kind: 'control', name: '质控品', lot: 'QC2611' },
  ...TESTS.flatMap((test) => [
    {
      key: `${test}-a`,
      kind: 'reagent' as const,
      name: `${test} 试剂 甲厂`,
      lot: `${plain(test)}A1`,
      serves: [test],
    },
    {
      key: `${test}-b`,
      kind: 'reagent' as const,
      name: `${test} 试剂 乙厂`,
      lot: `${plain(test)}B2`,
      serves: [test],
    },
  ]),
  ...SINGLE.map((test) => ({
    key: `${test}-a`,
    kind: 'reagent' as const,
    name: `${test} 试剂`,
    lot: `${plain(test)}A1`,
    serves: [test],
  })),
];

const PLACES: readonly {
  readonly code: string;
  readonly name: string;
  readonly kind: PlaceKind;
}[] = [
  { code: 'FZ1', name: '速冻机 FZ-1', kind: 'freezer' },
  { code: 'FZ2', name: '速冻机 FZ-2', kind: 'freezer' },
  { code: 'Q0214', name: '隔离架 Q-02-14', kind: 'quarantine' },
  { code: 'Q0215', name: '隔离架 Q-02-15', kind: 'quarantine' },
  { code: 'R0101', name: '合格架 R-01-01', kind: 'qualified' },
  { code: 'X01', name: '报废区', kind: 'reject' },
];

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

/** What is done every morning: machines checked, cold places read. */
export async function morning(driver: DemoDriver, equipment: DemoEquipment): Promise<void> {
  for (const [key, deviceId] of Object.entries(equipment.devices)) {
    if (!key.startsWith('aph')) continue;
    const items = dailyItems('apheresis').map((item) => ({ item, ok: true }));
    await driver.act('equipment.checkDevice', { deviceId, items }, { as: 'charge' });
  }
  await readCold(driver, equipment);
}

/** Reads every cold place, well within its limit. */
export async function readCold(driver: DemoDriver, equipment: DemoEquipment): Promise<void> {
  for (const code of ['FZ1', 'FZ2', 'Q0214', 'Q0215', 'R0101']) {
    const placeId = equipment.places[code] ?? '';
    await driver.act('equipment.recordTemperature', { placeId, tenthsC: -285 }, { as: 'testerA' });
  }
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
  const label = { widthTenthsMm: 1000, heightTenthsMm: 1000, dotsPerMm: 8 };
  const specs = [
    {
      key: 'unitLabel',
      kind: 'label' as const,
      name: '血浆袋标签 100 × 100 mm',
      ...label,
      form: 'unit-100x100-8',
    },
    {
      key: 'certificate',
      kind: 'certificate' as const,
      name: '三部门捐献证书',
      widthTenthsMm: 2100,
      heightTenthsMm: 1480,
      dotsPerMm: null,
      form: 'honour-certificate-a5',
    },
    {
      key: 'a4',
      kind: 'sheet' as const,
      name: 'A4 白纸',
      widthTenthsMm: 2100,
      heightTenthsMm: 2970,
      dotsPerMm: null,
      form: 'a4',
    },
  ];
  const stocks: Record<string, string> = {};
  for (const { key, ...stock } of specs) {
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

function plain(test: string): string {
  return test.toUpperCase().replace(/[^0-9A-Z]/g, '');
}
