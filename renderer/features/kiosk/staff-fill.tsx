import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#renderer/app/commands.ts';
import { announce } from '#renderer/app/notices.ts';
import { useStationCommand, useStationQuery } from '#renderer/app/operations.ts';
import { useRouteParams } from '#renderer/app/router.tsx';
import { go } from '#renderer/app/router-link.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { Pane, Panes, ScreenHead, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { type Second, SecondPerson } from '../collection/second-person.tsx';
import { QueryState } from '../visits/query-states.tsx';
import { useSay } from '../visits/say.ts';
import styles from './kiosk.module.css';
import { type Given, QuestionPages } from './question-pages.tsx';

type Form = NonNullable<NonNullable<OutputOf<'rulesets.forms'>>['questionnaire']>;
type Mode = 'read' | 'paper';

/** Where the donor cannot answer by herself: read out by staff, or typed from her paper by two. */
export function StaffFill(): ReactElement {
  const { t } = useTranslation('kiosk');
  const visitId = useRouteParams()['visitId'] ?? '';
  const visit = useStationQuery('visits.visit', { visitId });
  const programme = visit.data?.programme;
  const forms = useStationQuery(
    'rulesets.forms',
    { programme: programme ?? '' },
    { enabled: programme !== undefined },
  );
  useCommand({
    id: 'back',
    keys: 'Esc',
    label: t('staff.back'),
    run: () => go(`/visits/${visitId}`),
    bar: true,
  });
  const form = forms.data?.questionnaire;
  if (!form) return <QueryState error={visit.error ?? forms.error} />;
  return <Fill visitId={visitId} form={form} />;
}

function Fill(props: { visitId: string; form: Form }): ReactElement {
  const { t } = useTranslation('kiosk');
  const anyT = useTranslation().t;
  const say = useSay();
  const [mode, setMode] = useState<Mode>('read');
  const [translator, setTranslator] = useState('');
  const answer = useStationCommand('visits.answerQuestionnaire');
  const { visitId, form } = props;
  const submit = (answers: readonly Given[], second?: Second): void => {
    const named = translator.trim() === '' ? {} : { translator };
    const { id: questionnaireId, version } = form;
    const input = { visitId, questionnaireId, version, mode, answers: [...answers], ...named };
    answer.mutate(
      { input, call: second ? { proof: { second } } : {} },
      {
        onSuccess: ({ status }) => {
          if (status !== 'ok') return;
          announce('ok', t('staff.saved'));
          go(`/visits/${visitId}`);
        },
      },
    );
  };
  return (
    <>
      <ScreenHead title={t('staff.title')} />
      <Panes>
        <Pane padded>
          <div className={styles['pages']}>
            <QuestionPages
              questions={form.questions.map(({ flagged, detail, ...question }) => ({
                ...question,
                detail: detail && { when: flagged, label: detail },
              }))}
              t={anyT}
              say={say}
              outcome={answer.data}
              submit={(answers) =>
                mode === 'paper' ? (
                  <SecondPerson
                    label={t('staff.second')}
                    busy={answer.isPending}
                    onProof={(second) => submit(answers, second)}
                  />
                ) : (
                  <Button look="primary" busy={answer.isPending} onPress={() => submit(answers)}>
                    {t('visits:questionnaire.submit')}
                  </Button>
                )
              }
            />
          </div>
        </Pane>
        <SidePane title={t('staff.mode')}>
          <Stack>
            <Segmented
              label={t('staff.mode')}
              value={mode}
              onChange={setMode}
              choices={(['read', 'paper'] as const).map((value) => ({
                value,
                label: t(`staff.${value}`),
              }))}
            />
            <TextField label={t('staff.translator')} value={translator} onChange={setTranslator} />
          </Stack>
        </SidePane>
      </Panes>
    </>
  );
}
