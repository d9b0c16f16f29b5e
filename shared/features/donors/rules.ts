import type { DecideContext } from '../../contract/context.ts';
import { event, type NewEvent } from '../../contract/events.ts';
import type { StateReader } from '../../contract/rows.ts';
import { addMonths, ageOn, type CivilDate, parseCivilDate } from '../../kernel/civil-date.ts';
import { accepted, type Decision, reason, refused } from '../../kernel/decision.ts';
import { GENERAL_PROGRAMME, packFor } from '../rulesets/facts.ts';
import { numberParam } from '../rulesets/params.ts';
import { type NearDuplicate, nearDuplicates, pairIdOf } from './duplicates.ts';
import { readIdentity, type TypedDocument } from './identity.ts';
import type { DonorRow } from './model.ts';
import { nameProblem, normaliseName } from './names.ts';

type Outcome<O> = Decision<NewEvent, O>;
type Done = Record<string, never>;

export interface IdentityInput {
  readonly document: TypedDocument;
  readonly name: string;
  readonly phone: string;
  /** A reader gave number and name. */
  readonly fromCard?: boolean;
}

interface LookAlike {
  donorId: string;
  name: string;
  number: string;
  birthDate: string;
  grounds: readonly string[];
}

/** Age at which the law lets a person give blood; used only while no pack is in force. */
const LAWFUL_AGE = 18;

/**
 * Registers a donor. Refused for an unreadable identity and, kindly, under age: then nothing is kept.
 * Look-alikes do not refuse: they are flagged and must be decided before any donation number (INV-05).
 */
export function registerDonor(
  input: IdentityInput,
  ctx: DecideContext,
): Outcome<{ donorId: string; number: string; lookAlikes: LookAlike[] }> {
  const read = readIdentity(input, ctx.today);
  if (!read.ok) return refusedFor(read.error);
  const identity = read.value;
  const young = underAge(identity.birthDate, ctx);
  if (young) return young;
  const donorId = ctx.newId();
  const number = nextDonorNumber(ctx.read);
  const alike = nearDuplicates(ctx.read, { ...identity, id: donorId, personKey: donorId });
  return accepted(
    [event('donors.registered', { donorId, number, ...identity, ...readBy(input) })],
    {
      donorId,
      number,
      lookAlikes: alike.map(lookAlikeOf),
    },
  );
}

const readBy = ({ fromCard }: Pick<IdentityInput, 'fromCard'>) =>
  fromCard === true ? { fromCard } : {};

function refusedFor(reasons: readonly { readonly code: string }[]) {
  const [first, ...others] = reasons;
  return refused(first ?? reason('donors.identity'), ...others);
}

function underAge(birthDate: CivilDate, ctx: DecideContext) {
  const general = packFor(ctx.read, GENERAL_PROGRAMME, ctx.today);
  const least = numberParam(general?.content, 'AGE-1', 'minYears') ?? LAWFUL_AGE;
  if (ageOn(birthDate, ctx.today) >= least) return undefined;
  return refused(reason('donors.underAge', { years: least, on: addMonths(birthDate, least * 12) }));
}

function lookAlikeOf({ donor, grounds }: NearDuplicate): LookAlike {
  const { id: donorId, name, number, birthDate } = donor;
  return { donorId, name, number, birthDate, grounds };
}

const numberText = (n: number) => `D-${String(n).padStart(6, '0')}`;

/** The next free donor number: doubling, then halving, over the index; never a count of rows. */
export function nextDonorNumber(read: StateReader): string {
  const taken = (n: number) => read.by('donor', 'number', numberText(n)).length > 0;
  let high = 1;
  while (taken(high)) high *= 2;
  let low = Math.floor(high / 2);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (taken(middle)) low = middle;
    else high = middle;
  }
  return numberText(high);
}

