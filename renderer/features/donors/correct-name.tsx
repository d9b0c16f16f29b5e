import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { useCommand } from '#renderer/app/commands.ts';
import { announce } from '#renderer/app/notices.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useRouteParams, useSearchText } from '#renderer/app/router.tsx';
import { go } from '#renderer/app/router-link.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Pane, Panes, Row, ScreenHead, Stack } from '#renderer/ui/pane.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { QueryState } from '../visits/query-states.tsx';

/** Corrects a name that its owner found wrong; the print desk comes back to the paper it came from. */
export function CorrectNameScreen(): ReactElement {
  const { t } = useTranslation('donors');
  const donorId = useRouteParams()['donorId'] ?? '';
  const cameFrom = useSearchText('back');
  const back = (): void => go(cameFrom ?? `/donors/${donorId}`);
  useCommand({ id: 'back', keys: 'Esc', label: t('file.back'), run: back, bar: true });
  const file = useStationQuery('donors.file', { donorId });
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [why, setWhy] = useState('');
  const { act, outcome, busy } = useAct('donors.correctName');
  if (!file.data) return <QueryState error={file.error} />;
  const { summary, version } = file.data;
  const name = typed ?? summary.name;
  const missing =
    name === summary.name ? t('register.name') : why.trim() === '' ? t('why') : undefined;
  const submit = async (): Promise<void> => {
    const done = await act({ donorId, name, why }, { expects: { [donorId]: version } });
    if (done === undefined) return;
    announce('ok', t('file.amended'));
    back();
  };
  return (
    <>
      <ScreenHead title={t('file.correctName')} note={`${summary.name} ${summary.number}`} />
      <Panes>
        <Pane padded>
          <Stack>
            <Row columns={2}>
              <TextField
                label={t('register.name')}
                hint={t('register.nameHint')}
                autoFocus
                value={name}
                onChange={setTyped}
              />
              <TextField label={t('why')} value={why} onChange={setWhy} />
            </Row>
            <OutcomePanel outcome={outcome} />
            <Row>
              <Button
                look="primary"
                busy={busy}
                disabledReason={missing}
                onPress={() => void submit()}
              >
                {t('file.correctName')}
              </Button>
            </Row>
          </Stack>
        </Pane>
      </Panes>
    </>
  );
}
