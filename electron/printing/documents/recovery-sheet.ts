import type { Result } from '#shared/kernel/result.ts';
import { drawFlow, type PaperStamp } from './flow.ts';
import type { PaperDocument, PaperProblem } from './problems.ts';

/** What stands on the recovery sheet. */
export interface RecoverySheetContent {
  readonly station: string;
  readonly room: string;
  /** The key in groups of four digits. */
  readonly key: string;
}

/** Digits per line: as many as people copy without losing their place. */
const GROUPS_PER_LINE = 7;

/** 恢复密钥: one sheet for the safe, in both languages, because nobody knows who will read it. */
export function renderRecoverySheet(
  content: RecoverySheetContent,
  stamp: PaperStamp,
): Promise<Result<PaperDocument, PaperProblem>> {
  return drawFlow('恢复密钥 Recovery key', stamp, (flow) => {
    flow.title('恢复密钥', 'Recovery key');
    flow.facts([
      ['机构 Site', stamp.facilityName],
      ['房间 Room', content.room],
      ['站编号 Station', content.station],
    ]);
    flow.heading('密钥 Key');
    const groups = content.key.split('-');
    for (let at = 0; at < groups.length; at += GROUPS_PER_LINE) {
      const line = groups.slice(at, at + GROUPS_PER_LINE).join(' - ');
      flow.paragraph(line, { size: 15, align: 'left', after: 3 });
    }
    flow.symbol('qrcode', content.key, 0.6, '');
    flow.heading('怎样用 How to use it');
    for (const line of HOW) flow.paragraph(line);
    flow.signatures(['管理员 Administrator', '第二人 Second person', '封存日期 Sealed on']);
  });
}

const HOW = [
  '拿到这张纸和一份备份文件的人，可以读出全部记录。请两人签名、装袋封口，放进保险柜，与计算机分开存放。',
  'Whoever holds this sheet and a copy can read every record. Sign it, seal it, and keep it in a safe away from the computer.',
  '恢复：在另一台装好本程序的计算机上运行 station restore 备份文件 --data 新文件夹，按提示输入密钥。',
  'To restore: on another computer run “station restore COPY --data NEWFOLDER” and give the key in STATION_RECOVERY_KEY.',
  '字母 O 与数字 0、字母 I、L 与数字 1 不分；最后四位是校验，抄错会提示。',
  'O and 0, and I, L and 1 are the same; the last four digits are a check, so that a slip is told.',
];
