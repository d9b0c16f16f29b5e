import { type Both, both } from './words.ts';

/** What the product must do, from where, and by what it can be followed into the code. */
export interface Requirement {
  readonly id: string;
  readonly text: Both;
  /** Clause; of WS/T 811-2022 only chapter headings are known here, from a secondary source. */
  readonly clause: Both;
  /** Operations by name, or `slice.*`. */
  readonly operations: readonly string[];
  /** Rows of the rule packs by id, or by beginning with `*`. */
  readonly rules: readonly string[];
  readonly invariants: readonly string[];
  /** Tests beside those that carry an invariant's name. */
  readonly tests: readonly string[];
}

const TO_CONFIRM = both('待核实', 'to confirm');

/** A chapter of WS/T 811-2022 by its heading; the sentences below it were not read. */
const ws811 = (chapter: string, zh: string, en: string): Both =>
  both(
    `WS/T 811-2022 ${chapter}（${zh}；章节标题，条文待核实）`,
    `WS/T 811-2022 ${chapter} (${en}; chapter heading, sentence to confirm)`,
  );

const and = (...clauses: readonly Both[]): Both =>
  both(clauses.map(({ zh }) => zh).join('；'), clauses.map(({ en }) => en).join('; '));

const law = (article: string): Both =>
  both(`献血法第 ${article} 条`, `Blood Donation Law art. ${article}`);

const DONOR_SERVICE = ws811('5.1', '献血者服务', 'donor service');
const COLLECTION = ws811('5.2', '采集', 'collection');
const COMPONENTS = ws811('5.3', '成分制备', 'components');
const TESTING = ws811('5.4', '检测', 'testing');
const STORAGE = ws811('5.5', '储存、运输、发放', 'storage, transport, issue');
const QUALITY = ws811('5.6', '质量管理', 'quality');
const IDENTITY = ws811('4.2', '标识', 'identification');
const LOGS = ws811('4.3', '日志管理', 'log management');
const EXCHANGE = ws811('4.4', '信息交换', 'exchange');
const SECURITY = ws811('4.5', '安全', 'security');

function row(
  id: string,
  text: Both,
  clause: Both,
  traced: Partial<Pick<Requirement, 'operations' | 'rules' | 'invariants' | 'tests'>>,
): Requirement {
  return { id, text, clause, operations: [], rules: [], invariants: [], tests: [], ...traced };
}

