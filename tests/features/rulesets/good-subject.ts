import { offeredPacks } from '#electron/features/rulesets/offers.ts';
import type { RulePack } from '#shared/features/rulesets/model.ts';
import { possibleFigures } from '#shared/features/rulesets/possible.ts';
import type { ScreeningSubject, SubjectReading } from '#shared/features/rulesets/subject.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { goodVitals } from '../visits/good-vitals.ts';

export const TODAY = '2020-03-10' as CivilDate;

/** The two packs of the convalescent programme, programme first. */
export function packs(): readonly [RulePack, RulePack] {
  const find = (programme: string) => {
    const pack = offeredPacks().find((each) => each.pack.programme === programme)?.pack;
    if (!pack) throw new Error(`no pack for ${programme}`);
    return pack;
  };
  return [find('convalescentPlasma'), find('generalDonor')];
}

export const goodReading: SubjectReading = {
  id: 'r1',
  measuredAt: '2020-03-10T01:00:00.000Z',
  ...goodVitals,
};

/** A donor whom every rule lets pass. */
export function goodSubject(): ScreeningSubject {
  const both = packs();
  const [own] = both;
  const questions = own.questionnaire?.questions ?? [];
  return {
    today: TODAY,
    now: '2020-03-10T02:00:00.000Z',
    zone: 'Asia/Shanghai',
    birthDate: '1987-04-19',
    sex: 'male',
    doorTemperatureTenthsC: 365,
    symptoms: [],
    readings: [goodReading],
    restMinutes: 10,
    possible: possibleFigures(both),
    bloodTest: { haemoglobinGramsPerLitre: 148, abo: 'B' },
    assessment: {
      onsetOn: '2020-01-25',
      dischargedOn: '2020-02-20',
      negativeTests: ['2020-02-16T01:00:00.000Z', '2020-02-17T03:00:00.000Z'],
      doctor: '测试医生',
      hospital: '测试医院',
      documentSeen: true,
      fitForDonation: true,
      confirmed: true,
    },
    answers: questions.map((each) => ({
      question: each.id,
      answer: each.flagged === 'yes' ? 'no' : 'yes',
      detail: '',
    })),
    notAsked: [],
    changes: [],
    flaggedAnswer: Object.fromEntries(
      questions.flatMap(({ id, flagged }) => (flagged === null ? [] : [[id, flagged]])),
    ),
    history: [],
    pretests: [],
    activeDeferrals: [],
    register: 'clear',
    groupsOnRecord: [],
    examined: ['GEN-1', 'GEN-2'],
    donationType: 'convalescentPlasma',
    targetMl: 400,
    programmes: ['convalescentPlasma', 'generalDonor'],
  };
}
