import type { StartProblem } from '../station/start-problem.ts';

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
  'station.folderGone': {
    zh: '这个位置原来有采浆点的记录，现在不见了。没有新建任何东西。请检查磁盘是否接好、文件夹是否被移走；确实要重新开始，请换一个文件夹。',
    en: 'The records that were kept here are gone; nothing new was made. Check that the disk is connected and the folder was not moved. To begin anew on purpose, choose another folder.',
  },
  'station.folderForeign': {
    zh: '这个文件夹里有别的文件，没有采浆点的记录，没有在里面新建任何东西。请换一个空文件夹；如果记录本来在这里，请用备份恢复。',
    en: 'This folder holds other files and no records of a station; nothing was made in it. Choose an empty folder; if records were kept here, restore a backup.',
  },
  'station.restoreUnfinished': {
    zh: '上次恢复没有做完，这个文件夹还不能用；备份文件没有改动。请对同一文件夹再恢复一次。',
    en: 'A restore into this folder was cut short and it cannot be used yet; the copy is untouched. Restore into the same folder again.',
  },
  'station.folderFull': {
    zh: '磁盘已满，没有打开，记录没有改动。请清理磁盘后重新打开。',
    en: 'The disk is full; nothing was opened or changed. Free space, then open again.',
  },
  'station.folderReadOnly': {
    zh: '不能往数据文件夹里写，没有打开，记录没有改动。请检查磁盘是否只读、文件夹的权限。',
    en: 'The data folder cannot be written; nothing was opened or changed. Check whether the disk is read-only, and the rights of the folder.',
  },
  'station.folderUnreadable': {
    zh: '数据文件夹读不出或写不进，没有打开；已确认的记录仍在。请核对位置，检查磁盘和连线后重新打开；再出错请用备份恢复到另一个磁盘。',
    en: 'The data folder could not be read or written and was not opened; confirmed records are kept. Check the place, the disk and its cable, then open again; if it fails again, restore a backup to another disk.',
  },
  'station.folderOfPractice': {
    zh: '这个文件夹是演示或练习用的，里面没有真实记录，不能当作正式工作站打开；没有改动。请换一个文件夹，或用 --practice 打开。',
    en: 'This folder belongs to a demonstration or to practice and holds no real records; it was not opened as a station, and nothing was changed. Choose another folder, or open it with --practice.',
  },
  'station.folderOfSite': {
    zh: '这个文件夹里是采浆点的真实记录，不能用来演示或练习；没有改动。请不写 --data，或换一个空文件夹。',
    en: 'This folder holds the real records of a collection point and cannot be used for demonstration or practice; nothing was changed. Leave out --data, or choose an empty folder.',
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
  'db.copyFailed': {
    zh: '更新数据结构之前的副本没有做成，所以没有更新，数据没有改动。请检查磁盘和空间后重新打开。',
    en: 'The copy before the update of the data did not hold, so nothing was updated or changed. Check the disk and its room, then open again.',
  },
  'db.migrationFailed': {
    zh: '这一版程序没能更新数据结构，数据没有改动。请用原来的程序版本打开，并告诉管理员。',
    en: 'This version could not update the data, which were not changed. Open them with the version before, and tell the administrator.',
  },
  'db.futureVersion': {
    zh: '数据文件来自更新的版本，没有改动。请用更新的程序打开。',
    en: 'The data file comes from a newer version; nothing was changed. Open it with the newer program.',
  },
};

/** What keeps a start from coming as far as a folder. */
export function startFailure(error: unknown): { readonly zh: string; readonly en: string } {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE' || code === 'EACCES') {
    return {
      zh: '这个端口不能用：被别的程序占着，或没有权限。记录没有改动。请换一个 --port，或不写。',
      en: 'This port cannot be used: another program has it, or it is not permitted. No record was changed. Choose another --port, or none.',
    };
  }
  if (code === 'EMFILE' || code === 'ENFILE') {
    return {
      zh: '这台计算机打开的文件太多，没有打开，记录没有改动。请关闭别的程序后重新打开。',
      en: 'Too many files are open on this computer; nothing was opened or changed. Close other programs, then open again.',
    };
  }
  return {
    zh: '程序遇到意外错误，已停止，以免出错。已确认的记录都已存好。请重新打开；仍不行，把下面一行告诉管理员。',
    en: 'The program met an unexpected error and stopped so that nothing goes wrong. Confirmed records are kept. Open it again; if that fails, tell the administrator the line below.',
  };
}
