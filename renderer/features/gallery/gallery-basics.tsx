import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { Code } from '#renderer/ui/code.tsx';
import { Row } from '#renderer/ui/pane.tsx';
import styles from './gallery.module.css';

const colours = [
  ['ink', '--ink'],
  ['ink2', '--ink-2'],
  ['lineStrong', '--line-strong'],
  ['primary', '--primary'],
  ['ok', '--ok'],
  ['warn', '--warn'],
  ['danger', '--danger'],
  ['canvas', '--canvas'],
  ['vOk', '--v-ok'],
  ['vCaution', '--v-caution'],
  ['vWrong', '--v-wrong'],
] as const;

export function ColourPart(): ReactElement {
  const { t } = useTranslation('gallery');
  return (
    <div className={styles['swatches']}>
      {colours.map(([key, token]) => (
        <div key={key} className={styles['swatch']}>
          <i style={{ background: `var(${token})` }} />
          <b>{t(`colour.${key}`)}</b>
          <Code>{token.slice(2)}</Code>
        </div>
      ))}
    </div>
  );
}

export function TypePart(): ReactElement {
  const { t } = useTranslation('gallery');
  const steps = [
    ['figure', '248', '80/84'],
    ['h1', t('type.plasma'), '32/40'],
    ['h2', t('type.list'), '24/32'],
    ['h3', t('type.decision'), '20/28'],
    ['lead18', t('type.din'), '18/26'],
    ['body16', t('type.vitals'), '16/24'],
  ] as const;
  return (
    <div className={styles['type']}>
      {steps.map(([name, text, size]) => (
        <div key={name}>
          <span className={styles[name]}>{text}</span>
          <small>{size}</small>
        </div>
      ))}
      <div>
        <Code check="J">A9999 26 000118</Code>
        <small>16</small>
      </div>
    </div>
  );
}

export function ButtonsPart(): ReactElement {
  const { t } = useTranslation('gallery');
  return (
    <>
      <Row>
        <Button look="primary">{t('button.sign')}</Button>
        <Button>{t('button.remove')}</Button>
        <Button look="quiet">{t('button.swap')}</Button>
        <Button look="danger">{t('button.voidNumber')}</Button>
        <Button look="dangerFill">{t('button.discard')}</Button>
        <Button look="primary" keyCap="F9">
          {t('button.print')}
        </Button>
        <Button busy>{t('button.printing')}</Button>
      </Row>
      <Row>
        <Button look="primary" disabledReason={t('button.missing')}>
          {t('button.release')}
        </Button>
      </Row>
    </>
  );
}
