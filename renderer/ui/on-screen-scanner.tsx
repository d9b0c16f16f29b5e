import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import styles from './on-screen-scanner.module.css';
import { TextField } from './text-field.tsx';

export type ScannerPreset = { label: string; code: string };

/** The demonstration's scanner: what it sends takes the same way as a real one's reading. */
export function OnScreenScanner(props: {
  onScan: (code: string) => void;
  presets?: readonly ScannerPreset[];
}): ReactElement {
  const { t } = useTranslation('kit');
  const [code, setCode] = useState('');
  const send = (): void => {
    if (code.trim() === '') return;
    props.onScan(code);
    setCode('');
  };
  return (
    <section className={styles['scanner']} aria-label={t('scanner.title')}>
      <h3>
        <Icon name="scanFrame" />
        {t('scanner.title')}
      </h3>
      <p>{t('scanner.note')}</p>
      <TextField label={t('scanner.code')} value={code} onChange={setCode} code />
      <Button onPress={send} wide>
        {t('scanner.send')}
      </Button>
      {props.presets === undefined || props.presets.length === 0 ? null : (
        <section className={styles['presets']} aria-label={t('scanner.presets')}>
          {props.presets.map((preset) => (
            <Button key={preset.code} look="quiet" onPress={() => props.onScan(preset.code)}>
              {preset.label}
            </Button>
          ))}
        </section>
      )}
    </section>
  );
}
