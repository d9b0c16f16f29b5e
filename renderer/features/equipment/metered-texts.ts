/** Chinese words of readings that a device offers to a form. */
export const meteredChinese = {
  title: '设备读数',
  from: '{{devices}} {{time}}',
  take: '取用 {{figures}}',
  told: '{{figures}}（{{reading}}）',
  field: {
    weightGrams: '{{value}} kg',
    systolic: '收缩压 {{value}}',
    diastolic: '舒张压 {{value}}',
    pulse: '脉搏 {{value}}',
    temperatureTenthsC: '{{value}} ℃',
    haemoglobinGramsPerLitre: '血红蛋白 {{value}} g/L',
    grossGrams: '{{value}} g',
  },
  name: {
    weightGrams: '体重',
    systolic: '收缩压',
    diastolic: '舒张压',
    pulse: '脉搏',
    temperatureTenthsC: '体温',
    haemoglobinGramsPerLitre: '血红蛋白',
    grossGrams: '袋重',
  },
};

/** English words of readings that a device offers to a form. */
export const meteredEnglish: typeof meteredChinese = {
  title: 'Device reading',
  from: '{{devices}} {{time}}',
  take: 'Take {{figures}}',
  told: '{{figures}} ({{reading}})',
  field: {
    weightGrams: '{{value}} kg',
    systolic: 'systolic {{value}}',
    diastolic: 'diastolic {{value}}',
    pulse: 'pulse {{value}}',
    temperatureTenthsC: '{{value}} ℃',
    haemoglobinGramsPerLitre: 'haemoglobin {{value}} g/L',
    grossGrams: '{{value}} g',
  },
  name: {
    weightGrams: 'weight',
    systolic: 'systolic',
    diastolic: 'diastolic',
    pulse: 'pulse',
    temperatureTenthsC: 'temperature',
    haemoglobinGramsPerLitre: 'haemoglobin',
    grossGrams: 'bag weight',
  },
};
