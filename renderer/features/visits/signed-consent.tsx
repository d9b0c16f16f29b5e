import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateText, timeText } from '#renderer/app/clock.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { useStation } from '#renderer/app/station-state.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Code } from '#renderer/ui/code.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Facts } from '#renderer/ui/rows.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { QueryState } from './query-states.tsx';
import { useSay } from './say.ts';
import styles from './signed-consent.module.css';

type Signed = NonNullable<OutputOf<'visits.signedConsent'>>;

/** A scrolling region without a control inside must itself take the keyboard (WCAG 2.1.1). */
const SCROLLS = { tabIndex: 0 };

/** Opens the consent of a visit exactly as the donor signed it. */
export function OpenConsent(props: { visitId: string }): ReactElement {
  const { t } = useTranslation('visits');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('consent.open')}</Button>
      {open ? <SignedConsent visitId={props.visitId} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function SignedConsent(props: { visitId: string; onClose: () => void }): ReactElement {
  const { t } = useTranslation('visits');
  const say = useSay();
  const asked = useStationQuery('visits.signedConsent', { visitId: props.visitId });
  const signed = asked.data;
  const title = signed
    ? t('consent.signedTitle', { title: say(signed.title) })
    : t('consent.title');
  return (
    <Dialog open wide title={title} stay={{ label: t('consent.close'), onPress: props.onClose }}>
      {signed ? (
        <AsSigned signed={signed} />
      ) : asked.data === null ? (
        <p>{t('consent.noText')}</p>
      ) : (
        <QueryState error={asked.error} />
      )}
    </Dialog>
  );
}

function AsSigned(props: { signed: Signed }): ReactElement {
  const { t } = useTranslation('visits');
  const say = useSay();
  const zone = useStation((state) => state.zone);
  const { version, textHash, signedAt, paragraphs, signature } = props.signed;
  const at = Date.parse(signedAt);
  return (
    <div className={styles['paper']}>
      <Facts
        items={[
          { name: t('consent.edition'), value: t('consent.version', { version }) },
          { name: t('consent.signedAt'), value: `${dateText(at, zone)} ${timeText(at, zone)}` },
          { name: t('consent.fingerprint'), value: <Code>{textHash.slice(0, 16)}</Code> },
        ]}
      />
      <section className={styles['text']} aria-label={t('consent.title')} {...SCROLLS}>
        {paragraphs.map((paragraph) => (
          <p key={paragraph.zh}>{say(paragraph)}</p>
        ))}
      </section>
      <Strokes label={t('consent.strokes')} path={signature} />
    </div>
  );
}

/** Strokes at the size at which they fit; the box is that of the points themselves. */
function Strokes(props: { label: string; path: string }): ReactElement {
  const points = [...props.path.matchAll(/(\d+) (\d+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
  const xs = points.map(([x = 0]) => x);
  const ys = points.map(([, y = 0]) => y);
  const [left, top] = [Math.min(...xs) - 8, Math.min(...ys) - 8];
  const box = [left, top, Math.max(...xs) - left + 8, Math.max(...ys) - top + 8];
  return (
    <svg className={styles['strokes']} role="img" aria-label={props.label} viewBox={box.join(' ')}>
      <path d={props.path} />
    </svg>
  );
}
