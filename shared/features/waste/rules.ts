import type { DecideContext } from '../../contract/context.ts';
import { event, type NewEvent } from '../../contract/events.ts';
import { accepted, type Decision, reason, refused } from '../../kernel/decision.ts';
import type { WasteKind } from './model.ts';

type Outcome<O = Record<string, never>> = Decision<NewEvent, O>;

/** Begins a bag under the number printed on it, or the next one of this station's day. */
export function openBag(
  input: { readonly kind: WasteKind; readonly number?: string | undefined },
  ctx: DecideContext,
): Outcome<{ bagId: string; number: string }> {
  const number = input.number?.toUpperCase() ?? nextNumber(ctx);
  if (ctx.read.by('wasteBag', 'number', number).length > 0)
    return refused(reason('waste.numberTaken', { number }));
  const bagId = ctx.newId();
  const opened = event('waste.bagOpened', { bagId, number, kind: input.kind });
  return accepted([opened], { bagId, number });
}

/** `W260311-01` and on: the day and a count. */
function nextNumber({ read, today }: DecideContext): string {
  const day = `W${today.slice(2).replaceAll('-', '')}`;
  for (let count = 1; ; count += 1) {
    const number = `${day}-${String(count).padStart(2, '0')}`;
    if (read.by('wasteBag', 'number', number).length === 0) return number;
  }
}

/** Closes a bag for good, with its weight in grams. */
export function sealBag(
  input: { readonly bagId: string; readonly grams: number },
  { read }: DecideContext,
): Outcome {
  const bag = read.get('wasteBag', input.bagId);
  if (!bag) return refused(reason('waste.bagUnknown'));
  if (bag.state !== 'open') return refused(reason('waste.bagSealed', { number: bag.number }));
  return accepted([event('waste.bagSealed', { ...input })], {});
}

/** Gives sealed bags to the person who carries them away; both are named by their own proof. */
export function handOverBags(
  input: { readonly bagIds: readonly string[] },
  { read, second }: DecideContext,
): Outcome<{ bags: number; grams: number }> {
  if (!second) return refused(reason('station.secondNeeded'));
  const bagIds = [...new Set(input.bagIds)];
  let grams = 0;
  for (const bagId of bagIds) {
    const bag = read.get('wasteBag', bagId);
    if (!bag) return refused(reason('waste.bagUnknown'));
    if (bag.state === 'open') return refused(reason('waste.bagOpen', { number: bag.number }));
    if (bag.state === 'handedOver') return refused(reason('waste.bagGone', { number: bag.number }));
    grams += bag.grams ?? 0;
  }
  const takenBy = second.staffId;
  const events = bagIds.map((bagId) => event('waste.bagHandedOver', { bagId, takenBy }));
  return accepted(events, { bags: bagIds.length, grams });
}
