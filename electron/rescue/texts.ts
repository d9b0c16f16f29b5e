import { troubleTexts } from '#shared/rescue/trouble-words.ts';
import { cliSaid } from '../cli/texts.ts';

interface Sentence {
  readonly zh: string;
  readonly en: string;
}

const rescueTexts: Readonly<Record<string, Sentence>> = {
  'rescue.keyNeeded': {
    zh: '这台计算机没有这份数据的密钥，什么也没有改动。请把恢复密钥照纸输入。',
    en: 'This computer has no key for these data; nothing was changed. Type the recovery key as on the paper.',
  },
  'rescue.keyMisread': {
    zh: '恢复密钥抄错了，没有使用。请对着纸逐组核对后再输入。',
    en: 'The recovery key was misread and not used. Compare it group by group with the paper.',
  },
  'rescue.copyUnreadable': {
    zh: '这个文件打不开：文件不在、已损坏，或密钥不是它的。请换一份副本或核对密钥。',
    en: 'This file cannot be opened: it is gone, damaged, or has another key. Choose another copy or check the key.',
  },
  'rescue.noRoom': {
    zh: '没有地方临时打开，什么也没有改动。请清理系统磁盘或检查临时文件夹后再试。',
    en: 'There is no place to open it for reading; nothing was changed. Free the system disk or check the temporary folder.',
  },
  'rescue.targetUnusable': {
    zh: '目标文件夹已经存在、写不进去，或在原来的数据文件夹里面，没有写入。请换一个新的文件夹，最好在另一块磁盘。',
    en: 'The target exists, cannot be written, or lies inside the data folder; nothing was written. Name a new folder, best on another disk.',
  },
  'rescue.noKeyStore': {
    zh: '没有输入口令，没有恢复。请再恢复一次并给新文件夹设口令。',
    en: 'No passphrase was entered; nothing was restored. Restore again and choose one for the new folder.',
  },
  'rescue.notOpen': {
    zh: '数据文件夹还没有打开。请重新打开本机的采浆点工作站页面。',
    en: 'The data folder is not open yet. Open the page of the station again.',
  },
  'rescue.malformed': {
    zh: '请求不完整，什么也没有做。请填好各项后再试。',
    en: 'The request was incomplete; nothing was done. Fill in the fields and try again.',
  },
  'rescue.failed': {
    zh: '没有做成，原来的文件没有改动。请检查磁盘和权限后再试。',
    en: 'It could not be done; the files were not changed. Check disk and permissions, then try again.',
  },
};

/** The sentence of a code that the rescue screen may show. */
export function rescueSentence(code: string): Sentence {
  const found =
    rescueTexts[code] ?? cliSaid(code) ?? troubleSaid(code) ?? rescueTexts['rescue.failed'];
  if (!found) throw new Error(code);
  return found;
}

function troubleSaid(code: string): Sentence | undefined {
  const { zh, en } = troubleTexts;
  return Object.hasOwn(zh, code)
    ? { zh: zh[code as keyof typeof zh], en: en[code as keyof typeof en] }
    : undefined;
}
