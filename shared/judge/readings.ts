import type { EntryOf } from '../contract/events.ts';
import type { RequiredTest } from '../features/rulesets/model.ts';
import { numberAnswering } from './beforehand.ts';
import type { History, Moment } from './history.ts';
import { startOf } from './numbers.ts';
import { type Demand, demandsOf, figure, listed, rule } from './policy.ts';

export type Result = EntryOf<'laboratory.resultRecorded'>;

/** A reading with what is known of it at a moment. */
export interface Reading {
  readonly entry: Result;
  /** Its run was concluded valid and is still so, with the same test and lot, on a fit sample. */
  readonly isValid: boolean;
  readonly isSuperseded: boolean;
}

/** Every reading of a test of a donation before a moment, in order; none is ever left out (INV-09). */
export function readingsOf(
  history: History,
  din: string,
  test: string,
  until: Moment,
): readonly Reading[] {
  const all = history.naming('laboratory.resultRecorded', 'din', din, until);
  const superseded = new Set(all.map(({ body }) => body.supersedes));
  return all
    .filter(({ body }) => body.test === test)
    .map((entry) => ({
      entry,
      isValid: runCounts(history, entry, until) && sampleIsFit(history, entry, until),
      isSuperseded: superseded.has(entry.body.resultId),
    }));
}

/** Readings that stand for themselves. */
export function countingReadings(
  history: History,
  din: string,
  test: string,
  until: Moment,
): readonly Result[] {
  return readingsOf(history, din, test, until)
    .filter(({ entry, isValid, isSuperseded }) => {
      const says = entry.body.value !== 'invalid' && entry.body.value !== 'pending';
      return isValid && !isSuperseded && says;
    })
    .map(({ entry }) => entry);
}

/** INV-12: two statements under one device key, neither yet corrected; `pending` states nothing. */
export function contradicts(readings: readonly Reading[]): boolean {
  const open = readings
    .filter(({ isSuperseded, entry }) => !isSuperseded && entry.body.value !== 'pending')
    .map(({ entry }) => entry.body);
  return open.some(
    (one) =>
      one.deviceKey !== null &&
      open.some(
        (other) =>
          other.deviceKey === one.deviceKey &&
          (other.value !== one.value || other.figure !== one.figure),
      ),
  );
}

function runCounts(history: History, { body }: Result, until: Moment): boolean {
  const opened = history.naming('laboratory.runOpened', 'runId', body.runId, until)[0];
  const concluded = history.naming('laboratory.runConcluded', 'runId', body.runId, until)[0];
  const broken = history.naming('laboratory.runInvalidated', 'runId', body.runId, until);
  const fits = opened?.body.test === body.test && opened.body.reagentLotId === body.reagentLotId;
  return fits && concluded?.body.valid === true && broken.length === 0;
}

function sampleIsFit(history: History, { body }: Result, until: Moment): boolean {
  const sample = history.naming('laboratory.sampleReceived', 'sampleId', body.sampleId, until)[0];
  return sample?.body.ok === true && sample.body.din === body.din;
}

/** INV-10: every test that the packs demand of a donation is known to be good; groups apart. */
export function openTests(
  history: History,
  din: string,
  date: string,
  until: Moment,
): readonly string[] {
  const demands = demandsOf(history, startOf(history, din, until), date, until);
  if (!demands) return ['no panel'];
  const open = demands
    .filter(({ required }) => required.kind !== 'abo' && required.kind !== 'rhd')
    .filter((demand) => !testIsGood(history, din, demand, until))
    .map(({ required }) => required.test);
  return [...new Set(open)];
}

/** INV-10, INV-11: whether a demanded test is known to be good, computed from its readings alone. */
export function testIsGood(
  history: History,
  din: string,
  { required, pack }: Demand,
  until: Moment,
): boolean {
  const number = numberAnswering(history, din, { required, pack }, until);
  const readings = readingsOf(history, number, required.test, until);
  if (contradicts(readings)) return false;
  const counting = countingReadings(history, number, required.test, until);
  if (counting.length === 0) return false;
  if (required.kind === 'enzyme')
    return figuresAreLow(counting, figure(pack, 'LAB-3', 'maxUnitsPerLitre'));
  if (required.kind === 'antibody') return isTitred(counting, pack);
  if (!counting.every(({ body }) => ANSWERS.has(body.value))) return false;
  return enoughRounds(required, counting) && reactionsAreResolved(readings, { required, pack });
}

