import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BodyOf } from '#shared/contract/events.ts';
import type { Draft, Story } from './story.ts';
import { DIN, UNIT } from './whole-case.ts';

/** A hold on the whole donation. */
export const hold = (holdId = 'h1', target = DIN, scope: 'donation' | 'unit' = 'donation') => ({
  holdId,
  scope,
  target,
  din: DIN,
  code: 'reactiveResult',
  source: 'x',
});

/** A deferral of the donor. */
export const deferral = (
  more: { until?: string | null; marker?: string; donorId?: string } = {},
) => ({
  deferralId: 'def',
  donorId: more.donorId ?? 'don',
  kind: 'temporary' as const,
  code: 'T01',
  marker: more.marker ?? null,
  programme: null,
  startsOn: '2020-03-01',
  until: more.until === undefined ? '2020-03-10' : more.until,
  hidden: false,
});

/** A discard of the unit by two. */
export function discard(story: Story): Story {
  return story.add(
    'inventory.discarded',
    { discardId: 'd', unitId: UNIT, din: DIN, code: 'expired', netGrams: 231, wasteBag: 'W1' },
    { actor: 'lab', second: 'physician' },
  );
}

/** What the machine of the needle is told. */
export const TOLD = { din: DIN, targetMl: 200, kit: '' };

/** The same, as a word about the prepared chair. */
export const AT_CHAIR = { preparationId: 'prep', deviceId: 'machine', ...TOLD };

/** The machine is told its values before the needle, which says how they were proved. */
export function toldMachine(
  story: Story,
  proof: 'readBack' | 'display',
  answer: Pick<BodyOf<'collection.machineSet'>, 'outcome' | 'read'>,
): Story {
  story.find('collection.started').body['setting'] = proof;
  const set = { ...AT_CHAIR, ...answer, code: null };
  return story.before('collection.started', (a) =>
    a.add('collection.machineSet', set, { actor: 'nurse' }),
  );
}

/** Lifts a hold by two. */
export function lift(story: Story, more: Partial<Draft> = {}): Story {
  return story.add(
    'components.holdLifted',
    { holdId: 'h1', target: DIN, code: 'reactiveResult' },
    { actor: 'releaser', second: 'physician', reason: '复检', ...more },
  );
}

/** What makes a right story wrong: the invariant that it breaks, how it is called, and the change. */
export type Bent = readonly [invariant: string, name: string, bend: (story: Story) => void];

/** One test a row: the story, bent, breaks the invariant; as it was, the story is clean. */
export function findsEach(rows: readonly Bent[], from: () => Story): void {
  for (const [invariant, name, bend] of rows)
    test(`${invariant} judge: ${name}`, () => {
      const story = from();
      assert.deepEqual(story.broken(), []);
      bend(story);
      const broken = story.broken();
      assert.ok(broken.includes(invariant), broken.join(' '));
    });
}

/** A history that stays clean, beside one that breaks exactly this invariant. */
export interface Pair {
  readonly id: string;
  readonly what: string;
  readonly clean: (story: Story) => void;
  readonly broken: (story: Story) => void;
  readonly from?: () => Story;
}

/** What is clean without more. */
export const nothing = () => undefined;

/** One test a pair; `usual` tells the stories that name none of their own. */
export function findsPairs(pairs: readonly Pair[], usual: () => Story): void {
  for (const { id, what, clean, broken, from = usual } of pairs)
    test(`${id} judge: ${what}; the same done right is clean`, () => {
      const right = from();
      clean(right);
      assert.deepEqual(right.broken(), []);
      const wrong = from();
      broken(wrong);
      assert.ok(wrong.broken().includes(id), `${id} in ${wrong.broken().join(' ')}`);
    });
}
