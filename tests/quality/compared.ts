import { type Both, both } from './words.ts';

/** A control that the public analysis of another blood bank system names, and where it stands here. */
export interface Compared {
  readonly control: Both;
  readonly invariants: readonly string[];
  readonly here: Both;
}

/**
 * The public VistA Blood Bank 5.2 requirements and software hazard analysis (US Veterans Affairs) as a
 * completeness check; read through secondary copies.
 */
export const COMPARED: readonly Compared[] = [
  {
    control: both('采集结束不早于开始', 'collection does not end before it starts'),
    invariants: ['INV-34'],
    here: both(
      '结束时间取设备结束或有效时间，不早于最后一条记录',
      'the end is the machine’s or the effective time, never before the newest entry',
    ),
  },
  {
    control: both('超过允许制备时间不出成分', 'no component after the allowed preparation time'),
    invariants: ['INV-22', 'INV-18'],
    here: both('冻结时限到点自动扣留', 'the freezing clock holds the unit when it runs out'),
  },
  {
    control: both('一次献血至多一个红细胞成分', 'one red-cell component per donation'),
    invariants: [],
    here: both('不适用：只有血浆', 'not applicable: plasma only'),
  },
  {
    control: both('ABO 由另一人复核', 'ABO rechecked by another technologist'),
    invariants: ['INV-13', 'INV-30'],
    here: both('两次独立结果，读取人不同', 'two independent readings by different persons'),
  },
  {
    control: both('放行后修改须更高权限', 'edits after release need higher access'),
    invariants: ['INV-09', 'INV-20'],
    here: both(
      '不能修改；更正为新结果，须第二人并收回放行',
      'no edits: a correction is a new result by two and withdraws the release',
    ),
  },
  {
    control: both(
      '紧急放行后出现阳性须报警',
      'a positive marker after emergency release raises a bulletin',
    ),
    invariants: ['INV-19'],
    here: both(
      '没有紧急放行；已放行的立即扣留',
      'no emergency release; a released unit is held at once',
    ),
  },
  {
    control: both(
      '无现时 ABO、与历史不符、编号重复不得放行',
      'no release without current ABO, with a historical discrepancy, or with a duplicate unit id',
    ),
    invariants: ['INV-01', 'INV-13', 'INV-18'],
    here: both('放行关口逐项核对', 'each is a condition of the release gate'),
  },
  {
    control: both(
      '永久屏蔽者到站提示并停止',
      'a permanently deferred donor is stopped at the door',
    ),
    invariants: ['INV-06', 'INV-07'],
    here: both('登记即显示，开始前再查', 'shown at check-in and asked again before the needle'),
  },
];
