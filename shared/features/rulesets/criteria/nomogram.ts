import type { RuleRow } from '../model.ts';
import { isPossible } from '../possible.ts';
import { both, type Criterion, found, MISSING, notApplicable, UNUSABLE } from './judged.ts';
import { countedReading } from './readings.ts';

/**
 * The target volume (mL) against the row's weight bands: each of `fromGrams`, in rising order, allows up
 * to the `maxMl` of the same place. Below the first band nothing is allowed; before a target is chosen
 * there is nothing to judge.
 */
export const targetByWeight: Criterion = (row, subject) => {
  const bands = bandsOf(row);
  if (bands === undefined) return UNUSABLE;
  const target = subject.targetMl;
  if (target === undefined) return notApplicable('待定', 'not chosen yet');
  const weight = countedReading(subject, 'weightGrams');
  if (!weight) return MISSING;
  const most = bands.findLast(([from]) => weight.value >= from)?.[1] ?? 0;
  const isSound = isPossible(subject.possible, 'weightGrams', weight.value);
  const kilograms = (weight.value / 1000).toFixed(1);
  const said = `${kilograms} kg · ${target} mL`;
  return found(
    isSound && target > 0 && target <= most,
    both(`${said}，最多 ${most} mL`, `${said}, at most ${most} mL`),
  );
};

/** Weight from which (g) and volume up to which (mL), rising; undefined for lists that do not match. */
function bandsOf(row: RuleRow): readonly (readonly [number, number])[] | undefined {
  const from = row.params['fromGrams'];
  const most = row.params['maxMl'];
  if (!Array.isArray(from) || !Array.isArray(most)) return undefined;
  const bands = from.map((grams, index) => [Number(grams), Number(most[index])] as const);
  const isRising = bands.every(
    ([grams], index) => index === 0 || grams > (bands[index - 1]?.[0] ?? 0),
  );
  const isWhole = bands.flat().every(Number.isFinite);
  return bands.length > 0 && from.length === most.length && isRising && isWhole ? bands : undefined;
}
