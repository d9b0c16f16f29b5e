import { startTexts } from '../start/texts.ts';

interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** What the terminal door says on standard error when nothing was done, and what to do next. */
const cliTexts: Readonly<Record<string, Sentence>> = {
  'cli.usage': {
    zh: '命令不完整或有误。请按下面的写法再试。',
    en: 'The command is incomplete or wrong. Write it as below.',
  },
  'cli.unknownVerb': {
    zh: '没有这个命令。请用下面列出的一个。',
    en: 'There is no such verb. Use one of those below.',
  },
  'cli.unknownReader': {
    zh: '没有这种读法。请用 scan、resident-id、frame、record 或 printer-status。',
    en: 'There is no such reader. Use scan, resident-id, frame, record or printer-status.',
  },
  'capture.notACapture': {
    zh: '这不是线路抓取文件。请核对文件名。',
    en: 'This is no capture of a line. Check the name of the file.',
  },
  'capture.wrongKey': {
    zh: '密钥不对，或文件被改动过。请核对抓取时显示的密钥。',
    en: 'The key is another one, or the file was changed. Check the key that was shown with the capture.',
  },
  'cli.dataNeeded': {
    zh: '没有指明数据文件夹。请加上 --data 文件夹。',
    en: 'The data folder is not named. Add --data DIR.',
  },
  'cli.noFolder': {
    zh: '这个文件夹里没有采浆点的数据，什么也没有新建。请核对 --data。',
    en: 'There is no station in this folder; nothing was made. Check --data.',
  },
  'cli.folderExists': {
    zh: '这个文件夹已经存在，没有改动。请给 --data 一个新的名字。',
    en: 'This folder exists and was not changed. Give --data a new name.',
  },
  'cli.passphraseNeeded': {
    zh: '这个文件夹由口令保护。请把口令放进环境变量 STATION_PASSPHRASE 再试。',
    en: 'This folder is sealed by a passphrase. Put it into STATION_PASSPHRASE and try again.',
  },
  'cli.sealedByDesktop': {
    zh: '密钥由操作系统为桌面程序保管，什么也没有打开。请用桌面程序的 --cli 运行同一命令，或把恢复密钥照纸放进 STATION_RECOVERY_KEY；抄错一位也会这样提示。',
    en: 'The system keeps the key for the desktop program; nothing was opened. Run the verb by that program’s --cli, or put the recovery key as on the paper into STATION_RECOVERY_KEY; a misread digit gives this too.',
  },
  'cli.recoveryKeyNeeded': {
    zh: '打开备份要用密钥。请加 --key-of 原文件夹，或把恢复密钥照纸放进 STATION_RECOVERY_KEY；抄错一位也会这样提示。',
    en: 'A copy opens with its key alone. Add --key-of DIR, or put the key as on the paper into STATION_RECOVERY_KEY; a misread digit gives this too.',
  },
  'cli.headUnread': {
    zh: '看不懂日报上的链头。请把二维码的内容整行放进 --head，用引号括起来。',
    en: 'The head is not as on a day report. Put the whole line of its code into --head, in quotes.',
  },
  'cli.keyStoreKeepsOne': {
    zh: '这个文件夹的密钥库只能存一把密钥，没有改动。请备份后恢复到新文件夹，新文件夹用新的口令。',
    en: 'The key store of this folder holds one key only; nothing was changed. Back up and restore to a new folder with a new passphrase.',
  },
  'cli.stationClosed': {
    zh: '工作站在回答之前关闭了，结果不明。请用同一个 --command-id 再发一次，不会重做。',
    en: 'The station closed before it answered. Send it again with the same --command-id: it is never done twice.',
  },
  'cli.failed': {
    zh: '没有做成。请看后面的原因，检查磁盘和权限后再试。',
    en: 'It could not be done. See the cause; check disk and permissions, then try again.',
  },
  'backup.exists': {
    zh: '目标已经存在，没有覆盖。请换一个名字或空文件夹。',
    en: 'The target exists and was not overwritten. Choose another name or an empty folder.',
  },
  'cli.notJson': {
    zh: '输入不是 UTF-8 编码的 JSON，什么也没有做。请核对编码，改正引号、括号和逗号后再试。',
    en: 'The input is not JSON in UTF-8; nothing was done. Check the encoding, correct quotes, brackets and commas.',
  },
  'cli.tooLarge': {
    zh: '输入超过 2 MiB，什么也没有做。请分成几次。',
    en: 'The input is over 2 MiB; nothing was done. Send it in parts.',
  },
  'cli.tooDeep': {
    zh: '输入嵌套太深，什么也没有做。请按 contract 给出的格式写。',
    en: 'The input is nested too deep; nothing was done. Write it as contract says.',
  },
  'cli.notEnvelope': {
    zh: '这一行不是一个信封（对象），什么也没有做。请按 loopback.md 写成一行一个。',
    en: 'This line is no envelope (an object); nothing was done. Write one a line, as in loopback.md.',
  },
  'backup.unreadable': {
    zh: '这份备份打不开：文件不在，或密钥不符。请核对文件和密钥。',
    en: 'The copy cannot be opened: it is not there, or the key is another. Check file and key.',
  },
  'backup.damaged': {
    zh: '这份备份已损坏，没有使用。请用另一份备份。',
    en: 'The copy is damaged and was not used. Use another copy.',
  },
  'backup.differs': {
    zh: '副本与原数据不一致，已删除。请检查磁盘后再备份一次。',
    en: 'The copy differed from the records and was removed. Check the disk and copy again.',
  },
};

/** The sentence of a code in both languages; empty for a code that nobody explains. */
export function cliSentence(code: string): string {
  const found = cliSaid(code);
  return found ? `${found.en} ${found.zh}` : '';
}

/** The same by language; null for a code that is not the terminal's. */
export function cliSaid(code: string): Sentence | null {
  return cliTexts[code] ?? (startTexts as Readonly<Record<string, Sentence>>)[code] ?? null;
}
