import type { OperationName } from './index.ts';

type Slice = OperationName extends `${infer Name}.${string}` ? Name : never;

/** Names of the slices, in the order of the work. */
const zh = {
  operators: '站点与人员',
  emergency: '紧急查看',
  rulesets: '规则',
  equipment: '设备与物料',
  scanning: '扫码',
  waste: '医疗废物',
  donors: '献血者',
  visits: '到站与评估',
  teams: '献血者队伍',
  kiosk: '献血者自助屏',
  calls: '床旁紧急',
  collection: '采集',
  laboratory: '检验',
  components: '血浆处理',
  labeling: '贴签',
  inventory: '放行与库存',
  handover: '交接班',
  honours: '证书与文书',
  aftercare: '献血后',
  quality: '质量',
  reports: '报告',
  signatures: '签名',
  validation: '验证',
  exchange: '站点间',
  demo: '演示',
} satisfies Record<Slice, string>;

const en: typeof zh = {
  operators: 'site and staff',
  emergency: 'emergency reading',
  rulesets: 'rules',
  equipment: 'equipment and supplies',
  scanning: 'scanning',
  waste: 'medical waste',
  donors: 'donors',
  visits: 'visits',
  teams: 'Donor teams',
  kiosk: "donor's own screen",
  calls: 'bedside emergency',
  collection: 'collection',
  laboratory: 'laboratory',
  components: 'processing',
  labeling: 'labels',
  inventory: 'release and stock',
  handover: 'shift hand-over',
  honours: 'certificates and papers',
  aftercare: 'after donation',
  quality: 'quality',
  reports: 'reports',
  signatures: 'signatures',
  validation: 'validation',
  exchange: 'between stations',
  demo: 'practice',
};

/** What the operations of each slice are about. */
export const sliceWords = { zh, en };
