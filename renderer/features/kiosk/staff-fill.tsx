import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#renderer/app/commands.ts';
import { announce } from '#renderer/app/notices.ts';
import { useStationCommand, useStationQuery } from '#renderer/app/operations.ts';
import { useRouteParams } from '#renderer/app/router.tsx';
import { go } from '#renderer/app/router-link.ts';
import { BannerSlot } from '#renderer/app/slots.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { Pane, Panes, ScreenHead, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { shownQuestions } from '#shared/features/rulesets/questionnaire.ts';
import { QueryState } from '../visits/query-states.tsx';
import { VisitBanner, type VisitView } from '../visits/visit-screen.tsx';
import type { Filled } from './filling.ts';
import styles from './kiosk.module.css';
import { PaperCompare } from './paper-compare.tsx';
import { PaperHint } from './paper-hint.tsx';
import { QuestionPages } from './question-pages.tsx';

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
  if (!form || !visit.data) return <QueryState error={visit.error ?? forms.error} />;
  const differs = (visit.data.paper?.differences.length ?? 0) > 0;
  return (
    <>
      <BannerSlot>
        <VisitBanner visit={visit.data} />
      </BannerSlot>
      <ScreenHead title={t(differs ? 'paper.title' : 'staff.title')} />
      {differs ? (
        <PaperCompare visit={visit.data} form={form} />
      ) : (
        <Fill visit={visit.data} form={form} />
      )}
    </>
  );
}

/** Hands answers in, by reading out or from the paper; what was not accepted is shown. */
function useHandIn(visit: VisitView, form: Form, mode: Mode, translator: string) {
  const { t } = useTranslation('kiosk');
  const read = useStationCommand('visits.answerQuestionnaire');
  const paper = useStationCommand('visits.enterPaper');
  const { visitId } = visit;
  const { id: questionnaireId, version } = form;
  const named = translator.trim() === '' ? {} : { translator };
  const saved = (words: string): void => {
    announce('ok', words);
    go(`/visits/${visitId}`);
  };
  const handIn = (filled: Filled): void => {
    const whole = { visitId, questionnaireId, version, ...named };
    if (mode === 'read') {
      read.mutate(
        { input: { ...whole, ...filled } },
        { onSuccess: ({ status }) => status === 'ok' && saved(t('staff.saved')) },
      );
      return;
    }
    paper.mutate(
      { input: { ...whole, answers: filled.answers } },
      {
        onSuccess: (outcome) => {
          if (outcome.status !== 'ok' || outcome.value.state === 'differs') return;
          saved(t(outcome.value.state === 'same' ? 'staff.saved' : 'paper.waits'));
        },
      },
    );
  };
  const used = mode === 'read' ? read : paper;
  return { handIn, outcome: used.data, busy: used.isPending };
}

function Fill(props: { visit: VisitView; form: Form }): ReactElement {
  const { t } = useTranslation('kiosk');
  const { visit, form } = props;
  const [mode, setMode] = useState<Mode>(visit.paper === null ? 'read' : 'paper');
  const [translator, setTranslator] = useState('');
  const { handIn, outcome, busy } = useHandIn(visit, form, mode, translator);
  return (
    <Panes>
      <Pane padded>
        <div className={styles['pages']}>
          <QuestionPages
            key={mode}
            questions={shownQuestions(form, visit.donor.sex)}
            outcome={outcome}
            submit={(filled) => (
              <Button look="primary" busy={busy} onPress={() => handIn(filled)}>
                {t(mode === 'paper' ? 'paper.enter' : 'staff.submit')}
              </Button>
            )}
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
          {mode === 'paper' ? <PaperHint paper={visit.paper} /> : null}
          <TextField label={t('staff.translator')} value={translator} onChange={setTranslator} />
        </Stack>
      </SidePane>
    </Panes>
  );
}
