import type { TFunction } from 'i18next';
import { type ReactElement, useState } from 'react';
import { useStationCommand } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Button } from '#renderer/ui/button.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { pathOf, SignaturePad, type Stroke } from '../visits/signature-pad.tsx';
import styles from './kiosk.module.css';
import type { Say } from './question-pages.tsx';

/** A scrolling region without a control inside must itself take the keyboard (WCAG 2.1.1). */
const SCROLLS = { tabIndex: 0 };

/** The notice, signed below by the donor; bound to this exact text. */
export function KioskConsent(props: {
  form: Extract<OutputOf<'kiosk.form'>, { step: 'consent' }>;
  t: TFunction;
  say: Say;
}): ReactElement {
  const { form, t, say } = props;
  const { textHash, version, paragraphs } = form;
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const sign = useStationCommand('kiosk.signConsent');
  const signature = pathOf(strokes);
  return (
    <>
      <header className={styles['head']}>
        <h1>{t('visits:consent.title')}</h1>
        <span className={styles['quiet']}>
          {t('visits:consent.version', { version })} ·{' '}
          {t('visits:consent.hash', { hash: textHash.slice(0, 8) })}
        </span>
      </header>
      <section className={styles['prose']} aria-label={t('visits:consent.title')} {...SCROLLS}>
        {paragraphs.map((paragraph) => (
          <p key={paragraph.zh}>{say(paragraph)}</p>
        ))}
      </section>
      <SignaturePad label={t('visits:consent.sign')} strokes={strokes} onChange={setStrokes} />
      <OutcomePanel outcome={sign.data} />
      <div className={styles['foot']}>
        <Button onPress={() => setStrokes([])}>{t('visits:consent.clear')}</Button>
        <Button
          look="primary"
          busy={sign.isPending}
          disabledReason={signature === '' ? t('visits:consent.sign') : undefined}
          onPress={() => sign.mutate({ input: { textHash, signature } })}
        >
          {t('visits:consent.save')}
        </Button>
      </div>
    </>
  );
}
