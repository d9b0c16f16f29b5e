import { sticker } from '#electron/demo/donation.ts';
import { countedAnswers, questionsFor } from '#shared/features/rulesets/questionnaire.ts';
import type { VisitStep } from '#shared/features/visits/model.ts';
import { STEPS } from '#shared/features/visits/steps.ts';
import { anyone, type Move, pick, type Step, type Walk } from './walk.ts';

const ABO = ['A', 'B', 'O', 'AB'] as const;

export const checkIn: Move = (walk, { a, odd }) =>
  walk.ask(
    'visits.checkIn',
    { donorId: pick(walk.read.all('donor'), a)?.id ?? 'nobody' },
    { as: odd < 5 ? anyone(a) : 'nurse' },
  );

/** The next step of an open visit, mostly with values in range. */
export const visitStep: Move = async (walk, step) => {
  const open = walk.read.by('visit', 'state', 'open').filter(({ step: at }) => TURNS.includes(at));
  // Mostly the visit that is furthest on: so the chair is reached while others wait at the door.
  const ahead = [...open].sort((one, two) => TURNS.indexOf(two.step) - TURNS.indexOf(one.step));
  const visit = step.a % 4 === 0 ? pick(open, step.a) : ahead[0];
  if (!visit) return checkIn(walk, step);
  // Now and then a step out of its turn.
  const turn = step.odd < 6 ? (pick(TURNS, step.b) ?? visit.step) : visit.step;
  return takeTurn(walk, visit.id, turn, step);
};

/** The steps before the chair. */
const TURNS: readonly VisitStep[] = STEPS.slice(0, STEPS.indexOf('chair'));

async function takeTurn(walk: Walk, visitId: string, turn: string, step: Step): Promise<unknown> {
  const { b, c, odd } = step;
  const nurse = { as: 'nurse' };
  const isOdd = odd < 12;
  switch (turn) {
    case 'door':
      return walk.ask(
        'visits.checkDoor',
        { visitId, temperatureTenthsC: isOdd ? 379 : 365, symptoms: [] },
        nurse,
      );
    case 'carer': {
      const staffId = walk.read.by('staff', 'badge', '0202')[0]?.id ?? '';
      return walk.ask('visits.assignCarer', { visitId, staffId }, nurse);
    }
    case 'consent':
    case 'questionnaire': {
      const forms = await walk.look('rulesets.forms', { programme: 'convalescentPlasma' }, 'nurse');
      const questionnaire = forms?.questionnaire;
      if (turn === 'consent') {
        const textHash = isOdd ? 'a'.repeat(64) : (forms?.consentHash ?? '');
        return walk.ask('visits.signConsent', { visitId, textHash, signature: 'M1 1L9 9' }, nurse);
      }
      const donor = walk.read.get('donor', walk.read.get('visit', visitId)?.donorId ?? '');
      const hers = questionsFor(questionnaire?.questions ?? [], donor?.sex);
      const answers = hers.map(({ id, flagged }, at) => ({
        question: id,
        answer:
          (flagged === 'yes') === (isOdd && at === b % 10) ? ('yes' as const) : ('no' as const),
        detail: '',
      }));
      const { id: questionnaireId = '', version = 0 } = questionnaire ?? {};
      return walk.ask(
        'visits.answerQuestionnaire',
        { visitId, questionnaireId, version, answers: [...countedAnswers(hers, answers)] },
        nurse,
      );
    }
    case 'review':
      return walk.ask('visits.reviewQuestionnaire', { visitId, asked: [] }, nurse);
    case 'register': {
      const answer = odd < 6 ? 'listed' : isOdd ? 'unanswered' : 'clear';
      return walk.ask('visits.queryRegister', { visitId, register: '屏蔽库', answer }, nurse);
    }
    case 'vitals': {
      const reading = {
        weightGrams: odd < 4 ? 44_000 : 71_000,
        systolic: isOdd ? 148 : 121,
        diastolic: odd === 12 ? null : 78,
        pulse: 72,
        pulseRegular: true,
        temperatureTenthsC: 365,
        leftArmOk: true,
        rightArmOk: odd > 4,
      };
      return walk.ask('visits.measureVitals', { visitId, ...reading }, nurse);
    }
    case 'bloodTest': {
      const stripLotId = walk.site.equipment.lots['strip'] ?? '';
      const haemoglobinGramsPerLitre = isOdd ? 110 : 145;
      const abo = ABO[odd > 90 ? b % 4 : 0] ?? 'A';
      return walk.ask(
        'visits.testBlood',
        { visitId, haemoglobinGramsPerLitre, abo, stripLotId },
        nurse,
      );
    }
    case 'decision':
      return decide(walk, visitId, step);
    case 'number':
      return assignNumber(walk, { ...step, a: c }, visitId);
    default:
      return walk.ask('visits.close', { visitId, code: 'left' }, nurse);
  }
}

