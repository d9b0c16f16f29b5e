const zh = {
  lead: '注意',
  ways: '看副本、导出、恢复',
  unknown: '本机记录有问题（{{code}}）。请把代码告诉管理员',
  'station.readingCopy':
    '正在看一份副本：只能查看，什么都不记录。要工作，请恢复或修好原文件夹后重新打开',
  'station.clockAhead': '时钟往前跳了，按时间判断的步骤先停。请两人在“关于”核对后签名',
  'station.clockToConfirm': '停用了一段时间：登录后请先确认日期和时间，之前什么都不记录',
  'station.clockBehind': '时钟往回跳了，或比记录慢，按时间判断的步骤先停。请把计算机时间调准',
  'station.checkingPages': '上次没有正常关闭，正在检查数据文件。贴标、放行请等检查完成',
  'station.folderMoved': '数据文件夹被移走或换掉，已停止记录。请放回原处后重新打开',
  'station.databaseUnreadable': '数据文件读写出错，已停止记录。请检查磁盘后重新打开',
  'station.unitsContradict': '血浆记录互相矛盾，只能查看。请联系管理员，从副本恢复',
  'station.recordsContradict': '记录检查没有通过，只能查看。请联系管理员，从副本恢复',
  'db.damaged': '数据文件有损坏，只能查看。请联系管理员，从副本恢复',
  'journal.gap': '记录链缺了一段，只能查看。请联系管理员，从副本恢复',
  'journal.broken': '记录链断了，只能查看。请联系管理员，从副本恢复',
  'journal.altered': '有记录被改过，只能查看。请联系管理员，从副本恢复',
  'journal.behindAnchor':
    '数据比上次退出时旧，最近的记录不见了，只能查看。请联系管理员，用最新的副本恢复',
  'journal.anchorMissing':
    '没有找到上次的记录链头，不能排除数据被换成旧的。请用日报上的二维码核对（station verify --head）',
  'journal.anchorNotKept':
    '记录链头写不进配置文件夹，数据被换成旧的会看不出来。请检查系统磁盘和权限',
  'station.folderTwice':
    '这台计算机上还有一份同样的数据文件夹。两份都用会各记各的。请把不用的一份移走',
  'copies.ahead': '副本里的记录比本机多，本机数据被换成了旧的，只能查看。请用最新的副本恢复',
  'copies.diverge': '副本的记录与本机不是同一条链。请联系管理员，查清哪一份是真的',
  'copies.otherStation': '第二个文件夹里最新的副本是另一个站的。请给本站另设一个文件夹',
  'copies.unreadable': '最新的副本打不开，靠不住。请现在备份，并查那块磁盘',
  'copies.gone': '放副本的第二个文件夹没有副本或连不上。请接好那块磁盘',
  'copies.stale': '第二个文件夹的副本已超过一天没有更新。请检查那块磁盘，现在备份',
} as const;

type Words = { readonly [Key in keyof typeof zh]: string };

const en: Words = {
  lead: 'Attention',
  ways: 'Read a copy, export, restore',
  unknown: 'Something is wrong with the records here ({{code}}). Tell the administrator this code',
  'station.readingCopy':
    'This is a copy: it can be read, nothing is recorded. To work, restore it or mend the folder, then open again',
  'station.clockAhead':
    'The clock jumped ahead; steps that go by the time wait. Two compare it under About and sign',
  'station.clockToConfirm':
    'The station stood still for a while: whoever signs in confirms date and time; until then nothing is recorded',
  'station.clockBehind':
    'The clock went back or is behind the records; steps that go by the time wait. Set the computer’s time right',
  'station.checkingPages':
    'The last stop was not clean; the data file is being checked. Labels and release wait for it',
  'station.folderMoved':
    'The data folder was moved or replaced; recording stopped. Put it back, then open again',
  'station.databaseUnreadable':
    'The data file cannot be read or written; recording stopped. Check the disk, then open again',
  'station.unitsContradict':
    'Records of plasma contradict each other; reading only. Call the administrator: restore a copy',
  'station.recordsContradict':
    'The records did not pass their check; reading only. Call the administrator: restore a copy',
  'db.damaged': 'The data file is damaged; reading only. Call the administrator: restore a copy',
  'journal.gap': 'Entries are missing; reading only. Call the administrator: restore a copy',
  'journal.broken':
    'The chain of entries is broken; reading only. Call the administrator: restore a copy',
  'journal.altered': 'An entry was altered; reading only. Call the administrator: restore a copy',
  'journal.behindAnchor':
    'The data are older than at the last stop: the newest entries are gone; reading only. Restore the newest copy',
  'journal.anchorMissing':
    'The last head of the chain was not found, so older data cannot be ruled out. Compare the code on the day report (station verify --head)',
  'journal.anchorNotKept':
    'The head of the chain cannot be kept in the configuration folder, so older data put back would not be seen. Check the system disk and its rights',
  'station.folderTwice':
    'The same records lie in another folder of this computer too. Worked on both, they part ways. Move the unused one away',
  'copies.ahead':
    'A copy knows more than this station: its data were put back; reading only. Restore the newest copy',
  'copies.diverge':
    'The copy’s chain is not the station’s. Call the administrator: find out which one is true',
  'copies.otherStation':
    'The newest copy in the second folder is another station’s. Give this station a folder of its own',
  'copies.unreadable':
    'The newest copy cannot be opened and is no safety. Back up now and check that disk',
  'copies.gone': 'The second folder has no copy or is not connected. Connect that disk',
  'copies.stale': 'The second folder’s copy is over a day old. Check that disk and back up now',
};

/** What the strip on every screen says of the station's own troubles, by code. */
export const troubleTexts = { zh, en } as const;
