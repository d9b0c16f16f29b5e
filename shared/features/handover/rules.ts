import type { DecideContext } from '../../contract/context.ts';
import { type AnyEntry, event, type NewEvent } from '../../contract/events.ts';
import { accepted, type Decision, type Reason, reason, refused } from '../../kernel/decision.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { accountsNow, carriedOn, counted } from './accounts.ts';
import type { AccountLine, SignedLine } from './model.ts';
import { sheetItems } from './sheet.ts';
import { tally } from './tally.ts';

type Outcome<O = Record<string, never>> = Decision<NewEvent, O>;

export interface SignInput {
  readonly counts: readonly {
    readonly key: string;
    readonly book: number | null;
    readonly counted: number;
  }[];
  readonly owners: readonly { readonly key: string; readonly staffId: string }[];
  readonly note: string;
}

/** The stretch of this station's journal since the last sheet, read before the transaction. */
export interface Stretch {
  readonly entries: readonly AnyEntry[];
  readonly untilSeq: number;
}

/**
 * Signs the hand-over: every account counted against the book that the counter saw, every new
 * difference with an owner. A difference is carried, never taken off the book; the next sheet begins
 * with what was signed here.
 */
export function signHandover(
  input: SignInput,
  ctx: DecideContext,
  stretch: Stretch,
): Outcome<{ handoverId: string; differences: number }> {
  const { read, station, second, today, zone } = ctx;
  if (!second) return refused(reason('station.secondNeeded'));
  const told = tally(read, stretch.entries, read.get('handoverBook', station)?.open ?? []);
  const accounts = accountsNow(read, station, told, today);
  const signed = signedLines(accounts, input, ctx);
  if (!signed.ok) return refused(signed.error);
  const handoverId = ctx.newId();
  const carried = differenceEvents(signed.value, handoverId, input, ctx);
  if (!carried.ok) return refused(carried.error);
  const body = {
    handoverId,
    incoming: second.staffId,
    untilSeq: stretch.untilSeq,
    lines: [...signed.value],
    open: [...told.open],
    items: [...sheetItems({ read, station, today, zone, lines: accounts, sealed: told.sealed })],
    note: input.note,
  };
  return accepted([event('handover.signed', body), ...carried.value], {
    handoverId,
    differences: carried.value.length,
  });
}

function signedLines(
  accounts: readonly AccountLine[],
  { counts }: SignInput,
  { read, station }: DecideContext,
): Result<readonly SignedLine[], Reason> {
  const lines: SignedLine[] = [];
  for (const line of accounts) {
    const count = counts.find(({ key }) => key === line.key);
    if (!count) return err(reason('handover.notCounted', { account: line.key }));
    if (count.book !== line.inHand)
      return err(reason('handover.bookMoved', { account: line.key, book: line.inHand ?? 0 }));
    lines.push(counted(line, count.counted, carriedOn(read, station, line.key)));
  }
  return ok(lines);
}

function differenceEvents(
  lines: readonly SignedLine[],
  handoverId: string,
  { owners }: SignInput,
  { read, newId }: DecideContext,
): Result<readonly NewEvent[], Reason> {
  const events: NewEvent[] = [];
  for (const { key, difference: amount } of lines) {
    if (amount === 0) continue;
    const ownerId = owners.find((each) => each.key === key)?.staffId;
    if (ownerId === undefined)
      return err(reason('handover.ownerMissing', { account: key, amount }));
    if (!read.get('staff', ownerId)?.active) return err(reason('handover.ownerUnknown'));
    const body = { differenceId: newId(), handoverId, key, amount, ownerId };
    events.push(event('handover.differenceCarried', body));
  }
  return ok(events);
}

/** Says, before two persons, what became of a difference; it stays on record as it was. */
export function settleDifference(
  input: {
    readonly differenceId: string;
    readonly how: 'found' | 'writtenOff';
    readonly note: string;
  },
  { read }: DecideContext,
): Outcome {
  const row = read.get('handoverDifference', input.differenceId);
  if (row?.state !== 'open') return refused(reason('handover.notOpen'));
  return accepted([event('handover.differenceSettled', { ...input })], {});
}
