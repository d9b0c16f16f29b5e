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
  withdraw: {
    title: '保密弃用',
    others: '只有医生和放行人能办理',
    sendOn: '请来电人稍等，转给医生或放行人，不要问姓名和原因。',
    lead: '献血者凭须知上的弃用码来电，不问姓名。只有医生和放行人能办理；接待、实验室和打印岗都看不到原因。',
    code: '弃用码（8 位）',
    act: '弃用这份血浆',
    consequence: '相关血浆立即暂扣，不再发出；献血者的证书照常。',
    missing: '先输入 8 位弃用码',
    done: '已办理，暂扣 {{count}} 次采集的血浆。请感谢来电人。',
    nothing: '已记录。没有可暂扣的血浆：已发出或已报废，请放行人查看事件。',
    known: '此码已办理过，血浆仍在暂扣。请感谢来电人。',
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
    withdrawCode: '凭码弃用',
  },
  refusals: {
    'aftercare.donationUnknown': '没有 {{din}} 这次采集。按姓名或电话查找。',
    'aftercare.codeShape': '弃用码是 8 位数字。请来电人再念一遍。',
    'aftercare.codeUnknown': '没有这个弃用码。请来电人对着须知再念一遍；仍不对，请她本人联系医生。',
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
  withdraw: {
    title: 'Confidential withdrawal',
    others: 'Only the physician and the releaser do this',
    sendOn: 'Ask the caller to wait and pass the call on; ask neither name nor reason.',
    lead: 'The donor calls with the code of the sheet; no name is asked. Only the physician and the releaser do this; reception, laboratory and print desk see no reason.',
    code: 'Withdraw code (8 digits)',
    act: 'Withdraw this plasma',
    consequence:
      'The plasma is held at once and is not issued; the donor’s certificate stays as it is.',
    missing: 'first the eight digits',
    done: 'Done; plasma of {{count}} donations held. Thank the caller.',
    nothing:
      'Recorded. Nothing is left to hold: issued or discarded. The releaser looks at the incident.',
    known: 'This code was used before; the plasma is still held. Thank the caller.',
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
    withdrawCode: 'withdrawn by code',
  },
  refusals: {
    'aftercare.donationUnknown': 'There is no donation {{din}}. Search by name or phone.',
    'aftercare.codeShape': 'A withdraw code has eight digits. Ask the caller to read it again.',
    'aftercare.codeUnknown':
      'There is no such code. Ask the caller to read it from the sheet again; else let her speak to the physician.',
  },
};

/** Words of late information. */
export const aftercareTexts = { zh, en } as const;
