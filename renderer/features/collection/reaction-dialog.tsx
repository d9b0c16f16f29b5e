import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/choices.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Row, Stack } from '#renderer/ui/pane.tsx';
import { REACTION_KINDS } from '#shared/features/collection/words.ts';
import styles from './collection.module.css';
import { useAct } from './use-act.ts';

type Kind = (typeof REACTION_KINDS)[number];
const SEVERITIES = ['mild', 'moderate', 'severe'] as const;

/** An adverse reaction in two taps: what, then how severe. */
export function ReactionDialog(props: { din: string; onDone: () => void }): ReactElement {
  const { t } = useTranslation('collection');
  const { act, outcome, busy } = useAct('collection.recordReaction');
  const [kind, setKind] = useState<Kind | undefined>(undefined);
  const [called, setCalled] = useState(false);
  const record = async (severity: (typeof SEVERITIES)[number]): Promise<void> => {
    if (kind === undefined) return;
    const input = { din: props.din, kind, severity, physicianCalled: called };
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
        <div className={styles['choices']}>
          {REACTION_KINDS.map((each) => (
            <Button
              key={each}
              look={each === kind ? 'primary' : 'plain'}
              onPress={() => setKind(each)}
            >
              {t(`reactionKind.${each}`)}
            </Button>
          ))}
        </div>
        <Checkbox checked={called} onChange={setCalled}>
          {t('reactionPanel.physicianCalled')}
        </Checkbox>
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
        <OutcomePanel outcome={outcome} />
      </Stack>
    </Dialog>
  );
}
