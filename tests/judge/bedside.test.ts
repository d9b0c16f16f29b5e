import type { BodyOf } from '#shared/contract/events.ts';
import { findsPairs, type Pair } from './parts.ts';
import { foundedStory } from './site-story.ts';
import type { Story } from './story.ts';
import { collectedCase, DIN, registered, screened, started } from './whole-case.ts';

const NURSE = { actor: 'nurse' };
const AT = '2020-03-10T03:00:00.000Z';

const prepared = (preparationId: string, kitSerial: string) => ({
  ...{ preparationId, chairId: 'chair', deviceId: 'machine', kitLotId: 'kit', kitSerial },
  ...{ anticoagulantLotId: 'anticoagulant', salineLotId: 'saline' },
});
const bag =
  (bagId = 'bag', kind: 'infectious' | 'sharps' = 'infectious') =>
  (s: Story) =>
    s.add('waste.bagOpened', { bagId, number: bagId, kind }, NURSE);
const thrown =
  (setId: string, bagId = 'bag') =>
  (s: Story) =>
    s.add('collection.setDiscarded', { setId, bagId }, NURSE);
const clean = (s: Story) => s.add('collection.chairCleaned', { chairId: 'chair' }, NURSE);
const spoilt = (kitSerial: string) => (s: Story) => {
  const body = { setId: `kit:${kitSerial}`, lotId: 'kit', kitSerial, code: 'leak' };
  s.add('collection.kitSpoiled', body, NURSE);
};
const sealed = (s: Story) => s.add('waste.bagSealed', { bagId: 'bag', grams: 2400 }, NURSE);
const taken = (takenBy: string, second: string | null) => (s: Story) =>
  s.add('waste.bagHandedOver', { bagId: 'bag', takenBy }, { ...NURSE, second });

type Telling = (story: Story) => unknown;
const all =
  (...parts: readonly Telling[]) =>
  (story: Story) => {
    for (const part of parts) part(story);
  };

/** The same chair takes another donor. */
const nextDonor = (s: Story) => {
  const din = 'A999920000002';
  registered(s, 'don2', '120101199101010033');
  screened(s, 'don2', 'v2', din);
  s.add('collection.chairPrepared', prepared('prep2', 'K2'), NURSE);
  started(s, 'don2', 'v2', din);
  const { body } = s.find('collection.started', (draft) => draft.body['din'] === din);
  Object.assign(body, { preparationId: 'prep2', cautions: ['armUnprepared'] });
};

const DRAW: readonly Pair[] = [
  {
    id: 'INV-07',
    what: 'a needle in a chair that nobody cleaned',
    from: collectedCase,
    clean: all(bag(), thrown('prep'), clean, nextDonor),
    broken: nextDonor,
  },
  {
    id: 'INV-07',
    what: 'an arm that nobody prepared, and no word of it',
    clean: (s) => armed(s, 'left', []),
    broken: (s) => armed(s, 'right', []),
  },
  {
    id: 'INV-08',
    what: 'a volume that no rule offers',
    clean: (s) => aimed(s, 400),
    broken: (s) => aimed(s, 250),
  },
  {
    id: 'INV-08',
    what: 'more plasma than the ceiling, and no incident',
    clean: (s) => {
      ended(s, { plasmaMl: 441 });
      incident(s, 'donorCeilingExceeded');
    },
    broken: (s) => ended(s, { plasmaMl: 441 }),
  },
  {
    id: 'INV-08',
    what: 'a longer run than the ceiling, and no incident',
    clean: (s) => ended(s, { endedAt: '2020-03-10T04:30:00.000Z' }),
    broken: (s) => ended(s, { endedAt: '2020-03-10T04:30:00.001Z' }),
  },
  {
    id: 'INV-08',
    what: 'a third needle, and no incident',
    clean: all(stuck('1'), stuck('2'), (s) => incident(s, 'tooManySticks')),
    broken: all(stuck('1'), stuck('2')),
  },
  {
    id: 'INV-17',
    what: 'a tube filled twice',
    clean: all(tube('serology'), tube('nat')),
    broken: all(tube('nat'), tube('nat')),
  },
  {
    id: 'INV-17',
    what: 'a tube that no rule asks of this donation',
    clean: tube('retention'),
    broken: tube('blue'),
  },
  {
    id: 'INV-17',
    what: 'a tube filled after the containers were matched',
    clean: all(tube('nat'), matched),
    broken: all(matched, tube('nat')),
  },
];

