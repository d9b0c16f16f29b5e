import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import type { StateReader } from '../../../contract/rows.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { accepted, type Decision } from '../../../kernel/decision.ts';
import { recentDonations } from '../../laboratory/recent.ts';
import { holdIdOf } from '../holds.ts';

/** A freezing limit is a matter of hours; a bag that is older was seen on an earlier look. */
const DAYS_WATCHED = 3;

/** Something past its freezing limit that is neither frozen nor held for it. */
export interface Overdue {
  readonly scope: 'unit' | 'donation';
  readonly target: string;
  readonly din: string;
}

/** Units and whole bags whose freezing limit passed before `now` without being frozen. */
export function overdueAt(read: StateReader, now: string, today: CivilDate): readonly Overdue[] {
  const units = read
    .by('unit', 'state', 'inProcess')
    .filter((unit) => unit.frozenAt === null && unit.freezeBy < now)
    .map((unit) => ({ scope: 'unit' as const, target: unit.id, din: unit.din }));
  const bags = recentDonations(read, today, DAYS_WATCHED)
    .filter((donation) => donation.freezeBy !== null && donation.freezeBy < now)
    .filter((donation) => read.by('unit', 'din', donation.id).length === 0)
    .map(({ id }) => ({ scope: 'donation' as const, target: id, din: id }));
  return [...units, ...bags].filter(
    ({ target }) => read.get('hold', holdIdOf('overFreezeLimit', target, target)) === undefined,
  );
}

/** Holds everything past its freezing limit; the same cause never holds twice. */
export function holdOverdue(
  _input: unknown,
  ctx: DecideContext,
): Decision<NewEvent, { readonly held: number }> {
  const late = overdueAt(ctx.read, ctx.now, ctx.today);
  const events = late.map(({ scope, target, din }) =>
    event('components.held', {
      holdId: holdIdOf('overFreezeLimit', target, target),
      scope,
      target,
      din,
      code: 'overFreezeLimit',
      source: target,
    }),
  );
  return accepted(events, { held: events.length });
}
