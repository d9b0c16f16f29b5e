import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Verdict, type VerdictKind } from '#renderer/ui/verdict.tsx';
import { Wrong } from '#renderer/ui/wrong.tsx';
import { useWord } from './code-words.ts';
import { useNotice } from './notices.ts';
import type { ScanRecord } from './scan/scan.ts';
import { isBesideDonor } from './scan/sounds.ts';
import { scanRouter, useScanState } from './scan-router.ts';
import styles from './shell.module.css';
import { useStation } from './station-state.ts';
import { type StandingWrong, wrongControl } from './wrong-control.ts';

const SHOWN_MS = 4000;

function kindOf(record: ScanRecord): VerdictKind | undefined {
  switch (record.verdict) {
    case 'wrong':
      return undefined;
    case 'unknown':
    case 'failed':
      return 'caution';
    default:
      return record.verdict;
  }
}

/** The verdict of the last scan beside the action; a caution stays until the next scan. */
function VerdictToast(): ReactElement | null {
  const last = useScanState((state) => state.last);
  const [goneId, setGoneId] = useState(0);
  const kind = last === undefined ? undefined : kindOf(last);
  const id = last?.scan.id ?? 0;
  useEffect(() => {
    if (kind === undefined || kind === 'caution') return;
    const timer = window.setTimeout(() => setGoneId(id), SHOWN_MS);
    return () => window.clearTimeout(timer);
  }, [id, kind]);
  if (last === undefined || kind === undefined || goneId === id) return null;
  return (
    <>
      {kind === 'ok' ? <div key={id} className={styles['flash']} /> : null}
      <div className={styles['toast']}>
        <Verdict kind={kind} text={last.text} />
      </div>
    </>
  );
}

/** The newest scan verdict and the newest other confirmation. */
export function Toasts(): ReactElement {
  const notice = useNotice((state) => state.notice);
  useEffect(() => {
    if (notice === undefined) return;
    const timer = window.setTimeout(() => useNotice.setState({ notice: undefined }), SHOWN_MS);
    return () => window.clearTimeout(timer);
  }, [notice]);
  return (
    <div className={styles['toasts']}>
      {notice === undefined ? null : (
        <div className={styles['toast']}>
          <Verdict kind={notice.kind} text={notice.text} />
        </div>
      )}
      <VerdictToast />
    </div>
  );
}

const REPEAT_MS = 5000;
const REPEATS = 2;

/** The full-screen stop, under the strip of running chairs. */
export function WrongCover(props: { wrong: StandingWrong }): ReactElement {
  const word = useWord();
  const { wrong } = props;
  const way = wrongControl();
  const zone = useStation((state) => state.zone);
  useEffect(() => {
    if (isBesideDonor()) return;
    let left = REPEATS;
    const timer = window.setInterval(() => {
      if (left === 0) return;
      left -= 1;
      scanRouter().sound('wrong');
    }, REPEAT_MS);
    return () => window.clearInterval(timer);
  }, []);
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'medium' });
  return (
    <Wrong
      title={wrong.title}
      detail={wrong.detail}
      expected={wrong.expected}
      scanned={wrong.scanned}
      steps={wrong.steps}
      override={
        way === undefined
          ? undefined
          : { title: word(way.title), text: word(way.text), control: <way.part wrong={wrong} /> }
      }
      code={wrong.code}
      when={`${time.format(Date.parse(wrong.at))} ${wrong.device}`}
    />
  );
}

/** One assertive region for verdicts, one polite for the state of the station. */
export function LiveRegions(): ReactElement {
  const { t } = useTranslation('app');
  const last = useScanState((state) => state.last);
  const online = useStation((state) => state.online);
  const notice = useNotice((state) => state.notice);
  return (
    <>
      <div className={styles['srOnly']} role="alert" aria-live="assertive">
        {last?.text}
      </div>
      <div className={styles['srOnly']} role="status" aria-live="polite">
        {online ? notice?.text : t('offline.text')}
      </div>
    </>
  );
}
