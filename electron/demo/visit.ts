import { FIRST_PROGRAMME } from '#shared/features/rulesets/facts.ts';
import { countedAnswers, questionsFor } from '#shared/features/rulesets/questionnaire.ts';
import type { RegisteredDonor } from './donors.ts';
import type { DemoDriver } from './driver.ts';
import type { DemoEquipment } from './equipment.ts';

/** How far a scripted visit goes, and what is special about it. */
export interface VisitPlan {
  readonly until:
    | 'checkedIn'
    | 'door'
    | 'consent'
    | 'questionnaire'
    | 'review'
    | 'register'
    | 'vitals'
    | 'bloodTest'
    | 'decision';
  readonly targetMl?: number;
  /** First blood pressure; a second one follows after the rest when it is out of range. */
  readonly firstPressure?: readonly [number, number];
  readonly fingerAbo?: 'A' | 'B' | 'O' | 'AB';
  readonly override?: { readonly ruleId: string; readonly reason: string };
  readonly carer?: string;
  /** The programme that she comes for; the site's first one when left out. */
  readonly programme?: string;
}

const ORDER = [
  'checkedIn',
  'door',
  'consent',
  'questionnaire',
  'review',
  'register',
  'vitals',
  'bloodTest',
  'decision',
] as const;

const SIGNATURE = 'M4 20L12 4L18 30L26 14L44 6L52 22M58 9L70 30L82 10';

/** Carries a donor's visit as far as the plan says; answers the visit's id. */
export async function playVisit(
  driver: DemoDriver,
  donor: RegisteredDonor,
  equipment: DemoEquipment,
  plan: VisitPlan,
): Promise<string> {
  const nurse = { as: plan.carer ?? 'nurse' };
  const { visitId } = await driver.act(
    'visits.checkIn',
    { donorId: donor.donorId, programme: programmeOf(plan) },
    nurse,
  );
  const last = ORDER.indexOf(plan.until);
  for (const step of ORDER.slice(1, last + 1)) {
    await driver.wait(3);
    await playStep(driver, step, { visitId, donor, equipment, plan, nurse });
  }
  return visitId;
}

function programmeOf({ programme = FIRST_PROGRAMME }: Pick<VisitPlan, 'programme'>): string {
  return programme;
}

interface StepArguments {
  readonly visitId: string;
  readonly donor: RegisteredDonor;
  readonly equipment: DemoEquipment;
  readonly plan: VisitPlan;
  readonly nurse: { readonly as: string };
}

async function playStep(
  driver: DemoDriver,
  step: (typeof ORDER)[number],
  { visitId, donor, equipment, plan, nurse }: StepArguments,
): Promise<void> {
  switch (step) {
    case 'checkedIn':
      return;
    case 'door': {
      await driver.act(
        'visits.checkDoor',
        { visitId, temperatureTenthsC: 365, symptoms: [] },
        nurse,
      );
      const carer = await driver.ask('operators.me', {}, nurse.as);
      await driver.act('visits.assignCarer', { visitId, staffId: carer.staffId }, nurse);
      return;
    }
    case 'consent': {
      const forms = await driver.ask('rulesets.forms', { programme: programmeOf(plan) }, nurse.as);
      const textHash = forms?.consentHash ?? '';
      await driver.act('visits.signConsent', { visitId, textHash, signature: SIGNATURE }, nurse);
      return;
    }
    case 'questionnaire':
      return answer(driver, { visitId, donor, plan, nurse });
    case 'review':
      await driver.act('visits.reviewQuestionnaire', { visitId, asked: [] }, nurse);
      return;
    case 'register':
      await driver.act(
        'visits.queryRegister',
        { visitId, register: '市屏蔽库（演示）', answer: 'clear' },
        nurse,
      );
      return;
    case 'vitals':
      return measure(driver, visitId, donor, plan, nurse);
    case 'bloodTest': {
      const input = {
        visitId,
        haemoglobinGramsPerLitre: donor.sex === 'male' ? 148 : 132,
        abo: plan.fingerAbo ?? donor.abo ?? 'A',
        stripLotId: equipment.lots['strip'] ?? '',
      };
      await driver.act('visits.testBlood', input, nurse);
      await confirmAssessment(driver, visitId, nurse);
      return;
    }
    case 'decision': {
      const input = {
        visitId,
        verdict: 'eligible' as const,
        donationType: 'convalescentPlasma',
        targetMl: plan.targetMl ?? 400,
        examined: ['GEN-1', 'GEN-2'],
        overrides: plan.override ? [plan.override] : [],
      };
      await driver.act('visits.decide', input, { as: 'physician', signed: true });
    }
  }
}

async function answer(
  driver: DemoDriver,
  { visitId, donor: { sex }, plan, nurse }: Omit<StepArguments, 'equipment'>,
): Promise<void> {
  const forms = await driver.ask('rulesets.forms', { programme: programmeOf(plan) }, nurse.as);
  const questionnaire = forms?.questionnaire;
  if (!questionnaire) throw new Error('demo: no questionnaire in force');
  const hers = questionsFor(questionnaire.questions, sex);
  const answers = hers.map(({ id, flagged }) => ({
    question: id,
    answer: flagged === 'yes' ? ('no' as const) : ('yes' as const),
    detail: '',
  }));
  const input = {
    visitId,
    questionnaireId: questionnaire.id,
    version: questionnaire.version,
    answers: [...countedAnswers(hers, answers)],
  };
  await driver.act('visits.answerQuestionnaire', input, nurse);
}

async function measure(
  driver: DemoDriver,
  visitId: string,
  donor: RegisteredDonor,
  plan: VisitPlan,
  nurse: { readonly as: string },
): Promise<void> {
  const [systolic, diastolic] = plan.firstPressure ?? [118, 76];
  const reading = {
    visitId,
    weightGrams: donor.sex === 'male' ? 72_500 : 58_000,
    systolic,
    diastolic,
    pulse: 76,
    pulseRegular: true,
    temperatureTenthsC: 365,
    leftArmOk: true,
    rightArmOk: true,
  };
  await driver.act('visits.measureVitals', reading, nurse);
  if (!plan.firstPressure) return;
  await driver.wait(19);
  const again = { weightGrams: null, temperatureTenthsC: null, leftArmOk: null, rightArmOk: null };
  await driver.act(
    'visits.measureVitals',
    { ...reading, ...again, systolic: 134, diastolic: 84 },
    nurse,
  );
}

async function confirmAssessment(
  driver: DemoDriver,
  visitId: string,
  nurse: { readonly as: string },
): Promise<void> {
  const visit = await driver.ask('visits.visit', { visitId }, nurse.as);
  const assessmentId = visit?.assessment?.assessmentId;
  if (assessmentId) await driver.act('visits.confirmAssessment', { visitId, assessmentId }, nurse);
}
