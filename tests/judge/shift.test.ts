import type { BodyOf } from '#shared/contract/events.ts';
import { findsPairs, nothing, type Pair } from './parts.ts';
import { foundedStory } from './site-story.ts';
import type { Story } from './story.ts';

type Line = BodyOf<'handover.signed'>['lines'][number];

const SHIFT = { actor: 'nurse', second: 'lab' };

/** An account in which nothing moved. */
const line = (key: string, inHand: number, more: Partial<Line> = {}): Line => ({
  ...{ key, opening: inHand, given: 0, used: 0, void: 0, inHand, counted: inHand, difference: 0 },
  ...more,
});

/** A sheet over everything that was written since the last one. */
function sheet(s: Story, handoverId: string, lines: Line[], more: object = {}): void {
  const untilSeq = s.drafts.length;
  const body = { handoverId, incoming: 'lab', untilSeq, lines, open: [], items: [], note: '' };
  s.add('handover.signed', { ...body, ...more }, SHIFT);
}

const carried = (s: Story, key: string, amount: number) =>
  s.react('handover.differenceCarried', {
    ...{ differenceId: 'd', handoverId: 'h1', key, amount, ownerId: 'nurse' },
  });

const settled = (how: 'found' | 'writtenOff') => (s: Story) =>
  s.add('handover.differenceSettled', { differenceId: 'd', how, note: '' }, SHIFT);

/** Ten kits came with the site, one was opened in vain; nine are counted. */
const kits = (more: Partial<Line> = {}) =>
  line('kit:kit', 9, { opening: 0, given: 10, void: 1, ...more });

function shiftStory(): Story {
  const story = foundedStory();
  const kit = { setId: 'kit:K1', lotId: 'kit', kitSerial: 'K1', code: 'leak' };
  return story.add('collection.kitSpoiled', kit, { actor: 'nurse' });
}

/** One kit too few was carried, and written off or found again. */
function carriedStory(): Story {
  const story = shiftStory();
  sheet(story, 'h1', [kits({ counted: 8, difference: -1 })]);
  return carried(story, 'kit:kit', -1);
}

const PAIRS: readonly Pair[] = [
  {
    id: 'INV-27',
    what: 'a sheet that does not add up',
    clean: (s) => sheet(s, 'h1', [kits(), line('stickers', 4)]),
    broken: (s) => sheet(s, 'h1', [kits(), line('stickers', 4, { used: 1 })]),
  },
  {
    id: 'INV-27',
    what: 'a kit opened in vain that the sheet does not know',
    clean: (s) => sheet(s, 'h1', [kits()]),
    broken: (s) => sheet(s, 'h1', [kits({ void: 0, inHand: 10, counted: 10 })]),
  },
  {
    id: 'INV-27',
    what: 'a sheet begins elsewhere than the last one ended',
    from: carriedStory,
    clean: (s) => sheet(s, 'h2', [line('kit:kit', 9, { counted: 8 })]),
    broken: (s) => sheet(s, 'h2', [line('kit:kit', 8)]),
  },
  {
    id: 'INV-27',
    what: 'what two wrote off is taken off the next book, and nothing else is',
    from: () => settled('writtenOff')(carriedStory()),
    clean: (s) => sheet(s, 'h2', [line('kit:kit', 8)]),
    broken: (s) => sheet(s, 'h2', [line('kit:kit', 9)]),
  },
  {
    id: 'INV-27',
    what: 'a difference that nobody carries',
    clean: (s) => {
      sheet(s, 'h1', [kits({ counted: 8, difference: -1 })]);
      carried(s, 'kit:kit', -1);
    },
    broken: (s) => sheet(s, 'h1', [kits({ counted: 8, difference: -1 })]),
  },
  {
    id: 'INV-27',
    what: 'a difference that the sheet keeps quiet about',
    clean: (s) => sheet(s, 'h1', [kits()]),
    broken: (s) => sheet(s, 'h1', [kits({ counted: 8 })]),
  },
  {
    id: 'INV-27',
    what: 'a difference is settled twice',
    from: carriedStory,
    clean: settled('found'),
    broken: (s) => void settled('found')(settled('found')(s)),
  },
  {
    id: 'INV-30',
    what: 'a shift taken over by somebody who did not sign',
    clean: (s) => sheet(s, 'h1', [kits()]),
    broken: (s) => sheet(s, 'h1', [kits()], { incoming: 'physician' }),
  },
  {
    id: 'INV-30',
    what: 'a shift handed over by one person alone',
    from: carriedStory,
    clean: nothing,
    broken: (s) => {
      s.find('handover.signed').second = null;
    },
  },
];

findsPairs(PAIRS, shiftStory);
