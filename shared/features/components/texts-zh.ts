/** Chinese words of split, inactivation, freezing and holds. */
export const componentsChinese = {
  holds: {
    overFreezeLimit: '超过冷冻时限',
    reactiveResult: '检验未合格',
    groupDiscrepant: '血型不一致',
    labelMismatch: '标签不符',
    lateInformation: '献血后信息',
    sampleUnfit: '标本不合格',
    bagUnfit: '血浆袋不合格',
    volumeVariance: '容量相差过大',
    duplicateDeviceResult: '仪器重复报告不一致',
    selfExclusion: '保密性弃血',
    lookBack: '回溯',
    boxDifference: '交接箱数目不符',
    identityDoubt: '身份存疑',
  },
  inactivation: { none: '未记录', done: '已灭活', notDone: '未灭活' },
  verdicts: {
    holds: '暂扣',
    none: '无未结事项',
    unit: '血浆袋',
    notRecorded: '未记录',
    cut: '分袋核对',
    cutLimit: '分切前过程标签与母袋核对',
    whole: '未分袋',
    inactivation: '病毒灭活',
    appearance: '外观',
    appearanceLimit: '无溶血、无渗漏、颜色正常',
    fit: '合格',
    unfit: '不合格',
    volume: '容量',
    freezing: '速冻',
    place: '隔离架位',
    placeLimit: '已扫码入隔离位',
  },
  refusals: {} as Readonly<Record<string, string>>,
};

/** The shape that every language has. */
export type ComponentsWords = typeof componentsChinese;
