import type { DecideContext } from '../../../contract/context.ts';
import { type BodyOf, event } from '../../../contract/events.ts';
import type { Role } from '../../../contract/roles.ts';
import { accepted, reason, refused } from '../../../kernel/decision.ts';
import { personRecords } from '../../donors/facts.ts';
import {
  type MeterReading,
  sourced,
  sourcesOf,
  type TakenReadings,
} from '../../equipment/meters.ts';
import { packFor, packsFor, programmesInForce } from '../../rulesets/facts.ts';
import { boundsBroken } from '../../rulesets/possible.ts';
import { documentProblem, expiredDocument, type Instead } from '../document.ts';
import { possibleAt } from '../possible.ts';
import { isPast, openProblem } from '../steps.ts';
import { measuredAt, type Outcome, withVisit } from './common.ts';

/** Both packs, the programme's and the general donor check, must be in force. */
const PACKS_NEEDED = 2;

export interface CheckInInput {
  readonly donorId: string;
  readonly programme: string;
  readonly instead?: Instead | undefined;
}

/**
 * Opens today's visit. Refused with a document out of date unless rule SITE-DOCUMENT lets another
 * document or a second person stand for it; refused while the site is in set-up, without the packs in force or for a programme
 * that collects nothing, for an unknown donor and for a person who is here already under any of her records.
 */
export function checkIn(input: CheckInInput, ctx: DecideContext): Outcome<{ visitId: string }> {
  const site = ctx.read.all('site')[0];
  if (!site || site.openedAt === null) return refused(reason('visits.siteNotOpen'));
  if (!ctx.read.get('donor', input.donorId)) return refused(reason('donors.unknown'));
  const collects = programmesInForce(ctx.read, ctx.today).map((row) => row.programme);
  const packs = packsFor(ctx.read, input.programme, ctx.today);
  if (!collects.includes(input.programme) || packs.length < PACKS_NEEDED)
    return refused(reason('visits.noPack', { programme: input.programme }));
  const here = personRecords(ctx.read, input.donorId)
    .flatMap((record) => ctx.read.by('visit', 'donorId', record.id))
    .some((visit) => visit.localDate === ctx.today && visit.state === 'open');
  if (here) return refused(reason('visits.alreadyHere'));
  const problem = documentProblem(input, ctx);
  if (problem) return refused(problem);
  const visitId = ctx.newId();
  const { donorId, programme } = input;
  const body = { visitId, donorId, programme, ...identifiedBy(input, ctx) };
  return accepted([event('visits.checkedIn', body)], { visitId });
}

/** What stood for a document out of date; nothing is noted of one that is valid. */
function identifiedBy(
  { donorId, instead }: CheckInInput,
  { read, today }: DecideContext,
): Pick<BodyOf<'visits.checkedIn'>, 'document'> {
  const expired = expiredDocument(read, donorId, today);
  if (!expired || !instead) return {};
  const { by } = instead;
  const shown = by === 'secondDocument' ? instead : { kind: null, until: null };
  return { document: { until: expired.until, by, kind: shown.kind, kindUntil: shown.until } };
}

/** Door check: temperature and symptoms; a figure outside rule SITE-POSSIBLE is a typing error. */
export function checkDoor(
  input: {
    readonly visitId: string;
    readonly temperatureTenthsC: number;
    readonly symptoms: string[];
    readonly taken?: TakenReadings | undefined;
  },
  ctx: DecideContext,
  readings: readonly MeterReading[] = [],
): Outcome {
  return withVisit(ctx, input.visitId, 'door', (visit) => {
    const { taken, ...told } = input;
    if (boundsBroken(possibleAt(visit, ctx), 'temperatureTenthsC', input.temperatureTenthsC))
      return refused(reason('visits.figureImpossible', { figure: 'temperature' }));
    const sources = sourcesOf(taken, told, readings, measuredAt(visit, ctx), ctx);
    if (!sources.ok) return refused(sources.error);
    const symptoms = [...new Set(input.symptoms)].sort();
    return accepted(
      [event('visits.doorChecked', { ...told, symptoms, ...sourced(sources.value) })],
      {},
    );
  });
}

const CARER_ROLES: readonly Role[] = ['nurse', 'physician', 'supervisor', 'volunteer', 'recruiter'];

