import { addDays, daysBetween, localDateOf, parseCivilDate } from '../../../kernel/civil-date.ts';
import type { ScreeningSubject, SubjectAssessment } from '../subject.ts';
import {
  both,
  type Criterion,
  type Finding,
  found,
  MISSING,
  num,
  text,
  UNUSABLE,
} from './judged.ts';

const HOUR = 3_600_000;
const UNCONFIRMED = {
  verdict: 'missing',
  input: both('医院评估待核对', 'hospital assessment to be confirmed'),
} as const;

/**
 * Whole days since onset, discharge or the last negative test; day N itself is accepted (edition 2,
 * donor conditions). A donor without symptoms has no onset: only `minDaysSinceInfection` takes one.
 */
export const minDaysSince: Criterion = (row, subject) => {
  const min = num(row, 'minDays');
  const field = text(row, 'input');
  if (min === undefined || field === undefined || !INPUTS.includes(field)) return UNUSABLE;
  const { assessment } = subject;
  if (!assessment) return MISSING;
  if (!assessment.confirmed) return UNCONFIRMED;
  if (field === 'onsetOn' && assessment.asymptomatic === true) return NO_ONSET;
  return daysSince(dayOf(field, assessment, subject.zone), min, subject);
};

/** Edition 3: since the first symptom, or since the first positive test for who never had one. */
export const minDaysSinceInfection: Criterion = (row, subject) => {
  const since = num(row, 'minDays');
  const sincePositive = num(row, 'minDaysSincePositive');
  if (since === undefined || sincePositive === undefined) return UNUSABLE;
  const { assessment } = subject;
  if (!assessment) return MISSING;
  if (!assessment.confirmed) return UNCONFIRMED;
  const min = assessment.asymptomatic === true ? sincePositive : since;
  return daysSince(assessment.onsetOn, min, subject);
};

const INPUTS: readonly string[] = ['onsetOn', 'dischargedOn', 'lastNegativeOn'];
const NO_ONSET = found(false, both('无症状，无发病日', 'no symptoms, no onset'), { hard: true });

const IMPOSSIBLE = found(false, both('日期不可能', 'impossible date'), { hard: true });

/** The day named by a row; the last negative test's by the site's clock. */
function dayOf(field: string, assessment: SubjectAssessment, zone: string): string {
  if (field === 'onsetOn') return assessment.onsetOn;
  if (field === 'dischargedOn') return assessment.dischargedOn;
  const last = assessment.negativeTests.toSorted().at(-1);
  return last === undefined || !Number.isFinite(Date.parse(last)) ? '' : localDateOf(last, zone);
}

function daysSince(day: string, min: number, subject: ScreeningSubject): Finding {
  const from = parseCivilDate(day);
  if (!from || from > subject.today) return IMPOSSIBLE;
  const days = daysBetween(from, subject.today);
  return found(days >= min, both(`${from} → 第 ${days} 天`, `${from} → day ${days}`), {
    retryOn: addDays(from, min),
  });
}

/** Discharged, and `negativeTests` negative tests at least `hoursApart` apart, none in the future. */
export const dischargeWithTests: Criterion = (row, subject) => {
  const needed = num(row, 'negativeTests');
  const apart = num(row, 'hoursApart');
  if (needed === undefined || apart === undefined) return UNUSABLE;
  const assessment = subject.assessment;
  if (!assessment) return MISSING;
  if (!assessment.confirmed) return UNCONFIRMED;
  const onset = parseCivilDate(assessment.onsetOn);
  const discharged = parseCivilDate(assessment.dischargedOn);
  if (!onset || !discharged || discharged > subject.today || discharged < onset)
    return found(false, both('出院日期不可能', 'impossible discharge date'));
  const times = assessment.negativeTests.map((at) => Date.parse(at)).sort((a, b) => a - b);
  const sane = times.every((at) => Number.isFinite(at) && at <= Date.parse(subject.now));
  const hours = times.length < 2 ? 0 : Math.floor(((times.at(-1) ?? 0) - (times[0] ?? 0)) / HOUR);
  const tested = times.length >= needed && hours >= apart * (needed - 1);
  const notBefore = times.every(
    (at) => Number.isFinite(at) && localDateOf(new Date(at).toISOString(), subject.zone) >= onset,
  );
  return found(
    sane && tested && notBefore,
    both(
      `${discharged} 出院；${times.length} 次阴性，隔 ${Number.isFinite(hours) ? hours : '?'} h`,
      `left hospital ${discharged}; ${times.length} negative, ${Number.isFinite(hours) ? hours : '?'} h apart`,
    ),
  );
};

/** The hospital's doctor found the person fit, and the paper was seen here. */
export const assessedFit: Criterion = (_row, subject) => {
  const assessment = subject.assessment;
  if (!assessment) return MISSING;
  if (!assessment.confirmed) return UNCONFIRMED;
  const { doctor, hospital, documentSeen, fitForDonation } = assessment;
  return found(
    fitForDonation && documentSeen,
    both(
      `${hospital} ${doctor}：${fitForDonation ? '可捐献' : '不宜'}，材料${documentSeen ? '已见' : '未见'}`,
      `${hospital} ${doctor}: ${fitForDonation ? 'fit' : 'not fit'}, papers ${documentSeen ? 'seen' : 'not seen'}`,
    ),
  );
};
