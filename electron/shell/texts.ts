/** A sentence in both languages; the shell speaks before any screen can. */
export interface ShellText {
  readonly zh: string;
  readonly en: string;
}

/** What the desktop shell says by itself, by code. */
export const shellTexts = {
  'shell.title': { zh: 'PlasmaPoint 采浆点工作站', en: 'PlasmaPoint station' },
  'shell.stopped': {
    zh: '程序遇到意外错误，已停止，以免出错。已确认的记录都已存好。请重新打开；若再次出现，请联系管理员。',
    en: 'The program met an unexpected error and stopped so that nothing goes wrong. Confirmed records are kept. Open it again; if this returns, call the administrator.',
  },
  'shell.restart': { zh: '重新打开', en: 'Open again' },
  'shell.quit': { zh: '退出', en: 'Quit' },
  'shell.screenLost': {
    zh: '画面无法恢复，记录已存好。请退出后重新打开。',
    en: 'The screen cannot be restored; records are kept. Quit and open again.',
  },
  'shell.noKeyStore': {
    zh: '这台计算机没有可靠的密钥库，也没有输入口令，所以没有打开，任何记录都没有改动。请重新打开并输入口令。',
    en: 'This computer has no dependable key store and no passphrase was entered, so nothing was opened or changed. Open again and enter the passphrase.',
  },
  'shell.passphraseTitle': { zh: '数据文件夹的口令', en: 'Passphrase of the data folder' },
  'shell.passphraseNew': {
    zh: '这台计算机没有可靠的密钥库。请为数据文件夹设一个至少 15 个字符的口令，以后每次打开都要输入。忘记口令后只能用恢复密钥打开。',
    en: 'This computer has no dependable key store. Choose a passphrase of at least 15 characters; it is asked for at each start. If it is forgotten, only the recovery key opens the folder.',
  },
  'shell.passphraseKnown': {
    zh: '请输入这个数据文件夹的口令。',
    en: 'Enter the passphrase of this data folder.',
  },
  'shell.passphrase': { zh: '口令', en: 'Passphrase' },
  'shell.passphraseAgain': { zh: '再输入一次', en: 'Once more' },
  'shell.passphraseOpen': { zh: '打开', en: 'Open' },
  'shell.passphraseShort': {
    zh: '口令至少要 15 个字符。请输入更长的口令。',
    en: 'The passphrase needs at least 15 characters. Enter a longer one.',
  },
  'shell.passphraseDiffers': {
    zh: '两次输入不一样。请重新输入。',
    en: 'The two entries differ. Enter both again.',
  },
} as const satisfies Readonly<Record<string, ShellText>>;

export type ShellCode = keyof typeof shellTexts;

/** Both languages of a text, Chinese first, on lines of their own. */
export function bothOf(text: ShellText): string {
  return `${text.zh}\n${text.en}`;
}
