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

/** Lifts a hold by two. */
export function lift(story: Story, more: Partial<Draft> = {}): Story {
  return story.add(
    'components.holdLifted',
    { holdId: 'h1', target: DIN, code: 'reactiveResult' },
    { actor: 'releaser', second: 'physician', reason: '复检', ...more },
  );
}
