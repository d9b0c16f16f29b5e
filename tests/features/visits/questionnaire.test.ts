import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentHash } from '#electron/features/rulesets/hash.ts';
import type { VisitAnswer } from '#shared/features/visits/model.ts';
import { codes, founded, value } from '#tests/support/station.ts';
import { adoptPacks, clearAnswers, registered } from './journey.ts';

const site = await founded();
await adoptPacks(site);
const { nurse, physician, supervisor } = site.staff;
const forms = value(
  await site.query('rulesets.forms', { programme: 'convalescentPlasma' }, nurse.as()),
);
const TEXT_HASH = contentHash(forms?.questionnaire);
let sequence = 1;

interface Asked {
  readonly visitId: string;
  readonly form: Awaited<ReturnType<typeof clearAnswers>>;
}

/** A visit at the questionnaire, of a new donor or of one who was here before. */
async function atQuestionnaire(sex: 'male' | 'female', before?: string): Promise<Asked> {
  sequence += 1;
  const isHers = sequence % 2 === 0;
  if (isHers !== (sex === 'female')) sequence += 1;
  const donorId = before ?? (await registered(site, { sequence }));
  const { visitId } = value(await run('visits.checkIn', { donorId }));
  const { consentHash, ...form } = await clearAnswers(site, sex);
  value(await run('visits.checkDoor', { visitId, temperatureTenthsC: 365, symptoms: [] }));
  value(await run('visits.assignCarer', { visitId, staffId: nurse.staffId }));
  const signed = { visitId, textHash: consentHash, signature: 'M1 1L2 2' };
  value(await run('visits.signConsent', signed));
  return { visitId, form: { consentHash, ...form } };
}

function run<N extends Parameters<typeof site.command>[0]>(name: N, input: object, by = nurse) {
  return site.command(name, input as never, { proof: by.as() });
}
const answered = ({ visitId, form }: Asked, answers: VisitAnswer[], more: object = {}) => {
  const { questionnaireId, version } = form;
  return run('visits.answerQuestionnaire', { visitId, questionnaireId, version, answers, ...more });
};
const typed = ({ visitId, form }: Asked, answers: VisitAnswer[], by = nurse, more: object = {}) => {
  const { questionnaireId, version } = form;
  return run('visits.enterPaper', { visitId, questionnaireId, version, answers, ...more }, by);
};
const rowOf = (visitId: string) => site.station.core.store.reader.get('visit', visitId);
const viewOf = async (visitId: string, by = nurse) =>
  value(await site.query('visits.visit', { visitId }, by.as()));
const said = (question: string, answer: 'yes' | 'no', detail = ''): VisitAnswer => ({
  question,
  answer,
  detail,
});
/** The answers with some said otherwise, or said as well. */
const saying = (answers: readonly VisitAnswer[], ...others: readonly VisitAnswer[]) => [
  ...answers.filter((each) => !others.some(({ question }) => question === each.question)),
  ...others,
];

test('each donor answers what her answers and her sex lead to, neither less nor more', async () => {
  const his = await atQuestionnaire('male');
  const { answers } = his.form;
  assert.ok(!answers.some(({ question }) => question === 'Q-15'), 'a man is not asked');
  const period = saying(answers, said('Q-15', 'no'));
  assert.deepEqual(codes(await answered(his, period)), ['visits.answersExtra']);
  const ill = saying(answers, said('Q-11', 'yes', '感冒，3 月 1 日好'));
  assert.deepEqual(codes(await answered(his, ill)), ['visits.answersMissing']);
  const hidden = saying(answers, said('Q-19', 'yes'));
  assert.deepEqual(codes(await answered(his, hidden)), ['visits.answersExtra']);
  const twice = { withdrawn: [said('Q-01', 'no')] };
  assert.deepEqual(codes(await answered(his, answers, twice)), ['visits.answersExtra']);
  // She said that she had a cold, then that she had none: what she said of it is kept and void.
  value(await answered(his, answers, { withdrawn: [said('Q-19', 'no', '还咳嗽')] }));
  const row = rowOf(his.visitId);
  assert.equal(row?.questionnaireHash, TEXT_HASH);
  assert.ok(row?.answers.some(({ question }) => question === 'Q-19'));
  const view = await viewOf(his.visitId);
  assert.deepEqual(view?.notAsked, ['Q-19', 'Q-15']);
  assert.deepEqual(view?.toAsk, [], 'a void answer is nothing to ask about');
  const hers = await atQuestionnaire('female');
  assert.deepEqual(codes(await answered(hers, answers)), ['visits.answersMissing']);
  value(await answered(hers, hers.form.answers));
});

