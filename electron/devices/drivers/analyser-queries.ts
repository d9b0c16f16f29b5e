import type { Lis02Message } from '../protocols/lis02.ts';
import { writeLis02Record } from '../protocols/lis02.ts';

/** A sample that an instrument asked about may be named more than once; more than this is no question. */
const MOST_SAMPLES = 100;

/**
 * The samples that a message asks about (LIS02-A2 clause 11): Q 3, the specimen in its second component, else in its
 * first, one repeat a specimen. `ALL` names none.
 */
export function queriedSamples({ records }: Lis02Message): readonly string[] {
  const named = records
    .filter(({ type }) => type === 'Q')
    .flatMap(({ fields }) => fields[1] ?? [])
    .map(([first = '', second = '']) => (second === '' ? first : second).trim())
    .filter((text) => text !== '' && text !== 'ALL');
  return [...new Set(named)].slice(0, MOST_SAMPLES);
}

/** Whether a message asks anything at all. */
export function isQuery({ records }: Lis02Message): boolean {
  return records.some(({ type }) => type === 'Q');
}

/**
 * The answer to a query as records: one order for each sample that needs tests, with their codes, and no word about whose
 * sample it is. `L|1|N` with orders, `L|1|I` (no information) without.
 */
export function answerToQuery(
  samples: readonly string[],
  openTests: (sample: string) => readonly string[] | undefined,
): readonly string[] {
  const orders = samples.flatMap((sample) => {
    const tests = openTests(sample) ?? [];
    return tests.length === 0 ? [] : [{ sample, tests }];
  });
  const records = orders.flatMap(({ sample, tests }, at) => [
    writeLis02Record('P', [`${at + 1}`]),
    writeLis02Record('O', orderFields(sample, tests)),
  ]);
  const end = writeLis02Record('L', ['1', orders.length === 0 ? 'I' : 'N']);
  return [writeLis02Record('H', ['', '', 'PlasmaPoint']), ...records, end];
}

/** O 2 sequence, 3 specimen, 5 tests, 6 routine, 12 new order, 26 order (not report). */
function orderFields(sample: string, tests: readonly string[]) {
  const fields: (string | readonly (readonly string[])[])[] = Array.from({ length: 25 }, () => '');
  fields[0] = '1';
  fields[1] = sample;
  fields[3] = tests.map((test) => ['', '', '', test]);
  fields[4] = 'R';
  fields[10] = 'N';
  fields[24] = 'O';
  return fields;
}
