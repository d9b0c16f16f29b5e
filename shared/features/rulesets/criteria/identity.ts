import {
  addDays,
  addMonths,
  ageOn,
  type CivilDate,
  parseCivilDate,
} from '../../../kernel/civil-date.ts';
import type { ScreeningSubject } from '../subject.ts';
import {
  both,
  type Criterion,
  found,
  MISSING,
  notApplicable,
  num,
  text,
  UNUSABLE,
} from './judged.ts';

/** Oldest age that a living donor can have; above it the birth date is a mistake. */
const IMPOSSIBLE_YEARS = 120;

interface Age {
  readonly years: number;
  readonly birth: CivilDate;
}

function ageOf(subject: ScreeningSubject): Age | 'impossible' | undefined {
  if (subject.birthDate === undefined) return undefined;
  const birth = parseCivilDate(subject.birthDate);
  if (!birth || birth > subject.today) return 'impossible';
  const years = ageOn(birth, subject.today);
  return years > IMPOSSIBLE_YEARS ? 'impossible' : { years, birth };
}

const shown = (years: number) => both(`${years} 岁`, `${years} years`);
const impossible = found(false, both('出生日期不可能', 'impossible birth date'), { hard: true });

/** First day of a completed year of age; who was born on 29 February completes it on 1 March. */
function dayOfAge(birth: CivilDate, years: number): CivilDate {
  const day = addMonths(birth, years * 12);
  return ageOn(birth, day) < years ? addDays(day, 1) : day;
}

/**
 * Completed years between `minYears` and `maxYears`. Above it: AGE-1 leaves up to `extensionMaxYears`
 * to AGE-2; CCP-3 (“in principle”) is soft up to `hardMaxYears`. Under age is never overridable.
 */
export const ageBetween: Criterion = (row, subject) => {
  const min = num(row, 'minYears');
  const max = num(row, 'maxYears');
  if (min === undefined || max === undefined) return UNUSABLE;
  const age = ageOf(subject);
  if (age === undefined) return MISSING;
  if (age === 'impossible') return impossible;
  if (age.years < min)
    return found(false, shown(age.years), { hard: true, retryOn: dayOfAge(age.birth, min) });
  if (age.years <= max) return found(true, shown(age.years));
  const extension = num(row, 'extensionMaxYears');
  if (extension !== undefined && age.years <= extension)
    return notApplicable(`${age.years} 岁，见延长条款`, `${age.years} years, see the extension`);
  const hardMax = num(row, 'hardMaxYears');
  const soft = row.params['softMax'] === true && hardMax !== undefined && age.years <= hardMax;
  return found(false, shown(age.years), { hard: !soft });
};

/** Above `fromYears` up to `maxYears`: a repeat donor, without an earlier reaction (GB 18467-2011 § 7). */
export const ageExtension: Criterion = (row, subject) => {
  const from = num(row, 'fromYears');
  const max = num(row, 'maxYears');
  if (from === undefined || max === undefined) return UNUSABLE;
  const age = ageOf(subject);
  if (age === undefined) return MISSING;
  if (age === 'impossible') return impossible;
  if (age.years <= from) return notApplicable(`${age.years} 岁`, `${age.years} years`);
  const repeat = subject.history.length > 0;
  const reacted = reactionKnown(text(row, 'reactionQuestion'), subject);
  const words = REACTED[reacted];
  const input = both(
    `${age.years} 岁，${repeat ? '多次献血' : '首次'}，${words.zh}`,
    `${age.years} years, ${repeat ? 'repeat donor' : 'first time'}, ${words.en}`,
  );
  if (age.years <= max && repeat && reacted === 'unasked')
    return { verdict: 'missing', input, visitTells: true };
  return found(age.years <= max && repeat && reacted === 'no', input, { hard: age.years > max });
};

const REACTED = {
  yes: both('有反应史', 'earlier reaction'),
  no: both('无反应史', 'no reaction'),
  unasked: both('反应史未问', 'reactions not asked'),
} as const;

function reactionKnown(
  question: string | undefined,
  subject: ScreeningSubject,
): keyof typeof REACTED {
  if (subject.history.some((giving) => giving.hadReaction)) return 'yes';
  if (question === undefined) return 'no';
  const answer = subject.answers.find((each) => each.question === question)?.answer;
  return answer ?? 'unasked';
}
