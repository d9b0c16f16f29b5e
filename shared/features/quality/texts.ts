const zh = {
  codes: {
    wrongLabel: '贴错标签',
    identityDoubt: '身份存疑',
    deviceFault: '设备故障',
    temperature: '温度异常',
    boxDifference: '交接箱数目不符',
    volumeVariance: '容量相差过大',
    lateInformation: '献血后信息',
    other: '其他',
  },
  refusals: {
    'quality.incidentUnknown': '没有这项事件。刷新列表。',
    'quality.incidentClosed': '这项事件已结束。有新情况时另开一项。',
  },
};

const en: typeof zh = {
  codes: {
    wrongLabel: 'wrong label',
    identityDoubt: 'identity in doubt',
    deviceFault: 'device fault',
    temperature: 'temperature',
    boxDifference: 'hand-over box differs',
    volumeVariance: 'volume differs too much',
    lateInformation: 'information after donation',
    other: 'other',
  },
  refusals: {
    'quality.incidentUnknown': 'There is no such incident. Refresh the list.',
    'quality.incidentClosed': 'This incident is closed. Open another one for news.',
  },
};

/** Words of incidents. */
export const qualityTexts = { zh, en } as const;
