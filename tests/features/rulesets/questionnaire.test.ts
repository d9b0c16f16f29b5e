import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Questionnaire } from '#shared/features/rulesets/model.ts';
import {
  type Answered,
  askedQuestions,
  contradictionsIn,
  countedAnswers,
  formProblem,
  openedQuestions,
  questionsFor,
  shownQuestions,
} from '#shared/features/rulesets/questionnaire.ts';
import { rulePackSchema } from '#shared/features/rulesets/schema.ts';
import { packs } from './good-subject.ts';

const [pack] = packs();
const shipped = pack.questionnaire as Questionnaire;
const both = (text: string) => ({ zh: text, en: text });
type Question = Questionnaire['questions'][number];
const question = (id: string, more: Partial<Question> = {}): Question => ({
  id,
  text: both(id),
  flagged: 'yes',
  detail: null,
  ...more,
});
const yes = (id: string): Answered => ({ question: id, answer: 'yes' });
const no = (id: string): Answered => ({ question: id, answer: 'no' });

/** A branch under a branch, one on two conditions, one for women. */
const TREE: readonly Question[] = [
  question('A'),
  question('B', { shownIf: [yes('A')] }),
  question('C', { shownIf: [no('B')] }),
  question('D', { shownIf: [yes('A'), yes('B')] }),
  question('E', { sex: 'female' }),
  question('F', { shownIf: [yes('E')] }),
];
const ids = (questions: readonly { readonly id: string }[]) =>
  questions.map(({ id }) => id).join('');

/** What is asked by the words of the rule, question by question, without the code's way of it. */
function askedByHand(given: ReadonlyMap<string, 'yes' | 'no'>, sex: 'male' | 'female'): string {
  const A = true;
  const B = A && given.get('A') === 'yes';
  const C = B && given.get('B') === 'no';
  const D = B && given.get('B') === 'yes';
  const E = sex === 'female';
  const F = E && given.get('E') === 'yes';
  return Object.entries({ A, B, C, D, E, F })
    .filter(([, isAsked]) => isAsked)
    .map(([id]) => id)
    .join('');
}

test('every set of answers to a branched form asks what its conditions say, for both sexes', () => {
  const one = ['yes', 'no', undefined] as const;
  let seen = 0;
  for (let code = 0; code < 3 ** TREE.length; code += 1) {
    const given = new Map(
      TREE.flatMap(({ id }, at) => {
        const answer = one[Math.floor(code / 3 ** at) % 3];
        return answer === undefined ? [] : [[id, answer] as const];
      }),
    );
    const answers = [...given].map(([id, answer]) => ({ question: id, answer }));
    for (const sex of ['male', 'female'] as const) {
      const hers = questionsFor(TREE, sex);
      const asked = askedQuestions(hers, answers);
      assert.equal(ids(asked), askedByHand(given, sex));
      const counted = countedAnswers(hers, answers);
      assert.ok(counted.every((each) => ids(asked).includes(each.question)));
      assert.deepEqual(askedQuestions(hers, counted), asked, 'a void answer asks nothing');
      seen += 1;
    }
  }
  assert.equal(seen, 2 * 729);
});

test('any order of answering, also with changes of mind, asks the same and counts the same', () => {
  const answering = fc.array(
    fc.record({
      question: fc.constantFrom(...TREE.map(({ id }) => id)),
      answer: fc.constantFrom('yes' as const, 'no' as const),
    }),
    { maxLength: 24 },
  );
  fc.assert(
    fc.property(answering, fc.nat(), (steps, turn) => {
      const last = new Map(steps.map(({ question: id, answer }) => [id, answer]));
      const final = [...last].map(([id, answer]) => ({ question: id, answer }));
      const at = final.length === 0 ? 0 : turn % final.length;
      const otherwise = [...final.slice(at), ...final.slice(0, at)].reverse();
      assert.equal(ids(askedQuestions(TREE, otherwise)), ids(askedQuestions(TREE, final)));
      const names = (all: readonly Answered[]) => all.map(({ question: id }) => id).sort();
      assert.deepEqual(names(countedAnswers(TREE, otherwise)), names(countedAnswers(TREE, final)));
    }),
    { numRuns: 300 },
  );
});

