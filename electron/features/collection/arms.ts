import { armCheckOf, dryAt } from '#shared/features/collection/rules/arm.ts';
import { siteRule } from '#shared/features/collection/site-rule.ts';
import type { QueryContext } from '../../station/handlers.ts';

/** The site found sound today for each visit that waits for a needle, and when it is dry. */
export function armsOf(ctx: QueryContext) {
  const { drySeconds } = siteRule(ctx.read, ctx.today);
  return ctx.read
    .by('visit', 'state', 'open')
    .map((visit) => armCheckOf(ctx, visit.id))
    .filter((check) => check !== undefined)
    .map((check) => ({ visitId: check.visitId, arm: check.arm, dryAt: dryAt(check, drySeconds) }));
}
