import { classify } from '../../../codes/classify.ts';
import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import type { StateReader } from '../../../contract/rows.ts';
import { accepted, type Decision, type Reason, reason, refused } from '../../../kernel/decision.ts';
import type { PlaceRow } from '../../equipment/model.ts';
import { packFor } from '../../rulesets/facts.ts';
import { numberParam } from '../../rulesets/params.ts';
import { namesContainer } from '../container.ts';
import type { UnitRow } from '../model.ts';
import { productOf } from '../product.ts';
import { stockProblem } from '../stock.ts';

type Done = Decision<NewEvent, Record<string, never>>;

/** Records inactivation as done or not done, once; which one the product asks is the gate's matter. */
export function recordInactivation(
  input: {
    readonly unitId: string;
    readonly done: boolean;
    readonly method: string;
    readonly code: string;
  },
  ctx: DecideContext,
): Done {
  const problem = notReady(ctx.read.get('unit', input.unitId));
  if (problem) return problem;
  const unit = ctx.read.get('unit', input.unitId);
  if (unit?.inactivation !== 'none') return refused(reason('components.alreadyInactivated'));
  if (unit.frozenAt !== null) return refused(reason('components.alreadyFrozen'));
  return accepted([event('components.inactivated', input)], {});
}

/** Puts a unit into a freezer that is in use; the time is the station's own. */
export function putInFreezer(
  input: { readonly unitId: string; readonly place: string },
  ctx: DecideContext,
): Done {
  const unit = ctx.read.get('unit', input.unitId);
  const problem = notReady(unit);
  if (problem) return problem;
  if (unit?.inactivation === 'none') return refused(reason('components.inactivationOpen'));
  if (unit?.freezerInAt) return refused(reason('components.alreadyInFreezer'));
  const place = placeOfScan(ctx.read, input.place);
  if (!place?.active || place.kind !== 'freezer')
    return refused(reason('components.notAFreezer', { place: input.place }));
  const body = { unitId: input.unitId, placeId: place.id, at: ctx.now };
  return accepted([event('components.freezerIn', body)], {});
}

/**
 * Takes a unit out of the freezer as frozen. Refused while its core is warmer than the limit; past
 * the freezing limit it is recorded and held by reaction.
 */
export function recordFrozen(
  input: { readonly unitId: string; readonly coreTenthsC: number },
  ctx: DecideContext,
): Decision<NewEvent, { readonly late: boolean }> {
  const unit = ctx.read.get('unit', input.unitId);
  const problem = notReady(unit);
  if (problem) return problem;
  if (!unit?.freezerInAt) return refused(reason('components.notInFreezer'));
  if (unit.frozenAt !== null) return refused(reason('components.alreadyFrozen'));
  const limit = coreLimit(ctx, unit);
  if (limit === undefined) return refused(reason('components.productUnknown'));
  if (input.coreTenthsC > limit)
    return refused(
      reason('components.notFrozenYet', { core: input.coreTenthsC / 10, limit: limit / 10 }),
    );
  const body = { unitId: unit.id, coreTenthsC: input.coreTenthsC, at: ctx.now };
  return accepted([event('components.frozen', body)], { late: ctx.now > unit.freezeBy });
}

/** Highest core temperature that counts as frozen: the site's own rule, else the product's storage. */
function coreLimit(ctx: DecideContext, unit: UnitRow): number | undefined {
  const programme = ctx.read.get('donation', unit.din)?.programme ?? '';
  const pack = packFor(ctx.read, programme, ctx.today)?.content;
  return (
    numberParam(pack, 'SITE-CORE', 'maxTenthsC') ??
    productOf(ctx.read, unit.din, unit.productCode)?.storageMaxTenthsC
  );
}

/** Puts a frozen unit on a quarantine place by scan; the scanned bag must be this unit's own. */
export function quarantine(
  input: { readonly unitId: string; readonly container: string; readonly place: string },
  ctx: DecideContext,
): Done {
  const unit = ctx.read.get('unit', input.unitId);
  const problem = notReady(unit);
  if (problem) return problem;
  if (!unit || unit.frozenAt === null) return refused(reason('components.notFrozen'));
  const other = otherContainer(unit, input.container);
  if (other) return refused(other);
  const place = placeOfScan(ctx.read, input.place);
  if (!place?.active || place.kind !== 'quarantine')
    return refused(reason('components.notQuarantine', { place: input.place }));
  const elsewhere = stockProblem(ctx.read, unit, place, ctx.today);
  if (elsewhere) return refused(elsewhere);
  const body = { unitId: input.unitId, placeId: place.id };
  return accepted([event('components.quarantined', body)], {});
}

/** Another bag in the hand than the one on the screen. */
function otherContainer(unit: UnitRow, scan: string): Reason | undefined {
  if (namesContainer(unit, scan)) return undefined;
  const expected = unit.division === '00' ? unit.din : `${unit.din} ${unit.division}`;
  return reason('components.containerMismatch', { expected, scanned: scan });
}

function notReady(unit: UnitRow | undefined) {
  if (!unit) return refused(reason('components.unitUnknown'));
  if (unit.state !== 'inProcess') return refused(reason('components.notInProcess'));
  if (unit.division !== '00' && !unit.inProcessVerified)
    return refused(reason('components.notVerified'));
  return undefined;
}

/** The place behind a scan: its own code as enrolled, or the station code that carries it. */
export function placeOfScan(read: StateReader, text: string): PlaceRow | undefined {
  const { tokens, problem } = classify(text);
  const [token] = tokens;
  const carried = problem === null && token?.kind === 'place' ? token.id : undefined;
  return read
    .all('place')
    .find((one) => one.id === text || one.code === text || one.code === carried);
}
