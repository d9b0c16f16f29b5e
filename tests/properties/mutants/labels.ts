import { inFile, type Mutant, T } from './mutant.ts';

const { bench, feature, gates } = T;

/** Content, print and read-back of labels. */
export const LABELS: readonly Mutant[] = [
  ...inFile('shared/features/labeling/content.ts', [
    [
      'INV-15.a',
      'group of the donor’s file',
      '    abo: group.abo,',
      "    abo: read.by('donorGroup', 'donorId', unit.donorId)[0]?.abo ?? 'O',",
      feature('labeling/label'),
      bench,
    ],
    [
      'INV-15.b',
      'expiry of a template',
      '    expiresAt: unit.expiresAt,',
      '    expiresAt: unit.freezeBy,',
      feature('labeling/label'),
      bench,
    ],
  ]),
  ...inFile('shared/features/labeling/rules/print.ts', [
    [
      'INV-15.c',
      'printed without the gate',
      '  if (first) return refused(first, ...others);',
      '',
      bench,
    ],
    [
      'INV-15.d',
      'the record moved between drawing and printing',
      '  if (!sameFacts(plan.content, prepared.content) || plan',
      '  if (plan',
      feature('labeling/label'),
      feature('labeling/variations'),
    ],
    [
      'INV-17.a',
      'a second print leaves the first alive',
      '  const dead = earlier\n',
      '  const dead = earlier && input.unitId === ""\n',
      bench,
    ],
    [
      'INV-17.b',
      'a reprint without a second person',
      "  return ctx.second ? undefined : reason('labeling.reprintNeedsSecond');",
      '  return undefined;',
      feature('labeling/label'),
      feature('labeling/variations'),
    ],
  ]),
  ...inFile('shared/features/labeling/evolve.ts', [
    [
      'INV-16.b',
      'a void label lives on',
      "      state: isLive(label) ? 'void' : label.state,",
      "      state: label.state === 'applied' ? label.state : isLive(label) ? 'void' : label.state,",
      bench,
    ],
  ]),
  ...inFile('shared/features/labeling/rules/verify.ts', [
    [
      'INV-17.c',
      'only the number is compared',
      '.filter(([, expected, scanned]) => expected !== scanned)',
      ".filter(([field, expected, scanned]) => field === 'din' && expected !== scanned)",
      bench,
      feature('labeling/read-back'),
      feature('labeling/label'),
    ],
    [
      'INV-17.d',
      'scans of before the print',
      "  if (times.some((at) => at < label.printedAt)) return reason('labeling.scanOlderThanPrint');\n",
      '',
      feature('labeling/label'),
      feature('labeling/variations'),
    ],
    [
      'INV-17.e',
      'the gate is not asked again at the read-back',
      '  if (first) return refused(first, ...others);',
      '',
      bench,
    ],
  ]),
  ...inFile('shared/features/labeling/reactions.ts', [
    [
      'INV-17.f',
      'a wrong label holds nothing',
      '      ...[...suspects].flatMap((unitId) => held(read, unitId, eventId)),\n',
      '',
      bench,
      feature('labeling/label'),
    ],
  ]),
  ...inFile('shared/features/labeling/gate.ts', [
    [
      'INV-18.a',
      'dropped: the tests',
      '    ...onceEach(testsVerdicts(read, unit.din, time.today)),\n',
      '',
      bench,
    ],
    [
      'INV-18.b',
      'dropped: the group',
      '    ...groupVerdicts(read, unit.din),\n',
      '',
      bench,
      feature('labeling/label'),
    ],
    [
      'INV-18.c',
      'dropped: the process',
      '    ...processVerdicts(read, unitId, time.today),\n    productVerdict',
      '    productVerdict',
      feature('inventory/release'),
      feature('labeling/label'),
      feature('components/components'),
      gates,
    ],
    ['INV-18.d', 'dropped: the expiry', '    expiryVerdict(unit, time),\n', '', bench],
    ['INV-18.e', 'dropped: the holds', '    ...holdVerdicts(read, unitId),\n', '', bench],
    [
      'INV-22.a',
      'expiry is good to its last instant',
      "now < unit.expiresAt ? 'met'",
      "now <= unit.expiresAt ? 'met'",
      gates,
      feature('labeling/label'),
      bench,
    ],
    [
      'INV-15.e',
      'a label outside quarantine',
      "state === 'quarantine' ? 'met' : 'notMet'",
      "state !== 'discarded' ? 'met' : 'notMet'",
      bench,
      feature('labeling/label'),
    ],
  ]),
];
