import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import { accepted, type Decision, type Reason, reason, refused } from '../../../kernel/decision.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { collectionRule, requiredContainers } from '../facts.ts';
import type { DonationRow } from '../model.ts';
import { containerOf } from '../words.ts';
import { readNumber } from './reading.ts';
import { donorProblem, type Said, saidProblem } from './start.ts';

type Done = Record<string, never>;
type Outcome<O = Done> = Decision<NewEvent, O>;

/** Containers of a donation that the end match asks for. */
export function containersFor(ctx: Pick<DecideContext, 'read'>, row: DonationRow) {
  return requiredContainers(
    collectionRule(ctx.read, row.programme, row.donationType, row.localDate),
  );
}

/** One sticker at the end match: the container it stands on, or why it stops. */
export function containerAt(
  raw: string,
  row: DonationRow,
  required: readonly string[],
): Result<string, Reason> {
  const scanned = readNumber(raw);
  if (!scanned.ok) return scanned;
  const { din, flags } = scanned.value;
  if (din !== row.id)
    return err(reason('collection.otherDonation', { expected: row.id, scanned: din }));
  const container = containerOf(flags);
  if (container === undefined || !required.includes(container))
    return err(reason('collection.containerUnknown', { flags: flags ?? '' }));
  return ok(container);
}

function endedDonation(din: string, ctx: DecideContext): Result<DonationRow, Reason> {
  const row = ctx.read.get('donation', din);
  if (!row) return err(reason('collection.donationUnknown'));
  if (row.state === 'running') return err(reason('collection.notEnded'));
  return row.state === 'ended' ? ok(row) : err(reason('collection.matchedAlready'));
}

/** Judges one scan of the end match; nothing is written, a stop is kept as an attempt. */
export function checkMatch(
  input: { readonly din: string; readonly scan: string },
  ctx: DecideContext,
): Outcome<{ container: string }> {
  const row = endedDonation(input.din, ctx);
  if (!row.ok) return refused(row.error);
  const container = containerAt(input.scan, row.value, containersFor(ctx, row.value));
  return container.ok ? accepted([], { container: container.value }) : refused(container.error);
}

/**
 * Before anything leaves the chair: the donor again, and by scan the bag, every tube of the donation
 * type and the record, all with this donation's number; each once, none of another donor.
 */
export function matchContainers(
  input: {
    readonly din: string;
    readonly donor: string | null;
    readonly said?: Said | undefined;
    readonly scans: readonly string[];
  },
  ctx: DecideContext,
): Outcome {
  const row = endedDonation(input.din, ctx);
  if (!row.ok) return refused(row.error);
  const donor = ctx.read.get('donor', row.value.donorId);
  if (!donor) return refused(reason('collection.donorUnknown'));
  if (input.donor === null && !input.said) return refused(reason('collection.donorNotAsked'));
  const person =
    donorProblem(input.donor, donor, ctx) ?? (input.said && saidProblem(input.said, donor));
  if (person) return refused(person);
  const required = containersFor(ctx, row.value);
  const found: string[] = [];
  for (const raw of input.scans) {
    const container = containerAt(raw, row.value, required);
    if (!container.ok) return refused(container.error);
    if (found.includes(container.value))
      return refused(reason('collection.containerTwice', { container: container.value }));
    found.push(container.value);
  }
  const missing = required.filter((container) => !found.includes(container));
  if (missing.length > 0)
    return refused(
      reason('collection.containersMissing', {
        missing: missing.join(', '),
        count: missing.length,
      }),
    );
  const tubes = required.filter((container) => container !== 'bag' && container !== 'form');
  return accepted([event('collection.matched', { din: input.din, tubes, bags: 1 })], {});
}