const WASTE: readonly Pair[] = [
  {
    id: 'INV-27',
    what: 'a set is opened for two seats',
    clean: (s) => void s.add('collection.chairPrepared', prepared('prep2', 'K2'), NURSE),
    broken: (s) => void s.add('collection.chairPrepared', prepared('prep2', ''), NURSE),
  },
  {
    id: 'INV-27',
    what: 'a set is spoilt that was spoilt before',
    clean: all(spoilt('K7'), spoilt('K8')),
    broken: all(spoilt('K7'), spoilt('K7')),
  },
  {
    id: 'INV-27',
    what: 'a set goes into the bag before it has served',
    clean: all(spoilt('K7'), bag(), thrown('kit:K7')),
    broken: all(bag(), thrown('kit:K7')),
  },
  {
    id: 'INV-27',
    what: 'a set is thrown away twice',
    from: collectedCase,
    clean: all(bag(), thrown('prep')),
    broken: all(bag(), thrown('prep'), thrown('prep')),
  },
  {
    id: 'INV-27',
    what: 'a set in a bag of sharps',
    from: collectedCase,
    clean: all(bag(), thrown('prep')),
    broken: all(bag('bag', 'sharps'), thrown('prep')),
  },
  {
    id: 'INV-27',
    what: 'a set in a bag that was sealed before',
    from: collectedCase,
    clean: all(bag(), thrown('prep'), sealed),
    broken: all(bag(), sealed, thrown('prep')),
  },
  {
    id: 'INV-27',
    what: 'a chair called clean with its used set beside it',
    from: collectedCase,
    clean: all(bag(), thrown('prep'), clean),
    broken: clean,
  },
  {
    id: 'INV-27',
    what: 'a bag sealed twice',
    clean: all(bag(), sealed),
    broken: all(bag(), sealed, sealed),
  },
  {
    id: 'INV-27',
    what: 'a bag given away that stands open',
    clean: all(bag(), sealed, taken('lab', 'lab')),
    broken: all(bag(), taken('lab', 'lab')),
  },
  {
    id: 'INV-30',
    what: 'a bag taken away by somebody who did not say so',
    clean: all(bag(), sealed, taken('lab', 'lab')),
    broken: all(bag(), sealed, taken('lab', 'lab2')),
  },
];

/** Seated, the needle in. */
function runningCase(): Story {
  const story = foundedStory();
  registered(story, 'don');
  screened(story, 'don', 'v1', DIN);
  return started(story, 'don', 'v1', DIN);
}

function armed(s: Story, arm: 'left' | 'right', cautions: string[]): void {
  s.before('collection.started', (a) => {
    const check = { checkId: 'arm', chairId: 'chair', visitId: 'v1', lotId: null, at: AT };
    a.add('collection.armDisinfected', { ...check, arm }, NURSE);
  });
  Object.assign(s.find('collection.started').body, { arm: 'left', cautions });
}

function aimed(s: Story, targetMl: number): void {
  Object.assign(s.find('collection.started').body, { targetMl });
}

function ended(s: Story, more: Partial<BodyOf<'collection.ended'>>): void {
  const figures = { machineMl: 230, netGrams: 236, productMl: 230, plasmaMl: 200, acMl: 30 };
  const told = { completed: true, stopReason: 'targetReached', redCellsReturned: 'yes' } as const;
  const times = { endedAt: '2020-03-10T03:40:00.000Z', freezeBy: '2020-03-10T09:40:00.000Z' };
  s.add(
    'collection.ended',
    { din: DIN, donorId: 'don', ...figures, ...told, ...times, ...more },
    NURSE,
  );
}

function incident(s: Story, code: string): void {
  s.react('quality.incidentOpened', { incidentId: 'i', code, subjects: [DIN] });
}

function stuck(markId: string) {
  return (s: Story) =>
    s.add(
      'collection.stuckAgain',
      { din: DIN, markId, arm: 'left', code: 'noFlow', at: AT },
      NURSE,
    );
}

function tube(container: string) {
  return (s: Story) =>
    s.add('collection.tubeDrawn', { din: DIN, markId: container, container, at: AT }, NURSE);
}

function matched(s: Story): void {
  ended(s, {});
  const tubes = ['serology', 'nat', 'group', 'retention'];
  s.add('collection.matched', { din: DIN, tubes, bags: 1 }, NURSE);
}

findsPairs([...DRAW, ...WASTE], runningCase);
