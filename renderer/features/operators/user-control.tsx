import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { runCommand, useCommand } from '#renderer/app/commands.ts';
import { announce } from '#renderer/app/notices.ts';
import { useStationCommand } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { lock, setLook, useSession } from '#renderer/app/session.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Row, Stack } from '#renderer/ui/pane.tsx';
import { PinField } from '#renderer/ui/pin-field.tsx';
import { EMERGENCY_COMMAND } from '../emergency/emergency-keeper.tsx';
import { askOther } from './session-flow.ts';
import styles from './user-control.module.css';

/** Beside the name in the strip: switch, lock, own PIN, language and theme. */
export function UserControl(): ReactElement {
  const { t } = useTranslation(['signIn', 'emergency']);
  const [open, setOpen] = useState(false);
  const switchNow = (): void => {
    setOpen(false);
    askOther();
    lock();
  };
  useCommand({ id: 'operators.switch', label: t('user.switch'), run: switchNow });
  useCommand({ id: 'operators.menu', label: t('user.menu'), run: () => setOpen(true) });
  return (
    <>
      <button
        type="button"
        className={styles['open']}
        aria-label={t('user.menu')}
        onClick={() => setOpen(true)}
      >
        <Icon name="chevronDown" />
      </button>
      <Dialog
        open={open}
        title={t('user.menu')}
        stay={{ label: t('user.close'), onPress: () => setOpen(false) }}
      >
        <Stack>
          <Row>
            <Button onPress={switchNow}>{t('user.switch')}</Button>
            <Button
              onPress={() => {
                setOpen(false);
                lock();
              }}
            >
              {t('user.lock')}
            </Button>
            <Button
              onPress={() => {
                setOpen(false);
                runCommand(EMERGENCY_COMMAND);
              }}
            >
              {t('emergency:ui.open')}
            </Button>
          </Row>
          <LookFields />
          <ChangePin onDone={() => setOpen(false)} />
        </Stack>
      </Dialog>
    </>
  );
}

function LookFields(): ReactElement {
  const { t } = useTranslation(['signIn', 'app']);
  const { language, theme } = useSession();
  return (
    <Row columns={2}>
      <Segmented
        label={t('user.language')}
        value={language}
        onChange={(chosen) => setLook({ language: chosen })}
        choices={[
          { value: 'zh-CN', label: t('app:language.toChinese') },
          { value: 'en', label: t('app:language.toEnglish') },
        ]}
      />
      <Segmented
        label={t('user.theme')}
        value={theme}
        onChange={(chosen) => setLook({ theme: chosen })}
        choices={[
          { value: 'light', label: t('user.light') },
          { value: 'dark', label: t('user.dark') },
        ]}
      />
    </Row>
  );
}

function ChangePin(props: { onDone: () => void }): ReactElement {
  const { t } = useTranslation('signIn');
  const change = useStationCommand('operators.changePin');
  const [pins, setPins] = useState({ old: '', first: '', again: '' });
  const isDifferent = pins.again !== '' && pins.first !== pins.again;
  const submit = async (): Promise<void> => {
    if (pins.first === '' || pins.first !== pins.again) return;
    const outcome = await change.mutateAsync({
      input: { newPin: pins.first },
      call: { proof: { pin: pins.old } },
    });
    if (outcome.status !== 'ok') return;
    announce('ok', t('user.changed'));
    props.onDone();
  };
  const field = (name: keyof typeof pins, label: string) => (
    <PinField
      label={label}
      value={pins[name]}
      onChange={(pin) => setPins({ ...pins, [name]: pin })}
      onSubmit={() => void submit()}
    />
  );
  return (
    <section aria-label={t('user.changeTitle')} className={styles['change']}>
      <h3>{t('user.changeTitle')}</h3>
      {field('old', t('user.old'))}
      {field('first', t('choose.first'))}
      {field('again', t('choose.again'))}
      {isDifferent ? <Banner tone="warn" title={t('choose.differ')} /> : null}
      <OutcomePanel outcome={change.data} />
      <Button busy={change.isPending} onPress={() => void submit()}>
        {t('user.save')}
      </Button>
    </section>
  );
}
