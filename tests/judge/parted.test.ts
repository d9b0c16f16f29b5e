import type { BodyOf } from '#shared/contract/events.ts';
import { deferral, findsPairs, type Pair } from './parts.ts';
import { foundedStory } from './site-story.ts';
import type { Story } from './story.ts';
import { registered } from './whole-case.ts';

const PAIR = { pairId: 'don:don2', a: 'don', b: 'don2' };
const own = (concerns: 'own' | 'both') => [{ itemId: 'def', concerns }];

/** Two records that counted as one human, and a deferral on one of them. */
const joined = (more: Parameters<typeof deferral>[0] & { readonly startsOn?: string } = {}) => {
  const story = registered(registered(foundedStory(), 'don'), 'don2', '120101199101010033');
  return story
    .add('donors.duplicateDecided', { ...PAIR, verdict: 'same' }, { actor: 'nurse', reason: 'x' })
    .add(
      'donors.deferred',
      { ...deferral({ until: null, ...more }), startsOn: more.startsOn ?? '2020-03-10' },
      { actor: 'physician', reason: 'x' },
    );
};

const parted = (s: Story, rulings: BodyOf<'donors.unmerged'>['rulings']) => {
  const decision = s.find('donors.duplicateDecided');
  const eventId = `e${s.drafts.indexOf(decision) + 1}`;
  return s.add(
    'donors.unmerged',
    {
      splitId: 's',
      donorId: 'don',
      rest: ['don2'],
      since: '2020-03-10',
      undoes: [{ ...PAIR, decisions: [eventId] }],
      rulings,
    },
    { actor: 'physician', second: 'releaser', reason: 'x' },
  );
};

const shared = (s: Story, until: string | null = null) =>
  s.react('donors.deferred', {
    ...deferral({ donorId: 'don2', until }),
    deferralId: 'def@don2',
    startsOn: '2020-03-10',
  });

const opened = (s: Story, until: string, more: object = {}) =>
  s.add(
    'emergency.opened',
    { accessId: 'a', staffId: 'nurse', until },
    { actor: 'nurse', reason: 'x', ...more },
  );
const SOON = '2020-03-10T01:40:00.000Z';
const reviewed = (s: Story, actor: string) =>
  s.add('emergency.reviewed', { accessId: 'a', verdict: 'justified', note: '' }, { actor });
const ended = (s: Story, staffId = 'nurse') =>
  s.add('emergency.ended', { accessId: 'a', how: 'self' }, { actor: staffId });

const PAIRS: readonly Pair[] = [
  {
    id: 'INV-05',
    what: 'two humans parted without the deferral that concerned both',
    from: joined,
    clean: (s) => void shared(parted(s, own('both'))),
    broken: (s) => void parted(s, own('both')),
  },
  {
    id: 'INV-05',
    what: 'parted with a milder deferral than the one that concerned both',
    from: joined,
    clean: (s) => void parted(s, own('own')),
    broken: (s) => void shared(parted(s, []), '2020-03-11'),
  },
  {
    id: 'INV-32',
    what: 'an emergency taken without a reason',
    from: foundedStory,
    clean: (s) => void opened(s, SOON),
    broken: (s) => void opened(s, SOON, { reason: null }),
  },
  {
    id: 'INV-32',
    what: 'an emergency for another, that does not end',
    from: foundedStory,
    clean: (s) => void opened(s, SOON),
    broken: (s) => void opened(s, '2020-03-11T01:40:00.000Z', { actor: 'lab' }),
  },
  {
    id: 'INV-32',
    what: 'an emergency reviewed by the one who took it',
    from: foundedStory,
    clean: (s) => void reviewed(ended(opened(s, SOON)), 'releaser'),
    broken: (s) => void reviewed(ended(opened(s, SOON)), 'nurse'),
  },
  {
    id: 'INV-32',
    what: 'an emergency reviewed while it runs',
    from: foundedStory,
    clean: (s) => void reviewed(opened(s, SOON).forward(1), 'releaser'),
    broken: (s) => void reviewed(opened(s, SOON), 'releaser'),
  },
];

findsPairs(PAIRS, foundedStory);
