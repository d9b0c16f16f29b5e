import { useState } from 'react';
import {
  type Answered,
  openedQuestions,
  type ShownQuestion,
} from '#shared/features/rulesets/questionnaire.ts';

/** An answer as the questionnaire takes it. */
export interface Given {
  readonly question: string;
  readonly answer: 'yes' | 'no';
  readonly detail: string;
}

/** A form as it is handed in: the answers that count, and those that a later one made void. */
export interface Filled {
  readonly answers: Given[];
  readonly withdrawn: Given[];
}

type Answers = Readonly<Record<string, Given>>;

/** A form being filled in: nothing is answered beforehand, and what an answer hides is void. */
export interface Filling {
  /** What is asked beside what already stands. */
  readonly asked: readonly ShownQuestion[];
  readonly given: (question: string) => Given | undefined;
  readonly put: (given: Given) => void;
  readonly filled: Filled;
}

export function useFilling(
  questions: readonly ShownQuestion[],
  stands: readonly Answered[] = [],
): Filling {
  const [answers, setAnswers] = useState<Answers>({});
  const [voided, setVoided] = useState<Answers>({});
  const askedAfter = (all: Answers) => openedQuestions(questions, stands, Object.values(all));
  const asked = askedAfter(answers);
  const put = (given: Given): void => {
    const next = { ...answers, [given.question]: given };
    const still = new Set(askedAfter(next).map(({ id }) => id));
    const split = (isKept: boolean): Answers =>
      Object.fromEntries(Object.entries(next).filter(([id]) => still.has(id) === isKept));
    setAnswers(split(true));
    setVoided({ ...voided, ...split(false) });
  };
  const isAsked = new Set(asked.map(({ id }) => id));
  return {
    asked,
    given: (question) => answers[question],
    put,
    filled: {
      answers: asked.flatMap(({ id }) => answers[id] ?? []),
      withdrawn: Object.values(voided).filter(({ question }) => !isAsked.has(question)),
    },
  };
}
