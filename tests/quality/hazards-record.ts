import { hazard } from './hazard.ts';

/** Hazards H17 to H32: holds, people, records, screens. */
export const HAZARDS_RECORD = [
  hazard(
    17,
    5,
    ['扣留遗漏或过早解除', '一人解除、遗漏同次其他袋', '感染', '实物未移入隔离位；靠盘点'],
    [
      'lifted by one, siblings forgotten',
      'infection',
      'the bag itself not moved; held by stock-taking',
    ],
  ),
  hazard(
    18,
    5,
    ['召回时找不到', '去向不全', '感染', '发出到医院不在本程序'],
    ['path incomplete', 'infection', 'issue to hospitals is not in the product'],
  ),
  hazard(
    19,
    4,
    ['重复发出或退回再发', '两站、未检退回', '有害', '发出与退回未提供'],
    ['two stations, return without checks', 'harm', 'issue and return are not in the product'],
  ),
  hazard(
    20,
    4,
    ['越权或无人知晓的操作', '共用登录、屏幕未锁', '任何伤害', '借出工牌和 PIN；靠制度'],
    ['shared login, open screen', 'any of these', 'badge and PIN lent; held by discipline'],
  ),
  hazard(
    21,
    5,
    ['第二人核对流于形式', '同一人两账号、沿用上次凭据', '任何伤害', '第二人不看；靠培训'],
    [
      'two accounts of one person, old credentials',
      'any of these',
      'a second who does not look; held by training',
    ],
  ),
  hazard(
    22,
    4,
    ['签名没有意义', '签后内容变化', '无法追责', '无已知剩余'],
    ['content changed after signing', 'nobody answers for it', 'none known'],
  ),
  hazard(
    23,
    4,
    [
      '记录被悄悄改动',
      '改文件、放回旧文件',
      '无法信赖',
      '连锚点一起放回的旧副本只能由打印的链头发现',
    ],
    [
      'file edited, old file put back',
      'records cannot be trusted',
      'an old copy with its anchor is found only by the printed head',
    ],
  ),
  hazard(
    24,
    5,
    ['断电丢已保存记录', '未落盘、日志文件被删', '任何伤害', '磁盘谎报写入；靠不间断电源和备份'],
    [
      'not forced to disk, log removed',
      'any of these',
      'a disk that lies; held by supply and copies',
    ],
  ),
  hazard(
    25,
    5,
    ['命令只存一半', '两次写之间崩溃', '任何伤害', '无已知剩余'],
    ['crash between two writes', 'any of these', 'none known'],
  ),
  hazard(
    26,
    4,
    ['已保存却说没有，重做一次', '回答丢失', '重复记录', '无已知剩余'],
    ['the answer was lost', 'things recorded twice', 'none known'],
  ),
  hazard(
    27,
    4,
    ['两人互相覆盖', '旧画面', '错误决定', '无已知剩余'],
    ['an old picture on the screen', 'wrong decision', 'none known'],
  ),
  hazard(
    28,
    5,
    ['两站说法不一', '断网、后写覆盖', '感染', '网络交换尚未提供'],
    ['partition, last writer wins', 'infection', 'no network exchange yet'],
  ),
  hazard(
    29,
    4,
    ['个人资料泄露', '日志、临时文件、标签残留、备份', '隐私', '屏幕被拍照；靠摆放'],
    [
      'logs, temporary files, spool, copies',
      'privacy',
      'a photograph of the screen; held by its place',
    ],
  ),
  hazard(
    30,
    4,
    ['程序停了人就凑合', '崩溃、满盘、更新失败', '延误或差错', '须有纸质预案并演练'],
    [
      'crash, full disk, failed update',
      'delay, error',
      'the paper fallback must exist and be practised',
    ],
  ),
  hazard(
    31,
    5,
    ['屏幕看错', '只靠颜色、O 与 0、日期歧义', '任何伤害', '匆忙；靠双人核对'],
    ['colour only, O and 0, ambiguous dates', 'any of these', 'haste; held by checks of two'],
  ),
  hazard(
    32,
    5,
    ['紧急通道变常规', '图省事', '任何伤害', '紧急查看须事后复核'],
    ['convenience', 'any of these', 'emergency reading must be reviewed afterwards'],
  ),
] as const;
