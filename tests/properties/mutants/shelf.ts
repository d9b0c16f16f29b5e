import { inFile, type Mutant, T } from './mutant.ts';

const { bench, feature, gates, people } = T;

/** Release, holds, states and places of units. */
export const SHELF: readonly Mutant[] = [
  ...inFile('shared/features/inventory/gate.ts', [
    [
      'INV-18.f',
      'dropped: the label',
      '    labelVerdict(read, unit, time),\n',
      '',
      bench,
      feature('inventory/release'),
      gates,
    ],
    [
      'INV-18.g',
      'dropped: the donor',
      '    donorVerdict(read, unit, time),\n',
      '',
      bench,
      feature('inventory/release'),
    ],
    ['INV-18.h', 'dropped: the freezer', '    freezerVerdict(read, unit, time),\n', '', bench],
    [
      'INV-18.i',
      'dropped: the state',
      'unit ? [...verdicts, stateVerdict(unit)] : verdicts;',
      'verdicts;',
      bench,
      feature('inventory/release'),
      gates,
    ],
    [
      'INV-30.a',
      'whoever ran the test may release',
      '    if (run) add(person(run.by));\n',
      '',
      feature('inventory/release'),
      people,
    ],
    [
      'INV-30.b',
      'readers may release',
      '    for (const reader of result.readers) add(reader);\n',
      '',
      bench,
      feature('inventory/release'),
    ],
  ]),
  ...inFile('shared/features/inventory/rules/release.ts', [
    [
      'INV-18.j',
      'dropped: the look at the bag',
      '    visualVerdict(visual),\n',
      '',
      feature('inventory/release'),
    ],
    [
      'INV-18.k',
      'dropped: the releaser',
      "    personVerdict(read, din, actor, 'releaser'),\n",
      '',
      bench,
    ],
    [
      'INV-18.l',
      'dropped: her second',
      "    personVerdict(read, din, second, 'second'),\n",
      '',
      bench,
    ],
    [
      'INV-18.m',
      'nobody seconds',
      "  if (!ctx.second) return refused(reason('station.secondNeeded'));\n",
      '',
      bench,
    ],
  ]),
  ...inFile('shared/features/inventory/reactions.ts', [
    [
      'INV-19.c',
      'a hold leaves the release standing',
      '      .filter(isReleased)\n      .map((unit) => withdrawal(unit, body.code)),\n  // A unit',
      '      .filter(() => false)\n      .map((unit) => withdrawal(unit, body.code)),\n  // A unit',
      bench,
      feature('inventory/release'),
    ],
    [
      'INV-19.d',
      'a deferral leaves the release standing',
      "      .filter(isReleased)\n      .map((unit) => withdrawal(unit, 'donorDeferred')),",
      "      .filter(() => false)\n      .map((unit) => withdrawal(unit, 'donorDeferred')),",
      bench,
      feature('inventory/release'),
      feature('aftercare/late-information'),
    ],
  ]),
  ...inFile('shared/features/inventory/rules/places.ts', [
    [
      'INV-20.a',
      'anything may lie among the released',
      "      return ['quarantine', 'reject'];",
      "      return ['quarantine', 'reject', 'qualified'];",
      bench,
      feature('inventory/release'),
    ],
  ]),
  ...inFile('shared/features/components/evolve.ts', [
    [
      'INV-20.b',
      'released straight from quarantine',
      "  quarantine: ['labelled', 'discarded'],",
      "  quarantine: ['labelled', 'released', 'discarded'],",
      feature('components/components'),
      bench,
      'tests/replay/two-stations.test.ts',
    ],
    [
      'INV-26.a',
      'discarded comes back',
      '  discarded: [],',
      "  discarded: ['quarantine', 'labelled'],",
      feature('components/components'),
      bench,
    ],
    [
      'INV-23.a',
      'lifting one hold is lifting twice over',
      "    return later ? [] : [change('hold', { ...hold, liftedAt: at, liftedBy: actor })];",
      "    return later ? [] : read.by('hold', 'target', hold.target).map((one) => change('hold', { ...one, liftedAt: at, liftedBy: actor }));",
      bench,
      feature('components/components'),
    ],
  ]),
  ...inFile('shared/features/components/holds.ts', [
    [
      'INV-21.a',
      'one level only',
      '    at = unit?.parentUnitId ?? null;',
      '    at = null;',
      feature('components/components'),
    ],
    [
      'INV-21.b',
      'units made after a hold are free',
      '    if (unit) add(donationHolds(read, unit.din));\n',
      '',
      bench,
      feature('components/components'),
    ],
  ]),
  ...inFile('shared/features/components/rules/holds.ts', [
    [
      'INV-23.b',
      'lifted while the cause stands',
      '  if (standing)\n',
      '  if (standing && input.why === "")\n',
      bench,
    ],
  ]),
  ...inFile('shared/features/components/product.ts', [
    [
      'INV-22.b',
      'a day later for good measure',
      '  const to = addMonths(from, months);',
      '  const to = addMonths(from, months + 1);',
      feature('components/components'),
    ],
  ]),
];
