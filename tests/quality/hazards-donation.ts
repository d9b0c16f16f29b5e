import { hazard } from './hazard.ts';

/** Hazards H1 to H16: group, label, results, donor, number. */
export const HAZARDS_DONATION = [
  hazard(
    1,
    5,
    [
      '袋上血型错误',
      '只信一次结果；同管测两次；录入错误；沿用旧血型',
      '溶血反应',
      '两人共用同一错误样本且同批试剂时仍可能；靠采样核对规程',
    ],
    [
      'one result trusted, one tube tested twice, typing error, group of an old record',
      'haemolytic reaction',
      'two readings of one wrongly drawn sample; held by the procedure at sampling',
    ],
  ),
  hazard(
    2,
    5,
    [
      '标签贴错袋',
      '台上两袋互换；重打旧标签未毁',
      '溶血反应或感染',
      '扫码后、贴牢前互换；靠一次只处理一袋的规程',
    ],
    [
      'two bags on a bench, labels swapped, an old reprint kept',
      'haemolytic reaction or infection',
      'a swap between scan and sticking; held by one bag in hand at a time',
    ],
  ),
  hazard(
    3,
    5,
    [
      '标签内容与记录不符',
      '模板、截断、字符集、打印语言注入',
      '溶血反应或感染',
      '打印头缺点使人读字误认；靠读回和更换打印头',
    ],
    [
      'template, truncation, character set, printer language in a name',
      'haemolytic reaction or infection',
      'a dead dot that people misread; held by read-back and care of the head',
    ],
  ),
  hazard(
    4,
    5,
    [
      '放行反应性或未检血浆',
      '结果与放行竞争；缺检当阴性；规则后加检测',
      '感染',
      '窗口期感染不能由软件发现',
    ],
    [
      'release races a result, missing taken for negative, a test added later',
      'infection',
      'infection in its window cannot be found by software',
    ],
  ),
  hazard(
    5,
    5,
    ['反应性结果丢失或变阴', '改写、后到报文覆盖、人工“更正”', '感染', '仪器自身误报不在本程序内'],
    [
      'overwritten by hand or by a later message',
      'infection',
      'an instrument’s own false result lies outside',
    ],
  ),
  hazard(
    6,
    5,
    ['结果归错献血', '试管混淆、键入、误读、按位置对应', '感染', '试管在采样处贴错；靠椅旁核对'],
    [
      'tubes mixed up, typed, misread, matched by position',
      'infection',
      'a tube labelled wrongly at the chair; held by the match there',
    ],
  ),
  hazard(
    7,
    4,
    [
      '结果缺失无人发现',
      '线断、丢帧、仪器重启',
      '延误或误放',
      '血浆一直等待，不会误放；延误由人处理',
    ],
    [
      'cable out, frame dropped, instrument restarted',
      'delay',
      'the unit waits; people deal with the delay',
    ],
  ),
  hazard(
    8,
    4,
    ['同一报文算两次', '重传、重启重放', '错误判定', '无已知剩余'],
    ['sent again, replayed after a restart', 'wrong verdict', 'none known'],
  ),
  hazard(
    9,
    5,
    ['设备数据是噪声', '串口速率、错设备、设备时钟', '错误判定', '无校验协议的设备须人工双录'],
    [
      'wrong speed, wrong device, its clock',
      'wrong verdict',
      'devices without a checksum are keyed by two',
    ],
  ),
  hazard(
    10,
    4,
    ['采用无效批次', '质控失败、试剂过期或召回', '错误结果', '召回信息由人录入'],
    [
      'controls failed, reagent out of date or recalled',
      'wrong result',
      'recalls are entered by people',
    ],
  ),
  hazard(
    11,
    5,
    [
      '采了被暂缓者',
      '别处有暂缓、第二身份、名单过期',
      '感染或献血者受伤',
      '他站未交换的暂缓看不到；登记查询由人做',
    ],
    [
      'deferral elsewhere, second identity, old list',
      'infection, harm to the donor',
      'a deferral that no exchange brought; the register is asked by people',
    ],
  ),
  hazard(
    12,
    4,
    ['采得太频或太多', '跨类型间隔、合并档案、闰日、改日期', '献血者受伤', '别处未告知的捐献'],
    [
      'intervals across types, merged records, leap day',
      'harm to the donor',
      'donations elsewhere that nobody told',
    ],
  ),
  hazard(
    13,
    4,
    ['采了不合格者', '漏项、键错、越权放宽', '献血者受伤', '献血者隐瞒'],
    ['skipped, mistyped, waived without right', 'harm to the donor', 'what a donor conceals'],
  ),
  hazard(
    14,
    5,
    ['编号重复', '离线两站、恢复旧备份、克隆磁盘', '一切归错', '预印号码本身重复；由首次扫码拒绝'],
    [
      'two stations, a restored copy, a cloned disk',
      'everything is attributed wrongly',
      'preprinted doubles; the second scan is refused',
    ],
  ),
  hazard(
    15,
    5,
    ['献血者、献血、袋关联错', '改键、合并错误', '感染或溶血', '更正身份须另行处理（未提供）'],
    [
      'keys edited, a wrong merge',
      'infection, haemolysis',
      'correct identity is not in the product',
    ],
  ),
  hazard(
    16,
    4,
    ['用了过期血浆', '效期算错、时钟回拨', '无效或有害', '发出后由医院检查'],
    ['wrong shelf life, clock set back', 'no effect, harm', 'after issue the hospital checks'],
  ),
] as const;
