import {
  and,
  COMPONENTS,
  DONOR_SERVICE,
  IDENTITY,
  law,
  QUALITY,
  type Requirement,
  row,
  STORAGE,
  TESTING,
  ws811,
} from './requirement.ts';
import { both } from './words.ts';

/** Tests, units, labels, release, aftermath and papers. */
export const PLASMA_REQUIREMENTS: readonly Requirement[] = [
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
    'REQ-ISS-1',
    both(
      '发血：只发给名单上的医院，一袋一次；放行所依据的一切仍成立；交接时再扫标签；已发出的一被扣留即召回。',
      'Issue: to hospitals on the list only, a unit once, while all that its release stood on stands; its label is scanned again at the hand-over; what is out is recalled as soon as it is held.',
    ),
    and(STORAGE, ws811('5.5', '收回', 'recall')),
    {
      operations: ['inventory.issueUnit', 'inventory.setConsignee'],
      rules: ['PREP-6'],
      invariants: ['INV-21', 'INV-22', 'INV-26'],
      tests: ['tests/features/inventory/issue.test.ts'],
    },
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
];
