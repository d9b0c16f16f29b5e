const zh = {
  yes: '是',
  no: '否',
  weight: '体重',
  bloodPressure: '血压',
  pulse: '脉搏',
  temperature: '体温',
  haemoglobin: '血红蛋白',
  group: 'ABO 初筛（指血）',
  met: '合格',
  notMet: '未合格',
  forReference: '仅供参考',
};

/** Words of the registration form that come from the records, not from the form itself. */
export const formWords: Readonly<Record<'zh-CN' | 'en', typeof zh>> = {
  'zh-CN': zh,
  en: {
    yes: 'Yes',
    no: 'No',
    weight: 'Weight',
    bloodPressure: 'Blood pressure',
    pulse: 'Pulse',
    temperature: 'Temperature',
    haemoglobin: 'Haemoglobin',
    group: 'ABO screen (finger prick)',
    met: 'Met',
    notMet: 'Not met',
    forReference: 'For reference',
  },
};
