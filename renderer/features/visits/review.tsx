import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timeText } from '#renderer/app/clock.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useStation } from '#renderer/app/station-state.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/choices.tsx';
import { Pane, Panes, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { questionsToAsk } from '#shared/features/visits/rules/questionnaire.ts';
import { useAct } from './act.ts';
import { QueryState } from './query-states.tsx';
import { useSay } from './say.ts';
import type { PanelProps, VisitView } from './visit-screen.tsx';
import styles from './visits.module.css';

type Form = NonNullable<NonNullable<OutputOf<'rulesets.forms'>>['questionnaire']>;

/** A nurse goes through what was flagged or changed, in person, and closes the questionnaire. */
export function ReviewPanel(props: PanelProps): ReactElement {
  const { t } = useTranslation('visits');
  const { visit } = props;
  const forms = useStationQuery('rulesets.forms', { programme: visit.programme });
  const [asked, setAsked] = useState<readonly string[]>([]);
  const { act, outcome, busy } = useAct('visits.reviewQuestionnaire');
  const form = forms.data?.questionnaire;
  if (!form) return <QueryState error={forms.error} />;
  const toAsk = questionsToAsk(visit, form);
  const left = toAsk.filter((question) => !asked.includes(question));
  const open = visit.step === 'review';
  return (
    <Panes>
      <Pane title={t('review.title')} note={t('review.flagged')} padded>
        <Stack>
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
            {t('review.clear', { count: visit.answers.length - toAsk.length })}
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
              onPress={() => void act({ visitId: visit.visitId, asked: [...toAsk] })}
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
        {t(`questionnaire.${given?.answer ?? 'unanswered'}`)}
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
      <ChangeForm visit={visit} question={question} />
    </section>
  );
}

function ChangeForm(props: { visit: VisitView; question: string }): ReactElement | null {
  const { t } = useTranslation('visits');
  const [open, setOpen] = useState(false);
  const [detail, setDetail] = useState('');
  const [why, setWhy] = useState('');
  const { act, outcome, busy } = useAct('visits.changeAnswer');
  const given = props.visit.answers.find((each) => each.question === props.question)?.answer;
  if (given === undefined || props.visit.decision !== null) return null;
  const answer = given === 'yes' ? 'no' : 'yes';
  const { visitId } = props.visit;
  const save = async (): Promise<void> => {
    const input = { visitId, question: props.question, answer, detail, why } as const;
    if ((await act(input)) !== undefined) setOpen(false);
  };
  if (!open)
    return (
      <Button look="quiet" onPress={() => setOpen(true)}>
        {t('review.change')}
      </Button>
    );
  return (
    <Stack gap="small">
      <b>
        {t(`questionnaire.${given}`)} → {t(`questionnaire.${answer}`)}
      </b>
      <TextField label={t('review.detail')} value={detail} onChange={setDetail} />
      <TextField label={t('review.why')} value={why} onChange={setWhy} />
      <OutcomePanel outcome={outcome} />
      <Button
        busy={busy}
        disabledReason={why.trim() === '' ? t('review.why') : undefined}
        onPress={() => void save()}
      >
        {t('review.saveChange')}
      </Button>
    </Stack>
  );
}

function AllAnswers(props: {
  visit: VisitView;
  form: Form;
  except: readonly string[];
}): ReactElement {
  const { t } = useTranslation('visits');
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
              {t(
                `questionnaire.${props.visit.answers.find((each) => each.question === question.id)?.answer ?? 'unanswered'}`,
              )}
            </b>
            <ChangeForm visit={props.visit} question={question.id} />
          </li>
        ))}
    </ol>
  );
}
