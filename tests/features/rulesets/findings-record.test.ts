import assert from 'node:assert/strict';
import { test } from 'node:test';
import { criteria } from '#shared/features/rulesets/criteria/registry.ts';
import type { RuleRow } from '#shared/features/rulesets/model.ts';
import { addDays, type CivilDate } from '#shared/kernel/civil-date.ts';
import { assessed, gave } from './boundaries/case.ts';
import { find, type Patch, rows, says } from './findings.ts';
import { goodSubject, TODAY } from './good-subject.ts';

test('answers: what was said, with its detail, and each change with its time at the site', () => {
  const answers = (answer: 'yes' | 'no', detail = '') => [{ question: 'Q-02', answer, detail }];
  assert.equal(says('CCP-5', { answers: answers('no') }), '“否” | “no”');
  assert.equal(
    says('CCP-5', { answers: answers('yes', ' 三年前 ') }),
    '“是”（三年前） | “yes”（三年前）',
  );
  const change = { question: 'Q-02', from: 'yes', to: 'no', afterRefusal: true } as const;
  const changes = [
    { ...change, at: '2020-03-10T01:30:00.000Z' },
    { ...change, question: 'Q-03', at: '2020-03-10T01:40:00.000Z' },
    { ...change, from: 'no', to: 'yes', at: '2020-03-10T01:45:00.000Z' },
    { ...change, question: 'Q-04', at: '2020-03-10T01:50:00.000Z' },
  ] as const;
  assert.equal(
    says('CCP-5', { answers: answers('yes', '三年前'), changes }),
    '“是” → “否” → 09:45 “是” | “yes” → “no” → 09:45 “yes”',
  );
  const other = find('CCP-5', { answers: answers('no'), changes: changes.slice(1, 2) });
  assert.equal(other.verdict, 'met', 'a change of another answer');
  assert.equal(find('CCP-5', { answers: answers('no'), changes }).verdict, 'caution');
  const harmless = [{ ...change, from: 'no', to: 'no', at: TODAY }] as const;
  assert.equal(find('CCP-5', { answers: answers('no'), changes: harmless }).verdict, 'met');
});

test('the packs in force and the target', () => {
  assert.equal(says('CCP-7'), '已逐条判定 | judged row by row');
  assert.equal(says('CCP-7', { programmes: [] }), '未采用 | not adopted');
  assert.equal(says('CCP-11'), '400 mL | 400 mL');
  assert.equal(says('CCP-11', { targetMl: undefined }), '待定 | not chosen yet');
});

test('the hospital: days since, by the site’s day of the last test; the first day that will do', () => {
  assert.equal(says('CCP-1'), '2020-01-25 → 第 45 天 | 2020-01-25 → day 45');
  const soon = find('CCP-1', assessed({ onsetOn: '2020-03-01' }));
  assert.deepEqual([soon.verdict, soon.retryOn], ['notMet', '2020-03-22']);
  assert.equal(
    says('CCP-1', assessed({ onsetOn: TODAY })),
    '2020-03-10 → 第 0 天 | 2020-03-10 → day 0',
  );
  const future = find('CCP-1', assessed({ onsetOn: '2020-03-11' }));
  assert.deepEqual([future.verdict, future.input.en], ['notMet', 'impossible date']);
  const silent = find('CCP-1', assessed({ asymptomatic: true }));
  assert.deepEqual(
    [silent.verdict, silent.hard, silent.input],
    ['notMet', true, { zh: '无症状，无发病日', en: 'no symptoms, no onset' }],
  );
  const last = { input: 'lastNegativeOn' };
  // Half past midnight on the 18th at the site is the 17th in Greenwich.
  const night = assessed({
    negativeTests: ['2020-02-17T16:30:00.000Z', '2020-02-16T01:00:00.000Z'],
  });
  assert.equal(find('CCP-1', night, last).input.en, '2020-02-18 → day 21');
  assert.equal(find('CCP-1', assessed({ negativeTests: [] }), last).input.en, 'impossible date');
  assert.equal(find('CCP-1', assessed({ negativeTests: ['x'] }), last).input.en, 'impossible date');
  assert.equal(find('SITE-DISCHARGE').input.en, '2020-02-20 → day 19');
  assert.equal(find('CCP-1', {}, { input: 'nothing' }).input.en, 'rule parameter missing');
  assert.equal(
    says('CCP-1', assessed({ confirmed: false })),
    '医院评估待核对 | hospital assessment to be confirmed',
  );
});