const ANSWERS: ReadonlySet<string> = new Set(['nonreactive', 'reactive', 'indeterminate']);

function enoughRounds(required: RequiredTest, counting: readonly Result[]): boolean {
  const good = counting.filter(({ body }) => body.value === 'nonreactive');
  if (!required.acceptable.includes('nonreactive')) return false;
  const runs = new Set(good.map(({ body }) => body.runId)).size;
  const lots = new Set(good.map(({ body }) => body.reagentLotId)).size;
  const rounds = required.differentReagents ? Math.min(runs, lots) : runs;
  return rounds >= Math.max(1, required.rounds);
}

/** Valid non-reactive repeats on the same sample that resolve an initial reaction; none: nothing does. */
function repeatsDemanded({ required, pack }: Demand): number | undefined {
  const row = rule(pack, 'SITE-RETEST') ?? rule(pack, 'TST-5');
  const kinds = row && listed(row, 'kinds');
  const covers = kinds && kinds.length > 0 ? kinds.includes(required.kind) : isSerology(required);
  const { validNonreactiveRepeats, repeats } = row?.params ?? {};
  const needed = validNonreactiveRepeats ?? repeats;
  return covers && typeof needed === 'number' && needed > 0 ? needed : undefined;
}

const isSerology = ({ kind }: RequiredTest) => kind === 'marker';

/** A correction does not argue a reaction away, nor does an invalid run (INV-11). */
function reactionsAreResolved(readings: readonly Reading[], demand: Demand): boolean {
  const repeats = repeatsDemanded(demand);
  return readings.every(({ entry: bad, isValid, isSuperseded }, at) => {
    const { value, sampleId } = bad.body;
    const stands = value === 'reactive' || (value === 'indeterminate' && isValid && !isSuperseded);
    if (!stands) return true;
    const later = readings.slice(at + 1).filter((one) => one.isValid);
    const again = later.some(({ entry }) => entry.body.value === 'reactive');
    const good = later.filter(
      ({ entry, isSuperseded: gone }) =>
        !gone && entry.body.value === 'nonreactive' && entry.body.sampleId === sampleId,
    );
    // An invalid run's reaction blocks until the repeats are done, also where no retest rule is.
    const needed = repeats ?? (isValid ? undefined : 2);
    return needed !== undefined && good.length >= needed && !(isValid && again);
  });
}

/** INV-11: reactive for good: no retest rule for this kind, or reactive again after the first time. */
export function isFinallyReactive(
  history: History,
  din: string,
  demand: Demand,
  until: Moment,
): boolean {
  const valid = readingsOf(history, din, demand.required.test, until).filter((one) => one.isValid);
  const reactive = valid.filter(({ entry }) => entry.body.value === 'reactive').length;
  return reactive > (repeatsDemanded(demand) === undefined ? 0 : 1);
}

function figuresAreLow(counting: readonly Result[], max: number | undefined): boolean {
  const low = ({ body }: Result) =>
    max !== undefined && /^\d{1,6}(\.\d{1,3})?$/.test(body.figure) && Number(body.figure) <= max;
  return counting.every(low);
}

/** LAB-5: IgG or total at or above its dilution, and nothing of that assay against it up to there. */
function isTitred(counting: readonly Result[], pack: Demand['pack']): boolean {
  const titres = counting.map(({ body }) => {
    const [, assay, dilution] = /^(IgG|total) 1:(\d+)$/.exec(body.figure) ?? [];
    return { assay, dilution: Number(dilution), isReactive: body.value === 'reactive' };
  });
  if (titres.some(({ assay }) => assay === undefined)) return false;
  const limits = [
    ['IgG', figure(pack, 'LAB-5', 'iggMinTitre') ?? figure(pack, 'LAB-5', 'iggTitre')],
    ['total', figure(pack, 'LAB-5', 'totalMinTitre') ?? figure(pack, 'LAB-5', 'totalTitre')],
  ] as const;
  return limits.some(([name, min]) => {
    const own = titres.filter(({ assay }) => assay === name);
    const high = own.some(
      ({ isReactive, dilution }) => isReactive && dilution >= (min ?? Infinity),
    );
    const against = own.some(({ isReactive, dilution }) => !isReactive && dilution <= (min ?? 0));
    return high && !against;
  });
}
