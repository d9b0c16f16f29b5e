import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { timeText } from '#renderer/app/clock.ts';
import { codeWord } from '#renderer/app/code-words.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useStation } from '#renderer/app/station-state.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { Pane, Panes, Row, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { AssessmentCard } from './assessment-card.tsx';
import type { PanelProps } from './visit-screen.tsx';

const ANSWERS = ['clear', 'listed', 'unanswered'] as const;

/** Who asked the outside register, when, and what it answered; beside it the hospital's assessment. */
export function RegisterPanel(props: PanelProps): ReactElement {
  const { t } = useTranslation('visits');
  const zone = useStation((state) => state.zone);
  const { visit } = props;
  const [register, setRegister] = useState<string | undefined>(undefined);
  const [answer, setAnswer] = useState<(typeof ANSWERS)[number] | undefined>(undefined);
  const { act, outcome, busy } = useAct('visits.queryRegister');
  const name = register ?? t('register.default');
  const save = async (): Promise<void> => {
    if (answer === undefined) return;
    const done = await act({ visitId: visit.visitId, register: name, answer });
    if (done !== undefined) setAnswer(undefined);
  };
  return (
    <Panes>
      <Pane title={t('register.title')} padded>
        <Stack>
          <p>{t('register.lead')}</p>
          {visit.register.map((query) => (
            <StatusTag
              key={query.queriedAt}
              kind={
                query.answer === 'clear' ? 'ok' : query.answer === 'listed' ? 'stop' : 'waiting'
              }
            >
              {timeText(Date.parse(query.queriedAt), zone)} {query.register} ·{' '}
              {codeWord(['visits:register'], query.answer)} · {query.by}
            </StatusTag>
          ))}
          <TextField label={t('register.name')} value={name} onChange={setRegister} />
          <Segmented
            label={t('register.answer')}
            choices={ANSWERS.map((value) => ({ value, label: t(`register.${value}`) }))}
            value={answer}
            onChange={setAnswer}
          />
          <OutcomePanel outcome={outcome} />
          <Row>
            <Button
              look={visit.step === 'register' ? 'primary' : 'plain'}
              busy={busy}
              disabledReason={answer === undefined ? t('register.answer') : undefined}
              onPress={() => void save()}
            >
              {visit.register.length === 0 ? t('register.save') : t('register.again')}
            </Button>
          </Row>
        </Stack>
      </Pane>
      <SidePane title={t('assessment.title')}>
        <AssessmentCard visit={visit} />
      </SidePane>
    </Panes>
  );
}