test('discharge: how many negative tests, how far apart, none before onset or after now', () => {
  const ed3 = (more: object, params: RuleRow['params'] = {}) =>
    find('CCP-2', assessed(more), params);
  assert.equal(
    says('CCP-2'),
    '2020-02-20 出院；2 次阴性，隔 26 h | left hospital 2020-02-20; 2 negative, 26 h apart',
  );
  const one = ['2020-02-16T01:00:00.000Z'];
  assert.equal(
    ed3({ negativeTests: one }).input.en,
    'left hospital 2020-02-20; 1 negative, 0 h apart',
  );
  assert.equal(ed3({ negativeTests: one }, { negativeTests: 1 }).verdict, 'met');
  assert.equal(ed3({ negativeTests: ['x', 'y'] }).input.zh, '2020-02-20 出院；2 次阴性，隔 ? h');
  assert.equal(
    ed3({ negativeTests: ['x', 'y'] }).input.en,
    'left hospital 2020-02-20; 2 negative, ? h apart',
  );
  const unsorted = ['2020-02-17T03:00:00.000Z', '2020-02-16T01:00:00.000Z'];
  assert.equal(ed3({ negativeTests: unsorted }).verdict, 'met');
  const three = [...unsorted, '2020-02-18T01:00:00.000Z'];
  assert.equal(ed3({ negativeTests: three }, { negativeTests: 3 }).verdict, 'met');
  assert.equal(
    ed3({ negativeTests: three }, { negativeTests: 3, hoursApart: 25 }).verdict,
    'notMet',
  );
  const two = ['2020-02-16T01:00:00.000Z', '2020-02-18T01:00:00.000Z'];
  assert.equal(ed3({ negativeTests: two }, { negativeTests: 3 }).verdict, 'notMet', 'one lacks');
  const now = ['2020-03-08T01:00:00.000Z', '2020-03-10T02:00:00.000Z'];
  assert.equal(ed3({ negativeTests: now }).verdict, 'met', 'at this very moment');
  const soon = ['2020-03-08T01:00:00.000Z', '2020-03-10T02:00:00.001Z'];
  assert.equal(ed3({ negativeTests: soon }).verdict, 'notMet');
  const early = ['2020-01-24T15:59:00.000Z', '2020-02-16T01:00:00.000Z'];
  assert.equal(ed3({ negativeTests: early }).verdict, 'notMet', 'before the onset');
  // The evening of the 24th in Greenwich is the onset's own day at the site.
  const onset = ['2020-01-24T16:00:00.000Z', '2020-02-16T01:00:00.000Z'];
  assert.equal(ed3({ negativeTests: onset }).verdict, 'met');
  assert.equal(ed3({ dischargedOn: TODAY }).verdict, 'met');
  assert.equal(ed3({ dischargedOn: '2020-03-11' }).input.en, 'impossible discharge date');
  assert.equal(ed3({ dischargedOn: '2020-01-25' }).verdict, 'met', 'the day of onset');
  assert.equal(ed3({ dischargedOn: 'x' }).input.en, 'impossible discharge date');
  assert.equal(ed3({ onsetOn: 'x' }).input.en, 'impossible discharge date');
  assert.equal(find('CCP-6', assessed({ confirmed: false })).verdict, 'missing');
  assert.equal(
    says('CCP-6'),
    '测试医院 测试医生：可捐献，材料已见 | 测试医院 测试医生: fit, papers seen',
  );
  assert.equal(
    says('CCP-6', assessed({ fitForDonation: false, documentSeen: false })),
    '测试医院 测试医生：不宜，材料未见 | 测试医院 测试医生: not fit, papers not seen',
  );
});

