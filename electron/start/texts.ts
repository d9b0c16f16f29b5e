import type { StartProblem } from '../station/create-station.ts';

/** What a start says when it cannot go on: what is safe and what to do, in both languages. */
export const startTexts: Readonly<
  Record<StartProblem, { readonly zh: string; readonly en: string }>
> = {
  'station.folderInUse': {
    zh: '这个数据文件夹正在被另一个采浆点工作站使用，没有改动任何记录。请用已打开的那一个，或先关闭它。',
    en: 'Another station is using this data folder; nothing was changed. Use that one, or close it first.',
  },
  'station.folderFileDamaged': {
    zh: '数据文件夹的说明文件损坏，记录没有改动。请不要新建，用备份恢复或联系管理员。',
    en: 'The folder description is damaged; records are untouched. Do not create anew: restore a backup or call the administrator.',
  },
  'station.keyMissing': {
    zh: '找不到这个数据文件夹的密钥，记录仍在、未改动。请用恢复密钥，或在原来的用户下打开。',
    en: 'The key of this folder was not found; records are there and untouched. Use the recovery key or the user who created it.',
  },
  'station.keyUnreadable': {
    zh: '密钥读不出来，记录没有改动。请核对口令，或联系管理员。',
    en: 'The key cannot be read; records are untouched. Check the passphrase or call the administrator.',
  },
  'db.missing': {
    zh: '数据文件不在了。请不要新建，先检查磁盘，再用备份恢复。',
    en: 'The data file is gone. Do not create anew: check the disk, then restore a backup.',
  },
  'db.wrongKey': {
    zh: '密钥与这个数据文件不符，记录没有改动。请用恢复密钥打开。',
    en: 'The key does not fit this data file; records are untouched. Open it with the recovery key.',
  },
  'db.damaged': {
    zh: '数据文件损坏，没有继续写入。请用最近的备份恢复。',
    en: 'The data file is damaged; nothing more was written. Restore the newest backup.',
  },
  'db.notOurs': {
    zh: '这不是采浆点工作站的数据文件，没有改动。请换一个文件夹。',
    en: 'This is not a data file of the station; nothing was changed. Choose another folder.',
  },
  'db.sqliteTooOld': {
    zh: '数据库部件版本过旧，不能安全使用。请重新安装本程序。',
    en: 'The database part is too old to be safe. Install the program again.',
  },
  'db.settingRefused': {
    zh: '磁盘不接受安全写入的设置，没有打开。请把数据文件夹放到本机磁盘。',
    en: 'The disk refuses the settings for safe writing. Put the data folder on a local disk.',
  },
  'db.unreadable': {
    zh: '数据文件读不出来，没有改动。请检查磁盘和权限。',
    en: 'The data file cannot be read; nothing was changed. Check the disk and permissions.',
  },
  'db.futureVersion': {
    zh: '数据文件来自更新的版本，没有改动。请用更新的程序打开。',
    en: 'The data file comes from a newer version; nothing was changed. Open it with the newer program.',
  },
};
