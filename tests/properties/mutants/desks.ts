import { inFile, type Mutant, T } from './mutant.ts';

const { chairFacts, feature } = T;
const turn = feature('collection/turn');
const draw = feature('collection/draw');
const box = feature('collection/box');
const waste = feature('waste/waste');
const handover = feature('handover/handover');
const tally = feature('handover/tally');
const testOnly = feature('laboratory/test-only');

/** Chairs between two donors, the draw, boxes, waste, shelves of programmes, tests alone, hand-overs. */
export const DESKS: readonly Mutant[] = [
  ...inFile('shared/features/collection/facts.ts', [
    [
      'INV-07.n',
      'a chair is clean when it ever was',
      'return turn !== undefined && turn.takenStamp > turn.cleanedStamp;',
      "return turn !== undefined && turn.cleanedStamp === '';",
      chairFacts,
    ],
  ]),
  ...inFile('shared/features/collection/rules/turn.ts', [
    [
      'INV-07.o',
      'a chair is called clean while its donor sits in it',
      "  if (isTaken(read, chairId)) return refused(reason('collection.chairTaken'));\n",
      '',
      turn,
    ],
    [
      'INV-27.d',
      'a used set stays at the chair that was called clean',
      "  if (sets.length > 0 && bagId === null) return refused(reason('collection.setNoBag'));\n",
      '',
      turn,
    ],
    [
      'INV-27.e',
      'a used set in a bag of sharps',
      "return bag.kind === 'infectious' ? undefined : reason('collection.bagKind');",
      'return undefined;',
      turn,
    ],
    ['INV-27.f', 'a set is thrown away twice', "if (set?.state !== 'waiting')", 'if (!set)', turn],
  ]),
  ...inFile('shared/features/collection/rules/chair.ts', [
    [
      'INV-27.g',
      'a kit that was spoilt serves a donor',
      "const spoilt = read.get('spentSet', `\u0024{lot.id}:\u0024{serial}`) !== undefined;",
      'const spoilt = false;',
      turn,
    ],
  ]),
  ...inFile('shared/features/collection/rules/arm.ts', [
    [
      'INV-07.p',
      'the other arm was disinfected',
      'const isPrepared = check?.arm === arm;',
      'const isPrepared = check !== undefined;',
      chairFacts,
    ],
  ]),
  ...inFile('shared/features/collection/rules/needle-again.ts', [
    [
      'INV-08.h',
      'needles without end, and no incident',
      'sticks === maxSticks + 1',
      'sticks > maxSticks + 9',
      draw,
    ],
    [
      'INV-17.g',
      'a tube is filled twice',
      '  if (drawn.includes(container.value)) return refused(twice);\n',
      '',
      draw,
    ],
  ]),
  ...inFile('shared/features/collection/rules/end.ts', [
    [
      'INV-08.i',
      'a run over the ceiling of time is no incident',
      'return overAt !== null && endedAt > overAt;',
      'return overAt !== null && endedAt === overAt;',
      draw,
    ],
  ]),
  ...inFile('shared/features/collection/rules/box.ts', [
    [
      'INV-27.h',
      'a bag lies in two boxes',
      "  if (holder) return refused(reason('collection.itemPacked', { box: holder.code }));\n",
      '',
      box,
    ],
    [
      'INV-27.i',
      'what is missing from a box does not stop it',
      'const differs = [...missing, ...unexpected];',
      'const differs = [...unexpected];',
      feature('collection/chain'),
    ],
  ]),
  ...inFile('shared/features/waste/rules.ts', [
    [
      'INV-27.j',
      'a bag that stands open is given away',
      "    if (bag.state === 'open') return refused(reason('waste.bagOpen', { number: bag.number }));\n",
      '',
      waste,
    ],
    [
      'INV-27.k',
      'a bag is sealed twice, with another weight',
      "  if (bag.state !== 'open') return refused(reason('waste.bagSealed', { number: bag.number }));\n",
      '',
      waste,
    ],
  ]),
  ...inFile('shared/features/components/stock.ts', [
    [
      'INV-26.z',
      'a shelf of another programme takes the unit',
      '.find((row) => shelvesOf(row.content).includes(place.code));',
      '.find((row) => shelvesOf(row.content).length > 99);',
      feature('rulesets/programme-flow'),
    ],
  ]),
  ...inFile('shared/features/visits/rules/reception.ts', [
    [
      'INV-07.q',
      'an assessment for another programme',
      "      if (row.programme !== visit.programme) return refused(reason('visits.assessmentProgramme'));\n",
      '',
      feature('visits/assessment'),
    ],
  ]),
  ...inFile('shared/features/donors/test-samples.ts', [
    [
      'INV-12.g',
      'a test that no rule offers',
      'const strange = input.tests.filter((test) => !offered.some((one) => one.test === test));',
      'const strange: string[] = [];',
      testOnly,
    ],
    [
      'INV-07.r',
      'blood for tests without consent',
      "  if (!input.consentSeen) return refused(reason('donors.testConsent'));\n",
      '',
      testOnly,
    ],
  ]),
  ...inFile('shared/features/handover/rules.ts', [
    [
      'INV-27.l',
      'an account is left out of the sheet',
      "if (!count) return err(reason('handover.notCounted', { account: line.key }));",
      'if (!count) continue;',
      handover,
    ],
    [
      'INV-24.b',
      'counted against a book that has moved',
      'if (count.book !== line.inHand)',
      'if (count.book !== count.book)',
      handover,
    ],
    [
      'INV-27.m',
      'a difference without an owner',
      'if (amount === 0) continue;',
      'if (amount <= 0) continue;',
      handover,
    ],
    [
      'INV-27.n',
      'a difference is settled twice',
      "if (row?.state !== 'open') return",
      'if (!row) return',
      handover,
    ],
  ]),
  ...inFile('shared/features/handover/accounts.ts', [
    [
      'INV-27.o',
      'what two wrote off stays on the book',
      'return last.inHand + off;',
      'return last.inHand;',
      handover,
    ],
    [
      'INV-27.p',
      'the difference is taken off the book by itself',
      'difference: count - inHand - carried };',
      'difference: 0 };',
      handover,
      tally,
    ],
  ]),
  ...inFile('shared/features/handover/tally.ts', [
    [
      'INV-27.q',
      'a spoilt kit leaves no trace in the accounts',
      'book.of(`kit:\u0024{entry.body.lotId}`).void += 1;',
      'book.of(`kit:\u0024{entry.body.lotId}`).void += 0;',
      handover,
      tally,
    ],
  ]),
];