test('an answer that is changed opens and closes what follows; both stay on file', async () => {
  const asked = await atQuestionnaire('male');
  const { visitId } = asked;
  value(await answered(asked, asked.form.answers));
  const cold = { visitId, ...said('Q-11', 'yes', '感冒'), why: '想起来了' };
  assert.deepEqual(codes(await run('visits.changeAnswer', cold)), ['visits.answersMissing']);
  const stray = { ...cold, follows: [said('Q-19', 'no'), said('Q-16', 'no')] };
  assert.deepEqual(codes(await run('visits.changeAnswer', stray)), ['visits.answersExtra']);
  value(await run('visits.changeAnswer', { ...cold, follows: [said('Q-19', 'no', '咳嗽')] }));
  assert.deepEqual((await viewOf(visitId))?.toAsk, ['Q-11', 'Q-19']);
  value(await run('visits.changeAnswer', { visitId, ...said('Q-11', 'no'), why: '记错了' }));
  const closed = await viewOf(visitId);
  assert.ok(closed?.notAsked.includes('Q-19'));
  assert.ok(
    closed?.answers.some(({ question }) => question === 'Q-19'),
    'void, and on file',
  );
  const hidden = { visitId, ...said('Q-19', 'yes'), why: '好了' };
  assert.deepEqual(codes(await run('visits.changeAnswer', hidden)), ['visits.questionUnknown']);
  // Opened again it is answered again; the void answer does not come back by itself.
  assert.deepEqual(codes(await run('visits.changeAnswer', cold)), ['visits.answersMissing']);
  value(await run('visits.changeAnswer', { ...cold, follows: [said('Q-19', 'yes')] }));
  assert.deepEqual(
    rowOf(visitId)?.changes.map(({ question, from, to }) => `${question} ${from} ${to}`),
    // Within one moment of the test's clock they stand by question.
    ['Q-11 no yes', 'Q-11 no yes', 'Q-11 yes no', 'Q-19 no yes'],
  );
});

test('a contradiction waits for the nurse’s word, with itself, with the file, with an earlier visit', async () => {
  const before = await atQuestionnaire('male');
  const donorId = rowOf(before.visitId)?.donorId ?? '';
  const tired = saying(before.form.answers, said('Q-20', 'yes', '2015 年输血'));
  value(await answered(before, tired));
  value(await run('visits.cancel', { visitId: before.visitId, code: 'left', why: '改日再来' }));
  const past = { donationType: 'wholeBlood', collectedOn: '2018-03-10', volumeMl: 200 };
  const giving = { donorId, ...past, completed: true, redCellsReturned: false };
  value(await run('collection.recordHistory', giving));
  const now = await atQuestionnaire('male', donorId);
  const { visitId } = now;
  const first = now.form.answers.filter(({ question }) => question !== 'Q-16');
  value(await answered(now, saying(first, said('Q-22', 'no'))));
  const found = async () => (await viewOf(visitId))?.contradictions.map(({ id }) => id);
  assert.deepEqual(await found(), ['C-01', 'C-03', 'C-09']);
  const review = (cleared: readonly string[]) =>
    run('visits.reviewQuestionnaire', {
      visitId,
      asked: [],
      cleared: cleared.map((contradiction) => ({ contradiction, words: '当面问明' })),
    });
  assert.deepEqual(codes(await review(['C-01', 'C-03'])), ['visits.contradictionOpen']);
  value(await review(['C-01', 'C-03', 'C-09']));
  assert.deepEqual(
    (await viewOf(visitId))?.contradictions.map(({ words }) => words),
    ['当面问明', '当面问明', '当面问明'],
  );
  // An answer changed after the review brings up another one: it goes back to the nurse.
  value(await run('visits.changeAnswer', { visitId, ...said('Q-07', 'yes', '激素'), why: '补充' }));
  assert.ok((await found())?.includes('C-05'));
  const again = { visitId, asked: ['Q-07'], cleared: [] as object[] };
  assert.deepEqual(codes(await run('visits.reviewQuestionnaire', again)), [
    'visits.contradictionOpen',
  ]);
  const word = { contradiction: 'C-05', words: '外用药，一周' };
  value(await run('visits.reviewQuestionnaire', { ...again, cleared: [word] }));
  assert.equal(rowOf(visitId)?.cleared.length, 4, 'earlier words stay');
});

