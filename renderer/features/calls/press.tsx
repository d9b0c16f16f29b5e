import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stationNow, timeText } from '#renderer/app/clock.ts';
import { useCommand } from '#renderer/app/commands.ts';
import { announce } from '#renderer/app/notices.ts';
import { useStationCommand, useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useStation } from '#renderer/app/station-state.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Row, Stack } from '#renderer/ui/pane.tsx';
import { CALLS, type CallKind } from '#shared/features/calls/model.ts';

const KEYS = 'Ctrl+Alt+R';

/** The key on a screen that nothing covers; over a cover the button beside the strip has it. */
export function PressKey(): ReactElement | null {
  const { t } = useTranslation('calls');
  const [open, setOpen] = useState(false);
  const isRunning = useStation((state) => state.running.length > 0);
  const run = (): void => setOpen(true);
  useCommand(isRunning ? { id: 'calls.press', keys: KEYS, label: t('press'), run } : undefined);
  return open ? <PressDialog onClose={() => setOpen(false)} /> : null;
}

/** Beside the strip of running chairs: two presses say that a donor reacts or a machine was stopped. */
export function PressButton(): ReactElement {
  const { t } = useTranslation('calls');
  const [open, setOpen] = useState(false);
  const run = (): void => setOpen(true);
  useCommand({ id: 'calls.press', keys: KEYS, label: t('press'), whileLocked: true, run });
  return (
    <>
      <Button onPress={run}>{t('press')}</Button>
      {open ? <PressDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function PressDialog(props: { onClose: () => void }): ReactElement {
  const { t } = useTranslation(['calls', 'collection']);
  const zone = useStation((state) => state.zone);
  const running = useStationQuery('collection.strip', {}).data ?? [];
  const raise = useStationCommand('calls.raise');
  const press = (din: string, chair: string, what: CallKind): void =>
    raise.mutate(
      { input: { din, what } },
      {
        onSuccess: ({ status }) => {
          if (status !== 'ok') return;
          const time = timeText(stationNow(), zone);
          announce('ok', t('raised', { chair, what: t(`what.${what}`), time }));
          props.onClose();
        },
      },
    );
  return (
    <Dialog open wide title={t('title')} stay={{ label: t('close'), onPress: props.onClose }}>
      <Stack>
        <p>{running.length === 0 ? t('none') : t('lead')}</p>
        {running.map(({ din, chair }) => (
          <Row key={din}>
            <b>{t('collection:board.chair', { code: chair })}</b>
            {CALLS.map((what) => (
              <Button
                key={what}
                busy={raise.isPending}
                onPress={() => press(din, t('collection:board.chair', { code: chair }), what)}
              >
                {t(`what.${what}`)}
              </Button>
            ))}
          </Row>
        ))}
        <OutcomePanel outcome={raise.data} />
      </Stack>
    </Dialog>
  );
}
