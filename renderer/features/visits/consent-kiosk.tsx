import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useRouteParams } from '#renderer/app/router.tsx';
import { go } from '#renderer/app/router-link.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useAct } from './act.ts';
import { QueryState } from './query-states.tsx';
import { useSay } from './say.ts';
import { pathOf, SignaturePad, type Stroke } from './signature-pad.tsx';
import styles from './visits.module.css';

/** A scrolling region without a control inside must itself take the keyboard (WCAG 2.1.1). */
const SCROLLS = { tabIndex: 0 };

/** The notice on the donor's own screen, signed below; bound to this exact text. */
export function ConsentKiosk(): ReactElement {
  const { t } = useTranslation('visits');
  const say = useSay();
  const visitId = useRouteParams()['visitId'] ?? '';
  const visit = useStationQuery('visits.visit', { visitId });
  const forms = useStationQuery(
    'rulesets.forms',
    { programme: visit.data?.programme ?? '' },
    { enabled: visit.data?.programme !== undefined },
  );
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const { act, outcome, busy } = useAct('visits.signConsent');
  const text = forms.data?.consent;
  const textHash = forms.data?.consentHash;
  if (!text || !textHash) return <QueryState error={visit.error ?? forms.error} />;
  const signature = pathOf(strokes);
  const sign = async (): Promise<void> => {
    if ((await act({ visitId, textHash, signature })) !== undefined) go(`/visits/${visitId}`);
  };
  return (
    <div className={styles['kiosk']} data-density="kiosk">
      <header className={styles['kioskHead']}>
        <h1>{t('consent.title')}</h1>
        <span className={styles['quiet']}>
          {t('consent.version', { version: text.version })} ·{' '}
          {t('consent.hash', { hash: textHash.slice(0, 8) })}
        </span>
      </header>
      <section className={styles['prose']} aria-label={t('consent.title')} {...SCROLLS}>
        {text.paragraphs.map((paragraph) => (
          <p key={paragraph.zh}>{say(paragraph)}</p>
        ))}
      </section>
      <SignaturePad label={t('consent.sign')} strokes={strokes} onChange={setStrokes} />
      <OutcomePanel outcome={outcome} />
      <div className={styles['kioskFoot']}>
        <Button onPress={() => setStrokes([])}>{t('consent.clear')}</Button>
        <Button
          look="primary"
          busy={busy}
          disabledReason={signature === '' ? t('consent.sign') : undefined}
          onPress={() => void sign()}
        >
          {t('consent.save')}
        </Button>
      </div>
    </div>
  );
}