test('edition 3: by symptoms or by the first positive test, each with its own days', () => {
  const found = (asymptomatic: boolean, days: number) =>
    find('CCP-1', assessed({ onsetOn: addDays(TODAY, -days), asymptomatic }), {});
  const row = rows.find((each) => each.criterion === 'minDaysSinceInfection');
  const judge = row && criteria[row.criterion];
  assert.ok(row && judge);
  const since = (asymptomatic: boolean, days: number) =>
    judge(
      { ...row, params: { minDays: 21, minDaysSincePositive: 28 } },
      { ...goodSubject(), ...assessed({ onsetOn: addDays(TODAY, -days), asymptomatic }) },
    ).verdict;
  assert.equal(found(false, 21).verdict, 'met');
  assert.deepEqual([since(false, 21), since(true, 21), since(true, 28)], ['met', 'notMet', 'met']);
});

test('intervals: day, first day allowed, what the physician may approve and what nobody may', () => {
  const last = (days: number, more: object = {}) => ({
    donationType: 'platelets',
    history: [gave(addDays(TODAY, -days), 'platelets', more)],
  });
  const judged = (days: number) => {
    const { verdict, hard, retryOn } = find('INT-3', last(days));
    return [verdict, hard, retryOn];
  };
  assert.equal(says('INT-3', last(13)), '2020-02-26 → 第 13 天 | 2020-02-26 → day 13');
  assert.deepEqual(judged(14), ['met', false, '2020-03-10']);
  assert.deepEqual(judged(7), ['notMet', false, '2020-03-17']);
  assert.deepEqual(judged(6), ['notMet', true, '2020-03-18']);
  assert.deepEqual(judged(0), ['notMet', true, '2020-03-24']);
  assert.deepEqual(judged(-1), ['notMet', true, '2020-03-25']);
  assert.equal(find('CCP-12', { history: [gave(addDays(TODAY, -1), 'plasma')] }).hard, false);
  assert.equal(find('CCP-12', { history: [gave(TODAY, 'plasma')] }).hard, false);
  assert.equal(find('CCP-12', { history: [gave(addDays(TODAY, 1), 'plasma')] }).hard, true);
  const sameDay = find('CCP-12', { history: [gave(TODAY, 'plasma')] }, { minDays: 0 });
  assert.equal(sameDay.verdict, 'met', 'a rule of no days at all');
  assert.equal(says('CCP-12'), '无此类记录 | no such donation');
  assert.equal(says('CCP-12', { donationType: 'other' }), '不是这一类 | another donation type');
  const two = [gave(addDays(TODAY, -20), 'plasma'), gave(addDays(TODAY, -15), 'plasma')];
  for (const history of [two, two.toReversed()])
    assert.equal(find('CCP-12', { history }).input.en, '2020-02-24 → day 15');
});

test('red cells that did not all come back: plasma and platelets, never whole blood', () => {
  const lost = (type: string, cells: 'yes' | 'no' | 'partly') =>
    find('SITE-RBC', {
      history: [gave(addDays(TODAY, -30), type, { redCellsReturned: cells })],
    });
  assert.equal(lost('plasma', 'partly').verdict, 'notMet');
  assert.equal(lost('plasma', 'no').retryOn, '2020-04-05');
  assert.equal(lost('plasma', 'yes').input.en, 'all returned');
  assert.equal(lost('wholeBlood', 'no').input.zh, '全部回输');
});

