import { event, type NewEvent } from '#shared/contract/events.ts';
import type { StateReader } from '#shared/contract/rows.ts';

const VISIT = { visitId: 'sample-paper' };
const FORM = { questionnaireId: 'sample', version: 1, textHash: 'b'.repeat(64) };
const said = (question: string, answer: 'yes' | 'no') => ({ question, answer, detail: '' });
const HERS = [said('Q-1', 'no'), said('Q-3', 'no')];

/** A paper that two persons typed, an answer that opened another, and a contradiction talked over. */
export const questionnaireEvents = (read: StateReader): readonly (() => NewEvent)[] => [
  () =>
    event('visits.checkedIn', {
      ...VISIT,
      donorId: read.all('donor')[0]?.id ?? '',
      programme: 'convalescentPlasma',
    }),
  ...['one', 'other'].map(
    (person) => () =>
      event('visits.paperEntered', {
        ...VISIT,
        ...FORM,
        answers: person === 'one' ? HERS : [said('Q-1', 'no'), said('Q-3', 'yes')],
        person,
        translator: '粤语 何先生',
      }),
  ),
  () =>
    event('visits.questionnaireAnswered', {
      ...VISIT,
      ...FORM,
      answers: HERS,
      withdrawn: [said('Q-2', 'yes')],
      settled: [{ question: 'Q-3', take: 'first' }],
      mode: 'paper',
    }),
  () =>
    event(
      'visits.answerChanged',
      {
        ...VISIT,
        question: 'Q-1',
        from: 'no',
        to: 'yes',
        detail: '感冒',
        afterRefusal: false,
        follows: [{ ...said('Q-2', 'no'), was: 'yes' }],
      },
      { reason: '想起来了' },
    ),
  () =>
    event('visits.questionnaireReviewed', {
      ...VISIT,
      asked: ['Q-1', 'Q-2'],
      cleared: [{ contradiction: 'C-1', words: '当面问明' }],
    }),
];
