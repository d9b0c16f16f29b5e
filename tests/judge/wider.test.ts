import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { sha256 } from '#shared/judge/sha256.ts';
import { discard, findsPairs, hold, nothing, type Pair } from './parts.ts';
import { releasedCase } from './shelf-case.ts';
import { foundedStory } from './site-story.ts';
import type { Story } from './story.ts';
import { collectedCase, DIN, registered, UNIT } from './whole-case.ts';

const STATION = { station: 'S2' };

const lockOut = (s: Story, until: string | null) =>
  s.add('operators.lockedOut', { staffId: 'lab', failures: 5, until });

const lifted = (s: Story, actor: string) =>
  s.add('operators.lockOutLifted', { staffId: 'lab' }, { actor });

const signIn = (s: Story) => s.add('operators.signedIn', { staffId: 'lab', door: 'desktop' });

const changed = (s: Story, from: 'yes' | 'no') =>
  s.add(
    'visits.answerChanged',
    {
      visitId: 'v1',
      question: 'Q1',
      from,
      to: from === 'yes' ? 'no' : 'yes',
      detail: '',
      afterRefusal: false,
    },
    { actor: 'nurse', reason: '听错' },
  );

const refusal = (s: Story, target: string) =>
  s.add(
    'attempt.refused',
    { operation: 'donors.register', codes: ['donors.known'], targets: [target] },
    { actor: 'nurse' },
  );

const PAIRS: readonly Pair[] = [
  {
    id: 'INV-24',
    what: 'a unit is moved from where it lay no more',
    clean: (s) =>
      s.add(
        'inventory.moved',
        { unitId: UNIT, fromPlaceId: 'shelf', toPlaceId: 'other' },
        { actor: 'lab' },
      ),
    broken: (s) =>
      s.add(
        'inventory.moved',
        { unitId: UNIT, fromPlaceId: 'quarantine', toPlaceId: 'other' },
        { actor: 'lab' },
      ),
  },
  {
    id: 'INV-24',
    what: 'an answer is changed that was another one by then',
    from: () => {
      const story = collectedCase();
      story.find('visits.questionnaireAnswered').body['answers'] = [
        { question: 'Q1', answer: 'no', detail: '' },
      ];
      return story;
    },
    clean: (s) => void changed(changed(s, 'no'), 'yes'),
    broken: (s) => void changed(changed(s, 'no'), 'no'),
  },
  {
    id: 'INV-24',
    what: 'an incident is closed twice',
    from: () =>
      foundedStory().add('quality.incidentOpened', { incidentId: 'i', code: 'x', subjects: [] }),
    clean: (s) =>
      s.add('quality.incidentClosed', { incidentId: 'i', conclusion: 'x' }, { actor: 'lab' }),
    broken: (s) => {
      for (const actor of ['lab', 'lab2'])
        s.add('quality.incidentClosed', { incidentId: 'i', conclusion: 'x' }, { actor });
    },
  },
  {
    id: 'INV-31',
    what: 'a decision changed after it was signed',
    clean: (s) => {
      s.find('visits.decided').body['donorSentence'] = '谢谢';
    },
    broken: (s) => {
      s.find('visits.decided').body['contentHash'] = 'd'.repeat(64);
    },
  },
  {
    id: 'INV-31',
    what: 'signed under another’s printed name',
    clean: nothing,
    broken: (s) => {
      s.find('visits.decided').body['signedName'] = 'nurse';
    },
  },
  {
    id: 'INV-31',
    what: 'consent to another text',
    clean: nothing,
    broken: (s) => {
      s.find('visits.consentSigned').body['textHash'] = 'd'.repeat(64);
    },
  },
  {
    id: 'INV-32',
    what: 'signed in before the lock-out ran out',
    from: foundedStory,
    clean: (s) => void signIn(lockOut(s, '2020-03-10T00:00:00.000Z')),
    broken: (s) => void signIn(lockOut(s, '2020-03-12T00:00:00.000Z')),
  },
  {
    id: 'INV-32',
    what: 'lifted her own lock-out',
    from: foundedStory,
    clean: (s) => void signIn(lifted(lockOut(s, null), 'admin')),
    broken: (s) => void lifted(lockOut(s, null), 'labAgain'),
  },
  {
    id: 'INV-34',
    what: 'the clock set by hand where it is no practice',
    from: foundedStory,
    clean: (s) => s.add('operators.practiceClockSet', { to: '2020-03-10T00:00:00.000Z' }),
    broken: (s) => {
      s.find('operators.siteFounded').body['demo'] = false;
      s.add('operators.practiceClockSet', { to: '2020-03-10T00:00:00.000Z' });
    },
  },
  {
    id: 'INV-36',
    what: 'a record is written anew under its own id',
    from: foundedStory,
    clean: (s) => void registered(registered(s, 'don'), 'don2', '120101199101010033'),
    broken: (s) => void registered(registered(s, 'don'), 'don'),
  },
  {
    id: 'INV-36',
    what: 'a hold is placed again under its id',
    clean: (s) => hold2(s, 'h1', 'h2'),
    broken: (s) => hold2(s, 'h1', 'h1'),
  },
  {
    id: 'INV-39',
    what: 'another station prints the label of a bag that it does not hold',
    clean: nothing,
    broken: (s) => {
      const head = s.entries().at(-1)?.hash ?? '';
      const to = s.drafts.length;
      s.add('exchange.batchReceived', { station: 'S1', from: 1, to, head }, STATION);
      s.add(
        'inventory.released',
        { unitId: UNIT, din: DIN, listId: 'l', checks: [] },
        { ...STATION, actor: 'releaser', second: 'physician' },
      );
    },
  },
  {
    id: 'INV-40',
    what: 'a refusal names a donor',
    from: () => registered(foundedStory(), 'don'),
    clean: (s) => void refusal(s, 'don'),
    broken: (s) => void refusal(s, '120101199001010034'),
  },
];

function hold2(s: Story, first: string, second: string): void {
  s.add('components.held', hold(first), { actor: 'lab' });
  s.react('inventory.releaseWithdrawn', { unitId: UNIT, din: DIN, code: 'x' });
  s.add('components.held', hold(second), { actor: 'lab' });
}

findsPairs(PAIRS, releasedCase);

test('INV-26 judge: what comes after a discard under the same id is told twice over', () => {
  const story = discard(discard(releasedCase()));
  assert.ok(story.broken().includes('INV-36'));
});

test('INV-31 the judge’s own SHA-256 is SHA-256', () => {
  for (const length of [0, 1, 54, 55, 56, 63, 64, 65, 119, 120, 1000]) {
    const text = '献血者 😀 ab'.repeat(length).slice(0, length);
    const well = text.toWellFormed();
    assert.equal(sha256(well), createHash('sha256').update(well, 'utf8').digest('hex'));
  }
});

test('INV-39 judge: the station restored in the place of the one that made a unit may go on with it', () => {
  const story = releasedCase();
  const release = story.drafts.pop();
  assert.ok(release);
  const kept = story.drafts.pop();
  assert.ok(kept && kept.type === 'inventory.released');
  const oldSeq = story.drafts.length;
  const oldHead = story.entries().at(-1)?.hash ?? '';
  story.add('exchange.stationRestored', { oldStation: 'S1', oldSeq, oldHead }, STATION);
  story.add('inventory.released', kept.body as never, {
    ...STATION,
    actor: 'releaser',
    second: 'physician',
  });
  assert.deepEqual(story.broken(), []);
  story.find('exchange.stationRestored').body['oldStation'] = 'S9';
  assert.ok(story.broken().length > 0);
});