/** Corrects identity by a superseding event with a reason; look-alikes are flagged again. */
export function amendDonor(
  input: IdentityInput & { readonly donorId: string; readonly why: string },
  ctx: DecideContext,
): Outcome<{ lookAlikes: LookAlike[] }> {
  const donor = ctx.read.get('donor', input.donorId);
  if (!donor) return refused(reason('donors.unknown'));
  const read = readIdentity(input, ctx.today);
  if (!read.ok) return refusedFor(read.error);
  const young = underAge(read.value.birthDate, ctx);
  if (young) return young;
  // A phone that was not typed again stays: it is masked on the desk's screen.
  const phone = read.value.phone === '' ? donor.phone : read.value.phone;
  return amended(donor, { ...read.value, phone }, input, ctx);
}

/** Corrects the name alone, by the same superseding event. Refused for a name that cannot be written. */
export function correctName(
  input: { readonly donorId: string; readonly name: string; readonly why: string },
  ctx: DecideContext,
): Outcome<{ lookAlikes: LookAlike[] }> {
  const donor = ctx.read.get('donor', input.donorId);
  if (!donor) return refused(reason('donors.unknown'));
  const name = normaliseName(input.name);
  const problem = nameProblem(name);
  if (problem !== undefined) return refused(reason(problem));
  if (name === donor.name) return refused(reason('donors.sameName'));
  const { documentKind, documentNumber, documentUntil, sex, birthDate, phone } = donor;
  const same = { documentKind, documentNumber, documentUntil, sex, birthDate, phone };
  return amended(donor, { ...same, name }, input, ctx);
}

type Amended = Pick<
  DonorRow,
  'name' | 'documentKind' | 'documentNumber' | 'documentUntil' | 'sex' | 'birthDate' | 'phone'
>;

type Told = Pick<IdentityInput, 'fromCard'> & { readonly why: string };

function amended(donor: DonorRow, now: Amended, told: Told, ctx: DecideContext) {
  const alike = nearDuplicates(ctx.read, { ...donor, ...now });
  const body = { donorId: donor.id, ...now, ...readBy(told) };
  return accepted([event('donors.amended', body, { reason: told.why })], {
    lookAlikes: alike.map(lookAlikeOf),
  });
}

export interface PairInput {
  readonly pairId: string;
  readonly verdict: 'same' | 'different';
  readonly twins?: boolean;
  readonly why: string;
}

/**
 * Decides a look-alike with a reason. “Same” joins the histories until two persons part them again;
 * “different” is remembered for the pair and not asked again, with `twins` also told to whoever meets one.
 */
export function decideDuplicate(input: PairInput, ctx: DecideContext): Outcome<Done> {
  const pair = ctx.read.get('duplicatePair', input.pairId);
  if (!pair) return refused(reason('donors.noSuchPair'));
  if (pair.verdict === 'same') return refused(reason('donors.alreadyOne'));
  const { id: pairId, a, b } = pair;
  const { verdict, why } = input;
  const twins = verdict === 'different' && input.twins === true;
  if (pair.verdict === verdict && pair.twins === twins)
    return refused(reason('donors.alreadyDecided'));
  const body = { pairId, a, b, verdict, ...(twins ? { twins } : {}) };
  return accepted([event('donors.duplicateDecided', body, { reason: why })], {});
}

/** Says that two records may be one human though nothing on them tells: it must be decided like any other. */
export function suspectDuplicate(
  input: { readonly donorId: string; readonly otherId: string; readonly why: string },
  ctx: DecideContext,
): Outcome<{ pairId: string }> {
  const [one, two] = [ctx.read.get('donor', input.donorId), ctx.read.get('donor', input.otherId)];
  if (!one || !two) return refused(reason('donors.unknown'));
  if (one.personKey === two.personKey) return refused(reason('donors.alreadyOne'));
  const [a = '', b = ''] = [one.id, two.id].toSorted();
  const pairId = pairIdOf(a, b);
  if (ctx.read.get('duplicatePair', pairId)) return refused(reason('donors.alreadySuspected'));
  const flag = event(
    'donors.duplicateFlagged',
    { pairId, a, b, grounds: ['told'] },
    { reason: input.why },
  );
  return accepted([flag], { pairId });
}

