import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/choices.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Row, Stack } from '#renderer/ui/pane.tsx';
import type { ReactionKind } from '#shared/features/collection/reaction-words.ts';
import { SEVERITIES } from '#shared/features/collection/reaction-words.ts';
import { KindGrid } from './kind-grid.tsx';

/** An adverse reaction in two taps, what and how severe; the second calls the physician with it. */
export function ReactionDialog(props: { din: string; onDone: () => void }): ReactElement {
  const { t } = useTranslation('collection');
  const { act, outcome, busy } = useAct('collection.recordReaction');
  const [kind, setKind] = useState<ReactionKind | undefined>(undefined);
  const [calling, setCalling] = useState(true);
  const record = async (severity: (typeof SEVERITIES)[number]): Promise<void> => {
    if (kind === undefined) return;
    const input = { din: props.din, kind, severity, physicianCalled: calling };
    if ((await act(input)) !== undefined) props.onDone();
  };
  return (
    <Dialog
      open
      wide
      title={t('reactionPanel.title')}
      stay={{ label: t('stay'), onPress: props.onDone }}
    >
      <Stack>
        <b>{t('reactionPanel.step1')}</b>
        <KindGrid value={kind} onChange={setKind} />
        <b>{t('reactionPanel.step2')}</b>
        <Row columns={3}>
          {SEVERITIES.map((severity) => (
            <Button
              key={severity}
              busy={busy}
              disabled={kind === undefined}
              look={severity === 'severe' ? 'danger' : 'plain'}
              onPress={() => void record(severity)}
            >
              {t(`severity.${severity}`)}
            </Button>
          ))}
        </Row>
        <Checkbox checked={calling} onChange={setCalling}>
          {t('react.calling')}
        </Checkbox>
        <OutcomePanel outcome={outcome} />
      </Stack>
    </Dialog>
  );
}
