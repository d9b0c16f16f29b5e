import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** What must never be false, in a few words, the hazards that it answers and where it is enforced. */
export interface Invariant {
  readonly id: string;
  readonly words: string;
  readonly hazards: readonly number[];
  readonly enforced: readonly string[];
}

const line = (
  id: string,
  words: string,
  hazards: readonly number[],
  ...enforced: readonly string[]
): Invariant => ({ id, words, hazards, enforced });

export const INVARIANTS: readonly Invariant[] = [
  line(
    'INV-01',
    'a number names one donation for ever',
    [14],
    'shared/features/collection/rules/numbers.ts',
    'UNIQUE key of donationNumber',
  ),
  line(
    'INV-02',
    'only well-formed identifiers enter',
    [6],
    'shared/codes/din.ts',
    'shared/codes/classify.ts',
  ),
  line(
    'INV-03',
    'numbers come from leased, unburned ranges',
    [14],
    'shared/features/collection/rules/numbers.ts',
    'electron/db/restore.ts',
  ),
  line('INV-04', 'keys of a donation never drift', [15], 'no operation changes them'),
  line(
    'INV-05',
    'one person, one history',
    [11, 12],
    'shared/features/donors/duplicates.ts',
    'shared/features/donors/facts.ts',
  ),
  line(
    'INV-06',
    'deferrals only get longer by themselves',
    [11],
    'shared/features/donors/rules.ts',
    'shared/features/donors/evolve.ts',
  ),
  line(
    'INV-07',
    'no needle without a complete screening',
    [11, 13],
    'shared/features/visits/eligibility.ts',
  ),
  line(
    'INV-08',
    'never within the interval or above the cap',
    [12],
    'shared/features/rulesets/criteria/history.ts',
  ),
  line(
    'INV-09',
    'results are added, never changed',
    [5],
    'shared/features/laboratory/rules/entry.ts',
    'append-only journal',
  ),
  line(
    'INV-10',
    'not known to be good is not good',
    [4, 7],
    'shared/features/laboratory/effective.ts',
  ),
  line(
    'INV-11',
    'a reaction stays until the retest rule resolves it',
    [5, 10],
    'shared/features/laboratory/effective.ts',
    'shared/features/laboratory/reactions.ts',
  ),
  line(
    'INV-12',
    'a device message has at most one effect',
    [6, 7, 8, 9],
    'shared/features/laboratory/rules/device.ts',
  ),
  line(
    'INV-13',
    'a group needs two agreeing independent readings',
    [1],
    'shared/features/laboratory/group.ts',
  ),
  line('INV-14', 'RhD negative is hard won', [1], 'shared/features/laboratory/group.ts'),
  line(
    'INV-15',
    'what is printed is the record, when entitled',
    [1, 2, 3],
    'shared/features/labeling/gate.ts',
    'electron/features/labeling/prepare-print.ts',
  ),
  line(
    'INV-16',
    'a label dies with a fact printed on it',
    [1],
    'shared/features/laboratory/reactions.ts',
  ),
  line(
    'INV-17',
    'every label is accounted for and on its own bag',
    [2],
    'shared/features/labeling/read-back.ts',
    'UNIQUE key of label',
  ),
  line(
    'INV-18',
    'released means all was good, by the right person',
    [4],
    'shared/features/inventory/gate.ts',
  ),
  line(
    'INV-19',
    'released is not sticky',
    [4, 17],
    'shared/features/inventory/reactions.ts',
    'shared/features/laboratory/reactions.ts',
  ),
  line('INV-20', 'no other road to release', [4, 32], 'shared/features/components/evolve.ts'),
  line('INV-21', 'a doubt reaches all parts', [4, 17], 'shared/features/components/holds.ts'),
  line(
    'INV-22',
    'expiry is computed and only moves earlier',
    [16],
    'shared/features/components/product.ts',
  ),
  line('INV-23', 'a hold is lifted knowingly', [17], 'shared/features/components/standing.ts'),
  line('INV-24', 'nobody decides on an old picture', [27], 'electron/station/run-command.ts'),
  line(
    'INV-25',
    'a scanner or a stray key cannot confirm',
    [31],
    'renderer/app/scan',
    'renderer/ui/dialog.tsx',
  ),
  line('INV-26', 'one unit, one place', [19], 'shared/features/components/evolve.ts'),
  line('INV-27', 'nothing vanishes', [18], 'shared/features/components/evolve.ts'),
  line('INV-28', 'the path can be walked', [15, 18], 'electron/features/inventory/history.ts'),
  line('INV-29', 'default deny, at the operation', [20], 'electron/station/prove.ts'),
  line('INV-30', 'two persons are two persons', [20, 21], 'electron/station/prove.ts'),
  line(
    'INV-31',
    'a signature covers exactly what was seen',
    [20, 22],
    'electron/station/prove.ts',
    'shared/features/visits/rules/decide.ts',
  ),
  line(
    'INV-32',
    'lock, switch and time-out leave no power behind',
    [20, 32],
    'shared/features/operators/session-rules.ts',
    'shared/features/operators/pin-rules.ts',
  ),
  line(
    'INV-33',
    'accepted means durable, whole, once',
    [24, 25, 26],
    'electron/station/core.ts',
    'electron/station/outcomes.ts',
  ),
  line('INV-34', 'time opens no gate', [16], 'electron/station/core.ts'),
  line('INV-35', 'the log is one unbroken chain', [23, 24], 'electron/journal'),
  line('INV-36', 'append-only is a property of the store', [23], 'triggers of 010-kernel'),
  line('INV-37', 'tables are a shadow of the log', [23], 'electron/journal/replay.ts'),
  line(
    'INV-38',
    'stations agree, or the strictest wins',
    [28],
    'electron/journal/receive.ts',
    'shared/features/*/evolve.ts',
  ),
  line(
    'INV-39',
    'who does not know everything does not release',
    [28],
    'shared/judge/bag-holders.ts',
  ),
  line('INV-40', 'private data stays in', [29], 'electron/db/open.ts', 'electron/ports/log.ts'),
];

