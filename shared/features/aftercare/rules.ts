import type { DecideContext } from '../../contract/context.ts';
import { event, type NewEvent } from '../../contract/events.ts';
import type { StateReader } from '../../contract/rows.ts';
import { accepted, type Decision, reason, refused } from '../../kernel/decision.ts';
import { isWish, WITHDRAWN } from '../collection/words.ts';
import { seesConfidential } from '../donors/facts.ts';
import { personsRecords } from '../laboratory/group.ts';
import { issuedUnits } from './recall.ts';

/**
 * Takes down what a donor tells afterwards. Deferral, holds and the incident follow by reaction in the
 * same transaction, here and at every station that keeps a unit of this donor. A wish that the plasma be
 * not used is taken down by the two confidential roles alone.
 */
export function recordInformation(
  input: { readonly din: string; readonly code: string; readonly note: string },
  ctx: DecideContext,
): Decision<
  NewEvent,
  { readonly informationId: string; readonly held: number; readonly recalls: number }
> {
  if (isWish(input.code) && !seesConfidential(ctx.actor.roles))
    return refused(reason('aftercare.wishConfidential'));
  const donation = ctx.read.get('donation', input.din);
  if (!donation) return refused(reason('aftercare.donationUnknown', { din: input.din }));
  const informationId = ctx.newId();
  const { donorId } = donation;
  const body = { informationId, donorId, din: input.din, code: input.code };
  const held = concernedDonations(ctx.read, donorId, ctx.now).length;
  const recalls = issuedUnits(ctx.read, body, ctx.now).length;
  return accepted(
    [event('aftercare.informationReceived', body, input.note === '' ? {} : { reason: input.note })],
    { informationId, held, recalls },
  );
}

/**
 * Withdraws the plasma behind a code of the after-care sheet, told by telephone or on a slip. `dins` are the donations whose code it
 * is; should two share one, both are held. Used again, it changes nothing and says so.
 */
export function withdrawPlasma(
  { way }: { readonly code: string; readonly way: 'call' | 'slip' },
  ctx: DecideContext,
  dins: readonly string[] | undefined,
): Decision<NewEvent, { held: number; known: boolean }> {
  if (dins === undefined) return refused(reason('aftercare.codeShape'));
  if (dins.length === 0) return refused(reason('aftercare.codeUnknown'));
  const donations = dins.flatMap((din) => ctx.read.get('donation', din) ?? []);
  const fresh = donations.filter(
    ({ id }) => !ctx.read.by('lateInformation', 'din', id).some(({ code }) => code === WITHDRAWN),
  );
  const held = donations.reduce(
    (sum, { donorId }) => sum + concernedDonations(ctx.read, donorId, ctx.now).length,
    0,
  );
  const events = fresh.map(({ id: din, donorId }) =>
    event('aftercare.informationReceived', {
      informationId: ctx.newId(),
      donorId,
      din,
      code: WITHDRAWN,
      way,
    }),
  );
  return accepted(events, { held, known: fresh.length === 0 });
}

/** The person's donations with anything that could still reach a patient. */
export function concernedDonations(
  read: StateReader,
  donorId: string,
  at: string,
): readonly string[] {
  return personsRecords(read, donorId)
    .flatMap((record) => read.by('donation', 'donorId', record))
    .filter((donation) => {
      const units = read.by('unit', 'din', donation.id);
      const open = units.filter((unit) => unit.state !== 'issued' && unit.state !== 'discarded');
      return units.length === 0 || open.some((unit) => unit.expiresAt > at);
    })
    .map((donation) => donation.id);
}
