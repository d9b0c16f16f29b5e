import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationCommand } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { PinField } from '#renderer/ui/pin-field.tsx';
import styles from './cover.module.css';
import { pinChosen } from './session-flow.ts';

/** After a temporary PIN: nothing opens before the person has chosen her own. */
export function ChoosePin(props: { old: string }): ReactElement {
  const { t } = useTranslation('signIn');
  const change = useStationCommand('operators.changePin');
  const [first, setFirst] = useState('');
  const [again, setAgain] = useState('');
  const [differ, setDiffer] = useState(false);
  const submit = async (): Promise<void> => {
    setDiffer(first !== again);
    if (first === '' || first !== again) return;
    const outcome = await change.mutateAsync({
      input: { newPin: first },
      call: { proof: { pin: props.old } },
    });
    if (outcome.status === 'ok') pinChosen();
  };
  return (
    <section className={`${styles['choose']} ${styles['pins']}`} aria-label={t('choose.title')}>
      <h2>{t('choose.title')}</h2>
      <p className={styles['quiet']}>{t('choose.text')}</p>
      <PinField
        label={t('choose.first')}
        value={first}
        onChange={setFirst}
        onSubmit={() => void submit()}
        autoFocus
      />
      <PinField
        label={t('choose.again')}
        value={again}
        onChange={setAgain}
        onSubmit={() => void submit()}
      />
      {differ ? <Banner tone="danger" title={t('choose.differ')} /> : null}
      <OutcomePanel outcome={change.data} />
      <Button look="primary" busy={change.isPending} onPress={() => void submit()}>
        {t('choose.save')}
      </Button>
    </section>
  );
}
