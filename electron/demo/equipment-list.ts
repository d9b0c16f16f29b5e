import type { DeviceKind, LotKind, PlaceKind } from '#shared/features/equipment/kinds.ts';
import type { DemoAddresses } from './simulators.ts';

/* What the invented site owns. */

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

export const CHAIRS = ['1', '2', '3', '4', '5', '6'];

export const DEVICES: readonly DeviceSpec[] = [
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

export const LOTS: readonly LotSpec[] = [
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

export const PLACES: readonly {
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

const LABEL = { widthTenthsMm: 1000, heightTenthsMm: 1000, dotsPerMm: 8 };
/** Label and paper stocks with the forms that are printed on them. */
export const STOCKS = [
  {
    key: 'unitLabel',
    kind: 'label' as const,
    name: '血浆袋标签 100 × 100 mm',
    ...LABEL,
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

function plain(test: string): string {
  return test.toUpperCase().replace(/[^0-9A-Z]/g, '');
}
