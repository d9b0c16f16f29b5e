import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationCommand } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Button } from '#renderer/ui/button.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { useSay } from '../visits/say.ts';
import { pathOf, SignaturePad, type Stroke } from '../visits/signature-pad.tsx';
import styles from './kiosk.module.css';
import { useMoreBelow } from './more-below.ts';
import { ReadAloud } from './read-aloud.tsx';

/** A scrolling region without a control inside must itself take the keyboard (WCAG 2.1.1). */
const SCROLLS = { tabIndex: 0 };

/** The notice, signed at its end by the donor, who is led down to it; bound to this exact text. */
export function KioskConsent(props: {
  form: Extract<OutputOf<'kiosk.form'>, { step: 'consent' }>;
}): ReactElement {
  const { t } = useTranslation(['visits', 'kiosk']);
  const say = useSay();
  const { textHash, version, paragraphs } = props.form;
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const sign = useStationCommand('kiosk.signConsent');
  const { box, hasMore, down } = useMoreBelow();
  const signature = pathOf(strokes);
  const told = paragraphs.map(say);
  return (
    <>
      <header className={styles['head']}>
        <h1>{t('consent.title')}</h1>
        <ReadAloud key={told[0]} text={told.join('\n')} />
      </header>
      <section className={styles['body']} aria-label={t('consent.title')} ref={box} {...SCROLLS}>
        <div className={styles['prose']}>
          {told.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          <p className={styles['quiet']}>
            {t('consent.version', { version })} ·{' '}
            {t('consent.hash', { hash: textHash.slice(0, 8) })}
          </p>
        </div>
        <SignaturePad label={t('consent.sign')} strokes={strokes} onChange={setStrokes} />
      </section>
      <OutcomePanel outcome={sign.data} />
      <div className={styles['foot']}>
        <Button onPress={() => setStrokes([])}>{t('consent.clear')}</Button>
        {hasMore ? (
          <Button look="primary" onPress={down}>
            {t('kiosk:readOn')}
          </Button>
        ) : (
          <Button
            look="primary"
            busy={sign.isPending}
            disabledReason={signature === '' ? t('consent.sign') : undefined}
            onPress={() => sign.mutate({ input: { textHash, signature } })}
          >
            {t('consent.save')}
          </Button>
        )}
      </div>
    </>
  );
}
