import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { timeText } from '#renderer/app/clock.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useStation } from '#renderer/app/station-state.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/choices.tsx';
import { Pane, Panes, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { ChangeAnswer, type Form } from './change-answer.tsx';
import { Contradictions, type Words, wordless } from './contradictions.tsx';
import { QueryState } from './query-states.tsx';
import { useSay } from './say.ts';
import type { PanelProps, VisitView } from './visit-screen.tsx';
import styles from './visits.module.css';

/** A nurse goes through what was flagged or changed, in person, and closes the questionnaire. */
export function ReviewPanel(props: PanelProps): ReactElement {
  const { t } = useTranslation('visits');
  const { visit } = props;
  const forms = useStationQuery('rulesets.forms', { programme: visit.programme });
  const [asked, setAsked] = useState<readonly string[]>([]);
  const [words, setWords] = useState<Words>({});
  const { act, outcome, busy } = useAct('visits.reviewQuestionnaire');
  const form = forms.data?.questionnaire;
  if (!form) return <QueryState error={forms.error} />;
  const { toAsk } = visit;
  const open = visit.step === 'review' || mayReviewAgain(visit);
  const left = [
    ...toAsk.filter((question) => !asked.includes(question)),
    ...wordless(visit, words),
  ];
  const review = (): void => {
    const cleared = Object.entries(words).map(([contradiction, word]) => ({
      contradiction,
      words: word,
    }));
    void act({ visitId: visit.visitId, asked: [...toAsk], cleared });
  };
  return (
    <Panes>
      <Pane title={t('review.title')} note={t('review.flagged')} padded>
        <Stack>
          <Contradictions visit={visit} open={open} words={words} onWords={setWords} />
          {toAsk.map((question) => (
            <AskedCard
              key={question}
              visit={visit}
              form={form}
              question={question}
              asked={!open || asked.includes(question)}
              onAsked={(on) =>
                setAsked(on ? [...asked, question] : asked.filter((each) => each !== question))
              }
            />
          ))}
          <StatusTag kind="ok">
            {t('review.clear', { count: countedBeside(visit, toAsk) })}
          </StatusTag>
          <AllAnswers visit={visit} form={form} except={toAsk} />
        </Stack>
      </Pane>
      <SidePane
        title={t('steps.review')}
        foot={
          open ? (
            <Button
              look="primary"
              wide
              busy={busy}
              disabledReason={left.length === 0 ? undefined : left.join(' ')}
              onPress={review}
            >
              {t('review.save')}
            </Button>
          ) : null
        }
      >
        <OutcomePanel outcome={outcome} />
        <HowAnswered visit={visit} />
        {visit.reviewedBy === null ? null : <p>{visit.reviewedBy}</p>}
        <p className={styles['quiet']}>{t('questionnaire.lead')}</p>
      </SidePane>
    </Panes>
  );
}

/** A later change of an answer may bring up a contradiction after the review. */
function mayReviewAgain(visit: VisitView): boolean {
  const isOpen = visit.contradictions.some(({ words }) => words === null);
  return visit.reviewedAt !== null && visit.decision === null && isOpen;
}

/** Answers that count and that nobody need ask about. */
function countedBeside(visit: VisitView, toAsk: readonly string[]): number {
  const without = new Set([...toAsk, ...visit.notAsked]);
  return visit.answers.filter(({ question }) => !without.has(question)).length;
}

const MODES = { kiosk: 'byKiosk', read: 'byRead', paper: 'byPaper' } as const;

/** In whose hands the questionnaire was, and who translated. */
function HowAnswered({ visit }: PanelProps): ReactElement | null {
  const { t } = useTranslation('kiosk');
  if (visit.answersMode === null) return null;
  const name = visit.translator;
  const by = t(`staff.${MODES[visit.answersMode]}`);
  return <p>{name === null ? by : `${by} · ${t('staff.withTranslator', { name })}`}</p>;
}

function AskedCard(props: {
  visit: VisitView;
  form: Form;
  question: string;
  asked: boolean;
  onAsked: (asked: boolean) => void;
}): ReactElement {
  const { t } = useTranslation('visits');
  const say = useSay();
  const zone = useStation((state) => state.zone);
  const { visit, question } = props;
  const text = props.form.questions.find((each) => each.id === question)?.text;
  const given = visit.answers.find((each) => each.question === question);
  const changes = visit.changes.filter((each) => each.question === question);
  return (
    <section className={styles['asked']} aria-label={question}>
      <b>
        {question} {text === undefined ? '' : say(text)}
      </b>
      <span>
        <AnswerWords visit={visit} question={question} />
        {given?.detail ? `（${given.detail}）` : ''}
      </span>
      {changes.map((change) => (
        <span key={change.at}>
          {t('review.changed', {
            from: t(`questionnaire.${change.from}`),
            to: t(`questionnaire.${change.to}`),
            time: timeText(Date.parse(change.at), zone),
          })}
        </span>
      ))}
      <Checkbox checked={props.asked} onChange={props.onAsked}>
        {t('review.asked')}
      </Checkbox>
      <ChangeAnswer visit={visit} form={props.form} question={question} />
    </section>
  );
}

function AllAnswers(props: {
  visit: VisitView;
  form: Form;
  except: readonly string[];
}): ReactElement {
  const say = useSay();
  return (
    <ol className={styles['answerList']}>
      {props.form.questions
        .filter((question) => !props.except.includes(question.id))
        .map((question) => (
          <li key={question.id} className={styles['answerLine']}>
            <span className={styles['quiet']}>{question.id}</span>
            <span>{say(question.text)}</span>
            <b>
              <AnswerWords visit={props.visit} question={question.id} />
            </b>
            <ChangeAnswer visit={props.visit} form={props.form} question={question.id} />
          </li>
        ))}
    </ol>
  );
}

/** What was answered; of a question that is not asked after the others, that it is not, and what is void. */
function AnswerWords(props: { visit: VisitView; question: string }): ReactElement {
  const { t } = useTranslation('visits');
  const { visit, question } = props;
  const given = visit.answers.find((each) => each.question === question)?.answer;
  const isAsked = !visit.notAsked.includes(question);
  if (isAsked) return <>{t(`questionnaire.${given ?? 'unanswered'}`)}</>;
  const notAsked = t('questionnaire.notAsked');
  if (given === undefined) return <>{notAsked}</>;
  return (
    <>
      {notAsked} <s>{t(`questionnaire.${given}`)}</s>
    </>
  );
}
