import { activeDeferrals, registerAnswer, undecidedPairs } from '#shared/features/donors/facts.ts';
import type { Bilingual } from '#shared/features/rulesets/model.ts';
import type { VisitRow, VisitStep } from '#shared/features/visits/model.ts';
import { judgeVisit, unmet } from '#shared/features/visits/screening.ts';
import { isPast } from '#shared/features/visits/steps.ts';
import { assessmentOnFile, decisionOf } from '#shared/features/visits/subject.ts';
import { ageOn, type CivilDate } from '#shared/kernel/civil-date.ts';
import type { QueryContext } from '../../station/handlers.ts';

interface Hint {
  readonly tone: 'none' | 'info' | 'caution' | 'stop';
  readonly code: string;
  readonly item: Bilingual | null;
  readonly input: Bilingual | null;
  readonly limit: Bilingual | null;
}

const hint = (tone: Hint['tone'], code: string): Hint => ({
  tone,
  code,
  item: null,
  input: null,
  limit: null,
});

/** Blocks of the seven-part progress bar that lie behind each step. */
const DONE: Readonly<Record<VisitStep, number>> = {
  door: 0,
  carer: 0,
  consent: 1,
  questionnaire: 1,
  review: 1,
  register: 2,
  vitals: 2,
  bloodTest: 3,
  decision: 4,
  number: 5,
  chair: 5,
  run: 5,
  rest: 6,
  done: 7,
};

const MINUTE = 60_000;

/** The nurse's work list: everybody on site, those who were refused until the farewell, mine first. */
export function boardOf(ctx: QueryContext) {
  const { read } = ctx;
  const visits = [...read.by('visit', 'state', 'open'), ...read.by('visit', 'state', 'refused')]
    .filter((visit) => visit.endedAt === null)
    .sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
  const present = visits.filter((visit) => visit.localDate === ctx.today).length;
  return { present, rows: visits.flatMap((visit) => rowOf(visit, ctx)) };
}

function rowOf(visit: VisitRow, ctx: QueryContext) {
  const { read, today, now, actor } = ctx;
  const donor = read.get('donor', visit.donorId);
  if (!donor) return [];
  const note = hintOf(visit, ctx);
  const seated = visit.step === 'run' || visit.step === 'rest';
  const waited = Math.floor((Date.parse(now) - Date.parse(visit.stepAt)) / MINUTE);
  return [
    {
      visitId: visit.id,
      donorId: donor.id,
      name: donor.name,
      sex: donor.sex,
      age: ageOn(donor.birthDate as CivilDate, today),
      number: donor.number,
      step: visit.step,
      state: visit.state,
      done: visit.state === 'refused' ? DONE.decision : DONE[visit.step],
      stopped: note.tone === 'stop',
      next: nextOf(visit, note, today),
      hint: note,
      responsible: responsibleFor(visit, ctx),
      mine: visit.carerId === actor?.staffId,
      waitingMinutes: seated ? null : Math.max(0, waited),
    },
  ];
}

function nextOf(visit: VisitRow, note: Hint, today: string): string {
  if (visit.state === 'refused') return 'farewell';
  if (visit.localDate !== today && !isPast(visit, 'chair')) return 'yesterday';
  return note.code === 'lookAlike' ? 'duplicate' : visit.step;
}

function responsibleFor(visit: VisitRow, { read }: QueryContext): string | null {
  const signer = visit.step === 'done' ? decisionOf(read, visit.id)?.signedName : undefined;
  const carer = visit.carerId === null ? undefined : read.get('staff', visit.carerId)?.name;
  return signer ?? carer ?? null;
}

/** The one thing that the list must say about a visit, weightiest first. */
function hintOf(visit: VisitRow, ctx: QueryContext): Hint {
  const { read, today } = ctx;
  if (visit.state === 'refused') return refusedHint(visit, ctx);
  if (visit.localDate !== today) return hint('caution', 'overdue');
  if (undecidedPairs(read, visit.donorId).length > 0) return hint('caution', 'lookAlike');
  if (isPast(visit, 'number')) return seatedHint(visit, ctx);
  if (activeDeferrals(read, visit.donorId, today, visit.programme).length > 0)
    return hint('stop', 'seePhysician');
  if (visit.step === 'number')
    return registerAnswer(read, visit.id) === 'unanswered'
      ? hint('caution', 'registerOut')
      : hint('info', 'decidedNoNumber');
  return isPast(visit, 'bloodTest') ? judgedHint(visit, ctx) : earlyHint(visit, ctx);
}

/** At the chair: how far the run is, or that it ended early. */
function seatedHint(visit: VisitRow, { read }: QueryContext): Hint {
  const donation = visit.din === null ? undefined : read.get('donation', visit.din);
  if (!donation) return hint('none', 'none');
  const figure = donation.plasmaMl ?? donation.machineMl ?? 0;
  const open = read.by('reaction', 'din', donation.id).some((row) => row.closedAt === null);
  if (donation.endedAt === null) {
    const text = `${figure}/${donation.targetMl} mL`;
    return { ...hint('info', 'volume'), input: { zh: text, en: text } };
  }
  if (!donation.completed)
    return {
      ...hint('caution', 'endedEarly'),
      input: { zh: `${figure} mL`, en: `${figure} mL` },
    };
  return open ? hint('caution', 'reaction') : hint('none', 'none');
}

function refusedHint(visit: VisitRow, ctx: QueryContext): Hint {
  const broken = decisionOf(ctx.read, visit.id)?.rules.find((rule) => rule.verdict === 'notMet');
  return broken ? ruleHint('stop', broken) : hint('stop', 'refused');
}

function ruleHint(
  tone: Hint['tone'],
  rule: { readonly item: Bilingual; readonly input: Bilingual; readonly limit: Bilingual },
): Hint {
  return { tone, code: 'rule', item: rule.item, input: lastPart(rule.input), limit: rule.limit };
}

/** Of “2026-11-02 → 第 20 天” the list shows what counts. */
function lastPart({ zh, en }: Bilingual): Bilingual {
  return { zh: zh.split('→ ').at(-1) ?? zh, en: en.split('→ ').at(-1) ?? en };
}

function judgedHint(visit: VisitRow, ctx: QueryContext): Hint {
  const { rules } = judgeVisit(ctx.read, visit, ctx, {});
  const broken = unmet(rules).filter((rule) => rule.verdict.verdict === 'notMet');
  const worst = broken.find((rule) => rule.verdict.overridableBy === null) ?? broken[0];
  if (worst)
    return ruleHint(worst.verdict.overridableBy === null ? 'stop' : 'caution', worst.verdict);
  if (!assessmentOnFile(ctx.read, visit)) return hint('caution', 'noAssessment');
  if (visit.changes.length > 0) return hint('caution', 'answerChanged');
  return rules.some((rule) => rule.verdict.replaced.length > 0 && rule.row.id.startsWith('BP'))
    ? hint('caution', 'reread')
    : hint('none', 'none');
}

function earlyHint(visit: VisitRow, ctx: QueryContext): Hint {
  const donor = ctx.read.get('donor', visit.donorId);
  if (!assessmentOnFile(ctx.read, visit)) return hint('caution', 'noAssessment');
  return donor?.documentKind === 'residentId' ? hint('none', 'none') : hint('none', 'passport');
}
