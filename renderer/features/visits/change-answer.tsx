import type { TFunction } from 'i18next';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { type ShownQuestion, shownQuestions } from '#shared/features/rulesets/questionnaire.ts';
import { type Given, useFilling } from '../kiosk/filling.ts';
import { useSay } from './say.ts';
import type { VisitView } from './visit-screen.tsx';

export type Form = NonNullable<NonNullable<OutputOf<'rulesets.forms'>>['questionnaire']>;

interface Change {
  readonly visit: VisitView;
  readonly form: Form;
  readonly question: string;
}

/** Turns an answer round, with a reason; what the new answer leads to is answered with it. */
export function ChangeAnswer(props: Change): ReactElement | null {
  const { t } = useTranslation('visits');
  const [open, setOpen] = useState(false);
  const { visit, question } = props;
  const given = visit.answers.find((each) => each.question === question)?.answer;
  const isVoid = visit.notAsked.includes(question);
  if (given === undefined || isVoid || visit.decision !== null) return null;
  if (open) return <ChangeForm {...props} given={given} onDone={() => setOpen(false)} />;
  return (
    <Button look="quiet" onPress={() => setOpen(true)}>
      {t('review.change')}
    </Button>
  );
}

function ChangeForm(props: Change & { given: 'yes' | 'no'; onDone: () => void }): ReactElement {
  const { t } = useTranslation('visits');
  const { visit, form, question, given, onDone } = props;
  const [detail, setDetail] = useState('');
  const [why, setWhy] = useState('');
  const { act, outcome, busy } = useAct('visits.changeAnswer');
  const answer: Given['answer'] = given === 'yes' ? 'no' : 'yes';
  const others = visit.answers.filter(
    (each) => each.question !== question && !visit.notAsked.includes(each.question),
  );
  const stands = [...others, { question, answer }];
  const follows = useFilling(shownQuestions(form, visit.donor.sex), stands);
  const isWhole = follows.asked.every(({ id }) => follows.given(id) !== undefined);
  const save = async (): Promise<void> => {
    const { answers } = follows.filled;
    const input = { visitId: visit.visitId, question, answer, detail, why, follows: answers };
    if ((await act(input)) !== undefined) onDone();
  };
  return (
    <Stack gap="small">
      <b>
        {t(`questionnaire.${given}`)} → {t(`questionnaire.${answer}`)}
      </b>
      <TextField label={t('review.detail')} value={detail} onChange={setDetail} />
      {follows.asked.map((each) => (
        <Follow key={each.id} question={each} given={follows.given(each.id)} put={follows.put} />
      ))}
      <TextField label={t('review.why')} value={why} onChange={setWhy} />
      <OutcomePanel outcome={outcome} />
      <Button
        busy={busy}
        disabledReason={whatIsMissing(isWhole, why, t)}
        onPress={() => void save()}
      >
        {t('review.saveChange')}
      </Button>
    </Stack>
  );
}

function whatIsMissing(isWhole: boolean, why: string, t: TFunction<['visits', 'kiosk']>) {
  if (!isWhole) return t('kiosk:chooseAnswer');
  return why.trim() === '' ? t('review.why') : undefined;
}

/** A question that the change opens. */
function Follow(props: {
  question: ShownQuestion;
  given: Given | undefined;
  put: (given: Given) => void;
}): ReactElement {
  const { t } = useTranslation('visits');
  const say = useSay();
  const { question, given, put } = props;
  const { id, text, detail } = question;
  return (
    <>
      <Segmented
        label={`${id} ${say(text)}`}
        value={given?.answer}
        onChange={(answer) => put({ question: id, answer, detail: given?.detail ?? '' })}
        choices={(['yes', 'no'] as const).map((value) => ({
          value,
          label: t(`questionnaire.${value}`),
        }))}
      />
      {detail === null || given?.answer !== detail.when ? null : (
        <TextField
          label={say(detail.label)}
          value={given.detail}
          onChange={(words) => put({ ...given, detail: words })}
        />
      )}
    </>
  );
}