test('a paper is typed by two apart; where they differ nobody’s entry is written over', async () => {
  const paper = await atQuestionnaire('male');
  const { visitId, form } = paper;
  const { state } = value(await typed(paper, form.answers, nurse, { translator: '粤语 何先生' }));
  assert.equal(state, 'waitsForSecond');
  assert.equal(rowOf(visitId)?.step, 'questionnaire');
  assert.deepEqual(codes(await typed(paper, form.answers)), ['visits.paperOwnEntry']);
  assert.deepEqual(codes(await run('visits.settlePaper', { visitId, takes: [] })), [
    'visits.paperNotTwice',
  ]);
  const blind = (await viewOf(visitId, supervisor))?.paper;
  assert.deepEqual([blind?.entries.length, blind?.differences], [1, []], 'the second is blind');
  const otherwise = saying(
    form.answers,
    said('Q-04', 'yes', '青霉素'),
    said('Q-11', 'yes', '感冒'),
    said('Q-19', 'yes'),
  );
  assert.equal(value(await typed(paper, otherwise, supervisor)).state, 'differs');
  assert.deepEqual(codes(await typed(paper, form.answers, physician)), ['visits.paperTyped']);
  const differences = (await viewOf(visitId))?.paper?.differences ?? [];
  assert.deepEqual(
    differences.map(({ question, first, second }) => [question, first?.answer, second?.answer]),
    [
      ['Q-04', 'no', 'yes'],
      ['Q-11', 'no', 'yes'],
      ['Q-19', undefined, 'yes'],
    ],
  );
  const settle = (takes: Readonly<Record<string, 'first' | 'second'>>) =>
    run('visits.settlePaper', {
      visitId,
      takes: Object.entries(takes).map(([question, take]) => ({ question, take })),
    });
  assert.deepEqual(codes(await settle({ 'Q-04': 'second' })), ['visits.paperDiffers']);
  const torn = { 'Q-04': 'second', 'Q-11': 'second', 'Q-19': 'first' } as const;
  assert.deepEqual(codes(await settle(torn)), ['visits.answersMissing']);
  value(await settle({ ...torn, 'Q-19': 'second' }));
  const row = rowOf(visitId);
  assert.deepEqual(
    [row?.step, row?.answersMode, row?.translator],
    ['review', 'paper', '粤语 何先生'],
  );
  assert.equal(row?.answers.find(({ question }) => question === 'Q-04')?.detail, '青霉素');
  assert.deepEqual(
    row?.papers.map(({ answers }) => answers.length),
    [form.answers.length, otherwise.length],
    'both entries stay',
  );
  const alike = await atQuestionnaire('female');
  value(await typed(alike, alike.form.answers));
  assert.equal(value(await typed(alike, alike.form.answers, supervisor)).state, 'same');
  assert.equal(rowOf(alike.visitId)?.step, 'review');
});

test('who does not interview sees neither answers nor contradictions nor papers', async () => {
  const paper = await atQuestionnaire('male');
  value(await typed(paper, saying(paper.form.answers, said('Q-04', 'yes', '机密过敏原'))));
  value(await typed(paper, paper.form.answers, supervisor));
  for (const [name, person] of Object.entries(site.staff)) {
    const seen = await site.query('visits.visit', { visitId: paper.visitId }, person.as());
    const hears = /^(nurse|physician|supervisor)\d?$/.test(name);
    assert.equal(JSON.stringify(seen).includes('机密过敏原'), hears, name);
  }
});