/** Names the one carer of the donor; later the same command hands a half-done visit over. */
export function assignCarer(
  input: { readonly visitId: string; readonly staffId: string },
  ctx: DecideContext,
): Outcome {
  return withVisit(
    ctx,
    input.visitId,
    'carer',
    (visit) => {
      const staff = ctx.read.get('staff', input.staffId);
      if (!staff?.active || !staff.roles.some((role) => CARER_ROLES.includes(role)))
        return refused(reason('visits.carerUnfit'));
      if (visit.carerId === input.staffId) return refused(reason('visits.carerAlready'));
      return accepted([event('visits.carerAssigned', input)], {});
    },
    'rest',
  );
}

/** Strokes as SVG path data; a lone point is no signature. */
const STROKES = /^M[0-9 .,-]+L[MLQC0-9 .,-]+$/;

/** The donor signs the exact text in force: another text's hash is refused. */
export function signConsent(
  input: { readonly visitId: string; readonly textHash: string; readonly signature: string },
  ctx: DecideContext,
  hashOf: (value: unknown) => string,
): Outcome {
  return withVisit(ctx, input.visitId, 'consent', (visit) => {
    const text = packFor(ctx.read, visit.programme, ctx.today)?.content.consent;
    if (!text) return refused(reason('visits.noPack', { programme: visit.programme }));
    if (hashOf(text) !== input.textHash) return refused(reason('visits.consentText'));
    if (!STROKES.test(input.signature)) return refused(reason('visits.consentUnsigned'));
    const { id: textId, version } = text;
    return accepted([event('visits.consentSigned', { ...input, textId, version })], {});
  });
}

/** Records the outside register's answer for this visit; asked again as long as the donor is here. */
export function queryRegister(
  input: {
    readonly visitId: string;
    readonly register: string;
    readonly answer: 'clear' | 'listed' | 'unanswered';
  },
  ctx: DecideContext,
): Outcome<{ queryId: string }> {
  return withVisit(
    ctx,
    input.visitId,
    'register',
    (visit) => {
      const queryId = ctx.newId();
      const body = { ...input, queryId, donorId: visit.donorId };
      return accepted([event('donors.registerQueried', body)], { queryId });
    },
    'chair',
  );
}

/** Confirms the hospital's assessment as it stands on file; it is never typed again. */
export function confirmAssessment(
  input: { readonly visitId: string; readonly assessmentId: string },
  ctx: DecideContext,
): Outcome {
  return withVisit(
    ctx,
    input.visitId,
    'register',
    (visit) => {
      const row = ctx.read.get('assessment', input.assessmentId);
      const records = personRecords(ctx.read, visit.donorId).map((record) => record.id);
      if (!row || !records.includes(row.donorId)) return refused(reason('visits.assessmentOther'));
      if (row.programme !== visit.programme) return refused(reason('visits.assessmentProgramme'));
      if (visit.assessmentId === row.id) return refused(reason('visits.stepDone'));
      return accepted([event('visits.assessmentConfirmed', input)], {});
    },
    'number',
  );
}

/** Cancels a visit with a reason, also one left over from another day; not while the needle is in. */
export function cancelVisit(
  input: { readonly visitId: string; readonly code: string; readonly why: string },
  ctx: DecideContext,
): Outcome {
  const visit = ctx.read.get('visit', input.visitId);
  const problem = openProblem(visit, visit?.localDate ?? ctx.today);
  if (problem || !visit) return refused(problem ?? reason('visits.unknown'));
  if (isPast(visit, 'chair')) return refused(reason('visits.runGoesOn'));
  if (visit.din !== null) return refused(reason('visits.voidNumberFirst', { din: visit.din }));
  const { visitId, code, why } = input;
  return accepted([event('visits.cancelled', { visitId, code }, { reason: why })], {});
}

/** The kind farewell after a refusal closes the visit; after a donation the nurse at rest does. */
export function closeVisit(
  input: { readonly visitId: string; readonly code: string },
  ctx: DecideContext,
): Outcome {
  const visit = ctx.read.get('visit', input.visitId);
  if (!visit) return refused(reason('visits.unknown'));
  if (visit.endedAt !== null || visit.state !== 'refused')
    return refused(reason('visits.notRefused'));
  return accepted([event('visits.closed', input)], {});
}
