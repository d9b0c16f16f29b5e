/** Chinese words of readings that a device offers to a form. */
export const meteredChinese = {
  title: '设备读数',
  from: '{{devices}} {{time}}',
  take: '取用 {{figures}}',
  field: {
    weightGrams: '{{value}} kg',
    systolic: '收缩压 {{value}}',
    diastolic: '舒张压 {{value}}',
    pulse: '脉搏 {{value}}',
    temperatureTenthsC: '{{value}} ℃',
    haemoglobinGramsPerLitre: '血红蛋白 {{value}} g/L',
    grossGrams: '{{value}} g',
  },
};

/** English words of readings that a device offers to a form. */
export const meteredEnglish: typeof meteredChinese = {
  title: 'Device reading',
  from: '{{devices}} {{time}}',
  take: 'Take {{figures}}',
  field: {
    weightGrams: '{{value}} kg',
    systolic: 'systolic {{value}}',
    diastolic: 'diastolic {{value}}',
    pulse: 'pulse {{value}}',
    temperatureTenthsC: '{{value}} ℃',
    haemoglobinGramsPerLitre: 'haemoglobin {{value}} g/L',
    grossGrams: '{{value}} g',
  },
};
