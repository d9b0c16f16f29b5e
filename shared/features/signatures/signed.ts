import type { AnyEntry, EventType, NewEvent } from '../../contract/events.ts';
import type { StateReader } from '../../contract/rows.ts';
import type { SignedAct, SignedActs, Words } from './act.ts';
import { donorActs } from './acts-donor.ts';
import { plasmaActs } from './acts-plasma.ts';
import { siteActs } from './acts-site.ts';

/** Acts that are signed, by staff or by the donor, each with what its signature covers (INV-31). */
export const signedActs = { ...donorActs, ...plasmaActs, ...siteActs } as const;

/** Types of acts that are signed. */
export type SignedType = keyof typeof signedActs;

/** An entry of an act that is signed. */
export type SignedEntry = Extract<AnyEntry, { readonly type: SignedType }>;

/** Whether an event that this operation decided is a signed act. */
export function isSignedBy(type: EventType, operation: string): boolean {
  return actOf(type)?.by.some((name) => name === operation) ?? false;
}

/** What the signature of an act covers beside its own words, as it stands now. */
export function coveredBy(
  read: StateReader,
  { type, body }: Pick<NewEvent, 'type' | 'body'>,
): Words {
  return actOf(type)?.covers?.(read, body as never) ?? {};
}

/** Fields of a signed entry that name what it is about; the first that it has counts. */
export const SUBJECT_FIELDS = [
  'visitId',
  'unitId',
  'target',
  'din',
  'donorId',
  'runId',
  'recallId',
  'incidentId',
] as const;

/** What a signature is about: a visit, donor, unit, donation, or the record that repeats it. */
export function subjectOf(entry: SignedEntry): string {
  const body = entry.body as Readonly<Record<string, unknown>>;
  const named = SUBJECT_FIELDS.map((field) => body[field]).find((id) => typeof id === 'string');
  return (named as string) ?? actOf(entry.type)?.repeated?.id(entry as never) ?? entry.type;
}

/** The signed words, and the record as it says them now; undefined where the record is gone. */
export function wordsOf(
  read: StateReader,
  entry: SignedEntry,
): { readonly signed: object; readonly found: object | undefined } {
  const repeated = actOf(entry.type)?.repeated;
  if (!repeated) return { signed: {}, found: {} };
  const found = read.get(repeated.table, repeated.id(entry as never));
  return { signed: found ? repeated.words(entry as never, found as never) : {}, found };
}

function actOf(type: EventType): SignedAct<never> | undefined {
  return (signedActs as SignedActs)[type] as SignedAct<never> | undefined;
}
