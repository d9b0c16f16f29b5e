import type { AllRows, StateReader } from '#shared/contract/rows.ts';

/** A step from what was made to what it was made of: child, the field that names its parent, parent. */
type Step = readonly [child: keyof AllRows & string, field: string, parent: keyof AllRows & string];

/** From a donor down to everything that ever came of her. */
const STEPS: readonly Step[] = [
  ['donation', 'donorId', 'donor'],
  ['sample', 'din', 'donation'],
  ['result', 'din', 'donation'],
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
    STEPS.filter(([, , parent]) => parent === table).flatMap(([child, field]) =>
      (read.by(child, field as never, row.id as never) as unknown as readonly Loose[]).flatMap(
        (one) => [`${table} ${row.id} < ${child} ${one.id}`, ...down(child, one)],
      ),
    );
  const up = STEPS.flatMap(([child, field, parent]) =>
    all(child).map((row) => {
      const found = read.get(parent, String(row[field])) as Loose | undefined;
      return `${parent} ${found?.id ?? 'nobody'} < ${child} ${row.id}`;
    }),
  );
  return {
    down: all('donor')
      .flatMap((donor) => down('donor', donor))
      .sort(),
    up: up.sort(),
  };
}
