import type { TFunction } from 'i18next';
import { type ReactElement, type ReactNode, useState } from 'react';
import type { Outcome } from '#renderer/app/client.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { cx } from '#renderer/ui/cx.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { ShownQuestion } from '#shared/features/rulesets/questionnaire.ts';
import { type Filled, type Filling, type Given, useFilling } from './filling.ts';
import styles from './kiosk.module.css';

export type Say = (text: { readonly zh: string; readonly en: string }) => string;

interface Pages {
  readonly questions: readonly ShownQuestion[];
  /** Words in the language of whoever reads: keys with their namespace. */
  readonly t: TFunction;
  readonly say: Say;
  readonly outcome: Outcome<unknown> | undefined;
  /** What hands the answers in, under the last look at them. */
  readonly submit: (filled: Filled) => ReactNode;
}

/**
 * One question a page, nothing answered beforehand; a question is asked only where earlier answers lead
 * to it. At the end all answers to look at once more.
 */
export function QuestionPages(props: Pages): ReactElement {
  const { t } = props;
  const [at, setAt] = useState(0);
  const filling = useFilling(props.questions);
  const { asked } = filling;
  const question = asked[at];
  if (question === undefined)
    return <LastLook {...props} filling={filling} onBack={(index) => setAt(index)} />;
  const given = filling.given(question.id);
  return (
    <>
      <header className={styles['head']}>
        <h1>{t('visits:questionnaire.title')}</h1>
        <span className={styles['quiet']}>
          {t('visits:questionnaire.progress', { n: at + 1, total: asked.length })}
        </span>
      </header>
      <OneQuestion {...props} question={question} given={given} put={filling.put} />
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
  props: Pages & { question: ShownQuestion; given: Given | undefined; put: (given: Given) => void },
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
  props: Pages & { filling: Filling; onBack: (index: number) => void },
): ReactElement {
  const { t, say, filling, onBack } = props;
  const { asked, given, filled } = filling;
  return (
    <>
      <h1>{t('visits:questionnaire.summary')}</h1>
      <ol className={styles['prose']}>
        {asked.map((question, index) => (
          <li key={question.id}>
            <Button look="quiet" onPress={() => onBack(index)}>
              {say(question.text)}
            </Button>{' '}
            <b>{answerText(given(question.id), t)}</b>
          </li>
        ))}
      </ol>
      <OutcomePanel outcome={props.outcome} />
      <div className={styles['foot']}>
        <Button onPress={() => onBack(asked.length - 1)}>{t('visits:questionnaire.back')}</Button>
        {props.submit(filled)}
      </div>
    </>
  );
}

function answerText(given: Given | undefined, t: TFunction): string {
  const word = t(`visits:questionnaire.${given?.answer ?? 'unanswered'}`);
  return given?.detail ? `${word} · ${given.detail}` : word;
}
