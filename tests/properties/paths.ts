import type { AllRows, StateReader } from '#shared/contract/rows.ts';

type Table = keyof AllRows & string;

/** A step from what was made to what it was made of: child, the field that names its parent, parents. */
type Step = readonly [child: Table, field: string, ...parents: Table[]];

/** From a donor down to everything that ever came of her. */
const STEPS: readonly Step[] = [
  ['donation', 'donorId', 'donor'],
  ['testSample', 'donorId', 'donor'],
  ['sample', 'din', 'donation', 'testSample'],
  ['result', 'din', 'donation', 'testSample'],
  ['unit', 'din', 'donation'],
  ['label', 'unitId', 'unit'],
  ['release', 'unitId', 'unit'],
  ['hold', 'din', 'donation'],
];

type Loose = Readonly<Record<string, unknown>> & { readonly id: string };

/**
 * INV-28: the paths from donors down to results, labels, releases and holds, and those from each of
 * these up to a donor; both lists are the same where the path can be walked both ways.
 */
export function pathsBothWays(read: StateReader): {
  readonly down: readonly string[];
  readonly up: readonly string[];
} {
  const all = (table: string) => read.all(table as never) as unknown as readonly Loose[];
  const down = (table: string, row: Loose): readonly string[] =>
    STEPS.filter(([, , ...parents]) => parents.includes(table as Table)).flatMap(([child, field]) =>
      (read.by(child, field as never, row.id as never) as unknown as readonly Loose[]).flatMap(
        (one) => [`${table} ${row.id} < ${child} ${one.id}`, ...down(child, one)],
      ),
    );
  const up = STEPS.flatMap(([child, field, ...parents]) =>
    all(child).map((row) => {
      const named = String(row[field]);
      const parent = parents.find((table) => read.get(table, named));
      return `${parent ?? 'nobody'} ${named} < ${child} ${row.id}`;
    }),
  );
  return {
    down: all('donor')
      .flatMap((donor) => down('donor', donor))
      .sort(),
    up: up.sort(),
  };
}
