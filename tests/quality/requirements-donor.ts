import {
  and,
  COLLECTION,
  DONOR_SERVICE,
  IDENTITY,
  law,
  type Requirement,
  row,
} from './requirement.ts';
import { both } from './words.ts';

/** Identity, eligibility and the draw. */
export const DONOR_REQUIREMENTS: readonly Requirement[] = [
  row(
    'REQ-DON-1',
    both(
      '一个人只有一份历史：登记时查重，疑似同一人须先判定才能采集；合并取最严。',
      'One person has one history: duplicates are looked for at registration and decided before a needle; a merge keeps the strictest.',
    ),
    DONOR_SERVICE,
    {
      operations: ['donors.*'],
      rules: ['SITE-REGISTER', 'SITE-DOCUMENT'],
      invariants: ['INV-05'],
      tests: ['tests/features/donors/search.test.ts'],
    },
  ),
  row(
    'REQ-DON-1B',
    both(
      '预检标本有自己的号，不是献血条码；结果按规则限期有效，除非规则写明，不代替献浆当次的检测。',
      'A sample for tests alone has a number of its own; its results are valid for a time by rule and never stand for the donation’s own tests unless a rule says so.',
    ),
    and(DONOR_SERVICE, both('站点规则', 'site rule')),
    {
      operations: ['donors.takeTestSample', 'donors.testSamples', 'donors.testOffer'],
      rules: ['SITE-PRETEST', 'SITE-OWNTEST'],
      invariants: ['INV-10', 'INV-11', 'INV-12'],
      tests: ['tests/features/laboratory/test-only.test.ts'],
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
      rules: ['P0*', 'P1*', 'P2*', 'T0*', 'T1*', 'T2*', 'V0*', 'SITE-DEFERRAL', 'SITE-HIDDEN'],
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
      operations: [
        'visits.signConsent',
        'visits.answerQuestionnaire',
        'visits.enterPaper',
        'visits.settlePaper',
        'kiosk.*',
      ],
      rules: ['Q-*', 'SITE-ANSWER', 'SITE-SITTING'],
      invariants: ['INV-31'],
    },
  ),
  row(
    'REQ-DON-4',
    both(
      '献血者队伍只召集同意联系、到了可献日期的人；召集名单留痕。',
      'Donor teams call out only those who agreed to be contacted and whose day has come; call-outs are recorded.',
    ),
    DONOR_SERVICE,
    { operations: ['teams.*'], tests: ['tests/features/teams/teams.test.ts'] },
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
      operations: ['collection.*', 'scanning.*'],
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
        'collection.disinfectArm',
        'collection.stickAgain',
        'collection.drawTube',
        'collection.giveDrug',
        'collection.take*',
        'collection.recordReaction',
        'collection.changeReaction',
        'collection.closeReaction',
        'collection.followUp*',
        'collection.reactionCounts',
        'collection.callPhysician',
        'collection.noteUnanswered',
        'collection.unanswered',
        'collection.transferDonor',
        'collection.stateRestart',
        'calls.*',
      ],
      rules: [
        'SITE-VITALS',
        'SITE-CEILING',
        'SITE-OBS',
        'SITE-VOLVAR',
        'SITE-DENSITY',
        'SITE-NOMOGRAM',
        'SITE-RISK',
        'SITE-METER',
        'SITE-DRY',
        'SITE-STICKS',
        'SITE-RUNTIME',
        'SITE-COLD',
        'SITE-PHYSICIAN',
        'SITE-RESTCHECK',
        'SITE-CALL',
      ],
      invariants: ['INV-33'],
      tests: [
        'tests/features/collection/draw.test.ts',
        'tests/features/collection/reactions.test.ts',
        'tests/features/collection/end.test.ts',
        'tests/features/collection/machine.test.ts',
      ],
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
    'REQ-COL-5',
    both(
      '床椅清洁、用过的套装入袋后才接下一位；废物袋编号、称重、两人交接；针刺立即可记。',
      'A chair takes the next donor when it is clean and its set is in a bag; waste bags are numbered, weighed and handed over by two; a needle-stick is recorded at once.',
    ),
    and(law('10'), COLLECTION),
    {
      operations: [
        'waste.*',
        'collection.cleanChair',
        'collection.spoilKit',
        'collection.discardSet',
        'collection.turnRound',
        'quality.reportNeedleStick',
      ],
      tests: ['tests/features/collection/turn.test.ts', 'tests/features/waste/waste.test.ts'],
    },
  ),
  row(
    'REQ-COL-6',
    both(
      '交接班两人签字；号、贴、管、标签、套装账目平；差异有人负责地结转，不归零。',
      'A shift is handed over by two; accounts of numbers, stickers, tubes, labels and kits come to zero; differences are carried with an owner, never zeroed.',
    ),
    COLLECTION,
    {
      operations: ['handover.*', 'honours.printHandover'],
      rules: ['SITE-SHORT'],
      tests: ['tests/features/handover/handover.test.ts', 'tests/features/handover/tally.test.ts'],
    },
  ),
];
