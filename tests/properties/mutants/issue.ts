import { inFile, type Mutant, T } from './mutant.ts';

const issue = T.feature('inventory/issue');
const testOnly = T.feature('laboratory/test-only');

/** Issue to hospitals, recalls of what is out, tests alone, and donations that stand twice. */
export const ISSUE: readonly Mutant[] = [
  ...inFile('shared/features/inventory/rules/issue.ts', [
    [
      'INV-26.s',
      'issue from a list loaded earlier',
      "  if (unit.state !== 'released') return reason('inventory.issueNotReleased');\n",
      '',
      issue,
    ],
    [
      'INV-26.t',
      'issued twice',
      "unit.state === 'issued' || unit.state === 'discarded'",
      "unit.state === 'discarded'",
      issue,
    ],
    [
      'INV-26.u',
      'what the release stood on is not asked again',
      '...standingProblems(unit, ctx), ',
      '',
      issue,
    ],
    [
      'INV-26.v',
      'one scan is enough',
      'input.scans.every(',
      'input.scans.slice(0, 1).every(',
      issue,
    ],
    ['INV-26.w', 'a hospital out of use receives', '?.active)', ')', issue],
    [
      'INV-26.x',
      'a box as warm as it likes',
      'input.boxTenthsC > warmest',
      'input.boxTenthsC > 0',
      issue,
    ],
    [
      'INV-26.y',
      'from any shelf',
      'return isOutOfPlace(read, unit, today) ?',
      'return today === undefined ?',
      issue,
    ],
  ]),
  ...inFile('shared/features/aftercare/recall.ts', [
    [
      'INV-21.f',
      'what is out of the house is not recalled',
      "unit.state === 'issued')\n    .map((unit) => ({ recallId",
      "unit.state === 'released')\n    .map((unit) => ({ recallId",
      issue,
    ],
  ]),
  ...inFile('shared/features/laboratory/test-outcomes.ts', [
    [
      'INV-10.t',
      'a good word is never taken back',
      'state === testStateOf(read, number, test)',
      "state === testStateOf(read, number, test) || state === 'pending'",
      testOnly,
    ],
  ]),
  ...inFile('shared/features/donors/same-giving.ts', [
    [
      'INV-08.t',
      'any two days may be one donation',
      ' && a.on === b.on',
      '',
      T.feature('collection/past'),
    ],
    [
      'INV-05.t',
      'of any two people',
      'if (same && !isAlike)',
      'if (false)',
      T.feature('collection/past'),
    ],
  ]),
  ...inFile('shared/features/visits/document.ts', [
    [
      'INV-07.y',
      'a document out of date is as good as any',
      'return today <= addDays(until as CivilDate, grace);',
      'return true;',
      T.feature('visits/document'),
    ],
    [
      'INV-07.z',
      'a second person who is not there',
      "return second ? undefined : reason('visits.documentPerson');",
      'return undefined;',
      T.feature('visits/document'),
    ],
  ]),
];
