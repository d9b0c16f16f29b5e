import type { DemoDonor } from './donors.ts';

/**
 * Invented donors by short names. Each stands for one situation that a desk must know. No telephone is
 * another with two digits swapped: those are told as look-alikes.
 */
export const DEMO_DONORS = {
  returning: { name: '王晓燕', sex: 'female', age: 41, phone: '13800000001', abo: 'A' },
  lookAlike: { name: '王晓艳', sex: 'female', age: 41, phone: '13800000002', abo: 'O' },
  onset20: { name: '陈望舒', sex: 'female', age: 29, phone: '13800000003', onsetDays: 20 },
  pressure: { name: '韩志远', sex: 'male', age: 39, phone: '13800000004', abo: 'B' },
  noAssessment: { name: '何文澜', sex: 'female', age: 33, phone: '13800000005', onsetDays: 0 },
  thirteenDays: { name: '徐立群', sex: 'male', age: 36, phone: '13800000006' },
  hidden: { name: '罗子健', sex: 'male', age: 31, phone: '13800000007' },
  passport: {
    name: 'Anna Kowalczyk',
    sex: 'female',
    age: 36,
    phone: '13800000008',
    passport: 'EG1234567',
  },
  age56: { name: '孟庆和', sex: 'male', age: 56, phone: '13800000009' },
  decided: { name: '高远航', sex: 'male', age: 33, phone: '13800000033', abo: 'O' },
  running: { name: '张鸶', sex: 'female', age: 34, phone: '13800000011', abo: 'A' },
  ended: { name: '陆承宇', sex: 'male', age: 37, phone: '13800000012', abo: 'O' },
  resting: { name: '韦春岚', sex: 'female', age: 38, phone: '13800000013', abo: 'A' },
  stopped: { name: '许冬梅', sex: 'female', age: 45, phone: '13800000014', abo: 'B' },
  leftEarly: { name: '邓嘉树', sex: 'male', age: 27, phone: '13800000015' },
  boxShort: { name: '潘绍云', sex: 'male', age: 44, phone: '13800000016' },
  haemolysed: { name: '曾意如', sex: 'female', age: 30, phone: '13800000017' },
  groupDiffers: { name: '单立行', sex: 'male', age: 35, phone: '13800000018', abo: 'B' },
  syphilis: { name: '崔行简', sex: 'male', age: 32, phone: '13800000019' },
  lowTitre: { name: '冯知夏', sex: 'female', age: 28, phone: '13800000044' },
  natMissing: { name: '仇远之', sex: 'male', age: 42, phone: '13800000055' },
  freezeSoon: { name: '卢青禾', sex: 'female', age: 37, phone: '13800000022' },
  freezeLate: { name: '彭望川', sex: 'male', age: 34, phone: '13800000023' },
  toLabel: { name: '陈㛃', sex: 'female', age: 31, phone: '13800000024', abo: 'A' },
  toRelease: { name: '林𬭊', sex: 'male', age: 40, phone: '13800000025', abo: 'O' },
  released: {
    name: '阿布都热依木·买买提伊明·吐尔逊江',
    sex: 'male',
    age: 36,
    phone: '13800000026',
    abo: 'B',
  },
  threeHundred: { name: '马骏', sex: 'male', age: 29, phone: '13800000027', abo: 'A' },
} as const satisfies Readonly<Record<string, DemoDonor>>;

export type DemoDonorKey = keyof typeof DEMO_DONORS;
