import { inFile, type Mutant, T } from './mutant.ts';

const { desk, feature, people, needle } = T;

/** Persons, deferrals, screening and the gate before the needle. */
export const ELIGIBILITY: readonly Mutant[] = [
  ...inFile('shared/features/donors/facts.ts', [
    [
      'INV-05.a',
      'a merge loses the other record’s deferrals',
      "  return personRecords(read, donorId)\n    .flatMap((record) => read.by('deferral', 'donorId', record.id))",
      "  return read\n    .by('deferral', 'donorId', donorId)",
      desk,
      feature('donors/merge'),
    ],
    [
      'INV-05.b',
      'look-alikes of the other record do not count',
      'for (const { id } of personRecords(read, donorId)) {',
      'for (const { id } of [{ id: donorId }]) {',
      desk,
    ],
    [
      'INV-05.c',
      'an undecided look-alike takes a number',
      '&& undecidedPairs(read, donorId).length === 0',
      '',
      desk,
    ],
    ['INV-06.a', 'the last day of a deferral is free', 'on <= row.until', 'on < row.until', desk],
    [
      'INV-06.b',
      'a deferral of every programme holds for one',
      'row.programme === null || programme',
      'programme',
      desk,
    ],
  ]),
  ...inFile('shared/features/donors/duplicates.ts', [
    [
      'INV-05.d',
      'exact-match duplicates only',
      "  for (const donor of read.by('donor', 'birthDate', of.birthDate))\n    if (alike(donor.name)) note(donor, 'birthDateAndName');\n",
      '',
      feature('donors/donors'),
      desk,
    ],
  ]),
  ...inFile('shared/features/donors/evolve.ts', [
    [
      'INV-06.c',
      'a deferral is overwritten by a later import',
      'strictest(before, body, eventId)',
      '{ ...before, ...fields }',
      people,
      'tests/replay/two-stations.test.ts',
      feature('donors/donors'),
      feature('donors/merge'),
    ],
  ]),
  ...inFile('shared/features/donors/persons.ts', [
    [
      'INV-05.e',
      'the third record stays out of a merge',
      '      queue.push(other);\n',
      '',
      desk,
      feature('donors/merge'),
    ],
  ]),
  ...inFile('shared/features/donors/pairs.ts', [
    [
      'INV-05.h',
      'a decision that was taken back still joins',
      '!pair.undone.includes(eventId)',
      'eventId.length > 0',
      feature('donors/merge'),
      feature('donors/unmerge'),
    ],
  ]),
  ...inFile('shared/features/donors/unmerge.ts', [
    [
      'INV-05.i',
      'records are parted without a ruling on what was written in between',
      'open.length > 0',
      'open.length < 0',
      feature('donors/unmerge'),
    ],
    [
      'INV-05.j',
      'the rest falls apart when the record that joined it is taken out',
      '    if (linked.has(other)) return [];',
      '    return [];',
      feature('donors/unmerge'),
    ],
  ]),
  ...inFile('shared/features/donors/together.ts', [
    [
      'INV-06.d',
      'what concerns both stays with one',
      '  if (tie.own.includes(item.itemId)) return [];',
      '  return [];',
      feature('donors/merge'),
      feature('donors/unmerge'),
    ],
  ]),
  ...inFile('shared/features/donors/reactions.ts', [
    [
      'INV-06.e',
      'a deferral that arrives after the parting holds one side only',
      'at < tie.partedAt',
      'at > tie.partedAt',
      feature('donors/merge'),
    ],
  ]),
  ...inFile('shared/features/aftercare/recall.ts', [
    [
      'INV-21.r',
      'a recall is closed though nobody told the patient’s doctor',
      "isTransfused && !isDoctorTold ? 'recallDoctor' : undefined",
      'undefined',
      feature('aftercare/recall'),
    ],
    [
      'INV-21.s',
      'only the donation that was told of is recalled',
      '(unit.din === din || unit.expiresAt > at)',
      'unit.din === din',
      feature('aftercare/recall'),
    ],
  ]),
  ...inFile('shared/features/visits/eligibility.ts', [
    [
      'INV-07.a',
      'yesterday’s screening is used again',
      '    visit.localDate === today &&\n',
      '',
      needle,
      feature('visits/visits'),
      desk,
    ],
    [
      'INV-07.b',
      'yesterday’s decision is used again',
      ' && decision.localDate === today',
      '',
      needle,
      feature('visits/visits'),
      desk,
    ],
    [
      'INV-07.c',
      'anything may be overridden',
      ' || verdict.overridableBy === null',
      '',
      needle,
      feature('visits/physician'),
    ],
    [
      'INV-07.d',
      'a visit with a step left open',
      "    visit.localDate === today &&\n    isPast(visit, 'decision')",
      '    visit.localDate === today',
      needle,
      feature('visits/visits'),
    ],
    [
      'INV-05.f',
      'the gate does not ask for look-alikes',
      '    lookAlikeGate(read, visit),\n',
      '',
      needle,
      feature('visits/visits'),
    ],
  ]),
  ...inFile('shared/features/rulesets/screening.ts', [
    [
      'INV-07.e',
      'a criterion that nobody knows is met',
      '?? MISSING;',
      "?? { ...MISSING, verdict: 'met' as const };",
      needle,
      feature('rulesets/screening'),
      feature('rulesets/packs'),
    ],
    [
      'INV-07.f',
      'missing values may be overridden',
      "  if (verdict === 'missing' || hard) return null;",
      '  if (hard) return null;',
      needle,
      feature('rulesets/screening'),
      feature('visits/physician'),
    ],
  ]),
  ...inFile('shared/features/visits/rules/decide.ts', [
    [
      'INV-31.b',
      'the signature covers the id only',
      'contentHash: hashOf(content) }',
      'contentHash: hashOf(content.decisionId) }',
      'tests/properties/chain.test.ts',
    ],
    [
      'INV-31.c',
      'signed under any name',
      'signedName: ctx.actor.name,',
      "signedName: '医生',",
      'tests/properties/chain.test.ts',
      feature('visits/physician'),
    ],
  ]),
  ...inFile('shared/features/collection/reactions.ts', [
    [
      'INV-08.g',
      'a donation known late passes in silence',
      "  'collection.historyRecorded': (read, { body }) => afterLateEntry(read, body.recordId),\n",
      '',
      'tests/properties/late-entry.test.ts',
    ],
  ]),
];
