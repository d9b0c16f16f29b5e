import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import type { StateReader } from '../../../contract/rows.ts';
import { accepted, type Decision, type Reason, reason, refused } from '../../../kernel/decision.ts';
import type { UnitRow } from '../../components/model.ts';
import { stockProblem } from '../../components/stock.ts';
import type { PlaceKind } from '../../equipment/kinds.ts';
import type { PlaceRow } from '../../equipment/model.ts';
import { isLive, labelsOf } from '../../labeling/facts.ts';
import { packFor } from '../../rulesets/facts.ts';
import { numberParam } from '../../rulesets/params.ts';

type Outcome = Decision<NewEvent, Record<string, never>>;

/** Kinds of places where a unit of a state may stand; the first is where it belongs. */
export function placesFor(unit: UnitRow): readonly PlaceKind[] {
  switch (unit.state) {
    case 'released':
      return ['qualified'];
    case 'quarantine':
    case 'labelled':
      return ['quarantine', 'reject'];
    case 'inProcess':
      return ['freezer'];
    default:
      return [];
  }
}

/**
 * True where a unit stands in a place that its state does not allow, as after a withdrawn release, or
 * on a shelf that separate stock forbids it on that day.
 */
export function isOutOfPlace(read: StateReader, unit: UnitRow, on: string): boolean {
  const place = unit.placeId === null ? undefined : read.get('place', unit.placeId);
  const kinds = placesFor(unit);
  if (place === undefined || kinds.length === 0) return false;
  return !kinds.includes(place.kind) || stockProblem(read, unit, place, on) !== undefined;
}

/** Moves a unit; only a released one comes to a qualified shelf (INV-26), each programme's to its own. */
export function putAway(
  input: { readonly unitId: string; readonly placeId: string },
  { read, now, today }: DecideContext,
): Outcome {
  const unit = read.get('unit', input.unitId);
  const place = read.get('place', input.placeId);
  if (!unit) return refused(reason('inventory.unitUnknown'));
  if (!place?.active) return refused(reason('inventory.placeUnknown'));
  const wrong = moveProblem(unit, place, now) ?? stockProblem(read, unit, place, today);
  if (wrong) return refused(wrong);
  const moved = { unitId: unit.id, fromPlaceId: unit.placeId, toPlaceId: place.id };
  return accepted([event('inventory.moved', moved)], {});
}

function moveProblem(unit: UnitRow, place: PlaceRow, now: string): Reason | undefined {
  if (unit.placeId === place.id) return reason('inventory.alreadyThere', { place: place.name });
  if (unit.state === 'discarded' || unit.state === 'issued') return reason('inventory.unitGone');
  if (unit.state === 'inProcess') return reason('inventory.notInQuarantine');
  if (unit.state === 'released' && unit.expiresAt <= now) return reason('inventory.expired');
  if (placesFor(unit).includes(place.kind)) return undefined;
  const code = unit.state === 'released' ? 'inventory.needsQualified' : 'inventory.notForQualified';
  return reason(code, { place: place.name });
}

export interface DiscardInput {
  readonly unitId: string;
  readonly code: string;
  readonly netGrams: number;
  readonly wasteBag: string;
  readonly note: string;
}

/**
 * Two persons discard a unit; an applied label goes with its bag, a loose one stays to be destroyed. A
 * weight beyond rule SITE-DISCARD, or of a pack that does not tell, needs a note.
 */
export function discardUnit(input: DiscardInput, { read, second, newId }: DecideContext): Outcome {
  const unit = read.get('unit', input.unitId);
  if (!unit) return refused(reason('inventory.unitUnknown'));
  if (!second) return refused(reason('station.secondNeeded'));
  if (unit.state === 'discarded' || unit.state === 'issued')
    return refused(reason('inventory.unitGone'));
  if (input.note === '' && differsAtDiscard(unit, input.netGrams, read))
    return refused(
      reason('inventory.weightDiffers', { found: input.netGrams, recorded: unit.netGrams }),
    );
  const { id: unitId, din } = unit;
  const { code, netGrams, wasteBag, note } = input;
  const ends = labelsOf(read, unitId)
    .filter(isLive)
    .flatMap(({ id: serial, state }) => [
      event('labeling.labelVoided', { serial, unitId, code: 'discarded' }),
      ...(state === 'applied' ? [event('labeling.labelDestroyed', { serial, unitId })] : []),
    ]);
  const back =
    unit.state === 'released'
      ? [event('inventory.releaseWithdrawn', { unitId, din, code: 'discarded' })]
      : [];
  const body = { discardId: newId(), unitId, din, code, netGrams, wasteBag };
  const extra = note === '' ? {} : { reason: note };
  return accepted([...back, ...ends, event('inventory.discarded', body, extra)], {});
}

function differsAtDiscard(unit: UnitRow, netGrams: number, read: StateReader): boolean {
  const donation = read.get('donation', unit.din);
  const pack = donation && packFor(read, donation.programme, donation.localDate)?.content;
  const most = numberParam(pack, 'SITE-DISCARD', 'maxDiffGrams');
  return most === undefined || Math.abs(netGrams - unit.netGrams) > most;
}