/** Where a test of an invariant stands and how often. */
export interface Proof {
  readonly file: string;
  readonly tests: number;
}

/** Tests by invariant, found by the ids that their names begin with or carry. */
export function proofs(): ReadonlyMap<string, readonly Proof[]> {
  const found = new Map<string, Map<string, number>>();
  for (const file of globSync('tests/**/*.{test,fault}.ts')
    .map((path) => path.replaceAll('\\', '/'))
    .sort()) {
    const text = readFileSync(file, 'utf8');
    for (const named of text.matchAll(/(?:\btest\(\s*|\[\s*|^\s+)['`](INV-\d\d[^'`\n]*)/gm)) {
      for (const [id] of (named[1] ?? '').matchAll(/INV-\d\d/g)) {
        const files = found.get(id) ?? new Map<string, number>();
        files.set(file, (files.get(file) ?? 0) + 1);
        found.set(id, files);
      }
    }
  }
  return new Map(
    [...found].map(([id, files]) => [id, [...files].map(([file, tests]) => ({ file, tests }))]),
  );
}

/** The traceability table as Markdown: hazard → invariant → enforcement → tests. */
export function safetyDocument(): string {
  const known = proofs();
  const rows = INVARIANTS.map(({ id, words, hazards, enforced }) => {
    const tests = (known.get(id) ?? []).map(
      ({ file, tests: count }) => `${file.slice(6)} (${count})`,
    );
    const cells = [
      id,
      words,
      hazards.map((n) => `H${n}`).join(' '),
      enforced.join('<br>'),
      tests.join('<br>'),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '# Safety: from hazard to test',
    '',
    'Generated from the names of the tests by `node tests/properties/traceability.ts`; do not edit.',
    'Numbers in brackets count tests by file; the fault runs (`npm run faults`) are `*.fault.ts`. INV-25',
    'leaves no trace in events and is proved on screens alone; the independent judge in `shared/judge/`',
    'examines the others in the records too.',
    '',
    '| invariant | in words | hazards | enforced in | tests |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync('resources/docs/safety.md', safetyDocument());
}
