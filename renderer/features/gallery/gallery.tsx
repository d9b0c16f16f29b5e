import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { setLook, useSession } from '#renderer/app/session.ts';
import { Button } from '#renderer/ui/button.tsx';
import styles from './gallery.module.css';
import { BannerPart, DialogPart, ScanPart, StatePart } from './gallery-answers.tsx';
import { ButtonsPart, ColourPart, TypePart } from './gallery-basics.tsx';
import { FieldsPart } from './gallery-fields.tsx';
import { DonorPart, FigurePart, RowsPart, StatusPart, TablePart } from './gallery-parts.tsx';

function Block(props: {
  number: number;
  name: string;
  note: string;
  children: ReactNode;
}): ReactElement {
  return (
    <section className={styles['block']}>
      <div className={styles['lead']}>
        <span>{props.number}</span>
        <h2>{props.name}</h2>
        <p>{props.note}</p>
      </div>
      <div className={styles['body']}>{props.children}</div>
    </section>
  );
}

function DensityPart(): ReactElement {
  const { t } = useTranslation('gallery');
  return (
    <div className={styles['dense']}>
      <div>
        <Button look="primary">{t('density.vitals')}</Button>desk 48
      </div>
      <div data-density="bedside">
        <Button look="primary">{t('density.vitals')}</Button>bedside 72
      </div>
      <div data-density="kiosk">
        <Button look="primary">{t('density.question')}</Button>kiosk 80
      </div>
      <div className={styles['wall']} data-theme="dark">
        <span className={styles['figure']}>248</span>
        {t('density.wall')}
      </div>
    </div>
  );
}

const parts = [
  ['colour', ColourPart],
  ['type', TypePart],
  ['button', ButtonsPart],
  ['field', FieldsPart],
  ['status', StatusPart],
  ['table', TablePart],
  ['donor', DonorPart],
  ['rows', RowsPart],
  ['scan', ScanPart],
  ['banner', BannerPart],
  ['state', StatePart],
  ['dialog', DialogPart],
  ['frame', FigurePart],
  ['density', DensityPart],
] as const;

/** Every part of the kit with its states; compare with the drawing of all parts. */
export function Gallery(): ReactElement {
  const { t } = useTranslation(['gallery', 'app']);
  const { theme, language } = useSession();
  return (
    <div className={styles['page']}>
      <header className={styles['top']}>
        <h1>{t('title')}</h1>
        <span>{t('note')}</span>
        <div className={styles['tools']}>
          <Button onPress={() => setLook({ theme: theme === 'dark' ? 'light' : 'dark' })}>
            {t(theme === 'dark' ? 'app:theme.toLight' : 'app:theme.toDark')}
          </Button>
          <Button onPress={() => setLook({ language: language === 'en' ? 'zh-CN' : 'en' })}>
            {t(language === 'en' ? 'app:language.toChinese' : 'app:language.toEnglish')}
          </Button>
        </div>
      </header>
      {parts.map(([key, Part], index) => (
        <Block key={key} number={index + 1} name={t(`${key}.name`)} note={t(`${key}.note`)}>
          <Part />
        </Block>
      ))}
      <div className={styles['dark']} data-theme="dark">
        <Block number={parts.length + 1} name={t('dark.name')} note={t('dark.note')}>
          <ButtonsPart />
          <StatusPart />
        </Block>
      </div>
    </div>
  );
}
