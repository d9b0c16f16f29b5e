import type { DecideContext } from '../../contract/context.ts';
import { event, type NewEvent } from '../../contract/events.ts';
import { parseCivilDate } from '../../kernel/civil-date.ts';
import { accepted, type Decision, reason, refused } from '../../kernel/decision.ts';
import type { LotRow, PlaceRow, StockRow } from './model.ts';

type Done = Record<string, never>;
type Outcome<O = Done> = Decision<NewEvent, O>;

/** A delivery of a lot: expired ones are not taken in, a lot is registered once. */
export function receiveLot(
  input: Omit<LotRow, 'id' | 'withdrawn' | 'correctedStamp'>,
  ctx: DecideContext,
): Outcome<{ lotId: string }> {
  if (!parseCivilDate(input.expires))
    return refused(reason('equipment.dateUnknown', { date: input.expires }));
  if (input.expires < ctx.today)
    return refused(reason('equipment.lotExpiredNow', { lot: input.lot, date: input.expires }));
  const known = ctx.read
    .by('lot', 'lot', input.lot)
    .find((row) => row.kind === input.kind && row.catalogue === input.catalogue);
  if (known) return refused(reason('equipment.lotKnown', { lot: input.lot }));
  const lotId = ctx.newId();
  const serves = [...new Set(input.serves)];
  return accepted([event('equipment.lotReceived', { lotId, ...input, serves })], { lotId });
}

/** Takes a lot out of use for good. */
export function withdrawLot(
  { lotId, why }: { readonly lotId: string; readonly why: string },
  ctx: DecideContext,
): Outcome {
  const lot = ctx.read.get('lot', lotId);
  if (!lot) return refused(reason('equipment.lotUnknown'));
  if (lot.withdrawn) return refused(reason('equipment.lotWithdrawnAlready', { lot: lot.lot }));
  return accepted([event('equipment.lotWithdrawn', { lotId, why })], {});
}

export type PlaceInput = Omit<PlaceRow, 'id' | 'stamp' | 'lastTenthsC' | 'lastReadAt'> & {
  readonly placeId?: string | undefined;
};

/** Registers or changes a shelf, freezer or desk; cold places need limits. */
export function setPlace(input: PlaceInput, ctx: DecideContext): Outcome<{ placeId: string }> {
  const { placeId = ctx.newId(), ...place } = input;
  if (input.placeId !== undefined && !ctx.read.get('place', input.placeId))
    return refused(reason('equipment.placeUnknown'));
  const holder = ctx.read
    .by('place', 'code', place.code)
    .find((row) => row.active && row.id !== placeId);
  if (holder && place.active)
    return refused(reason('equipment.codeTaken', { code: place.code, name: holder.name }));
  const { minTenthsC: min, maxTenthsC: max } = place;
  if (min !== null && max !== null && min > max) return refused(reason('equipment.limitsCrossed'));
  const isCold =
    place.kind === 'freezer' || place.kind === 'qualified' || place.kind === 'quarantine';
  if (isCold && max === null) return refused(reason('equipment.limitMissing'));
  return accepted([event('equipment.placeSet', { placeId, ...place })], { placeId });
}

/** A temperature as read; out of limits is recorded too, it is the reading that counts. */
export function recordTemperature(
  input: {
    readonly placeId: string;
    readonly tenthsC: number;
    readonly readAt?: string | undefined;
  },
  ctx: DecideContext,
): Outcome {
  const place = ctx.read.get('place', input.placeId);
  if (!place?.active) return refused(reason('equipment.placeUnknown'));
  const readAt = input.readAt ?? ctx.now;
  if (readAt > ctx.now) return refused(reason('equipment.readInFuture'));
  const { placeId, tenthsC } = input;
  return accepted([event('equipment.temperatureRead', { placeId, tenthsC, readAt })], {});
}

export type StockInput = Omit<StockRow, 'id' | 'stamp'> & { readonly stockId?: string | undefined };

/** A stock of labels or paper with its measured size. */
export function setStock(input: StockInput, ctx: DecideContext): Outcome<{ stockId: string }> {
  const { stockId = ctx.newId(), ...stock } = input;
  if (input.stockId !== undefined && !ctx.read.get('stock', input.stockId))
    return refused(reason('equipment.stockUnknown'));
  if (stock.widthTenthsMm < 100 || stock.heightTenthsMm < 100)
    return refused(reason('equipment.stockSize'));
  if (stock.kind === 'label' && stock.dotsPerMm !== 8 && stock.dotsPerMm !== 12)
    return refused(reason('equipment.stockDots'));
  return accepted([event('equipment.stockSet', { stockId, ...stock })], { stockId });
}

/** How far a printer shifts one stock; more than 20 mm is a sheet fed wrongly, not an offset. */
export function setPrinterOffset(
  input: {
    readonly deviceId: string;
    readonly stockId: string;
    readonly xTenthsMm: number;
    readonly yTenthsMm: number;
  },
  ctx: DecideContext,
): Outcome {
  const device = ctx.read.get('device', input.deviceId);
  if (device?.kind !== 'paperPrinter' && device?.kind !== 'labelPrinter')
    return refused(reason('equipment.deviceUnknown'));
  if (!ctx.read.get('stock', input.stockId)) return refused(reason('equipment.stockUnknown'));
  if (Math.abs(input.xTenthsMm) > 200 || Math.abs(input.yTenthsMm) > 200)
    return refused(reason('equipment.offsetTooFar'));
  return accepted([event('equipment.printerOffsetSet', { ...input })], {});
}
