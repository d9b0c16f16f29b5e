import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnyEntry } from '#shared/contract/events.ts';
import { violations } from '#shared/judge/violations.ts';
import { deferral, hold } from './parts.ts';
import { labelledCase, releasedCase } from './shelf-case.ts';
import { foundedStory } from './site-story.ts';
import type { Story } from './story.ts';
import { collectedCase, DIN, MET, registered, UNIT } from './whole-case.ts';

const brokenIn = (entries: readonly AnyEntry[]) => [
  ...new Set(violations(entries).map(({ invariant }) => invariant)),
];

test('INV-35 judge: a gap, a swap, a foreign predecessor and an event told twice are found', () => {
  const entries = collectedCase().entries();
  const without = entries.filter((_, at) => at !== 4);
  assert.ok(brokenIn(without).includes('INV-35'));
  const swapped = [...entries];
  swapped.splice(2, 2, entries[3] as AnyEntry, entries[2] as AnyEntry);
  assert.ok(brokenIn(swapped).includes('INV-35'));
  const forged = entries.map((e, at) => (at === 5 ? { ...e, prev: 'c'.repeat(64) } : e));
  assert.deepEqual(brokenIn(forged), ['INV-35']);
  const twice = entries.map((e, at) => (at === 5 ? { ...e, eventId: 'e1' } : e));
  assert.deepEqual(brokenIn(twice), ['INV-35']);
});

test('INV-34 judge: an entry older than the one before it is found', () => {
  const story = collectedCase();
  story.find('collection.ended').at = '2020-03-10T00:00:00.000Z';
  assert.ok(story.broken().includes('INV-34'));
});

test('INV-33 judge: a command that another cuts in two, or that two persons gave, is found', () => {
  const split = foundedStory();
  split.add('donors.deferred', deferral(), { actor: 'physician', commandId: 'one' });
  split.add('equipment.lotWithdrawn', { lotId: 'lot1', why: 'x' }, { actor: 'lab' });
  split.add(
    'donors.deferred',
    { ...deferral(), deferralId: 'd2' },
    { actor: 'physician', commandId: 'one' },
  );
  assert.deepEqual(split.broken(), ['INV-33']);
  const shared = foundedStory();
  shared.add('donors.deferred', deferral(), { actor: 'physician', commandId: 'one' });
  shared.add(
    'donors.deferred',
    { ...deferral(), deferralId: 'd2' },
    { actor: 'lab', commandId: 'one' },
  );
  assert.deepEqual(shared.broken(), ['INV-33']);
  const whole = foundedStory();
  whole.add('donors.deferred', deferral(), { actor: 'physician', commandId: 'one' });
  whole.add(
    'donors.deferred',
    { ...deferral(), deferralId: 'd2' },
    { actor: 'physician', commandId: 'one' },
  );
  assert.deepEqual(whole.broken(), []);
});

test('INV-29 judge: nobody acts before enrolment or after being switched off', () => {
  const off = (active: boolean) =>
    foundedStory()
      .add(
        'operators.staffAmended',
        { staffId: 'lab', name: 'lab', badge: 'lab', roles: ['labTech'], active },
        { actor: 'admin' },
      )
      .add('equipment.lotWithdrawn', { lotId: 'lot1', why: 'x' }, { actor: 'lab' })
      .broken();
  assert.deepEqual(off(true), []);
  assert.deepEqual(off(false), ['INV-29']);
  const stranger = foundedStory().add(
    'equipment.lotWithdrawn',
    { lotId: 'lot1', why: 'x' },
    { actor: 'nobody' },
  );
  assert.deepEqual(stranger.broken(), ['INV-29']);
});

test('INV-29 judge: a reinstatement by a role that may not', () => {
  const story = foundedStory();
  registered(story, 'don')
    .add('donors.deferred', deferral(), { actor: 'physician' })
    .add(
      'donors.reinstated',
      { deferralId: 'def', donorId: 'don', path: 'p' },
      { actor: 'nurse', second: 'physician', reason: 'x' },
    );
  assert.deepEqual(story.broken(), ['INV-29']);
});

/** Station S2 hears of S1 what `entries` of the story hold so far. */
function heardBy(story: Story, from: number, to: number): void {
  const head = story.entries()[to - 1]?.hash ?? '';
  story.add('exchange.batchReceived', { station: 'S1', from, to, head }, { station: 'S2' });
}

test('INV-38 judge: a batch with a gap, or that names another head, is found', () => {
  const told = (from: number, head?: string) => {
    const story = foundedStory();
    const count = story.drafts.length;
    heardBy(story, 1, 3);
    heardBy(story, from, count);
    if (head) (story.drafts.at(-1) as { body: Record<string, unknown> }).body['head'] = head;
    return story.broken();
  };
  assert.deepEqual(told(4), []);
  assert.deepEqual(told(5), ['INV-38']);
  assert.deepEqual(told(4, 'c'.repeat(64)), ['INV-38']);
});

test('INV-18 judge: each station is judged by what it knew: a hold elsewhere counts once it is heard of', () => {
  const told = (heardFirst: boolean) => {
    const story = labelledCase();
    const known = story.drafts.length;
    heardBy(story, 1, known);
    const hearing = (s: Story) => {
      const { seq, hash } = s.entries().find(({ type }) => type === 'components.held') as AnyEntry;
      s.add('exchange.batchReceived', { station: 'S2', from: 1, to: seq, head: hash });
    };
    const releasing = (s: Story) =>
      s.add(
        'inventory.released',
        { unitId: UNIT, din: DIN, listId: 'list', checks: [MET] },
        { actor: 'releaser', second: 'physician' },
      );
    story.add('components.held', hold(), { actor: 'lab2', station: 'S2' });
    if (heardFirst) {
      hearing(story);
      releasing(story);
    } else {
      releasing(story);
      hearing(story);
      story.drafts.push({
        ...(story.drafts.at(-1) as (typeof story.drafts)[number]),
        type: 'inventory.releaseWithdrawn',
        body: { unitId: UNIT, din: DIN, code: 'reactiveResult' },
        commandId: null,
        isReaction: true,
      });
      const batch = story.find('exchange.batchReceived', ({ station }) => station === 'S1');
      batch.commandId = null;
    }
    return story.broken();
  };
  assert.deepEqual(told(true), ['INV-18', 'INV-19']);
  assert.deepEqual(told(false), []);
});

test('INV-18 INV-29 judge: the role table that the site had adopted then says who may release', () => {
  const under = (...grants: readonly Record<string, string[]>[]) => {
    const story = releasedCase();
    story.find('inventory.released').actor = 'nurse';
    story.before('inventory.released', (aside) => {
      for (const [at, roles] of grants.entries())
        aside.add('operators.roleTableAdopted', {
          tableId: `t${at}`,
          from: '2020-03-10T00:00:00.000Z',
          grants: roles,
        });
    });
    return story.broken();
  };
  const nurses = { nurse: ['inventory.releaseUnits'], physician: ['visits.decide'] };
  assert.ok(under().includes('INV-18') && under().includes('INV-29'));
  assert.deepEqual(under(nurses), []);
  assert.ok(under(nurses, { qualityRelease: ['inventory.releaseUnits'] }).includes('INV-29'));
  assert.ok(under({ nurse: [] }).includes('INV-18'));
});
