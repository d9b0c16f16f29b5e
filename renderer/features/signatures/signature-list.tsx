import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { dateText, timeText } from '#renderer/app/clock.ts';
import { codeWord } from '#renderer/app/code-words.ts';
import { listWords } from '#renderer/app/i18n.ts';
import { useMay } from '#renderer/app/may.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { useStation } from '#renderer/app/station-state.ts';
import { StepRow, Steps } from '#renderer/ui/rows.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import type { OutputOf, SentOf } from '#shared/contract/index.ts';
import styles from './signatures.module.css';

/** Signed by the donor's own hand: the person who is named attended. */
const CONSENT = 'visits.consentSigned';

type Signature = OutputOf<'signatures.onRecord'>[number];

/** Signatures on a record, each checked when it is shown; one that no longer holds says what changed. */
export function SignatureList(props: {
  of: SentOf<'signatures.onRecord'>;
  /** Only those that no longer hold, for the head of a screen. */
  broken?: boolean;
}): ReactElement | null {
  const { t } = useTranslation('signatures');
  const enabled = useMay('signatures.onRecord');
  const all = useStationQuery('signatures.onRecord', props.of, { enabled }).data ?? [];
  const data = props.broken ? all.filter(({ state }) => state === 'broken') : all;
  if (data.length === 0) return null;
  return (
    <section aria-label={t('label')}>
      <h3 className={styles['head']}>{t('label')}</h3>
      <Steps label={t('label')}>
        {data.map((signature) => (
          <SignatureRow key={signature.hash} signature={signature} />
        ))}
      </Steps>
    </section>
  );
}

function SignatureRow({ signature }: { signature: Signature }): ReactElement {
  const { t } = useTranslation('signatures');
  const zone = useStation((state) => state.zone);
  const { meaning, by, second, at, hash, state, changed } = signature;
  const when = Date.parse(at);
  const time = `${dateText(when, zone)} ${timeText(when, zone)}`;
  const signers = t(second === null ? 'by' : 'byTwo', { by, second, time });
  const isValid = state === 'valid';
  const parts = listWords(changed.map((part) => codeWord(['signatures:parts'], part)));
  const detail = isValid
    ? t('seal', { hash: hash.slice(0, 8) })
    : `${t('changed', { parts })} ${t('todo')}`;
  return (
    <StepRow
      state={isValid ? 'done' : 'stop'}
      what={`${meaning === CONSENT ? t('consent') : codeWord(['events'], meaning)} · ${signers}`}
      detail={
        <>
          <StatusTag kind={isValid ? 'ok' : 'stop'}>{t(state)}</StatusTag> {detail}
        </>
      }
    />
  );
}
