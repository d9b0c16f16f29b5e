const zh = {
  codes: {
    fever: '发热',
    symptoms: '其他不适',
    covidContact: '接触新冠病人',
    medication: '用药',
    illness: '新确诊疾病',
    riskTold: '保密告知',
    selfExclusion: '要求弃用血浆',
    other: '其他',
  },
  refusals: {
    'aftercare.donationUnknown': '没有 {{din}} 这次采集。按姓名或电话查找。',
  },
};

const en: typeof zh = {
  codes: {
    fever: 'fever',
    symptoms: 'other symptoms',
    covidContact: 'contact with a COVID-19 patient',
    medication: 'medication',
    illness: 'newly diagnosed illness',
    riskTold: 'told in confidence',
    selfExclusion: 'asks not to use the plasma',
    other: 'other',
  },
  refusals: {
    'aftercare.donationUnknown': 'There is no donation {{din}}. Search by name or phone.',
  },
};

/** Words of late information. */
export const aftercareTexts = { zh, en } as const;
