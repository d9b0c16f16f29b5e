import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BodyOf } from '#shared/contract/events.ts';
import type { InputOf } from '#shared/contract/index.ts';
import type { RuleRow } from '#shared/features/rulesets/model.ts';
import { act, PHYSICIAN, registered, site, told } from '#tests/properties/worlds/cast.ts';
import { decide } from '#tests/properties/worlds/core.ts';
import { screened } from '#tests/properties/worlds/screened.ts';
import { rule, smallPack } from '#tests/properties/worlds/small-pack.ts';

/** Half past midnight at the site, the day before in Greenwich. */
const NOW = '2020-03-09T16:30:00.000Z';
const TODAY = '2020-03-10';
const TOMORROW = '2020-03-11';

type Input = Partial<InputOf<'visits.decide'>>;

/** A row of a criterion, with words of its own for the donor. */
const row = (
  id: string,
  criterion: string,
  params: RuleRow['params'],
  more: Partial<RuleRow> = {},
) => ({ ...rule(id, params), criterion, donorText: { zh: `${id}。`, en: id }, ...more }) as RuleRow;

/** Too heavy at 70 kg, nobody’s to override unless told. */
const HEAVY = row('HEAVY', 'minWeightBySex', { maleGrams: 90_000, femaleGrams: 90_000 });
const MINE = { overridableBy: 'physician' } as const;
const BOUNDS = rule('SITE-POSSIBLE', { weightGrams: [25_000, 300_000] });
const OPEN = rule('SITE-HIDDEN', { rules: ['SECRET'] });
const LISTED = row('T1', 'deferralReason', { days: 5 });
const FOR_EVER = row('P1', 'deferralReason', { kind: 'permanent' });

/** What comes of a decision on a donor who went through every step before it. */
function decided(
  rules: readonly RuleRow[],
  input: Input,
  adopted: readonly ('own' | 'general')[] = ['own', 'general'],
) {
  const own = smallPack({ rules: [BOUNDS, OPEN, ...rules] });
  const general = smallPack({
    packId: 'general',
    programme: 'generalDonor',
    rules: [OPEN],
    donationTypes: [],
  });
  const packs = adopted.map((name) => ({ own, general })[name]);
  const rows = told(
    [...site(NOW, packs), registered('1'), ...screened('v1', '1').slice(0, -1)],
    NOW,
  );
  const whole = {
    visitId: 'v1',
    verdict: 'eligible' as const,
    donationType: 'convalescentPlasma',
    targetMl: 200,
    examined: [],
    overrides: [],
    deferral: null,
    nextOn: null,
    donorSentence: null,
    ...input,
  };
  const prepared = () => 'a'.repeat(64);
  return decide(rows, 'visits.decide', whole, act('d', PHYSICIAN, NOW, { prepared }));
}

function refusal(...how: Parameters<typeof decided>): readonly string[] {
  const outcome = decided(...how);
  return outcome.kind === 'refused' ? outcome.codes : [];
}

/** Bodies of the decision and of the deferral that came with it. */
function accepted(...how: Parameters<typeof decided>) {
  const outcome = decided(...how);
  assert.equal(outcome.kind, 'accepted', JSON.stringify(outcome));
  const entries = outcome.kind === 'accepted' ? outcome.entries : [];
  const body = (type: string) => entries.find((entry) => entry.type === type)?.body;
  return {
    decision: body('visits.decided') as BodyOf<'visits.decided'>,
    deferral: body('donors.deferred') as BodyOf<'donors.deferred'>,
    inputs: entries[0]?.inputs as { readonly judgedAt: string },
  };
}

const turned = (rules: readonly RuleRow[], input: Input = {}) =>
  accepted(rules, { verdict: 'deferred', ...input });

test('INV-07 “eligible” needs type and target of the pack, and no override that no rule allows', () => {
  assert.deepEqual(refusal([], {}), []);
  assert.deepEqual(refusal([], { donationType: null }), ['visits.targetMissing']);
  assert.deepEqual(refusal([], { targetMl: null }), ['visits.targetMissing']);
  assert.deepEqual(refusal([], { donationType: 'other' }), ['visits.typeUnknown']);
  assert.deepEqual(refusal([], { targetMl: 201 }), ['visits.targetNotAllowed']);
  const override = { overrides: [{ ruleId: 'HEAVY', reason: '已复查' }] };
  assert.deepEqual(refusal([HEAVY], {}), ['visits.rulesNotMet']);
  assert.deepEqual(refusal([HEAVY], override), ['visits.notOverridable']);
  assert.deepEqual(refusal([], override), ['visits.notOverridable'], 'a rule that nobody judged');
  assert.deepEqual(refusal([{ ...HEAVY, ...MINE }], override), []);
  assert.deepEqual(refusal([], {}, []), ['visits.noPack']);
  assert.deepEqual(refusal([], {}, ['own']), []);
});

test('what an eligible donor hears: the target, the minutes where a rule tells them, or her physician’s words', () => {
  const sentence = (rules: readonly RuleRow[], input: Input = {}) =>
    accepted(rules, input).decision.donorSentence;
  const plain = '您今天的检查都合适，谢谢您来。今天计划采 200 mL。';
  assert.equal(sentence([]), plain);
  assert.equal(sentence([], { donorSentence: '' }), plain);
  assert.equal(sentence([], { donorSentence: '都好。' }), '都好。');
  assert.equal(
    sentence([rule('SITE-SITTING', { minutes: 40 })]),
    '您今天的检查都合适，谢谢您来。今天计划采 200 mL，大约 40 分钟。',
  );
});

