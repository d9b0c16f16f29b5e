import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import { accepted, type Decision, type Reason, reason, refused } from '../../../kernel/decision.ts';
import { collectionRule } from '../facts.ts';
import type { BoxMoment } from '../model.ts';
import { dinOfItem } from '../words.ts';

/** Why a temperature is outside the limits for what lies in the box, by the pack (SITE-BOX); or undefined. */
export function temperatureProblem(
  items: readonly string[],
  tenthsC: number,
  ctx: DecideContext,
): Reason | undefined {
  const donation = ctx.read.get('donation', dinOfItem(items[0] ?? ''));
  const rule =
    donation && collectionRule(ctx.read, donation.programme, donation.donationType, ctx.today);
  const { boxMinTenthsC: least, boxMaxTenthsC: most } = rule ?? {};
  if (least === undefined || most === undefined)
    return reason('collection.noRulePack', { programme: donation?.programme ?? '' });
  if (tenthsC >= least && tenthsC <= most) return undefined;
  return reason('collection.boxTemperature', {
    measured: tenthsC / 10,
    least: least / 10,
    most: most / 10,
  });
}

/**
 * What follows from a box that stood outside its limits on the way: every donation in it is held once
 * for this box, and one incident asks somebody to judge. Nothing while it is inside.
 */
export function warmBoxEvents(
  box: { readonly id: string; readonly items: readonly string[] },
  tenthsC: number,
  ctx: DecideContext,
): readonly NewEvent[] {
  if (box.items.length === 0 || !temperatureProblem(box.items, tenthsC, ctx)) return [];
  const dins = [...new Set(box.items.map(dinOfItem))].toSorted();
  const holds = dins
    .map((din) => ({ holdId: `boxTemperature:${din}:${box.id}`, din }))
    .filter(({ holdId }) => ctx.read.get('hold', holdId) === undefined)
    .map(({ holdId, din }) => {
      const hold = { holdId, scope: 'donation' as const, target: din, din };
      return event('components.held', { ...hold, code: 'boxTemperature', source: box.id });
    });
  if (holds.length === 0) return [];
  const incident = { incidentId: ctx.newId(), code: 'temperature', subjects: [box.id, ...dins] };
  return [...holds, event('quality.incidentOpened', incident)];
}

/**
 * A temperature of a box that was mistyped, read once more by two persons. Refused before that moment
 * of the box, and where nothing changes. A value outside the limits holds what lay in the box; one
 * inside lifts nothing: that stays a person's decision.
 */
export function correctBoxTemperature(
  input: {
    readonly boxId: string;
    readonly moment: BoxMoment;
    readonly temperatureTenthsC: number;
    readonly code: string;
  },
  ctx: DecideContext,
): Decision<NewEvent, { held: boolean }> {
  const box = ctx.read.get('box', input.boxId);
  const known = box?.temperatures[input.moment];
  if (!box || known === undefined) return refused(reason('collection.boxNotMeasured'));
  if (known.tenthsC === input.temperatureTenthsC)
    return refused(reason('collection.nothingCorrected'));
  const events = warmBoxEvents(box, input.temperatureTenthsC, ctx);
  const corrected = event('collection.boxTemperatureCorrected', input, { reason: input.code });
  return accepted([corrected, ...events], { held: events.length > 0 });
}
