import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useStationCommand } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { refusalText } from '#renderer/app/refusals.ts';
import type { ScanVerdict } from '#renderer/app/scan/scan.ts';
import { useScan } from '#renderer/app/scan-router.ts';
import { Button } from '#renderer/ui/button.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { readSheetSerial } from '#shared/features/honours/serial.ts';
import styles from './honours.module.css';
import { SpoilDialog } from './spoil-dialog.tsx';
import { usePrint } from './use-print.ts';
import { isOnStock, type PaperDetail, type Printer, reasonsText } from './words.ts';

/** While a sheet is with the printer and until its number is scanned: what the queue says, and the scan. */
export function SheetBar(props: {
  paper: PaperDetail;
  printer: Printer | undefined;
}): ReactElement {
  const { t } = useTranslation('honours');
  const { paper } = props;
  const { job } = paper;
  const isOver = job === null || job.over;
  const isDoubtful = paper.state === 'printing' && isOver;
  const waitsForSerial = isOnStock(paper) && (paper.state === 'printed' || isDoubtful);
  const cancelling = useStationCommand('honours.cancelJob');
  const { print, busy, outcome } = usePrint(paper, props.printer);
  const [isSpoiling, setSpoiling] = useState(false);
  return (
    <div className={styles['bar']}>
      <div className={styles['ask']}>
        <b>{headOf()}</b>
        <span>{job === null ? null : reasonsText(job.reasons)}</span>
        {waitsForSerial ? (
          <span>
            {paper.nextSerial === ''
              ? t('step.scanFirst')
              : t('step.scanAfter', { serial: paper.nextSerial })}
          </span>
        ) : null}
        {!isOver && job.cancelAsked ? (
          <StatusTag kind="waiting">{t('step.cancelAsked')}</StatusTag>
        ) : null}
      </div>
      <div className={styles['acts']}>
        {!isOver ? (
          <Button
            busy={cancelling.isPending}
            disabled={job.cancelAsked}
            onPress={() => cancelling.mutate({ input: { jobId: job.jobId } })}
          >
            {t('step.cancel')}
          </Button>
        ) : null}
        {isDoubtful ? (
          <Button busy={busy} onPress={() => void print({ sheetUnused: true })}>
            {isOnStock(paper) ? t('proof.unused') : t('proof.printAgain')}
          </Button>
        ) : null}
        {waitsForSerial ? (
          <>
            <Button look="danger" onPress={() => setSpoiling(true)}>
              {t('step.spoil')}
            </Button>
            <SerialField paper={paper} />
          </>
        ) : null}
      </div>
      <OutcomePanel outcome={cancelling.data ?? outcome} />
      {isSpoiling ? (
        <SpoilDialog
          certificateId={paper.certificateId}
          serial={paper.nextSerial}
          onClose={() => setSpoiling(false)}
        />
      ) : null}
    </div>
  );

  function headOf(): string {
    if (paper.state === 'printed') return t('step.scan');
    if (isDoubtful) return t('step.uncertain');
    return t(job?.outcome === 'attention' ? 'step.attention' : 'step.printing');
  }
}

/** The number of the printed sheet: by scan, or typed where it cannot be scanned. */
function SerialField(props: { paper: PaperDetail }): ReactElement {
  const { t } = useTranslation('honours');
  const client = useClient();
  const [typed, setTyped] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const { certificateId, name, nextSerial } = props.paper;
  const register = async (text: string): Promise<ScanVerdict> => {
    const outcome = await client.command('honours.scanSerial', { certificateId, serial: text });
    if (outcome.status !== 'ok') {
      const reason =
        outcome.status === 'refused' ? outcome.reasons[0] : { code: 'honours.noSerial' };
      const said = refusalText(reason ?? { code: 'honours.noSerial' }).title;
      setRefusal(said);
      return { verdict: 'caution', text: said };
    }
    const { serial } = outcome.value;
    const done = t('scan.ok', { serial, name });
    return nextSerial === '' || nextSerial === serial
      ? { verdict: 'ok', text: done }
      : {
          verdict: 'caution',
          text: done,
          detail: t('step.unexpectedSerial', { serial: nextSerial }),
        };
  };
  useScan('step', (scan) =>
    readSheetSerial(scan.raw) === undefined ? 'pass' : register(scan.raw),
  );
  return (
    <form
      className={styles['acts']}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') void register(typed);
      }}
    >
      <div className={styles['typed']}>
        <TextField
          label={t('step.typed')}
          value={typed}
          onChange={(value) => {
            setTyped(value);
            setRefusal(undefined);
          }}
          inputMode="numeric"
          code
          {...(refusal === undefined ? {} : { error: refusal })}
        />
      </div>
      <Button look="primary" submit disabled={typed.trim() === ''}>
        {t('step.enter')}
      </Button>
    </form>
  );
}
