import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useRouteParams } from '#renderer/app/router.tsx';
import { go } from '#renderer/app/router-link.ts';
import { Button } from '#renderer/ui/button.tsx';
import { cx } from '#renderer/ui/cx.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { useAct } from './act.ts';
import { QueryState } from './query-states.tsx';
import { useSay } from './say.ts';
import styles from './visits.module.css';

type Form = NonNullable<NonNullable<OutputOf<'rulesets.forms'>>['questionnaire']>;
type Question = Form['questions'][number];
interface Answer {
  readonly answer: 'yes' | 'no';
  readonly detail: string;
}

/** The donor's own questionnaire: one question a screen, large, nothing answered beforehand. */
export function QuestionsKiosk(): ReactElement {
  const visitId = useRouteParams()['visitId'] ?? '';
  const visit = useStationQuery('visits.visit', { visitId });
  const forms = useStationQuery(
    'rulesets.forms',
    { programme: visit.data?.programme ?? '' },
    { enabled: visit.data?.programme !== undefined },
  );
  const form = forms.data?.questionnaire;
  if (!form) return <QueryState error={visit.error ?? forms.error} />;
  return <Questions visitId={visitId} form={form} />;
}

function Questions(props: { visitId: string; form: Form }): ReactElement {
  const { t } = useTranslation('visits');
  const { questions } = props.form;
  const [at, setAt] = useState(0);
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer>>>({});
  const question = questions[at];
  const put = (id: string, patch: Partial<Answer>): void =>
    setAnswers((all) => {
      const before = all[id];
      const answer = patch.answer ?? before?.answer;
      if (answer === undefined) return all;
      return { ...all, [id]: { answer, detail: patch.detail ?? before?.detail ?? '' } };
    });
  if (question === undefined)
    return (
      <Summary
        visitId={props.visitId}
        form={props.form}
        answers={answers}
        onBack={(index) => setAt(index)}
      />
    );
  const given = answers[question.id];
  return (
    <div className={styles['kiosk']} data-density="kiosk">
      <header className={styles['kioskHead']}>
        <h1>{t('questionnaire.title')}</h1>
        <span className={styles['quiet']}>
          {t('questionnaire.progress', { n: at + 1, total: questions.length })}
        </span>
      </header>
      <OneQuestion question={question} given={given} put={(patch) => put(question.id, patch)} />
      <div className={styles['kioskFoot']}>
        <Button disabled={at === 0} onPress={() => setAt(at - 1)}>
          {t('questionnaire.back')}
        </Button>
        <Button
          look="primary"
          disabledReason={given === undefined ? t('questionnaire.unanswered') : undefined}
          onPress={() => setAt(at + 1)}
        >
          {t('questionnaire.next')}
        </Button>
      </div>
    </div>
  );
}

function OneQuestion(props: {
  question: Question;
  given: Answer | undefined;
  put: (patch: Partial<Answer>) => void;
}): ReactElement {
  const { t } = useTranslation('visits');
  const say = useSay();
  const { question, given, put } = props;
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
              name={question.id}
              checked={given?.answer === answer}
              onChange={() => put({ answer })}
            />
            {t(`questionnaire.${answer}`)}
          </label>
        ))}
      </div>
      {question.detail === null || given?.answer !== question.flagged ? null : (
        <TextField
          label={say(question.detail)}
          value={given.detail}
          onChange={(detail) => put({ detail })}
        />
      )}
    </>
  );
}

function Summary(props: {
  visitId: string;
  form: Form;
  answers: Readonly<Record<string, Answer>>;
  onBack: (index: number) => void;
}): ReactElement {
  const { t } = useTranslation('visits');
  const say = useSay();
  const { act, outcome, busy } = useAct('visits.answerQuestionnaire');
  const { form, answers, visitId } = props;
  const given = form.questions.flatMap(({ id }) => {
    const answer = answers[id];
    return answer === undefined ? [] : [{ question: id, ...answer }];
  });
  const submit = async (): Promise<void> => {
    const { id: questionnaireId, version } = form;
    const done = await act({ visitId, questionnaireId, version, answers: given });
    if (done !== undefined) go(`/visits/${visitId}`);
  };
  return (
    <div className={styles['kiosk']} data-density="kiosk">
      <h1>{t('questionnaire.summary')}</h1>
      <ol className={styles['prose']}>
        {form.questions.map((question, index) => (
          <li key={question.id}>
            <Button look="quiet" onPress={() => props.onBack(index)}>
              {say(question.text)}
            </Button>{' '}
            <b>
              {t(`questionnaire.${answers[question.id]?.answer ?? 'unanswered'}`)}
              {answers[question.id]?.detail ? ` · ${answers[question.id]?.detail}` : ''}
            </b>
          </li>
        ))}
      </ol>
      <OutcomePanel outcome={outcome} />
      <div className={styles['kioskFoot']}>
        <Button onPress={() => props.onBack(form.questions.length - 1)}>
          {t('questionnaire.back')}
        </Button>
        <Button look="primary" busy={busy} onPress={() => void submit()}>
          {t('questionnaire.submit')}
        </Button>
      </div>
    </div>
  );
}
