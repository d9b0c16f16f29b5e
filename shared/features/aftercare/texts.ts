const zh = {
  ui: {
    title: '献血后信息',
    search: '献血条码、姓名或电话',
    found: '找到的采集',
    what: '献血者说了什么',
    note: '补充（可不填）',
    record: '记录并暂扣',
    missing: '先选采集和情况',
    consequence: '记录后立即暂缓献血者，暂扣未发出的全部血浆，并开一项事件。',
    saved: '已记录，暂扣 {{count}} 次采集',
    none: '没有找到。换姓名、电话尾号或条码再查。',
    donor: '献血者',
    number: '献血条码',
    phone: '电话尾号',
    collected: '采集',
  },
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
  ui: {
    title: 'Information after donation',
    search: 'Number, name or phone',
    found: 'Donations found',
    what: 'What the donor said',
    note: 'Remark (may be empty)',
    record: 'Record and hold',
    missing: 'choose donation and information',
    consequence:
      'Recording defers the donor, holds all plasma not yet issued and opens an incident at once.',
    saved: 'Recorded; {{count}} donations held',
    none: 'Nothing found. Try name, end of the phone number or number.',
    donor: 'Donor',
    number: 'Donation number',
    phone: 'Phone',
    collected: 'Collected',
  },
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
