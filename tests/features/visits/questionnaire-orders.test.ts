import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnyEntry } from '#shared/contract/events.ts';
import { event, type NewEvent } from '#shared/contract/events.ts';
import type { AllRows } from '#shared/contract/rows.ts';
import { evolveVisits } from '#shared/features/visits/evolve.ts';
import { MemoryReader } from '#shared/kernel/memory-rows.ts';
import type { Change } from '#shared/kernel/rows.ts';

const VISIT = { visitId: 'v1' };
const FORM = { ...VISIT, questionnaireId: 'q', version: 1, textHash: 'a'.repeat(64) };
const said = (question: string, answer: 'yes' | 'no') => ({ question, answer, detail: '' });

/** Every order of a few things. */
function orders<T>(all: readonly T[]): readonly (readonly T[])[] {
  if (all.length <= 1) return [all];
  return all.flatMap((first, at) => {
    const others = [...all.slice(0, at), ...all.slice(at + 1)];
    return orders(others).map((rest) => [first, ...rest]);
  });
}

function entry(made: NewEvent, minute: number, station: string): AnyEntry {
  const at = `2020-03-10T01:${String(minute).padStart(2, '0')}:00.000Z`;
  const about = { at, station, seq: minute, actor: `by-${station}`, localDate: '2020-03-10' };
  return { ...made, ...about } as unknown as AnyEntry;
}

function taken(rows: MemoryReader<AllRows>, one: AnyEntry): MemoryReader<AllRows> {
  const evolve = evolveVisits[one.type as 'visits.checkedIn'] as unknown as (
    read: MemoryReader<AllRows>,
    entry: AnyEntry,
  ) => readonly Change<AllRows>[];
  return rows.with(evolve(rows, one));
}

const change = (question: string, from: 'yes' | 'no', more: object = {}) =>
  event('visits.answerChanged', {
    ...VISIT,
    question,
    from,
    to: from === 'yes' ? 'no' : 'yes',
    detail: '',
    afterRefusal: false,
    ...more,
  });

test('INV-38 papers, answers, changes and what they open end alike in every order of arrival', () => {
  const open = entry(
    event('visits.checkedIn', { ...VISIT, donorId: 'd', programme: 'convalescentPlasma' }),
    0,
    'A',
  );
  const typed = (person: string, answer: 'yes' | 'no') =>
    event('visits.paperEntered', { ...FORM, answers: [said('Q-1', answer)], person });
  const told = [
    entry(typed('one', 'no'), 1, 'A'),
    entry(typed('other', 'yes'), 2, 'B'),
    // The same person at a second station: the first entry stands.
    entry(typed('one', 'yes'), 3, 'B'),
    entry(
      event('visits.questionnaireAnswered', {
        ...FORM,
        answers: [said('Q-1', 'no'), said('Q-3', 'no')],
        withdrawn: [said('Q-2', 'yes')],
        mode: 'paper',
      }),
      4,
      'A',
    ),
    entry(change('Q-1', 'no', { follows: [{ ...said('Q-2', 'no'), was: 'yes' }] }), 5, 'A'),
    entry(change('Q-3', 'no'), 5, 'B'),
  ];
  const ends = orders(told).map((order) =>
    order.reduce(taken, taken(new MemoryReader<AllRows>(), open)).get('visit', 'v1'),
  );
  const [first] = ends;
  assert.equal(ends.length, 720);
  for (const end of ends) assert.deepEqual(end, first);
  assert.deepEqual(
    first?.answers.map(({ question, answer }) => `${question} ${answer}`),
    ['Q-1 yes', 'Q-2 no', 'Q-3 yes'],
  );
  assert.deepEqual(
    first?.papers.map(({ person, answers }) => [person, answers[0]?.answer]),
    [
      ['one', 'no'],
      ['other', 'yes'],
    ],
  );
  assert.equal(first?.changes.length, 3);
});
