import type { TestRules } from '#shared/features/laboratory/panel.ts';
import type { Reading } from '#shared/features/laboratory/readings.ts';
import type { RequiredTest } from '#shared/features/rulesets/model.ts';

export const RULES: TestRules = {
  retest: { repeats: 2, kinds: ['marker'] },
  enzymeMax: 50,
  iggMin: 160,
  totalMin: 160,
};

export function required(
  kind: RequiredTest['kind'],
  more: Partial<RequiredTest> = {},
): RequiredTest {
  const said = { zh: '', en: '' };
  return {
    test: 'T',
    name: said,
    kind,
    acceptable: [kind === 'antibody' ? 'reactive' : 'nonreactive'],
    rounds: 1,
    differentReagents: false,
    limit: said,
    clause: '',
    deferralMarker: null,
    ...more,
  };
}

export const reading = (at: number, more: Partial<Reading> = {}): Reading => ({
  id: `r${at}`,
  test: 'T',
  sampleId: 's',
  value: 'nonreactive',
  figure: '',
  runId: `run${at}`,
  lotId: 'lot',
  method: 'm',
  readers: [],
  deviceKey: null,
  at: `2020-03-10T0${at}:00:00.000Z`,
  standing: 'valid',
  superseded: false,
  ...more,
});
