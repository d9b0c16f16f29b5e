import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { codeWord } from '#renderer/app/code-words.ts';
import { announce } from '#renderer/app/notices.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useScan } from '#renderer/app/scan-router.ts';
import { useMoment } from '#renderer/features/laboratory/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Code } from '#renderer/ui/code.tsx';
import { Row, Stack } from '#renderer/ui/pane.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import type { TestCode } from '#shared/features/validation/protocol.ts';
import type { Step } from './standing.ts';
import styles from './validation.module.css';

/** The station looks by itself; codes of the scanner's test sheet are collected here first. */
export function StationLook(props: {
  step: Step;
  runId: string;
  testCodes: readonly TestCode[];
  isOpen: boolean;
}): ReactElement {
  const { t } = useTranslation('validation');
  const { step, runId } = props;
  const [scanned, setScanned] = useState<readonly string[]>([]);
  const { act, outcome, busy } = useAct('validation.check');
  const wantsScans = step.check === 'scanner' && props.isOpen;
  useScan(
    'screen',
    wantsScans
      ? (scan) => {
          setScanned((before) => [...before, scan.raw]);
          return { verdict: 'ok', text: scan.raw };
        }
      : undefined,
  );
  const look = async (): Promise<void> => {
    const looked = await act({ runId, stepId: step.stepId, scanned: [...scanned] });
    if (looked !== undefined)
      announce(looked.ok ? 'ok' : 'caution', t('ui.looked', { step: step.stepId }));
  };
  return (
    <Stack>
      {wantsScans ? (
        <Row align="between">
          <span>
            {scanned.length === 0 ? t('ui.scanHere') : t('ui.scanned', { count: scanned.length })}
          </span>
          <Button look="quiet" disabled={scanned.length === 0} onPress={() => setScanned([])}>
            {t('ui.scanClear')}
          </Button>
        </Row>
      ) : null}
      {props.isOpen ? (
        <Button wide busy={busy} onPress={() => void look()}>
          {busy ? t('ui.looking') : t(step.checked === null ? 'ui.look' : 'ui.lookAgain')}
        </Button>
      ) : null}
      <OutcomePanel outcome={outcome} />
      <EvidenceList checked={step.checked} />
    </Stack>
  );
}

function EvidenceList(props: { checked: Step['checked'] }): ReactElement {
  const { t } = useTranslation('validation');
  const moment = useMoment();
  const { checked } = props;
  if (checked === null) return <p className={styles['quiet']}>{t('ui.evidenceNone')}</p>;
  return (
    <section aria-label={t('ui.evidence')}>
      <p className={styles['quiet']}>
        {`${t('ui.evidence')} · ${moment(checked.at)} · ${checked.by}`}
      </p>
      <ul className={styles['evidence']}>
        {checked.evidence.map(({ item, value, ok }) => (
          <li key={`${item} ${value}`}>
            <StatusTag kind={ok ? 'ok' : 'stop'}>
              {codeWord(['validation:evidence'], item)}
            </StatusTag>
            <Code>{codeWord(['validation:values'], value)}</Code>
          </li>
        ))}
      </ul>
    </section>
  );
}