export const REQUIREMENTS: readonly Requirement[] = [
  row(
    'REQ-DON-1',
    both(
      '一个人只有一份历史：登记时查重，疑似同一人须先判定才能采集；合并取最严。',
      'One person has one history: duplicates are looked for at registration and decided before a needle; a merge keeps the strictest.',
    ),
    DONOR_SERVICE,
    {
      operations: ['donors.*'],
      rules: ['SITE-REGISTER'],
      invariants: ['INV-05'],
      tests: ['tests/features/donors/search.test.ts'],
    },
  ),
  row(
    'REQ-DON-2',
    both(
      '暂缓与屏蔽只会自行延长；提前恢复须有岗位、理由和第二人。',
      'Deferrals only get longer by themselves; reinstatement needs role, reason and a second person.',
    ),
    and(DONOR_SERVICE, both('GB 18467-2011 第 6 章', 'GB 18467-2011 ch. 6')),
    {
      operations: ['donors.defer', 'donors.reinstate'],
      rules: ['P*', 'T0*', 'T1*', 'T2*', 'V0*', 'SITE-DEFERRAL', 'SITE-HIDDEN'],
      invariants: ['INV-06'],
    },
  ),
  row(
    'REQ-DON-3',
    both(
      '签署所读版本的知情同意；献血者自填征询时只见自己的问题。',
      'Consent is signed on the version that was read; a donor who answers herself sees her own questions only.',
    ),
    and(both('GB 18467-2011（知情同意）', 'GB 18467-2011 (informed consent)'), DONOR_SERVICE),
    {
      operations: ['visits.signConsent', 'visits.answerQuestionnaire', 'kiosk.*'],
      rules: ['Q-*', 'SITE-ANSWER', 'SITE-SITTING'],
      invariants: ['INV-31'],
    },
  ),
  row(
    'REQ-ELI-1',
    both(
      '没有完整且在限值内的本次筛查就不能开始采集；缺项和不可能的值按不合格。',
      'No draw begins without this visit’s complete screening in range; what is missing or impossible is out of range.',
    ),
    and(law('9'), both('GB 18467-2011 第 7、8 章', 'GB 18467-2011 ch. 7, 8')),
    {
      operations: ['visits.*'],
      rules: [
        'AGE-*',
        'WT-*',
        'BP-*',
        'PR-*',
        'TMP-*',
        'GEN-*',
        'HB-*',
        'ABO-*',
        'PLT-*',
        'TP-*',
        'CCP-*',
        'SITE-BP2',
        'SITE-DISCHARGE',
        'SITE-DOOR',
        'SITE-POSSIBLE',
        'WH-*',
        'ZJ-*',
        'SP-*',
        'C21-*',
        'C22-*',
      ],
      invariants: ['INV-07'],
    },
  ),
  row(
    'REQ-ELI-2',
    both(
      '间隔、年次数和年总量按本人全部历史和日历规则计算，含补录的纸质记录。',
      'Interval, yearly count and volume are taken over the person’s whole history by calendar rules, paper donations included.',
    ),
    and(law('9'), both('GB 18467-2011 第 9 章', 'GB 18467-2011 ch. 9')),
    {
      operations: ['visits.explain', 'collection.recordHistory'],
      rules: ['INT-*', 'VOL-*', 'SITE-COUNT', 'SITE-RBC', 'CCP-12'],
      invariants: ['INV-08'],
    },
  ),
  row(
    'REQ-ELI-3',
    both(
      '不合格时说明规则、依据、实测值和限值；医生的决定具名。',
      'A refusal names rule, clause, value and limit; the physician’s decision is by name.',
    ),
    law('9'),
    {
      operations: ['visits.decide', 'visits.explain'],
      invariants: ['INV-07', 'INV-31'],
      tests: ['tests/features/visits/reasons.test.ts'],
    },
  ),
  row(
    'REQ-COL-1',
    both(
      '开始和结束时献血者、编号、耗材、设备、袋与试管相符；错码整屏停止。',
      'Donor, number, kit, machine, bag and tubes agree at start and end; a wrong code stops the whole screen.',
    ),
    and(IDENTITY, COLLECTION),
    {
      operations: ['collection.*'],
      rules: ['SITE-BOX', 'DRV-*'],
      invariants: ['INV-02', 'INV-04'],
      tests: [
        'tests/features/collection/needle.test.ts',
        'tests/features/collection/stops.test.ts',
      ],
    },
  ),
  row(
    'REQ-COL-2',
    both(
      '献血编号永不重复：取自本站租用号段，作废不释放，恢复后余号停用。',
      'A donation number is never used twice: from ranges leased to the station, void frees nothing, after a restore the rest is burned.',
    ),
    and(IDENTITY, COLLECTION),
    {
      operations: [
        'collection.leaseNumbers',
        'collection.burnLease',
        'collection.assignNumber',
        'collection.voidNumber',
      ],
      invariants: ['INV-01', 'INV-03'],
    },
  ),
  row(
    'REQ-COL-3',
    both(
      '采集中：采集量上限、监测到点、报警与反应可见且可追责；断电后如实续接。',
      'During the draw: ceiling of volume, due measurements, alarms and reactions are seen and owned; after a power cut it goes on truthfully.',
    ),
    and(
      COLLECTION,
      both('WS/T 551-2017（不良反应分类）', 'WS/T 551-2017 (categories of reactions)'),
    ),
    {
      operations: [
        'collection.takeVitals',
        'collection.recordReaction',
        'collection.closeReaction',
        'collection.stateRestart',
      ],
      rules: ['SITE-VITALS', 'SITE-CEILING', 'SITE-OBS', 'SITE-VOLVAR', 'SITE-DENSITY'],
      invariants: ['INV-33'],
      tests: ['tests/features/collection/end.test.ts', 'tests/features/collection/machine.test.ts'],
    },
  ),
  row(
    'REQ-COL-4',
    both(
      '设备先登记、自检和每日检查；报文至多生效一次，坏帧不取值。',
      'Devices are registered, tested and checked daily; a message has at most one effect and no value comes from a bad frame.',
    ),
    COLLECTION,
    { operations: ['equipment.*'], invariants: ['INV-12'] },
  ),
  row(
    'REQ-TST-1',
    both(
      '每份必检；未知、缺失、无效都不是合格；结果只增不改。',
      'Every donation is tested; unknown, missing or invalid is not good; results are added, never changed.',
    ),
    and(law('10'), TESTING),
    {
      operations: ['laboratory.*'],
      rules: ['LAB-*', 'SITE-RETEST', 'SITE-OPEN', 'SITE-INTAKE'],
      invariants: ['INV-09', 'INV-10', 'INV-11'],
    },
  ),
  row(
    'REQ-TST-2',
    both(
      '反应性结果立即扣留该次全部血浆、作废标签并屏蔽献血者。',
      'A reactive result at once holds all plasma of the donation, voids labels and defers the donor.',
    ),
    TESTING,
    {
      operations: ['laboratory.enterResult', 'laboratory.acceptDeviceReport'],
      invariants: ['INV-11', 'INV-19', 'INV-21'],
      tests: ['tests/features/laboratory/reactions.test.ts'],
    },
  ),
  row(
    'REQ-TST-3',
    both(
      '血型须两次独立且一致；RhD 阴性须确认；不一致由两人处理。',
      'A group needs two agreeing independent readings; RhD negative is confirmed; a dispute is resolved by two.',
    ),
    TESTING,
    {
      operations: ['laboratory.resolveGroup'],
      rules: ['SITE-GROUP'],
      invariants: ['INV-13', 'INV-14'],
    },
  ),
  row(
    'REQ-PRE-1',
    both(
      '分装、冻结时限和失效日期按规则计算；失效日期只会提前。',
      'Split, freezing clock and expiry follow the rules; an expiry only moves earlier.',
    ),
    and(COMPONENTS, both('GB 18469-2012', 'GB 18469-2012')),
    {
      operations: ['components.*'],
      rules: ['PREP-*', 'SITE-FREEZE', 'SITE-CORE'],
      invariants: ['INV-22'],
    },
  ),
  row(
    'REQ-LAB-1',
    both(
      '标签内容就是记录，且只在有资格时打印；发送的字节重新译码比对。',
      'A label says the record and is printed only when entitled; the bytes sent are decoded again and compared.',
    ),
    and(IDENTITY, STORAGE),
    { operations: ['labeling.printLabel', 'labeling.previewLabel'], invariants: ['INV-15'] },
  ),
  row(
    'REQ-LAB-2',
    both(
      '标签上任一事实变化，标签立即作废，并列入待销毁。',
      'When a fact on a label changes the label is void at once and listed for destruction.',
    ),
    STORAGE,
    { operations: ['labeling.voidLabel', 'labeling.destroyLabel'], invariants: ['INV-16'] },
  ),
  row(
    'REQ-LAB-3',
    both(
      '每张标签有流水号并清点；贴好后扫回编号、血型、品种、失效日期、流水号才算。',
      'Every label is numbered and accounted for; it counts only when number, group, product, expiry and serial were scanned back.',
    ),
    IDENTITY,
    { operations: ['labeling.*'], invariants: ['INV-17'] },
  ),
  row(
    'REQ-STO-1',
    both(
      '每袋只有一个状态和一个位置；库位温度按时读取；报废由两人且不可逆。',
      'Each unit has one state and one place; places are read in time; discard is by two and final.',
    ),
    and(
      STORAGE,
      both(
        'WS 399-2012（已由 2023 版替代，数值待核实）',
        'WS 399-2012 (replaced by the 2023 edition, figures to confirm)',
      ),
    ),
    {
      operations: ['inventory.*'],
      rules: ['SITE-FREEZER', 'SITE-DISCARD', 'USE-*'],
      invariants: ['INV-26', 'INV-27'],
    },
  ),
  row(
    'REQ-REL-1',
    both(
      '放行：全部检测、血型、标签、献血者、时限和温度都合格，由未参与检测的人和第二人签名。',
      'Release: tests, group, label, donor, times and temperatures all good, signed by someone who tested nothing of it and a second person.',
    ),
    and(law('10'), STORAGE),
    { operations: ['inventory.releaseUnits'], invariants: ['INV-18', 'INV-20', 'INV-30'] },
  ),
  row(
    'REQ-REL-2',
    both(
      '放行后出现不利事实立即收回；扣留有主、有因，解除须知情。',
      'A disqualifying fact withdraws a release at once; a hold has owner and cause and is lifted knowingly.',
    ),
    STORAGE,
    {
      operations: [
        'inventory.withdrawRelease',
        'inventory.holdOutdated',
        'components.placeHold',
        'components.liftHold',
      ],
      invariants: ['INV-19', 'INV-21', 'INV-23'],
    },
  ),
  row(
    'REQ-TRC-1',
    both(
      '从献血者到每袋、从每袋到献血者、人员、设备、批号、规则版本都能查到。',
      'From donor to every unit and from unit to donor, persons, devices, lots and rule version.',
    ),
    and(IDENTITY, STORAGE),
    { operations: ['inventory.unitHistory', 'donors.history'], invariants: ['INV-28'] },
  ),
  row(
    'REQ-TRC-2',
    both(
      '编号、标签、样本、血浆数目对得上；日报可由记录重算。',
      'Numbers, labels, samples and units add up; the day report follows from the records.',
    ),
    QUALITY,
    { operations: ['reports.*'], invariants: ['INV-27'] },
  ),
  row(
    'REQ-AFT-1',
    both(
      '献血后信息立即扣留相关血浆；保密弃血不暴露本人意愿。',
      'Information after a donation holds the plasma at once; a confidential withdrawal does not betray the donor.',
    ),
    and(DONOR_SERVICE, ws811('5.5', '收回', 'recall')),
    {
      operations: ['aftercare.*'],
      rules: ['SITE-LATE'],
      invariants: ['INV-19', 'INV-21'],
      tests: ['tests/features/aftercare/withdraw.test.ts'],
    },
  ),
  row(
    'REQ-HON-1',
    both(
      '证书内容由记录算出，姓名逐字核对，正式纸流水号清点。',
      'Certificates follow from the record, names are proofed character by character, stock serials are accounted for.',
    ),
    both('站点表彰通知，条文待核实', 'the site’s notice on honours, clause to confirm'),
    {
      operations: ['honours.*'],
      rules: ['HON-*'],
      tests: [
        'tests/features/honours/rules.test.ts',
        'tests/printing/documents/certificate.test.ts',
      ],
    },
  ),
  row(
    'REQ-SEC-1',
    both(
      '个人账户，默认拒绝，权限在操作处执行；锁定、切换、紧急查看不带出权力。',
      'Personal accounts, default deny at the operation; lock, switch and emergency reading carry no power on.',
    ),
    SECURITY,
    { operations: ['operators.*', 'emergency.*'], invariants: ['INV-29', 'INV-32'] },
  ),
  row(
    'REQ-SEC-2',
    both(
      '需要两人的步骤是两个不同的人；签名绑定所见内容，内容变了即失效。',
      'Where two are asked they are two humans; a signature is bound to what was seen and void when that changes.',
    ),
    SECURITY,
    { operations: ['signatures.*'], invariants: ['INV-30', 'INV-31'] },
  ),
  row(
    'REQ-SEC-3',
    both(
      '个人资料只在加密库、屏幕和需要的纸上；备份加密。',
      'Private data stand only in the encrypted store, on screen and on the papers that call for them; copies are encrypted.',
    ),
    SECURITY,
    {
      operations: ['equipment.makeSupportBundle', 'equipment.printRecoveryKey'],
      invariants: ['INV-40'],
    },
  ),
  row(
    'REQ-REC-1',
    both(
      '记录是一条不可改的链：谁、何时、依据哪版规则、为何。',
      'The journal is one chain that cannot be changed: who, when, by which rules, why.',
    ),
    LOGS,
    { operations: ['equipment.verifyRecords'], invariants: ['INV-35', 'INV-36'] },
  ),
  row(
    'REQ-REC-2',
    both(
      '说“已保存”的断电也不丢；一条命令全有或全无；状态可由记录重放。',
      'What was called saved survives a power cut; a command is whole or not at all; the state follows from the journal.',
    ),
    and(LOGS, SECURITY),
    { invariants: ['INV-24', 'INV-33', 'INV-37'] },
  ),
  row(
    'REQ-REC-3',
    both(
      '定期加密备份，能在另一台机器恢复并验证一致。',
      'Encrypted copies on a schedule, restored on another machine and proved equal.',
    ),
    SECURITY,
    {
      operations: ['equipment.backUp', 'equipment.setCopyFolder', 'validation.check'],
      invariants: ['INV-33'],
      tests: ['tests/station/upkeep.test.ts'],
    },
  ),
  row(
    'REQ-REC-4',
    both(
      '改时钟、时区、闰日都不能让任何关口变松。',
      'No change of clock, zone or leap day makes a gate more permissive.',
    ),
    TO_CONFIRM,
    { operations: ['operators.confirmClock'], invariants: ['INV-34'] },
  ),
  row(
    'REQ-EXC-1',
    both(
      '站点间交换后记录一致，冲突取最严并列出。',
      'After an exchange stations agree; where they differ the strictest wins and is listed.',
    ),
    EXCHANGE,
    { operations: ['exchange.*'], invariants: ['INV-38', 'INV-39'] },
  ),
  row(
    'REQ-OPS-1',
    both(
      '界面以文字和形状说明状态与下一步；扫码枪和误触不能确认危险操作。',
      'Screens tell state and next step in words and shape; neither a scanner nor a stray key confirms a dangerous act.',
    ),
    TO_CONFIRM,
    { operations: ['visits.board', 'collection.board'], invariants: ['INV-25'] },
  ),
  row(
    'REQ-OPS-2',
    both(
      '规则是带日期的数据，两人逐页确认并试算后才采用。',
      'Rules are dated data, confirmed by two page by page and tried before they are adopted.',
    ),
    TO_CONFIRM,
    { operations: ['rulesets.*'], tests: ['tests/features/rulesets/adoption.test.ts'] },
  ),
  row(
    'REQ-OPS-3',
    both(
      '使用前和变更后验证并由两人签名；差错登记到有原因、措施和结论为止。',
      'Validated before use and after change, signed by two; incidents stay open until cause, measure and conclusion are recorded.',
    ),
    and(QUALITY, both('软件使用前确认，条文待核实', 'validation before use, clause to confirm')),
    {
      operations: ['validation.*', 'quality.*'],
      invariants: ['INV-30', 'INV-31'],
      tests: ['tests/features/validation/validation.test.ts'],
    },
  ),
  row(
    'REQ-OPS-4',
    both(
      '练习在单独的数据文件夹里，处处标明。',
      'Practice happens in a folder of its own and is marked everywhere.',
    ),
    TO_CONFIRM,
    { operations: ['demo.*'], tests: ['tests/demo/demo.test.ts'] },
  ),
];
