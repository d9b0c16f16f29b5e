import type { DecideContext } from '../../contract/context.ts';
import { event, type NewEvent } from '../../contract/events.ts';
import type { StateReader } from '../../contract/rows.ts';
import { accepted, type Decision, reason, refused } from '../../kernel/decision.ts';
import { personRecords } from './facts.ts';
import type { ConsentKind, DonorConsentRow } from './model.ts';

type Done = Record<string, never>;

/** Why somebody needs a donor's number or telephone in clear. */
export const REVEAL_PURPOSES = [
  'callDonor',
  'compareDocument',
  'registerQuery',
  'donorAsks',
  'authority',
] as const;

/** How a donor said what she agrees to. */
export const CONSENT_WAYS = ['inPerson', 'phone', 'letter'] as const;

/** Four separate agreements; none follows from another. */
export const CONSENT_KINDS = ['donation', 'contact', 'publicity', 'research'] as const;

/**
 * Opens a donor's file to the person at the desk. The first look of a person on a day at a station is
 * journaled, so that the donor can be told who looked at her file.
 */
export function openFile(
  input: { readonly donorId: string },
  ctx: DecideContext,
): Decision<NewEvent, Done> {
  if (!ctx.read.get('donor', input.donorId)) return refused(reason('donors.unknown'));
  const known = ctx.read.get('fileLook', lookIdOf(input.donorId, ctx.actor.staffId, ctx.today));
  return accepted(known ? [] : [event('donors.fileOpened', { donorId: input.donorId })], {});
}

/** One look a person, donor and day. */
export const lookIdOf = (donorId: string, staffId: string, on: string) =>
  `${donorId}:${staffId}:${on}`;

/** Shows document number and telephone in clear, once, for a stated purpose; the journal keeps who and why. */
export function revealDonor(
  input: { readonly donorId: string; readonly purpose: string },
  ctx: DecideContext,
): Decision<NewEvent, { documentNumber: string; phone: string }> {
  const donor = ctx.read.get('donor', input.donorId);
  if (!donor) return refused(reason('donors.unknown'));
  const { documentNumber, phone } = donor;
  return accepted([event('donors.revealed', { ...input, revealId: ctx.newId() })], {
    documentNumber,
    phone,
  });
}

/** Takes down what a donor agrees to or takes back; said twice alike it changes nothing and is refused. */
export function setConsent(
  input: {
    readonly donorId: string;
    readonly kind: ConsentKind;
    readonly given: boolean;
    readonly way: DonorConsentRow['way'];
  },
  ctx: DecideContext,
): Decision<NewEvent, Done> {
  if (!ctx.read.get('donor', input.donorId)) return refused(reason('donors.unknown'));
  const before = consentOf(ctx.read, input.donorId, input.kind);
  if (before?.given === input.given) return refused(reason('donors.consentSame'));
  return accepted([event('donors.consentSet', input)], {});
}

/** What the person last said about one matter on any of her records; undefined where nobody asked her. */
export function consentOf(
  read: StateReader,
  donorId: string,
  kind: ConsentKind,
): DonorConsentRow | undefined {
  return personRecords(read, donorId)
    .flatMap((record) => read.get('donorConsent', `${record.id}:${kind}`) ?? [])
    .reduce<DonorConsentRow | undefined>(
      (last, row) => (last === undefined || row.stamp > last.stamp ? row : last),
      undefined,
    );
}

/** Whether she may be called or written to: only where she said so and did not take it back. */
export function mayContact(read: StateReader, donorId: string): boolean {
  return consentOf(read, donorId, 'contact')?.given === true;
}
