import { findsPairs, type Pair } from './parts.ts';
import type { Story } from './story.ts';
import { collectedCase, DIN } from './whole-case.ts';

const entered = (s: Story, collectedOn: string) =>
  s.add(
    'collection.historyRecorded',
    {
      recordId: 'paper',
      donorId: 'don',
      donationType: 'convalescentPlasma',
      din: null,
      collectedOn,
      volumeMl: 200,
      completed: true,
      redCellsReturned: true,
    },
    { actor: 'nurse' },
  );

const review = (s: Story, ...subjects: string[]) =>
  s.react('quality.incidentOpened', { incidentId: 'i', code: 'intervalBroken', subjects });

const PAIRS: readonly Pair[] = [
  {
    id: 'INV-08',
    what: 'a paper donation thirteen days before one taken here passes in silence',
    clean: (s) => void review(entered(s, '2020-02-26'), DIN),
    broken: (s) => void entered(s, '2020-02-26'),
  },
  {
    id: 'INV-08',
    what: 'a review that names the earlier of the two',
    clean: (s) => void entered(s, '2020-02-25'),
    broken: (s) => void review(entered(s, '2020-02-26'), 'paper'),
  },
  {
    id: 'INV-08',
    what: 'a paper donation soon after one taken here',
    clean: (s) => void review(entered(s, '2020-03-23'), 'paper'),
    broken: (s) => void review(entered(s, '2020-03-23'), DIN),
  },
];

findsPairs(PAIRS, collectedCase);
