import type { AnyEntry, EntryOf, EventType, NewEvent } from '../../contract/events.ts';
import type { AllRows, StateReader } from '../../contract/rows.ts';
import type { Json } from '../../kernel/json.ts';
import { confirmedGroup } from '../laboratory/group.ts';
import { readingsOf } from '../laboratory/readings.ts';
import { assessmentOnFile } from '../visits/subject.ts';

type Words = Readonly<Record<string, Json>>;

/** How one kind of signed act is bound to the record. */
interface SignedAct<T extends EventType> {
  /** What the signature is about, for those who look a record's signatures up. */
  readonly subject: (body: EntryOf<T>['body']) => string;
  /** The record that repeats the signed words. */
  readonly record: (entry: EntryOf<T>) => readonly [table: keyof AllRows & string, id: string];
  /** The signed words under the names that the record has for them. */
  readonly words: (entry: EntryOf<T>) => object;
  /** What the signer had before her beside these words: facts that the act rests on. */
  readonly covers: (read: StateReader, body: EntryOf<T>['body']) => Words;
}

type SignedActs = { readonly [T in EventType]?: SignedAct<T> };

const NOTHING = (): Words => ({});

/** Acts that are signed, by person or by donor, each with what its signature covers (INV-31). */
const ACTS = {
  'visits.consentSigned': {
    subject: ({ visitId }) => visitId,
    record: ({ body }) => ['visit', body.visitId],
    words: ({ body, at }) => ({
      consentTextId: body.textId,
      consentVersion: body.version,
      consentHash: body.textHash,
      consentSignature: body.signature,
      consentAt: at,
    }),
    covers: (read, { textId, version }) => ({ consentText: consentText(read, textId, version) }),
  },
  'visits.decided': {
    subject: ({ visitId }) => visitId,
    record: ({ body }) => ['visitDecision', body.decisionId],
    words: ({ body, actor, at }) => {
      const { decisionId: _id, ...decision } = body;
      return { ...decision, signedBy: actor, decidedAt: at };
    },
    covers: (read, { visitId }) => examined(read, visitId),
  },
  'donors.reinstated': {
    subject: ({ donorId }) => donorId,
    record: ({ body }) => ['deferral', body.deferralId],
    // Of two stations that lifted it the earlier one names the time: both were signed.
    words: NOTHING,
    covers: (read, { deferralId }) => ({ deferral: deferral(read, deferralId) }),
  },
  'components.holdLifted': {
    subject: ({ target }) => target,
    record: ({ body }) => ['hold', body.holdId],
    words: ({ body }) => ({ code: body.code }),
    covers: NOTHING,
  },
  'inventory.released': {
    subject: ({ unitId }) => unitId,
    record: ({ body, eventId }) => ['release', `${body.unitId}:${eventId}`],
    words: ({ body, actor, second, at }) => ({
      listId: body.listId,
      checks: body.checks,
      releasedAt: at,
      releasedBy: actor,
      secondBy: second,
    }),
    covers: (read, { unitId, din }) => evidence(read, unitId, din),
  },
  'inventory.discarded': {
    subject: ({ unitId }) => unitId,
    record: ({ body }) => ['discard', body.discardId],
    words: ({ body, actor, second, at }) => {
      const { discardId: _id, din: _din, ...words } = body;
      return { ...words, discardedAt: at, by: actor, secondBy: second };
    },
    covers: NOTHING,
  },
} as const satisfies SignedActs;

/** Types of acts that are signed. */
export type SignedType = keyof typeof ACTS;

/** An entry of an act that is signed. */
export type SignedEntry = Extract<AnyEntry, { readonly type: SignedType }>;

/** Whether an act of this type is signed. */
export function isSigned(type: string): type is SignedType {
  return Object.hasOwn(ACTS, type);
}

/** What the signature of an act covers beside its own words, as it stands now. */
export function coveredBy(
  read: StateReader,
  { type, body }: Pick<NewEvent, 'type' | 'body'>,
): Words {
  const act = actOf(type);
  return act ? act.covers(read, body as never) : {};
}

/** What a signature is about: a visit, donor, unit or donation. */
export function subjectOf({ type, body }: SignedEntry): string {
  return actOf(type)?.subject(body as never) ?? '';
}

/** The signed words, and the record as it says them now; undefined where the record is gone. */
export function wordsOf(
  read: StateReader,
  entry: SignedEntry,
): { readonly signed: object; readonly found: object | undefined } {
  const act = actOf(entry.type) as SignedAct<never>;
  const [table, id] = act.record(entry as never);
  return { signed: act.words(entry as never), found: read.get(table, id) };
}

function actOf(type: string): SignedAct<never> | undefined {
  return isSigned(type) ? (ACTS[type] as SignedAct<never>) : undefined;
}

/** The first adopted text of that id and version: what the donor had before her. */
function consentText(read: StateReader, textId: string, version: number): Json {
  const [first] = read
    .all('rulePack')
    .filter(({ content }) => content.consent?.id === textId && content.consent.version === version)
    .toSorted((a, b) => (`${a.adoptedAt} ${a.id}` < `${b.adoptedAt} ${b.id}` ? -1 : 1));
  return (first?.content.consent ?? null) as Json;
}

/** What the physician judged: the person, her answers, figures and the hospital's assessment. */
function examined(read: StateReader, visitId: string): Words {
  const visit = read.get('visit', visitId);
  const donor = visit && read.get('donor', visit.donorId);
  if (!visit || !donor) return {};
  const byId = <R extends { readonly id: string }>(rows: readonly R[]) =>
    rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)) as unknown as Json;
  return {
    donor: [donor.id, donor.sex, donor.birthDate],
    answers: visit.answers as unknown as Json,
    readings: byId(read.by('visitReading', 'visitId', visitId)),
    bloodTest: byId(read.by('visitBloodTest', 'visitId', visitId)),
    assessment: (assessmentOnFile(read, visit) ?? null) as unknown as Json,
  };
}

function deferral(read: StateReader, deferralId: string): Json {
  const row = read.get('deferral', deferralId);
  return row ? [row.donorId, row.kind, row.code, row.marker, row.startsOn] : null;
}

/** What a release rests on that may not change under it: the bag's facts, its group, its results. */
function evidence(read: StateReader, unitId: string, din: string): Words {
  const unit = read.get('unit', unitId);
  if (!unit) return {};
  const { donorId, productCode, division, volumeMl, collectedAt, expiresAt } = unit;
  const readings = readingsOf(read, din).map((one) => [one.test, one.id, one.value, one.standing]);
  return {
    unit: [donorId, productCode, division, volumeMl, collectedAt, expiresAt],
    group: confirmedGroup(read, din) ?? null,
    results: readings,
  };
}
