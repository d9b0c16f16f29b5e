import type { TFunction } from 'i18next';
import { type ReactElement, type ReactNode, useState } from 'react';
import type { Outcome } from '#renderer/app/client.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { cx } from '#renderer/ui/cx.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import styles from './kiosk.module.css';

type Form = Extract<OutputOf<'kiosk.form'>, { step: 'questionnaire' }>;
export type Question = Form['questions'][number];
export type Say = (text: { readonly zh: string; readonly en: string }) => string;

/** An answer as the questionnaire takes it. */
export interface Given {
  readonly question: string;
  readonly answer: 'yes' | 'no';
  readonly detail: string;
}

interface Pages {
  readonly questions: readonly Question[];
  /** Words in the language of whoever reads: keys with their namespace. */
  readonly t: TFunction;
  readonly say: Say;
  readonly outcome: Outcome<unknown> | undefined;
  /** What hands the answers in, under the last look at them. */
  readonly submit: (answers: readonly Given[]) => ReactNode;
}

/** One question a page, nothing answered beforehand; at the end all answers to look at once more. */
export function QuestionPages(props: Pages): ReactElement {
  const { t, questions } = props;
  const [at, setAt] = useState(0);
  const [answers, setAnswers] = useState<Readonly<Record<string, Given>>>({});
  const question = questions[at];
  const put = (given: Given): void => setAnswers((all) => ({ ...all, [given.question]: given }));
  if (question === undefined)
    return <LastLook {...props} answers={answers} onBack={(index) => setAt(index)} />;
  const given = answers[question.id];
  return (
    <>
      <header className={styles['head']}>
        <h1>{t('visits:questionnaire.title')}</h1>
        <span className={styles['quiet']}>
          {t('visits:questionnaire.progress', { n: at + 1, total: questions.length })}
        </span>
      </header>
      <OneQuestion {...props} question={question} given={given} put={put} />
      <div className={styles['foot']}>
        <Button disabled={at === 0} onPress={() => setAt(at - 1)}>
          {t('visits:questionnaire.back')}
        </Button>
        <Button
          look="primary"
          disabledReason={given === undefined ? t('kiosk:chooseAnswer') : undefined}
          onPress={() => setAt(at + 1)}
        >
          {t('visits:questionnaire.next')}
        </Button>
      </div>
    </>
  );
}

function OneQuestion(
  props: Pages & { question: Question; given: Given | undefined; put: (given: Given) => void },
): ReactElement {
  const { question, given, put, t, say } = props;
  const { id, detail } = question;
  return (
    <>
      <p className={styles['question']} id="question">
        {say(question.text)}
      </p>
      <div className={styles['answers']} role="radiogroup" aria-labelledby="question">
        {(['yes', 'no'] as const).map((answer) => (
          <label
            key={answer}
            className={cx(styles['answer'], given?.answer === answer && styles['chosen'])}
          >
            <input
              type="radio"
              name={id}
              checked={given?.answer === answer}
              onChange={() => put({ question: id, answer, detail: given?.detail ?? '' })}
            />
            {t(`visits:questionnaire.${answer}`)}
          </label>
        ))}
      </div>
      {detail === null || given?.answer !== detail.when ? null : (
        <TextField
          label={say(detail.label)}
          value={given.detail}
          onChange={(text) => put({ ...given, detail: text })}
        />
      )}
    </>
  );
}

function LastLook(
  props: Pages & { answers: Readonly<Record<string, Given>>; onBack: (index: number) => void },
): ReactElement {
  const { t, say, questions, answers, onBack } = props;
  return (
    <>
      <h1>{t('visits:questionnaire.summary')}</h1>
      <ol className={styles['prose']}>
        {questions.map((question, index) => (
          <li key={question.id}>
            <Button look="quiet" onPress={() => onBack(index)}>
              {say(question.text)}
            </Button>{' '}
            <b>{answerText(answers[question.id], t)}</b>
          </li>
        ))}
      </ol>
      <OutcomePanel outcome={props.outcome} />
      <div className={styles['foot']}>
        <Button onPress={() => onBack(questions.length - 1)}>
          {t('visits:questionnaire.back')}
        </Button>
        {props.submit(questions.flatMap(({ id }) => answers[id] ?? []))}
      </div>
    </>
  );
}

function answerText(given: Given | undefined, t: TFunction): string {
  const word = t(`visits:questionnaire.${given?.answer ?? 'unanswered'}`);
  return given?.detail ? `${word} · ${given.detail}` : word;
}
