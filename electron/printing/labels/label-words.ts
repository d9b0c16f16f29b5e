import type { RhD } from '#shared/codes/tokens.ts';

/** Words printed on labels; the paper is Chinese, as the station's receivers read it. */
export const labelWords = {
  rhd: { positive: '阳性', negative: '阴性' } satisfies Record<RhD, string>,
  collected: (at: string) => `采集 ${at}`,
  division: (division: string) => (division === '00' ? '未分袋' : `分袋 ${division}`),
  volume: (ml: number, anticoagulant: string) => `净量 ${ml} mL　抗凝剂 ${anticoagulant}`,
  storage: (text: string) => `储存 ${text}`,
  special: (text: string) => text,
  expiry: '失效',
  serial: '标签序号',
  inProcess: '制备中',
  notFinal: '非最终标签',
  test: '打印测试',
  practice: '练习 · 不得使用',
} as const;