export interface DeferInput {
  readonly donorId: string;
  readonly kind: 'temporary' | 'permanent';
  readonly code: string;
  readonly marker: string | null;
  readonly programme: string | null;
  readonly until: string | null;
  readonly hidden: boolean;
  readonly why: string;
}

/**
 * Defers a donor; `until` is the inclusive last day, null only for a permanent or open-ended one. What
 * names a marker of infection is always hidden.
 */
export function deferDonor(input: DeferInput, ctx: DecideContext): Outcome<{ deferralId: string }> {
  if (!ctx.read.get('donor', input.donorId)) return refused(reason('donors.unknown'));
  const { why, ...fields } = input;
  if (fields.kind === 'permanent' && fields.until !== null)
    return refused(reason('donors.permanentHasNoEnd'));
  if (fields.until !== null && (!parseCivilDate(fields.until) || fields.until < ctx.today))
    return refused(reason('donors.dayOver', { today: ctx.today }));
  const deferralId = ctx.newId();
  const startsOn = ctx.today;
  const hidden = fields.hidden || fields.marker !== null;
  return accepted(
    [event('donors.deferred', { ...fields, hidden, deferralId, startsOn }, { reason: why })],
    { deferralId },
  );
}

/** Ends a deferral by the site's re-entry path: two persons, a reason (INV-06). */
export function reinstateDonor(
  input: { readonly deferralId: string; readonly path: string; readonly why: string },
  ctx: DecideContext,
): Outcome<Done> {
  const row = ctx.read.get('deferral', input.deferralId);
  if (!row) return refused(reason('donors.noSuchDeferral'));
  if (row.reinstatedAt !== null) return refused(reason('donors.alreadyReinstated'));
  const { deferralId, path, why } = input;
  return accepted(
    [event('donors.reinstated', { deferralId, donorId: row.donorId, path }, { reason: why })],
    {},
  );
}

/** Records who asked the outside register when, and what it answered. */
export function queryRegister(
  input: {
    readonly donorId: string;
    readonly register: string;
    readonly answer: 'clear' | 'listed' | 'unanswered';
  },
  ctx: DecideContext,
): Outcome<{ queryId: string }> {
  if (!ctx.read.get('donor', input.donorId)) return refused(reason('donors.unknown'));
  const queryId = ctx.newId();
  return accepted([event('donors.registerQueried', { ...input, queryId, visitId: null })], {
    queryId,
  });
}

export interface AssessmentInput {
  readonly donorId: string;
  readonly programme: string;
  readonly onsetOn: string;
  readonly asymptomatic: boolean;
  readonly dischargedOn: string;
  readonly negativeTests: string[];
  readonly doctor: string;
  readonly hospital: string;
  readonly documentSeen: boolean;
  readonly fitForDonation: boolean;
}

/** Records the hospital's convalescent assessment: possible dates only, onset ≤ discharge ≤ today. */
export function recordAssessment(
  input: AssessmentInput,
  ctx: DecideContext,
): Outcome<{ assessmentId: string }> {
  const donor = ctx.read.get('donor', input.donorId);
  if (!donor) return refused(reason('donors.unknown'));
  const onset = parseCivilDate(input.onsetOn);
  const discharged = parseCivilDate(input.dischargedOn);
  const ordered =
    onset &&
    discharged &&
    donor.birthDate <= onset &&
    onset <= discharged &&
    discharged <= ctx.today;
  if (!ordered) return refused(reason('donors.assessmentDates'));
  if (input.negativeTests.some((at) => Number.isNaN(Date.parse(at)) || at > ctx.now))
    return refused(reason('donors.testInFuture'));
  const assessmentId = ctx.newId();
  return accepted([event('donors.assessmentRecorded', { ...input, assessmentId })], {
    assessmentId,
  });
}