test('yearly limits: what was given, whom they bind, and when enough has left the window', () => {
  const history = [
    gave('2019-05-01' as CivilDate, 'plasma', { plasmaMl: 5000 }),
    gave('2019-08-01' as CivilDate, 'platelets', { plasmaMl: 4800 }),
    gave('2019-09-01' as CivilDate, 'wholeBlood', { plasmaMl: 9999 }),
  ];
  const volume = (targetMl: number | undefined, more: Patch = {}) =>
    find('VOL-3', { history, targetMl, ...more });
  assert.equal(volume(200).input.zh, '已采 9800 mL');
  assert.equal(volume(200).input.en, '9800 mL so far');
  assert.deepEqual([volume(200).verdict, volume(200).retryOn], ['met', undefined]);
  assert.deepEqual([volume(201).verdict, volume(201).retryOn], ['notMet', '2020-05-01']);
  assert.deepEqual([volume(5201).verdict, volume(5201).retryOn], ['notMet', '2020-08-01']);
  assert.equal(volume(10_001).retryOn, undefined, 'more than the limit itself');
  assert.equal(volume(undefined, { donationType: undefined }).verdict, 'met');
  assert.equal(volume(201, { donationType: undefined }).verdict, 'notMet');
  assert.equal(volume(201, { donationType: 'wholeBlood' }).input.zh, '不是这一类');
  const brim = [gave('2019-05-01' as CivilDate, 'plasma', { plasmaMl: 10_000 })];
  assert.equal(volume(undefined, { history: brim }).verdict, 'met', 'nothing asked for yet');
  const times = (max: number, more: Patch = {}) => {
    const own = history.map((each) => ({ ...each, donationType: 'plasma' }));
    const found = find('SITE-COUNT', { history: own, ...more }, { max });
    return [found.verdict, found.retryOn, found.input.en];
  };
  assert.deepEqual(times(4), ['met', undefined, '3 so far']);
  assert.deepEqual(times(3), ['notMet', '2020-05-01', '3 so far']);
  assert.deepEqual(times(2), ['notMet', '2020-08-01', '3 so far']);
  assert.deepEqual(times(0), ['notMet', undefined, '3 so far']);
  assert.equal(times(3, { donationType: undefined })[0], 'notMet');
  assert.equal(times(3, { donationType: 'wholeBlood' })[2], 'another donation type');
});

test('deferrals, the register and groups: told, or sent to the physician', () => {
  const deferred = (...list: readonly { until: string | null; hidden: boolean }[]) => {
    const { verdict, input, retryOn } = find('SITE-DEFERRAL', { activeDeferrals: list });
    return [verdict, input.zh, input.en, retryOn];
  };
  const open = (until: string | null) => ({ until, hidden: false });
  assert.deepEqual(deferred(), ['met', '无', 'none', undefined]);
  assert.deepEqual(deferred(open('2020-05-01'), open('2020-06-01'), open('2020-04-01')), [
    'notMet',
    '暂缓至 2020-06-01',
    'deferred up to 2020-06-01',
    '2020-06-02',
  ]);
  assert.deepEqual(deferred(open('2020-05-01'), open(null)), [
    'notMet',
    '屏蔽',
    'deferred without end',
    undefined,
  ]);
  assert.deepEqual(deferred(open('2020-05-01'), { until: '2020-05-01', hidden: true }), [
    'notMet',
    '请转医生',
    'please ask the physician',
    undefined,
  ]);
  assert.equal(says('SITE-REGISTER'), '未列入 | not listed');
  assert.equal(
    says('SITE-REGISTER', { register: 'listed' }),
    '请转医生 | please ask the physician',
  );
  assert.equal(says('SITE-REGISTER', { register: 'unanswered' }), '未答复 | no answer yet');
  assert.equal(says('SITE-GROUP'), '无既往血型 | no group on record');
  const groups = { groupsOnRecord: ['B positive', 'A positive', 'B positive'] };
  assert.equal(says('SITE-GROUP', groups), 'A positive / B positive | A positive / B positive');
});
