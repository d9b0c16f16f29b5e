import { offeredPacks } from '#electron/features/rulesets/offers.ts';
import { residentIdCheck } from '#shared/codes/resident-id.ts';
import { FIRST_PROGRAMME } from '#shared/features/rulesets/facts.ts';
import type { Questionnaire } from '#shared/features/rulesets/model.ts';
import { countedAnswers, questionsFor } from '#shared/features/rulesets/questionnaire.ts';
import { addDays, type CivilDate } from '#shared/kernel/civil-date.ts';
import { type FoundedStation, value } from '#tests/support/station.ts';
import { goodVitals } from './good-vitals.ts';

/** A valid resident id of the fixture area; an odd `sequence` is a man’s. */
export function residentId(birthDate: string, sequence: number): string {
  const seventeen = `120000${birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  return `${seventeen}${residentIdCheck(seventeen) ?? ''}`;
}

/** What the tests' site runs: the protocol's second edition upon the general donor check. */
export const SITE_PACKS: readonly string[] = [
  'convalescent-plasma-ed2',
  'general-donor-gb18467-2011',
];

/** What two persons do before adoption: each page of unverified values signed, the history replayed. */
export async function confirmPack(
  test: FoundedStation,
  packId: string,
  revision: number,
  inForceFrom?: string,
): Promise<void> {
  const proof = test.staff.supervisor.as({ signed: true, with: test.staff.physician });
  const asked = { packId, revision };
  const listed = value(await test.query('rulesets.pages', asked, test.staff.nurse.as()));
  for (const { page, pageHash } of listed?.pages ?? [])
    value(await test.command('rulesets.confirmPage', { ...asked, page, pageHash }, { proof }));
  const day = inForceFrom === undefined ? {} : { inForceFrom };
  const by = { proof: test.staff.supervisor.as() };
  value(await test.command('rulesets.replayPack', { ...asked, ...day }, by));
}

/** Two persons adopt the site's packs after each page was signed. */
export async function adoptPacks(test: FoundedStation): Promise<readonly string[]> {
  const hashes: string[] = [];
  for (const { pack } of offeredPacks().filter((each) => SITE_PACKS.includes(each.pack.packId))) {
    const { packId, revision } = pack;
    await confirmPack(test, packId, revision);
    const proof = test.staff.supervisor.as({ signed: true, with: test.staff.physician });
    const { hash } = value(
      await test.command('rulesets.adoptPack', { packId, revision }, { proof }),
    );
    hashes.push(hash);
  }
  return hashes;
}

/** A strip lot that may be used on the test clock’s day; its id. */
export async function stripLot(test: FoundedStation): Promise<string> {
  const { lotId } = value(
    await test.command(
      'equipment.receiveLot',
      {
        kind: 'strip',
        name: '血红蛋白试纸',
        catalogue: 'HB-1',
        lot: 'HB2003',
        expires: addDays(test.clock.now().slice(0, 10) as CivilDate, 365),
        quantity: 100,
        serves: [],
      },
      { proof: test.staff.supervisor.as() },
    ),
  );
  return lotId;
}

export interface DonorOptions {
  readonly name?: string;
  readonly birthDate?: string;
  readonly sequence?: number;
  readonly phone?: string;
}

/** Registers an invented donor: a man born 1987-04-19 unless told otherwise. */
export async function registered(
  test: FoundedStation,
  options: DonorOptions = {},
): Promise<string> {
  const { name = '韩志远', birthDate = '1987-04-19', sequence = 3, phone = '' } = options;
  const { donorId } = value(
    await test.command(
      'donors.register',
      { document: { kind: 'residentId', number: residentId(birthDate, sequence) }, name, phone },
      { proof: test.staff.nurse.as() },
    ),
  );
  return donorId;
}

/** Records a hospital assessment whose dates fit the rules on the test clock’s day. */
export async function assessed(
  test: FoundedStation,
  donorId: string,
  daysSinceOnset = 45,
  programme: string = FIRST_PROGRAMME,
): Promise<string> {
  const today = test.clock.now().slice(0, 10) as CivilDate;
  const at = (days: number, hour: string) => `${addDays(today, -days)}T${hour}:00:00.000Z`;
  const { assessmentId } = value(
    await test.command(
      'donors.recordAssessment',
      {
        donorId,
        programme,
        onsetOn: addDays(today, -daysSinceOnset),
        dischargedOn: addDays(today, -15),
        negativeTests: [at(17, '01'), at(16, '03')],
        doctor: '测试医生',
        hospital: '测试医院',
        documentSeen: true,
        fitForDonation: true,
      },
      { proof: test.staff.nurse.as() },
    ),
  );
  return assessmentId;
}

/** Answers of a donor that raise no flag; a repeat donor's. */
export async function clearAnswers(
  test: FoundedStation,
  sex: 'male' | 'female' = 'male',
  programme: string = FIRST_PROGRAMME,
) {
  const forms = value(await test.query('rulesets.forms', { programme }, test.staff.nurse.as()));
  const questionnaire = forms?.questionnaire;
  if (!forms || !questionnaire) throw new Error('no questionnaire in force');
  return {
    consentHash: forms.consentHash ?? '',
    questionnaireId: questionnaire.id,
    version: questionnaire.version,
    answers: [...clearAnswersOf(questionnaire, sex)],
  };
}

/** The answer to each question that raises no flag, as far as such answers lead to it. */
export function clearAnswersOf(form: Questionnaire, sex: 'male' | 'female') {
  const hers = questionsFor(form.questions, sex);
  const answers = hers.map(({ id, flagged }) => ({
    question: id,
    answer: flagged === 'yes' ? ('no' as const) : ('yes' as const),
    detail: '',
  }));
  return countedAnswers(hers, answers);
}

export interface VisitOptions {
  readonly vitals?: Partial<Record<keyof typeof goodVitals, number | boolean>>;
  readonly lotId?: string;
  readonly programme?: string;
  /** A visit that is open already; a new one begins where there is none. */
  readonly visitId?: string;
}

/** Takes a registered and assessed donor from the door to the physician; gives the visit’s id. */
export async function readyForDecision(
  test: FoundedStation,
  donorId: string,
  assessmentId: string,
  options: VisitOptions = {},
): Promise<string> {
  const proof = test.staff.nurse.as();
  const sex = test.station.core.store.reader.get('donor', donorId)?.sex;
  const { programme } = options;
  const { consentHash, questionnaireId, version, answers } = await clearAnswers(
    test,
    sex,
    programme,
  );
  const wanted = { donorId, ...(programme === undefined ? {} : { programme }) };
  const visitId =
    options.visitId ?? value(await test.command('visits.checkIn', wanted, { proof })).visitId;
  const run = async (name: Parameters<typeof test.command>[0], input: object): Promise<void> => {
    value(await test.command(name, { visitId, ...input } as never, { proof }));
  };
  await run('visits.checkDoor', { temperatureTenthsC: 365, symptoms: [] });
  await run('visits.assignCarer', { staffId: test.staff.nurse.staffId });
  await run('visits.signConsent', { textHash: consentHash, signature: 'M10 10L40 30L80 12' });
  await run('visits.answerQuestionnaire', { questionnaireId, version, answers });
  await run('visits.reviewQuestionnaire', { asked: [] });
  await run('visits.queryRegister', { register: '测试屏蔽库', answer: 'clear' });
  await run('visits.confirmAssessment', { assessmentId });
  await run('visits.measureVitals', { ...goodVitals, ...options.vitals });
  const stripLotId = options.lotId ?? (await stripLot(test));
  await run('visits.testBlood', { haemoglobinGramsPerLitre: 148, abo: 'B', stripLotId });
  return visitId;
}

/** The physician’s “eligible, 400 mL”, with the rules that she overrides; signed. */
export function eligible(
  test: FoundedStation,
  visitId: string,
  overrides?: readonly { readonly ruleId: string; readonly reason: string }[],
) {
  return test.command(
    'visits.decide',
    {
      visitId,
      verdict: 'eligible',
      donationType: 'convalescentPlasma',
      targetMl: 400,
      examined: ['GEN-1', 'GEN-2'],
      ...(overrides === undefined ? {} : { overrides: [...overrides] }),
    },
    { proof: test.staff.physician.as({ signed: true }) },
  );
}

/** A donor of a founded station with packs, decided “eligible” today. */
export async function decidedDonor(
  test: FoundedStation,
  options: DonorOptions & VisitOptions = {},
): Promise<{ readonly donorId: string; readonly visitId: string }> {
  const donorId = await registered(test, options);
  const visitId = await readyForDecision(test, donorId, await assessed(test, donorId), options);
  value(await eligible(test, visitId));
  return { donorId, visitId };
}
