import { type Both, both } from './words.ts';

/** A heading of the paper with its statements. */
export interface Section {
  readonly title: Both;
  readonly lines: readonly Both[];
}

/** Intended use and limits: what a site may use the product for, by whom, where, and what not. */
export const INTENDED_USE: readonly Section[] = [
  {
    title: both('预期用途', 'Intended use'),
    lines: [
      both(
        '在血液中心设于定点医院的单采血浆点，登记、核对并留存一名康复献血者从到站到血浆放行、证书打印的全部记录。',
        'At a blood centre’s plasma collection point in a designated hospital: to register, check and keep the records of a convalescent donor from the door to the release of the plasma and the printed certificate.',
      ),
      both(
        '用扫码、设备回报和标签读回核对实物与记录一致；不一致时停止并说明。',
        'To compare the physical things with the record by scans, device reports and read-back of labels; to stop and say why where they differ.',
      ),
      both(
        '按站点两人批准的带日期规则表判断间隔、限值、检测与失效日期，并列出依据、输入和限值。',
        'To judge intervals, limits, tests and expiry by dated rule tables that two persons of the site adopted, naming clause, input and limit.',
      ),
    ],
  },
  {
    title: both('使用者', 'Users'),
    lines: [
      both(
        '单采护士、医生、检验人员、质量放行人员、打印人员、组长、管理员；志愿者只发放证书。',
        'Apheresis nurses, physicians, laboratory staff, quality release, print clerks, supervisors, administrators; volunteers hand over certificates only.',
      ),
      both(
        '每人用本人工牌和 PIN；经本版本规程培训并考核合格。',
        'Each with a badge and PIN of their own, trained and examined on the procedures of this version.',
      ),
    ],
  },
  {
    title: both('使用环境', 'Where it is used'),
    lines: [
      both(
        '一个采集点的一台工作站，室内，不间断电源供电；数据在本机加密保存，备份放在另一处。',
        'One station of one collection point, indoors, on an uninterruptible supply; records are kept encrypted on the machine, copies in another place.',
      ),
    ],
  },
  {
    title: both('不可用于', 'Not for'),
    lines: [
      both(
        '替代医生判断：能否献血、反应处置、结果解释由医生决定。',
        'Replacing a physician’s judgement: fitness to give, care of reactions and meaning of results are the physician’s.',
      ),
      both(
        '控制采血机或任何设备：本程序只接收读数、发送标签与打印作业。',
        'Controlling an apheresis machine or any device: it receives readings and sends labels and print jobs.',
      ),
      both(
        '全血采集、单采血浆站（原料血浆）、发血到医院、交叉配血、汇集制备。',
        'Whole blood, source plasma stations, issue to hospitals, cross-matching, pooling.',
      ),
      both(
        '作为唯一的安全措施：站点规程、双人核对和纸质预案仍须执行。',
        'Being the only safeguard: procedures, checks by two and the paper fallback still apply.',
      ),
    ],
  },
  {
    title: both('限制', 'Limits'),
    lines: [
      both(
        '本程序不是经注册或许可的医疗器械，也未在贵站验证；首位献血者之前须按验证方案完成验证。',
        'It is no registered or cleared medical device and is not validated at your site; the validation protocol must be completed before the first donor.',
      ),
      both(
        '规则表中标“待核实”的值来自二手资料，须由两名具名人员逐页确认。',
        'Values of the rule tables marked “to confirm” come from secondary sources and must be confirmed by two named persons, page by page.',
      ),
      both('已知问题与局限见“已知问题”。', 'Known anomalies and limits: see “Known anomalies”.'),
    ],
  },
];
