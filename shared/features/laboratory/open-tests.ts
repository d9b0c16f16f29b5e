import type { StateReader } from '../../contract/rows.ts';
import { judgedReadings } from './beforehand.ts';
import { testState } from './effective.ts';
import { confirmedGroup } from './group.ts';
import { requirementsOf } from './panel.ts';
import { sampleOfText } from './rules/device-words.ts';

/**
 * The tests that the sample an instrument named still needs, by the packs in force on `today`; each once. Undefined for a
 * sample that was never received or is not fit to be tested.
 */
export function openTests(
  read: StateReader,
  sampleText: string,
  today: string,
): readonly string[] | undefined {
  const sample = sampleOfText(read, sampleText);
  if (!sample?.ok) return undefined;
  const readings = judgedReadings(read, sample.din, today);
  const isGrouped = confirmedGroup(read, sample.din) !== undefined;
  const open = requirementsOf(read, sample.din, today).filter(({ required, rules }) =>
    required.kind === 'abo' || required.kind === 'rhd'
      ? !isGrouped
      : testState(required, readings, rules) === 'pending',
  );
  return [...new Set(open.map(({ required }) => required.test))];
}
