import {
  and,
  EXCHANGE,
  LOGS,
  QUALITY,
  type Requirement,
  row,
  SECURITY,
  TO_CONFIRM,
} from './requirement.ts';
import { both } from './words.ts';

/** People, records, exchange and how the product is run. */
export const RECORD_REQUIREMENTS: readonly Requirement[] = [
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
    {
      operations: ['operators.confirmClock', 'operators.confirmTime'],
      rules: ['SITE-CLOCK'],
      invariants: ['INV-34'],
    },
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
      '规则是带日期的数据，两人逐页确认并试算后才采用；新的病种项目由填表产生，条件、评估、检测、标签和库位与别的项目互不混用。',
      'Rules are dated data, confirmed by two page by page and tried before they are adopted; a new disease programme is made by filling a form, and its criteria, assessment, tests, label and shelves never mix with another’s.',
    ),
    TO_CONFIRM,
    {
      operations: ['rulesets.*'],
      tests: [
        'tests/features/rulesets/adoption.test.ts',
        'tests/features/rulesets/programme-flow.test.ts',
      ],
    },
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
      rules: ['SITE-INCIDENT'],
      invariants: ['INV-30', 'INV-31'],
      tests: [
        'tests/features/quality/incidents.test.ts',
        'tests/features/validation/validation.test.ts',
      ],
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