test('a changed answer opens what it leads to, and that what it leads to', () => {
  assert.equal(ids(openedQuestions(TREE, [yes('A'), no('E')], [])), 'B');
  assert.equal(ids(openedQuestions(TREE, [yes('A'), no('E')], [yes('B')])), 'BD');
  assert.equal(ids(openedQuestions(TREE, [no('A'), no('E')], [yes('B')])), '');
});

test('a form whose branches or contradictions lead nowhere is no pack', () => {
  const form = (questions: readonly Question[], rest: object = {}) =>
    ({ id: 'f', version: 1, questions, ...rest }) as Questionnaire;
  const wrong = [
    form([question('A', { shownIf: [yes('B')] }), question('B')]),
    form([question('A', { shownIf: [yes('A')] })]),
    form([question('A')], { contradictions: [{ id: 'X', text: both('x'), answers: [yes('A')] }] }),
    form([question('A')], {
      contradictions: [{ id: 'X', text: both('x'), answers: [yes('Z')], sex: 'male' }],
    }),
    form([question('A')], {
      contradictions: [{ id: 'X', text: both('x'), answers: [yes('A')], earlier: no('Z') }],
    }),
  ];
  for (const each of wrong) {
    assert.notEqual(formProblem(each), undefined);
    assert.equal(rulePackSchema.safeParse({ ...pack, questionnaire: each }).success, false);
  }
  assert.equal(formProblem(form(TREE)), undefined);
  assert.equal(formProblem(shipped), undefined);
});

test('each contradiction is found where all its statements hold, and in no other case', () => {
  const form: Questionnaire = {
    id: 'f',
    version: 1,
    questions: TREE,
    contradictions: [
      { id: 'pair', text: both('x'), answers: [yes('A'), no('B')] },
      { id: 'before', text: both('x'), answers: [no('A')], earlier: yes('A') },
      { id: 'file', text: both('x'), answers: [no('A')], record: 'donated' },
      { id: 'sex', text: both('x'), answers: [yes('A')], sex: 'male' },
    ],
  };
  const nothing = { sex: undefined, earlier: [], records: [] };
  const table: readonly [readonly Answered[], object, string][] = [
    [[yes('A'), no('B')], {}, 'pair'],
    [[yes('A'), yes('B')], {}, ''],
    [[no('A')], { earlier: [yes('A')] }, 'before'],
    [[no('A')], { earlier: [no('A')] }, ''],
    [[no('A')], { records: ['donated'], earlier: [yes('A')] }, 'before file'],
    [[no('A')], { records: ['reacted'] }, ''],
    [[yes('A')], { sex: 'male' }, 'sex'],
    [[yes('A')], { sex: 'female', earlier: [yes('A')], records: ['donated'] }, ''],
    [[], { sex: 'male', earlier: [yes('A')], records: ['donated', 'reacted'] }, ''],
  ];
  for (const [counted, known, found] of table) {
    const all = contradictionsIn(form, counted, { ...nothing, ...known });
    assert.equal(all.map(({ id }) => id).join(' '), found);
  }
});

test('the shipped form can be read aloud: a question ends as one, without brackets or short forms', () => {
  for (const { id, text } of shipped.questions) {
    assert.match(text.zh, /^[^（）()/]+？$/u, id);
    assert.match(text.en, /^[^()/]+\?$/u, id);
  }
  const men = ids(shownQuestions(shipped, 'male'));
  assert.ok(!men.includes('Q-15') && ids(shownQuestions(shipped, 'female')).includes('Q-15'));
  assert.ok(!JSON.stringify(shownQuestions(shipped, 'male')).includes('flagged'));
});
