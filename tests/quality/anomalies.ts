import { type Both, both } from './words.ts';

/** A known anomaly or limit: what it is, what follows for the site, what to do until it is gone. */
export interface Anomaly {
  readonly id: string;
  readonly what: Both;
  readonly effect: Both;
  readonly todo: Both;
}

const anomaly = (id: string, what: Both, effect: Both, todo: Both): Anomaly => ({
  id,
  what,
  effect,
  todo,
});

/** The one list of what is known not to hold; README leads here. Ids are never used again. */
export const ANOMALIES: readonly Anomaly[] = [
  anomaly(
    'A-01',
    both(
      'Electron 程序没有在构建机器上运行过；桌面门用严格替身测试，其余与浏览器门共用。',
      'Electron’s program could not be run where this was built. The desktop door is tested against a strict double of the parts of `electron` that it uses and shares everything else with the loopback door; nobody has seen it in a real window.',
    ),
    both(
      '窗口、托盘、系统密钥库的行为未在真实窗口里看过；安装包未生成过。',
      'Window, tray and the system’s key store were never seen for real; the installer has not been built.',
    ),
    both(
      '安装确认时逐项查看桌面窗口；有问题改用浏览器门。',
      'Look at the desktop window at installation; use the loopback door where it fails.',
    ),
  ),
  anomaly(
    'A-02',
    both(
      '没有在真实标签机或证书纸上打印过；以渲染和独立读取、自有 IPP 打印机和真实 CUPS 验证。没有 Windows 打印队列。',
      'Nothing was printed on paper or on a label printer. Labels and certificates are proved by rendering and independent reading, queues against an IPP printer of ours and (system tests) a real CUPS. The Windows print queue is not there.',
    ),
    both('浓度、切纸、耐冻性能未知。', 'Darkness, cutting and behaviour when frozen are unknown.'),
    both(
      '完成 PQ-05 与 PQ-06；Windows 上使用网络打印机地址。',
      'Complete PQ-05 and PQ-06; on Windows use the printer’s network address.',
    ),
  ),
  anomaly(
    'A-03',
    both(
      '没有实现任何厂家的主机协议；采血机线路是自有的公开协议。伪终端掩盖速率错误，损坏和速率不符是按位模拟的。模拟设备的曲线数值是我们自定的，没有厂家公布过。',
      'No maker’s host protocol is implemented; our apheresis line is a documented protocol of ours. Pseudo-terminals hide baud errors, so damage and a wrong speed are simulated, bit by bit. The figures of the simulated curves are ours; no maker published any.',
    ),
    both(
      '真实采血机须写适配器，否则数值由人录入并由第二人读回。',
      'A real machine needs an adapter; without one values are keyed and read back by a second person.',
    ),
    both(
      '“无连接”是正常方式；联机前按厂家接口文件完成适配与 OQ-05。',
      'No link is a normal mode; before linking, adapt by the maker’s document and complete OQ-05.',
    ),
  ),
  anomaly(
    'A-04',
    both(
      '标“待核实”的规则值来自二手资料；演示的产品码是本地码。',
      'Rule values marked 待核实 come from secondary sources. Product codes of the demo are local codes.',
    ),
    both('未确认的规则包不能采用。', 'A pack with unconfirmed values cannot be adopted.'),
    both(
      '两人逐页对照原文确认；产品码向编码管理部门核定。',
      'Two persons confirm page by page against the original; have product codes assigned.',
    ),
  ),
  anomaly(
    'A-05',
    both(
      '两站只在测试中交换记录，没有网络交换。',
      'Two stations exchange journals in tests only; there is no network exchange yet.',
    ),
    both(
      '别站的暂缓和捐献看不到；血浆只能由制作它的站贴签放行。若两站以同一出处为一人记下不同的旧血型，交换后只计较早的一份。',
      'Deferrals and donations of another station are not seen; only the station that made a unit labels and releases it. Where two stations took over different old groups of one person from one source, only the earlier counts after an exchange.',
    ),
    both(
      '一个点一台工作站；别处情况由登记查询和补录历史补足。',
      'One station a point; the rest by asking the register and entering history.',
    ),
  ),
  anomaly(
    'A-06',
    both(
      '没有退回检查、汇集、再分装和紧急放行。',
      'Inspection of returns, pools, re-splits and emergency release are not in the product.',
    ),
    both(
      '已发出的血浆不能再入库：退回的由血液中心处理，追回结果记在召回里。',
      'An issued unit never comes back to the shelf here: the blood centre deals with returns, a recall notes the end.',
    ),
    both(
      '由血液中心系统管理；放行清单打印交接。',
      'Kept by the blood centre’s system; hand over with the printed list.',
    ),
  ),
  anomaly(
    'A-07',
    both(
      '没有“更正身份”：采集开始后献血者、编号、袋的关联不能更改。',
      '*Correct identity* does not exist: after the start the keys of a donation cannot be changed at all.',
    ),
    both(
      '关联确有错误时血浆只能扣留并报废。',
      'Where a link is wrong the plasma can only be held and discarded.',
    ),
    both(
      '开事件“身份存疑”，扣留，质量人员决定。',
      'Open an incident “identity in doubt”, hold, let quality decide.',
    ),
  ),
  anomaly(
    'A-08',
    both(
      '四十条不变式都有以其编号命名的测试，但证明深度不同；INV-39 只对互不相遇的两站判断。',
      'Each of the forty invariants has tests by its name (`../../safety.md`), but not all are proved equally deep; INV-39 is judged for two stations that never meet.',
    ),
    both('见安全文件的证明种类一栏。', 'See the kinds of proof in the safety document.'),
    both('无需站点处理。', 'Nothing to do at the site.'),
  ),
  anomaly(
    'A-09',
    both(
      '数据密钥只在密钥文件处可就地轮换，其他处须备份后恢复。',
      'The key of a folder can be rotated where it lies in a key file; elsewhere by backup and restore.',
    ),
    both(
      '用口令或系统密钥库时轮换须停机。',
      'With a passphrase or the system’s key store rotation needs a stop.',
    ),
    both(
      '按 `../../records.md` 备份、恢复到新文件夹。',
      'Copy and restore into a new folder as `../../records.md` says.',
    ),
  ),
  anomaly(
    'A-10',
    both(
      '连同机外锚点一起放回的整套旧副本，程序自己发现不了。',
      'An old copy of everything, anchor included, is not noticed by the program itself.',
    ),
    both('旧副本之后的记录会缺失。', 'Records after that copy would be missing.'),
    both(
      '每天打印日报存档；有疑问用 `station verify --head` 与日报链头核对。',
      'File the printed day report each day; in doubt compare its head by `station verify --head`.',
    ),
  ),
  anomaly(
    'A-11',
    both(
      '断电、写错误、磁盘满的证明在 Linux 上做；Windows 和 macOS 未测。',
      'Power cuts, write errors and full disks were proved on Linux; Windows and macOS were not measured.',
    ),
    both('其他系统上的落盘行为未经证明。', 'What the disk keeps is unproved elsewhere.'),
    both(
      '首选 Linux；其他系统须完成 PQ-03 并配不间断电源。',
      'Prefer Linux; elsewhere complete PQ-03 and have an uninterruptible supply.',
    ),
  ),
  anomaly(
    'A-13',
    both(
      '解除整屏停止须有另一名组长或放行人员在场。',
      'Lifting a full-screen stop needs another person on site who is supervisor or releaser.',
    ),
    both(
      '没有第二人的班次须等待或离开该步骤；这是有意的。',
      'A shift without one waits or leaves the step; that is meant.',
    ),
    both('排班时保证有第二人。', 'Roster a second person.'),
  ),
  anomaly(
    'A-14',
    both(
      '两百万献血者时，登记到场约为裸事务的 2.3 倍，超过 2 倍的目标（见 scale.md）；独立判官从文件逐条读取，只测到十万献血者；副本每次都是全部。',
      'With two million donors a check-in takes about 2.3 times the bare transaction, above the goal of 2 (scale.md); the judge reads its journal from the file and was measured with 100,000 donors; a copy is always a whole one.',
    ),
    both(
      '一千万条目时夜间复核估计要半小时、两三 GB 内存；内存不足会中断并记入日志，不影响工作；备份需要数分钟。',
      'At ten million entries the nightly look is estimated at half an hour and 2 to 3 GB; without that memory it ends and is logged, work goes on; copies take minutes.',
    ),
    both(
      '条目很多时预留 4 GB 内存；上线前按本库规模运行 bench 和 judge。',
      'With many entries allow 4 GB of memory; run the bench and judge at your size before going live.',
    ),
  ),
  anomaly(
    'A-15',
    both(
      '用药只记下医嘱医生的姓名，医生不在系统里签署；反应分类按 WS/T 551-2017 的类别和国际分级，措辞未与标准原文核对。',
      'A drug names the physician who ordered it; she does not sign in the system. Reactions follow the categories of WS/T 551-2017 and the international grades; the wording was not compared with the text of the standard.',
    ),
    both(
      '选错医生不会被当场发现；统计口径可能与上报表不完全一致。',
      'A wrong physician is not noticed at once; counts may differ from the reporting form.',
    ),
    both(
      '医嘱单照常由医生签字；上线前由质量负责人核对反应名称。',
      'The physician signs the order sheet as before; the quality officer compares the names of reactions before going live.',
    ),
  ),
  anomaly(
    'A-16',
    both(
      '针刺急救卡的时限来自二手资料，乙肝一条凭经验；没有与现行指南逐条核对。',
      'The times of the first-aid card for needle-sticks come from secondary sources, the line on hepatitis B from experience; nobody compared them with the guidance in force.',
    ),
    both('处置时限可能与本院规定不同。', 'The times may differ from those of the hospital.'),
    both(
      '上线前由医生核对急救卡；不一致时以医院规定为准并张贴。',
      'A physician compares the card before going live; where it differs the hospital’s own rule holds and hangs beside the chair.',
    ),
  ),
];
