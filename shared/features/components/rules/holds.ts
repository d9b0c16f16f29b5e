import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import { accepted, type Decision, reason, refused } from '../../../kernel/decision.ts';
import { type HoldCode, holdIdOf } from '../holds.ts';
import { stillStanding } from '../standing.ts';

/** Places a hold by hand; on a unit or on the whole donation with everything made from it later. */
export function placeHold(
  input: {
    readonly scope: 'unit' | 'donation';
    readonly target: string;
    readonly code: HoldCode;
    readonly why: string;
  },
  ctx: DecideContext,
): Decision<NewEvent, { readonly holdId: string }> {
  const { scope, target, code } = input;
  const din =
    scope === 'unit' ? ctx.read.get('unit', target)?.din : ctx.read.get('donation', target)?.id;
  if (!din) return refused(reason('components.targetUnknown'));
  const source = ctx.newId();
  const holdId = holdIdOf(code, target, source);
  const events: NewEvent[] = [
    event('components.held', { holdId, scope, target, din, code, source }, { reason: input.why }),
  ];
  const concerned = ctx.read
    .by('unit', 'din', din)
    .filter((unit) => (scope === 'donation' || unit.id === target) && unit.state === 'released');
  for (const unit of concerned)
    events.push(event('inventory.releaseWithdrawn', { unitId: unit.id, din, code }));
  return accepted(events, { holdId });
}

/** Lifts one hold, knowingly: only when its own cause disqualifies no more (INV-23). */
export function liftHold(
  input: { readonly holdId: string; readonly why: string },
  ctx: DecideContext,
): Decision<NewEvent, Record<string, never>> {
  const hold = ctx.read.get('hold', input.holdId);
  if (!hold) return refused(reason('components.holdUnknown'));
  if (hold.liftedAt !== null) return refused(reason('components.holdAlreadyLifted'));
  const [standing] = stillStanding(ctx.read, hold, ctx.today);
  if (standing)
    return refused(reason('components.causeStands', { code: hold.code, cause: standing }));
  const body = { holdId: hold.id, target: hold.target, code: hold.code };
  return accepted([event('components.holdLifted', body, { reason: input.why })], {});
}