test('the decision keeps type and target of an eligible donor only, and when it was judged', () => {
  const { decision, inputs } = accepted([], {});
  assert.deepEqual([decision.donationType, decision.targetMl], ['convalescentPlasma', 200]);
  assert.equal(inputs.judgedAt, NOW);
  const deferred = turned([]).decision;
  assert.deepEqual([deferred.donationType, deferred.targetMl], [null, null]);
});

test('the day to come back: asked for, from the reason, from the rules, else tomorrow; never today', () => {
  const next = (rules: readonly RuleRow[], input: Input = {}) => {
    const { decision, deferral } = turned(rules, input);
    return [decision.nextOn, deferral.startsOn, deferral.until];
  };
  assert.deepEqual(next([]), [TOMORROW, TODAY, TODAY]);
  assert.deepEqual(next([], { nextOn: '2020-05-01' }), ['2020-05-01', TODAY, '2020-04-30']);
  const listed = (anchorOn: string | null) => ({ deferral: { code: 'T1', anchorOn } });
  assert.deepEqual(next([LISTED], listed(TODAY)), ['2020-03-15', TODAY, '2020-03-14']);
  assert.deepEqual(next([LISTED], { ...listed(TODAY), nextOn: '2020-03-12' }), [
    '2020-03-12',
    TODAY,
    '2020-03-11',
  ]);
  assert.deepEqual(next([LISTED], listed('2020-01-01')), [TOMORROW, TODAY, TODAY]);
  const young = row('YOUNG', 'ageBetween', { minYears: 31, maxYears: 55 });
  assert.deepEqual(next([young]), ['2021-01-01', TODAY, '2020-12-31']);
  const deferred = (input: Input) => refusal([LISTED], { verdict: 'deferred', ...input });
  const over = decided([], { verdict: 'deferred', nextOn: TODAY });
  assert.deepEqual(over.kind === 'refused' && over.reasons, [
    { code: 'visits.nextDateOver', params: { today: TODAY } },
  ]);
  assert.deepEqual(deferred({ nextOn: '2020-03-09' }), ['visits.nextDateOver']);
  assert.deepEqual(deferred({ nextOn: TOMORROW }), []);
  assert.deepEqual(deferred(listed(null)), ['visits.reasonDay']);
  assert.deepEqual(deferred(listed(TOMORROW)), ['visits.reasonDay']);
  assert.deepEqual(deferred({ deferral: { code: 'T9', anchorOn: null } }), [
    'visits.reasonUnknown',
  ]);
});

test('a listed reason counts on the civil days of its own', () => {
  const from = (inForceFrom: string) =>
    refusal([{ ...LISTED, inForceFrom }], {
      verdict: 'deferred',
      deferral: { code: 'T1', anchorOn: TODAY },
    });
  assert.deepEqual(from(TODAY), []);
  assert.deepEqual(from(TOMORROW), ['visits.reasonUnknown']);
});

test('what a donor hears who is turned away: the physician, the reason, the rule that weighs most, or kind words', () => {
  const hears = (rules: readonly RuleRow[], input: Input = {}) =>
    turned(rules, input).decision.donorSentence;
  const listed = { deferral: { code: 'T1', anchorOn: TODAY } };
  const rules = [LISTED, HEAVY, { ...HEAVY, id: 'LATER' }];
  assert.equal(hears(rules, { ...listed, donorSentence: '再见。' }), '再见。');
  assert.equal(hears(rules, listed), 'T1。');
  assert.equal(hears(rules), 'HEAVY。');
  assert.equal(hears([]), '今天的检查还不太合适，请您休息好再来，谢谢您。');
  const permanent = { verdict: 'permanent' } as const;
  assert.equal(hears([], permanent), '医生会当面向您说明，谢谢您愿意帮助别人。');
});

test('a rule that the physician overrode is no ground of a deferral', () => {
  const overrides = [{ ruleId: 'HEAVY', reason: '已复查' }];
  const { deferral, decision } = turned([{ ...HEAVY, ...MINE }], { overrides });
  assert.equal(deferral.code, 'physician');
  assert.match(decision.donorSentence, /休息好/);
  assert.equal(turned([HEAVY]).deferral.code, 'HEAVY');
});

test('INV-06 whom a deferral binds: for ever, for every programme, or for the one whose own rule it is', () => {
  const deferral = (rules: readonly RuleRow[], input: Input = {}) => {
    const found = turned(rules, input).deferral;
    return [found.kind, found.programme, found.until, found.hidden];
  };
  const own = { ...HEAVY, stage: 'assessment' } as RuleRow;
  assert.deepEqual(deferral([HEAVY]), ['temporary', null, TODAY, false]);
  assert.deepEqual(deferral([own]), ['temporary', 'convalescentPlasma', TODAY, false]);
  const permanent = { verdict: 'permanent', nextOn: '2020-05-01' } as const;
  assert.deepEqual(deferral([own], permanent), ['permanent', null, null, false]);
  const forEver = { ...permanent, deferral: { code: 'P1', anchorOn: null } };
  assert.deepEqual(deferral([FOR_EVER], forEver), ['permanent', null, null, false]);
  assert.deepEqual(deferral([HEAVY, { ...HEAVY, id: 'SECRET' }]), ['temporary', null, TODAY, true]);
});
