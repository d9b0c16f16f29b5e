import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import { accepted, type Decision, type Reason, reason, refused } from '../../../kernel/decision.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { containerOf, dinOfItem } from '../words.ts';
import { temperatureProblem, warmBoxEvents } from './box-temperature.ts';
import { containersFor } from './match.ts';
import { readNumber, readStationCode } from './reading.ts';

type Done = Record<string, never>;
type Outcome<O = Done> = Decision<NewEvent, O>;

/** What lies in a box: `bag:<din>` or `tube:<din>:<kind>`. */
export function boxItem(raw: string): Result<string, Reason> {
  const scanned = readNumber(raw);
  if (!scanned.ok) return scanned;
  const { din, flags } = scanned.value;
  const container = containerOf(flags);
  if (container === undefined || container === 'form')
    return err(reason('collection.containerUnknown', { flags: flags ?? '' }));
  return ok(container === 'bag' ? `bag:${din}` : `tube:${din}:${container}`);
}

/** Opens a box by its own code; one box of a code is under way at a time. */
export function openBox(
  input: { readonly box: string },
  ctx: DecideContext,
): Outcome<{ boxId: string }> {
  const code = readStationCode(input.box, 'box');
  if (!code.ok) return refused(code.error);
  const busy = ctx.read.by('box', 'code', code.value).find((row) => row.state !== 'received');
  if (busy) return refused(reason('collection.boxBusy', { box: code.value }));
  const boxId = ctx.newId();
  return accepted([event('collection.boxOpened', { boxId, code: code.value })], { boxId });
}

/** Packs one bag or tube by scan: matched at the end, in no other box. */
export function packBox(
  input: { readonly boxId: string; readonly scan: string },
  ctx: DecideContext,
): Outcome<{ item: string; count: number }> {
  const box = ctx.read.get('box', input.boxId);
  if (box?.state !== 'open') return refused(reason('collection.boxNotOpen'));
  const item = boxItem(input.scan);
  if (!item.ok) return refused(item.error);
  const donation = ctx.read.get('donation', dinOfItem(item.value));
  if (!donation || donation.state === 'running' || donation.matchedAt === null)
    return refused(reason('collection.notMatched'));
  const kind = item.value.split(':')[2] ?? 'bag';
  if (!containersFor(ctx, donation).includes(kind))
    return refused(reason('collection.containerUnknown', { flags: '' }));
  const holder = ctx.read.all('box').find((row) => row.items.includes(item.value));
  if (holder) return refused(reason('collection.itemPacked', { box: holder.code }));
  const body = { boxId: box.id, item: item.value };
  return accepted([event('collection.boxPacked', body)], {
    item: item.value,
    count: box.items.length + 1,
  });
}

/** Takes a wrong item out of a box that is still open: scanned again, with a reason. */
export function unpackBox(
  input: { readonly boxId: string; readonly scan: string; readonly code: string },
  ctx: DecideContext,
): Outcome<{ item: string; count: number }> {
  const box = ctx.read.get('box', input.boxId);
  if (box?.state !== 'open') return refused(reason('collection.boxNotOpen'));
  const item = boxItem(input.scan);
  if (!item.ok) return refused(item.error);
  if (!box.items.includes(item.value)) return refused(reason('collection.itemNotHere'));
  const body = { boxId: box.id, item: item.value, code: input.code };
  return accepted([event('collection.boxUnpacked', body)], {
    item: item.value,
    count: box.items.length - 1,
  });
}

/** Hands a box over: counted aloud, temperature inside the limits, the taker proves herself. */
export function handOverBox(
  input: { readonly boxId: string; readonly count: number; readonly temperatureTenthsC: number },
  ctx: DecideContext,
): Outcome {
  const box = ctx.read.get('box', input.boxId);
  if (box?.state !== 'open') return refused(reason('collection.boxNotOpen'));
  if (box.items.length === 0) return refused(reason('collection.boxEmpty'));
  if (box.items.length !== input.count)
    return refused(
      reason('collection.countDiffers', { counted: input.count, packed: box.items.length }),
    );
  const warm = temperatureProblem(box.items, input.temperatureTenthsC, ctx);
  if (warm) return refused(warm);
  if (!ctx.second) return refused(reason('station.secondNeeded'));
  const body = {
    boxId: box.id,
    items: [...box.items],
    temperatureTenthsC: input.temperatureTenthsC,
    takenBy: ctx.second.staffId,
  };
  return accepted([event('collection.boxHandedOver', body)], {});
}

interface Receipt {
  readonly state: 'received' | 'stopped';
  readonly missing: string[];
  readonly unexpected: string[];
}

/**
 * The laboratory scans the box out. Anything missing or too much stops the box, holds the donations
 * concerned and opens an incident; a stopped box may be scanned out again, whole. A box that arrived
 * outside its limits is taken, and held.
 */
export function receiveBox(
  input: {
    readonly boxId: string;
    readonly scans: readonly string[];
    readonly temperatureTenthsC: number;
  },
  ctx: DecideContext,
): Outcome<Receipt> {
  const box = ctx.read.get('box', input.boxId);
  if (box?.state !== 'handedOver' && box?.state !== 'stopped')
    return refused(reason('collection.boxNotHandedOver'));
  const received: string[] = [];
  for (const raw of input.scans) {
    const item = boxItem(raw);
    if (!item.ok) return refused(item.error);
    if (!received.includes(item.value)) received.push(item.value);
  }
  const missing = box.items.filter((item) => !received.includes(item));
  const unexpected = received.filter((item) => !box.items.includes(item));
  const { temperatureTenthsC } = input;
  const body = { boxId: box.id, received, missing, unexpected, temperatureTenthsC };
  const differs = [...missing, ...unexpected];
  const state = differs.length > 0 ? ('stopped' as const) : ('received' as const);
  return accepted(
    [
      event('collection.boxReceived', body),
      ...differenceEvents(box.id, differs, ctx),
      ...warmBoxEvents(box, temperatureTenthsC, ctx),
    ],
    { state, missing, unexpected },
  );
}

function differenceEvents(
  boxId: string,
  items: readonly string[],
  ctx: DecideContext,
): readonly NewEvent[] {
  const dins = [...new Set(items.map(dinOfItem))].toSorted();
  const holds = dins
    .map((din) => ({ holdId: `boxDifference:${din}:${boxId}`, din }))
    .filter(({ holdId }) => ctx.read.get('hold', holdId) === undefined)
    .map(({ holdId, din }) =>
      event('components.held', {
        holdId,
        scope: 'donation',
        target: din,
        din,
        code: 'boxDifference',
        source: boxId,
      }),
    );
  if (holds.length === 0) return [];
  const incident = { incidentId: ctx.newId(), code: 'boxDifference', subjects: [boxId, ...dins] };
  return [...holds, event('quality.incidentOpened', incident)];
}
