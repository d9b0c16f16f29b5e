import type { PretestSample } from '#shared/features/rulesets/subject.ts';
import { addDays, addMonths, type CivilDate } from '#shared/kernel/civil-date.ts';
import { goodSubject, TODAY } from '../good-subject.ts';
import { answering, assessed, type CasesOf, gave, list, param } from './case.ts';

type PretestState = PretestSample['tests'][number]['state'];

const HOUR = 3_600_000;
const FIRST_TEST = '2020-02-16T01:00:00.000Z';

/** The hospital's assessment, the questionnaire, what is on file, intervals and yearly limits. */
export const recordCases: Readonly<Record<string, CasesOf>> = {
  minDaysSince: (row) => {
    const field = row.params['input'] as string;
    const min = param(row, 'minDays');
    const on = (day: string) =>
      field === 'lastNegativeOn'
        ? assessed({ negativeTests: [FIRST_TEST, `${day}T03:00:00.000Z`] })
        : assessed({ [field]: day });
    const since = (days: number) => on(addDays(TODAY, -days));
    return [
      ['inside', 'a day more', since(min + 1), 'met'],
      ['at', 'on day N', since(min), 'met'],
      ['outside', 'a day before', since(min - 1), 'notMet'],
      ['impossible', 'in the future', since(-1), 'notMet'],
      ['impossible', 'no such day', on('2020-02-30'), 'notMet'],
      ['missing', 'unconfirmed', assessed({ confirmed: false }), 'missing'],
      ['missing', 'no assessment', { assessment: undefined }, 'missing'],
      [
        'apart',
        'no symptoms',
        assessed({ asymptomatic: true }),
        field === 'onsetOn' ? 'notMet' : 'met',
      ],
    ];
  },
  minDaysSinceInfection: (row) => {
    const since = (days: number, asymptomatic: boolean) =>
      assessed({ onsetOn: addDays(TODAY, -days), asymptomatic });
    return [
      ['inside', 'a day more', since(param(row, 'minDays') + 1, false), 'met'],
      ['at', 'on day N', since(param(row, 'minDays'), false), 'met'],
      ['outside', 'a day before', since(param(row, 'minDays') - 1, false), 'notMet'],
      ['at', 'no symptoms, on day N', since(param(row, 'minDaysSincePositive'), true), 'met'],
      [
        'outside',
        'no symptoms, before',
        since(param(row, 'minDaysSincePositive') - 1, true),
        'notMet',
      ],
      ['impossible', 'in the future', since(-1, true), 'notMet'],
      ['missing', 'unconfirmed', assessed({ confirmed: false }), 'missing'],
      ['missing', 'no assessment', { assessment: undefined }, 'missing'],
    ];
  },
  dischargeWithTests: (row) => {
    const hours = param(row, 'hoursApart');
    const tests = (apart: number) =>
      assessed({
        negativeTests: [FIRST_TEST, new Date(Date.parse(FIRST_TEST) + apart * HOUR).toISOString()],
      });
    return [
      ['inside', 'an hour more', tests(hours + 1), 'met'],
      ['at', 'hours apart', tests(hours), 'met'],
      ['outside', 'an hour less', tests(hours - 1), 'notMet'],
      ['outside', 'one test', assessed({ negativeTests: [FIRST_TEST] }), 'notMet'],
      [
        'impossible',
        'test in the future',
        assessed({ negativeTests: [FIRST_TEST, '2020-03-11T00:00:00.000Z'] }),
        'notMet',
      ],
      ['impossible', 'unreadable test', assessed({ negativeTests: ['x', 'y'] }), 'notMet'],
      ['impossible', 'left before onset', assessed({ dischargedOn: '2020-01-01' }), 'notMet'],
      ['missing', 'no assessment', { assessment: undefined }, 'missing'],
      ['missing', 'unconfirmed', assessed({ confirmed: false }), 'missing'],
    ];
  },
  assessedFit: () => [
    ['at', 'fit', {}, 'met'],
    ['outside', 'not fit', assessed({ fitForDonation: false }), 'notMet'],
    ['outside', 'papers not seen', assessed({ documentSeen: false }), 'notMet'],
    ['missing', 'no assessment', { assessment: undefined }, 'missing'],
  ],
  questionClear: (row) => {
    const question = row.params['question'] as string;
    const flagged = goodSubject().flaggedAnswer[question] ?? 'yes';
    const clear = flagged === 'yes' ? 'no' : 'yes';
    const at = '2020-03-10T01:30:00.000Z';
    const changed = {
      changes: [{ question, from: flagged, to: clear, at, afterRefusal: true }],
    } as const;
    return [
      ['at', 'clear', answering(question, clear), 'met'],
      ['outside', 'flagged', answering(question, flagged), 'notMet'],
      ['outside', 'flagged, then clear', { ...answering(question, clear), ...changed }, 'caution'],
      ['missing', 'unanswered', { answers: [] }, 'missing'],
      ['at', 'not asked of her', { answers: [], notAsked: [question] }, 'notApplicable'],
      ['missing', 'question unknown to the form', { flaggedAnswer: {} }, 'missing'],
    ];
  },
  generalPackInForce: () => [
    ['at', 'in force', {}, 'met'],
    ['outside', 'another one only', { programmes: ['convalescentPlasma'] }, 'missing'],
    ['missing', 'not adopted', { programmes: [] }, 'missing'],
  ],
  targetWithin: (row) => [
    ['at', 'lowest', { targetMl: param(row, 'minMl') }, 'met'],
    ['outside', 'below', { targetMl: param(row, 'minMl') - 1 }, 'notMet'],
    ['inside', 'below the highest', { targetMl: param(row, 'maxMl') - 1 }, 'met'],
    ['at', 'highest', { targetMl: param(row, 'maxMl') }, 'met'],
    ['outside', 'above', { targetMl: param(row, 'maxMl') + 1 }, 'notMet'],
    ['impossible', 'below zero', { targetMl: -1 }, 'notMet'],
    ['missing', 'not chosen', { targetMl: undefined }, 'notApplicable'],
  ],
  intervalSinceLast: (row) => {
    const from = list(row, 'from')[0] ?? '';
    const donationType = list(row, 'to')[0] ?? '';
    const days = row.params['minDays'] as number | undefined;
    const last =
      days === undefined ? addMonths(TODAY, -param(row, 'minMonths')) : addDays(TODAY, -days);
    const after = (startedOn: CivilDate) => ({ donationType, history: [gave(startedOn, from)] });
    return [
      ['inside', 'a day more', after(addDays(last, -1)), 'met'],
      ['at', 'on day N', after(last), 'met'],
      ['outside', 'a day too early', after(addDays(last, 1)), 'notMet'],
      ['impossible', 'in the future', after(addDays(TODAY, 1)), 'notMet'],
      ['apart', 'another type', { donationType: 'other' }, 'notApplicable'],
      ['apart', 'never', { donationType, history: [] }, 'notApplicable'],
      ['missing', 'type unknown', { donationType: undefined }, 'missing'],
    ];
  },
  redCellsReturned: (row) => {
    const min = param(row, 'minDays');
    const lost = (days: number, redCellsReturned: 'no' | 'partly' = 'partly') => ({
      history: [gave(addDays(TODAY, -days), 'convalescentPlasma', { redCellsReturned })],
    });
    return [
      ['inside', 'a day more', lost(min + 1), 'met'],
      ['at', 'on day N', lost(min), 'met'],
      ['outside', 'a day too early', lost(min - 1), 'notMet'],
      ['outside', 'none returned', lost(min - 1, 'no'), 'notMet'],
      ['impossible', 'in the future', lost(-1), 'notMet'],
      ['missing', 'all returned', {}, 'notApplicable'],
    ];
  },
  volumePerYear: (row) => {
    const type = list(row, 'types')[0] ?? '';
    const gaveMl = (plasmaMl: number, on: CivilDate = addDays(TODAY, -30)) => ({
      targetMl: 400,
      donationType: type,
      history: [gave(on, type, { plasmaMl })],
    });
    const max = param(row, 'maxMl');
    const edge = addMonths(TODAY, -param(row, 'months'));
    return [
      ['inside', 'one less', gaveMl(max - 401), 'met'],
      ['at', 'full to the brim', gaveMl(max - 400), 'met'],
      ['outside', 'one too many', gaveMl(max - 399), 'notMet'],
      ['at', 'just out of the window', gaveMl(max, edge), 'met'],
      ['outside', 'just in the window', gaveMl(max, addDays(edge, 1)), 'notMet'],
      ['impossible', 'in the future', gaveMl(max, addDays(TODAY, 1)), 'notMet'],
      ['missing', 'never', { targetMl: undefined, history: [] }, 'met'],
    ];
  },
  countPerYear: (row) => {
    const type = list(row, 'types')[0] ?? '';
    const max = param(row, 'max');
    const edge = addMonths(TODAY, -param(row, 'months'));
    const times = (count: number, last: CivilDate = addDays(TODAY, -14)) => ({
      donationType: type,
      history: Array.from({ length: count }, (_each, n) => gave(addDays(last, -n), type)),
    });
    const older = { ...times(max - 1), history: [...times(max - 1).history, gave(edge, type)] };
    return [
      ['inside', 'one less', times(max - 2), 'met'],
      ['at', 'the last allowed', times(max - 1), 'met'],
      ['outside', 'one more', times(max), 'notMet'],
      ['at', 'the oldest just out of the window', older, 'met'],
      ['impossible', 'in the future', times(max, addDays(TODAY, 30)), 'notMet'],
      ['missing', 'never', { ...times(0) }, 'met'],
    ];
  },
  noActiveDeferral: () => [
    ['at', 'none', {}, 'met'],
    ['outside', 'one', { activeDeferrals: [{ until: '2020-03-10', hidden: false }] }, 'notMet'],
    ['outside', 'hidden', { activeDeferrals: [{ until: null, hidden: true }] }, 'notMet'],
    ['missing', 'without an end', { activeDeferrals: [{ until: null, hidden: false }] }, 'notMet'],
  ],
  registerClear: () => [
    ['at', 'clear', {}, 'met'],
    ['outside', 'listed', { register: 'listed' }, 'notMet'],
    ['missing', 'unanswered', { register: 'unanswered' }, 'missing'],
    ['missing', 'not asked', { register: undefined }, 'missing'],
  ],
  testedBefore: (row) => {
    const [test = '', other = ''] = list(row, 'tests');
    const days = param(row, 'days');
    const taken = (ago: number, state: PretestState, of = test): PretestSample => ({
      number: `TS12320${String(ago + 500).padStart(5, '0')}`,
      takenOn: addDays(TODAY, -ago),
      tests: [{ test: of, state }],
    });
    const none = row.params['required'] === true ? 'missing' : 'notApplicable';
    return [
      ['at', 'day N, good', { pretests: [taken(days, 'qualified')] }, 'met'],
      ['inside', 'today, good', { pretests: [taken(0, 'qualified')] }, 'met'],
      ['outside', 'a day over', { pretests: [taken(days + 1, 'unqualified')] }, none],
      ['outside', 'not good', { pretests: [taken(3, 'unqualified')] }, 'notMet'],
      [
        'outside',
        'one of two',
        { pretests: [taken(3, 'qualified'), taken(3, 'unqualified', other)] },
        'notMet',
      ],
      [
        'apart',
        'newer good',
        { pretests: [taken(9, 'unqualified'), taken(3, 'qualified')] },
        'met',
      ],
      [
        'apart',
        'newer awaited',
        { pretests: [taken(9, 'qualified'), taken(3, 'pending')] },
        'missing',
      ],
      ['missing', 'never', { pretests: [] }, none],
      ['impossible', 'taken tomorrow', { pretests: [taken(-1, 'qualified')] }, none],
      [
        'impossible',
        'no such day',
        { pretests: [{ ...taken(1, 'qualified'), takenOn: '2019-02-29' }] },
        none,
      ],
      ['apart', 'another test', { pretests: [taken(1, 'unqualified', 'ABO')] }, none],
    ];
  },
  groupsAgree: () => [
    ['missing', 'none', {}, 'notApplicable'],
    ['at', 'one', { groupsOnRecord: ['A positive', 'A positive'] }, 'met'],
    ['outside', 'two', { groupsOnRecord: ['A positive', 'B positive'] }, 'notMet'],
  ],
};
