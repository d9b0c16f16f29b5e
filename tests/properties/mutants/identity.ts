import { inFile, type Mutant, T } from './mutant.ts';

const { desk, feature, people, needle, start } = T;

/** Numbers, leases and what may be read as one. */
export const IDENTITY: readonly Mutant[] = [
  ...inFile('shared/features/collection/rules/numbers.ts', [
    [
      'INV-01.a',
      'uniqueness only among non-voided',
      '  if (taken)\n    return err(',
      "  if (taken && taken.state !== 'void')\n    return err(",
      feature('collection/numbers'),
      desk,
    ],
    [
      'INV-03.a',
      'a renewed range overlaps by one',
      'lease.first <= input.last && input.first <= lease.last',
      'lease.first < input.last && input.first < lease.last',
      desk,
      feature('collection/numbers'),
    ],
    [
      'INV-27.a',
      'numbers passed over vanish',
      '      ...skippedNumbers(lease, sequence, input.gapReason),\n',
      '',
      feature('collection/numbers'),
    ],
    [
      'INV-07.h',
      'a number without the gate',
      '  const gate = mayTakeNumber(ctx, visit.id);',
      '  const gate = { ok: true, value: { verdicts: [], packs: [] } } as Extract<ReturnType<typeof mayTakeNumber>, { ok: true }>;\n  if (!gate.ok) return gate;',
      needle,
      desk,
    ],
  ]),
  ...inFile('shared/features/collection/rules/start.ts', [
    [
      'INV-07.i',
      'the needle does not ask what the machine holds',
      '    settingProblem(read, preparation, {\n      din: number.id,\n      targetMl: target,\n      kit: preparation.kitSerial,\n    }),\n',
      '',
      start,
    ],
  ]),
  ...inFile('shared/features/collection/rules/setting-problem.ts', [
    ['INV-07.j', 'another kit at the machine passes', ' && one.kit === other.kit', '', start],
    [
      'INV-07.k',
      'what was read back for another number opens the needle',
      '  if (!row || !sameValues(row, values)) return',
      '  if (!row) return',
      start,
    ],
  ]),
  ...inFile('shared/features/collection/rules/setting.ts', [
    [
      'INV-07.l',
      'an eye counts against the machine’s own word',
      "  if (problem.code !== 'collection.displayUnconfirmed') return refused(problem);\n",
      '',
      start,
    ],
    [
      'INV-07.m',
      'whatever the machine reads back agrees',
      "sameValues(sent, answer.values) ? 'agrees' : 'differs'",
      "sameValues(sent, sent) ? 'agrees' : 'differs'",
      'tests/devices/runtime/live-run.test.ts',
    ],
  ]),
  ...inFile('shared/features/collection/evolve/numbers.ts', [
    [
      'INV-01.b',
      'the last number comes again',
      'gone === undefined ? lease.nextFree : gone + 1',
      'gone === undefined ? lease.nextFree : gone',
      desk,
      feature('collection/numbers'),
    ],
    [
      'INV-01.c',
      'a void frees its number',
      "    if (before && before.state !== 'assigned') return [];",
      '',
      people,
      desk,
      feature('collection/numbers'),
    ],
  ]),
  ...inFile('shared/features/collection/facts.ts', [
    [
      'INV-03.d',
      'the range of another station',
      "    .by('numberLease', 'station', station)\n",
      "    .all('numberLease')\n",
      desk,
    ],
    [
      'INV-03.b',
      'a burned range is minted from',
      'return Math.min(lease.last, lease.burnedAbove ?? lease.last);',
      'return lease.last;',
      desk,
      feature('collection/numbers'),
    ],
    [
      'INV-03.c',
      'last year’s range in the new year',
      'lease.facility === facility && lease.year === year &&',
      'lease.facility === facility &&',
      desk,
      feature('collection/numbers'),
    ],
  ]),
  ...inFile('shared/codes/din.ts', [
    [
      'INV-02.a',
      'a scan without its data identifier',
      "  if (!raw.startsWith('=')) return err(refused('codes.missingIdentifier', 'din'));\n  return readDinContent(raw.slice(1));",
      "  return readDinContent(raw.startsWith('=') ? raw.slice(1) : raw);",
      people,
      'tests/codes/din.test.ts',
    ],
    [
      'INV-02.b',
      'the check character is not compared',
      'mod37CheckCharacter(din) !== text.at(-1)',
      "text.at(-1) === ''",
      'tests/codes/din.test.ts',
    ],
    [
      'INV-02.c',
      'a typed number needs no check character',
      "  if (text.length === 13) return err(refused('codes.dinCheckMissing', 'din', details));\n",
      '  if (text.length === 13) return ok(dinToken(din, null, "typed"));\n',
      'tests/codes/din.test.ts',
    ],
  ]),
  ...inFile('shared/features/collection/rules/numbers.ts', [
    [
      'INV-01.d',
      'a paper donation’s number is given again',
      'if (din !== undefined && !isOnPaper(read, din)) return',
      'if (din !== undefined) return',
      'tests/properties/late-entry.test.ts',
    ],
  ]),
  ...inFile('shared/features/collection/rules/history.ts', [
    [
      'INV-01.e',
      'a number of ours is entered from paper',
      "    (ctx.read.get('donationNumber', din) !== undefined ||\n      ctx",
      '    (ctx',
      'tests/properties/late-entry.test.ts',
    ],
  ]),
];
