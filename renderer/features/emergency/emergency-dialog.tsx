import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncedAct } from '#renderer/app/act.ts';
import { timeText } from '#renderer/app/clock.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { go } from '#renderer/app/router-link.ts';
import { useStation } from '#renderer/app/station-state.ts';
import { Signature } from '#renderer/features/operators/signature.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Row, Stack } from '#renderer/ui/pane.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { EMERGENCY_MINUTES } from '#shared/features/emergency/access.ts';

type Running = NonNullable<OutputOf<'emergency.mine'>>;

/** Where reading is opened that a person's own desk may not have. */
const PLACES = [
  ['donors', '/donors'],
  ['results', '/lab/worklist'],
  ['stock', '/stock'],
  ['labels', '/labels/register'],
] as const;

/** Begins an emergency with reason and PIN, or shows the one that runs with a way to end it. */
export function EmergencyDialog(props: {
  running: Running | undefined;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation(['emergency', 'signIn']);
  return (
    <Dialog
      open
      focusInside
      title={t('ui.title')}
      stay={{ label: t('signIn:user.close'), onPress: props.onClose }}
    >
      {props.running === undefined ? (
        <Begin />
      ) : (
        <Runs running={props.running} onClose={props.onClose} />
      )}
    </Dialog>
  );
}

function Begin(): ReactElement {
  const { t } = useTranslation('emergency');
  const zone = useStation((state) => state.zone);
  const [why, setWhy] = useState('');
  const open = useAnnouncedAct('emergency.open', ({ until }) =>
    t('ui.started', { time: timeText(Date.parse(until), zone) }),
  );
  return (
    <Stack>
      <p>{t('ui.lead', { minutes: EMERGENCY_MINUTES })}</p>
      <TextField label={t('ui.why')} value={why} onChange={setWhy} autoFocus />
      <OutcomePanel outcome={open.outcome} />
      <Signature
        label={t('ui.start')}
        busy={open.busy}
        missing={why.trim() === '' ? t('ui.whyMissing') : undefined}
        onSign={({ pin }) => open.run({ why }, { proof: { pin } })}
      />
    </Stack>
  );
}

function Runs(props: { running: Running; onClose: () => void }): ReactElement {
  const { t } = useTranslation('emergency');
  const zone = useStation((state) => state.zone);
  const end = useAnnouncedAct('emergency.end', () => t('ui.ended'), props.onClose);
  const { why, until } = props.running;
  const read = (path: string): void => {
    props.onClose();
    go(path);
  };
  return (
    <Stack>
      <Banner tone="danger" title={t('ui.running', { time: timeText(Date.parse(until), zone) })}>
        {t('ui.runningText', { why })}
      </Banner>
      <b>{t('ui.goTo')}</b>
      <Row>
        {PLACES.map(([name, path]) => (
          <Button key={name} onPress={() => read(path)}>
            {t(`ui.${name}`)}
          </Button>
        ))}
      </Row>
      <OutcomePanel outcome={end.outcome} />
      <Button look="primary" busy={end.busy} onPress={() => end.run({})}>
        {t('ui.end')}
      </Button>
    </Stack>
  );
}
