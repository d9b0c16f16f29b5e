/** Figures before donation that no rule stops. */
export const goodVitals = {
  weightGrams: 72_500,
  systolic: 120,
  diastolic: 80,
  pulse: 76,
  pulseRegular: true,
  temperatureTenthsC: 365,
  leftArmOk: true,
  rightArmOk: true,
} as const;
