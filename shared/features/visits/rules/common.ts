import type { DecideContext } from '../../../contract/context.ts';
import type { NewEvent } from '../../../contract/events.ts';
import { type Decision, type Reason, refused } from '../../../kernel/decision.ts';
import type { Measured } from '../../equipment/meters.ts';
import type { VisitRow, VisitStep } from '../model.ts';
import { openProblem, orderProblem } from '../steps.ts';

export type Outcome<O = Record<string, never>> = Decision<NewEvent, O>;

/** A visit of today at the wanted step, or the refusal that names what is missing. */
export function visitAt(
  ctx: DecideContext,
  visitId: string,
  wanted: VisitStep,
  mayRepeatUpTo?: VisitStep,
): { readonly visit: VisitRow } | { readonly refusal: Reason } {
  const visit = ctx.read.get('visit', visitId);
  const problem = openProblem(visit, ctx.today);
  if (problem || !visit) return { refusal: problem as Reason };
  const order = orderProblem(visit, wanted, mayRepeatUpTo);
  return order ? { refusal: order } : { visit };
}

/** Runs a rule on a visit at the wanted step, or refuses. */
export function withVisit<O>(
  ctx: DecideContext,
  visitId: string,
  wanted: VisitStep,
  decide: (visit: VisitRow) => Outcome<O>,
  mayRepeatUpTo?: VisitStep,
): Outcome<O> {
  const found = visitAt(ctx, visitId, wanted, mayRepeatUpTo);
  return 'refusal' in found ? refused(found.refusal) : decide(found.visit);
}

/** A device's figure belongs to this visit when it was told after the donor came, and of nobody else. */
export function measuredAt(visit: VisitRow, { read }: DecideContext): Measured {
  const number = read.get('donor', visit.donorId)?.number;
  const subjects = number === undefined ? [] : [number];
  return { since: visit.startedAt, subjects, taker: visit.id };
}
