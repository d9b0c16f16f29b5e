import { type ReactElement, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '#renderer/app/client.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { cx } from '#renderer/ui/cx.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { ShownQuestion } from '#shared/features/rulesets/questionnaire.ts';
import { useSay } from '../visits/say.ts';
import { type Filled, type Filling, type Given, useFilling } from './filling.ts';
import styles from './kiosk.module.css';

interface Pages {
  readonly questions: readonly ShownQuestion[];
  readonly outcome: Outcome<unknown> | undefined;
  /** What reads a text to the donor, where she is alone with the screen. */
  readonly aloud?: (text: string) => ReactNode;
  /** What hands the answers in, under the last look at them. */
  readonly submit: (filled: Filled) => ReactNode;
}

/**
 * One question a page, nothing answered beforehand; a question is asked only where earlier answers lead
 * to it. At the end all answers to look at once more.
 */
export function QuestionPages(props: Pages): ReactElement {
  const { t } = useTranslation(['visits', 'kiosk']);
  const [at, setAt] = useState(0);
  const filling = useFilling(props.questions);
  const { asked } = filling;
  const question = asked[at];
  if (question === undefined)
    return <LastLook {...props} filling={filling} onBack={(index) => setAt(index)} />;
  const given = filling.given(question.id);
  const place = t('questionnaire.progress', { n: at + 1, total: asked.length });
  return (
    <>
      <OneQuestion
        {...props}
        key={question.id}
        question={question}
        place={place}
        given={given}
        put={filling.put}
      />
      <div className={styles['foot']}>
        <Button disabled={at === 0} onPress={() => setAt(at - 1)}>
          {t('questionnaire.back')}
        </Button>
        <Button
          look="primary"
          disabledReason={given === undefined ? t('kiosk:chooseAnswer') : undefined}
          onPress={() => setAt(at + 1)}
        >
          {t('questionnaire.next')}
        </Button>
      </div>
    </>
  );
}

/** The heading of a page: whoever hears the screen hears it first. No answer takes the focus. */
function PageHeading(props: { id?: string; large?: boolean; children: string }): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h1
      ref={heading}
      id={props.id}
      tabIndex={-1}
      className={props.large ? styles['question'] : undefined}
    >
      {props.children}
    </h1>
  );
}

function OneQuestion(
  props: Pages & {
    question: ShownQuestion;
    place: string;
    given: Given | undefined;
    put: (given: Given) => void;
  },
): ReactElement {
  const { t } = useTranslation('visits');
  const say = useSay();
  const headingId = useId();
  const { question, place, given, put, aloud } = props;
  const { id, detail } = question;
  const text = say(question.text);
  return (
    <>
      <header className={styles['head']}>
        <p className={styles['quiet']}>
          {t('questionnaire.title')} · {place}
        </p>
        {aloud?.(text)}
      </header>
      <div className={styles['body']}>
        <PageHeading id={headingId} large>
          {text}
        </PageHeading>
        <div className={styles['answers']} role="radiogroup" aria-labelledby={headingId}>
          {(['yes', 'no'] as const).map((answer) => (
            <label
              key={answer}
              className={cx(styles['answer'], given?.answer === answer && styles['chosen'])}
            >
              <input
                type="radio"
                name={id}
                autoComplete="off"
                checked={given?.answer === answer}
                onChange={() => put({ question: id, answer, detail: given?.detail ?? '' })}
              />
              {t(`questionnaire.${answer}`)}
            </label>
          ))}
        </div>
        {detail === null || given?.answer !== detail.when ? null : (
          <TextField
            label={say(detail.label)}
            value={given.detail}
            onChange={(words) => put({ ...given, detail: words })}
          />
        )}
      </div>
    </>
  );
}

function LastLook(
  props: Pages & { filling: Filling; onBack: (index: number) => void },
): ReactElement {
  const { t } = useTranslation('visits');
  const say = useSay();
  const { filling, onBack, aloud } = props;
  const { asked, given, filled } = filling;
  const answerTo = (id: string): string => {
    const told = given(id);
    const word = t(`questionnaire.${told?.answer ?? 'unanswered'}`);
    return told?.detail ? `${word} · ${told.detail}` : word;
  };
  const all = asked.map(({ id, text }) => `${say(text)} ${answerTo(id)}`).join('\n');
  return (
    <>
      <header className={styles['head']}>
        <PageHeading>{t('questionnaire.summary')}</PageHeading>
        {aloud?.(all)}
      </header>
      <ol className={cx(styles['body'], styles['prose'])}>
        {asked.map((question, index) => (
          <li key={question.id}>
            <Button look="quiet" onPress={() => onBack(index)}>
              {say(question.text)}
            </Button>{' '}
            <b>{answerTo(question.id)}</b>
          </li>
        ))}
      </ol>
      <OutcomePanel outcome={props.outcome} />
      <div className={styles['foot']}>
        <Button onPress={() => onBack(asked.length - 1)}>{t('questionnaire.back')}</Button>
        {props.submit(filled)}
      </div>
    </>
  );
}
