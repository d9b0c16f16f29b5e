import { inFile, type Mutant, T } from './mutant.ts';

const { bench, feature, figures, gates, group, readings } = T;

/** Groups. */
export const GROUPS: readonly Mutant[] = [
  ...inFile('shared/features/laboratory/group.ts', [
    [
      'INV-13.b',
      'the same run twice',
      '    a.runId !== b.runId &&\n',
      '',
      readings,
      figures,
      gates,
      group,
      bench,
      feature('laboratory/group'),
    ],
    [
      'INV-13.c',
      'the same reagent twice',
      '    (a.lotId !== b.lotId || a.method !== b.method) &&\n',
      '',
      group,
      bench,
    ],
    [
      'INV-13.d',
      'the same person twice',
      ' &&\n    !a.readers.some((reader) => b.readers.includes(reader))',
      '',
      group,
      bench,
    ],
    [
      'INV-13.e',
      'majority vote',
      "size > 1) doubts.push('discordant');",
      "size > 2) doubts.push('discordant');",
      group,
      bench,
    ],
    [
      'INV-13.f',
      'history is not compared',
      'history.some((row) => row.abo !== one.value)',
      "history.some((row) => row.abo === '')",
      group,
      bench,
      feature('laboratory/group'),
    ],
    [
      'INV-13.g',
      'confirmed in spite of an open dispute',
      '  const open = disputes.some((one) => one.resolvedAt === null);',
      '  const open = disputes.some((one) => one.resolvedAt === "");',
      group,
    ],
    [
      'INV-14.a',
      'absence of positive is negative',
      "  return weakD.length === 0 ? ['weakDMissing'] : [];",
      '  return [];',
      group,
      bench,
    ],
    [
      'INV-14.b',
      'a positive weak D is ignored',
      "  if (weakD.some((one) => one.value !== 'negative')) return ['weakDPositive'];\n",
      '',
      group,
      bench,
    ],
    [
      'INV-14.c',
      'RhD history ignored',
      'history.some((row) => row.rhd !== one.value)',
      "history.some((row) => row.rhd === ('' as string))",
      group,
      bench,
      feature('laboratory/group'),
    ],
  ]),
];
