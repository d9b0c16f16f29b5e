const zh = {
  title: '数据文件夹打不开',
  product: 'PlasmaPoint 采浆点工作站',
  safe: '没有新建任何东西，原来的文件没有改动。',
  reading: '正在查看数据文件夹',
  facts: {
    folder: '数据文件夹',
    code: '代码',
    database: '数据文件',
    there: '在',
    gone: '不在',
    key: '这台计算机的密钥',
    copies: '找到的副本',
    copyCount: '{{count}} 份',
  },
  again: {
    title: '再打开一次',
    text: '接好磁盘、腾出空间或关掉另一个程序之后。',
    do: '再打开一次',
  },
  key: {
    label: '恢复密钥',
    hint: '密封保存的纸上 14 组、每组 4 位。',
    known: '这台计算机有密钥，不用输入。',
  },
  copy: {
    label: '用哪一份',
    own: '这个文件夹现在的数据文件',
    other: '别处的文件',
    path: '副本文件的完整路径',
    none: '没有找到副本。请接上放副本的磁盘，写出文件的路径。',
  },
  read: {
    title: '只看记录',
    text: '打开一份副本查看：延期、结果、标签、证书。登录照常，不能记录。',
    do: '打开来看',
  },
  export: {
    title: '导出还能读的',
    text: '把原文件原样拷到新文件夹；有密钥时，另外读出还能读的每一条，做成可恢复的副本。',
    to: '新文件夹',
    do: '导出',
    done: '已导出 {{files}} 个文件到 {{folder}}。',
    salvaged: '读出 {{entries}} 条（共 {{expected}} 条），副本：{{file}}',
    nothing: '没有读出记录：要有密钥，文件开头也要完好。',
  },
  restore: {
    title: '从副本恢复',
    text: '在新文件夹建立工作站。副本之后的工作不在里面；旧的献血码号段作废，先领新号段。',
    to: '新文件夹',
    do: '恢复并打开',
    done: '已恢复到 {{folder}}。以后用 --data 指到这个文件夹打开。',
    open: '进入工作站',
  },
  busy: '正在做，请等一等',
  toEnglish: 'English',
  toChinese: '中文',
} as const;

type Words<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Words<T[Key]> };

const en: Words<typeof zh> = {
  title: 'The data folder cannot be opened',
  product: 'PlasmaPoint station',
  safe: 'Nothing new was made; the files are unchanged.',
  reading: 'Looking at the data folder',
  facts: {
    folder: 'Data folder',
    code: 'Code',
    database: 'Data file',
    there: 'there',
    gone: 'gone',
    key: 'Key on this computer',
    copies: 'Copies found',
    copyCount: '{{count}}',
  },
  again: {
    title: 'Open again',
    text: 'After connecting the disk, freeing space, or closing the other program.',
    do: 'Open again',
  },
  key: {
    label: 'Recovery key',
    hint: '14 groups of 4 digits, on the sheet in the safe.',
    known: 'This computer has the key; leave it empty.',
  },
  copy: {
    label: 'Which one',
    own: 'The data file in this folder, as it is',
    other: 'A file elsewhere',
    path: 'Full path of the copy',
    none: 'No copy was found. Connect the disk with the copies and type the path of one.',
  },
  read: {
    title: 'Read the records',
    text: 'Opens a copy to look at: deferrals, results, labels, certificates. Sign in as ever; nothing can be recorded.',
    do: 'Open for reading',
  },
  export: {
    title: 'Export what can be read',
    text: 'Takes the files as they are to a new folder; with the key, also every entry that can still be read, as a copy to restore.',
    to: 'New folder',
    do: 'Export',
    done: '{{files}} files were exported to {{folder}}.',
    salvaged: '{{entries}} of {{expected}} entries were read; copy: {{file}}',
    nothing: 'No entry was read: that needs the key and an intact beginning of the file.',
  },
  restore: {
    title: 'Restore a copy',
    text: 'Makes a station in a new folder. Work after the copy is not in it; old number ranges are burned, a new one must be leased first.',
    to: 'New folder',
    do: 'Restore and open',
    done: 'Restored to {{folder}}. From now on open that folder with --data.',
    open: 'Go to the station',
  },
  busy: 'Working, please wait',
  toEnglish: 'English',
  toChinese: '中文',
};

/** Words of the screen for a data folder that cannot be opened; sentences of codes come with them. */
export const rescueTexts = { zh, en } as const;