async function decide(walk: Walk, visitId: string, { b, c, odd }: Step): Promise<unknown> {
  const visit = walk.read.get('visit', visitId);
  const assessment = walk.read.by('assessment', 'donorId', visit?.donorId ?? '').at(-1);
  if (assessment && visit?.assessmentId === null && odd > 2)
    await walk.ask(
      'visits.confirmAssessment',
      { visitId, assessmentId: assessment.id },
      { as: 'nurse' },
    );
  if (b % 5 === 0)
    return walk.ask('visits.cancel', { visitId, code: 'left', why: '改日再来' }, { as: 'nurse' });
  const verdict = odd > 92 ? 'deferred' : 'eligible';
  return walk.ask(
    'visits.decide',
    {
      visitId,
      verdict,
      donationType: verdict === 'eligible' ? 'convalescentPlasma' : null,
      targetMl: verdict === 'eligible' ? ([200, 300, 400, 500][odd < 3 ? 3 : b % 3] ?? 200) : null,
      examined: odd < 2 ? [] : ['GEN-1', 'GEN-2'],
      overrides: c % 7 === 0 ? [{ ruleId: c % 2 ? 'AGE-1' : 'CCP-3', reason: '医生判断' }] : [],
      deferral: verdict === 'eligible' ? null : { code: 'T01', anchorOn: walk.today },
    },
    { as: odd < 2 ? anyone(b) : 'physician', signed: odd !== 5 },
  );
}

async function assignNumber(walk: Walk, { a, b, odd }: Step, visitId: string): Promise<unknown> {
  const used = pick(walk.read.all('donationNumber'), b);
  const sheet =
    odd < 10
      ? sticker(used?.id ?? 'A999920000050', 'bag')
      : odd < 20
        ? sticker(`A9999200000${10 + (b % 80)}`, 'bag')
        : undefined;
  const gapReason = a % 2 ? { gapReason: '编号纸损坏' } : {};
  return walk.ask(
    'collection.assignNumber',
    { visitId, ...(sheet ? { sheet } : {}), ...gapReason },
    { as: 'nurse' },
  );
}

export const numberMove: Move = (walk, step) => {
  const visits = walk.read.all('visit');
  const waiting = visits.filter((visit) => visit.step === 'number');
  const visit = pick(step.odd < 10 || waiting.length === 0 ? visits : waiting, step.a);
  return assignNumber(walk, step, visit?.id ?? 'none');
};

export const voidNumber: Move = (walk, { a, odd }) => {
  const rows = walk.read.all('donationNumber');
  const din = odd < 30 ? `A9999200000${10 + (a % 80)}` : (pick(rows, a)?.id ?? 'A999920000050');
  return walk.ask(
    'collection.voidNumber',
    { number: sticker(din, 'bag'), code: 'sheetSpoilt', note: '' },
    { as: 'nurse' },
  );
};

export const cancel: Move = (walk, { a }) =>
  walk.ask(
    'visits.cancel',
    {
      visitId: pick(walk.read.by('visit', 'state', 'open'), a)?.id ?? 'none',
      code: 'left',
      why: '有事',
    },
    { as: 'nurse' },
  );
