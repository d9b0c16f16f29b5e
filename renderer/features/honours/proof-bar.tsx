import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#renderer/app/commands.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { go } from '#renderer/app/router-link.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { GlyphDialog } from './glyph-dialog.tsx';
import styles from './honours.module.css';
import { usePrint } from './use-print.ts';
import { offsetText, type PaperDetail, type Printer } from './words.ts';

/** The name, large, for the donor to read aloud; a yes prints. */
export function ProofBar(props: {
  paper: PaperDetail;
  printer: Printer | undefined;
  printers: readonly Printer[];
  onPrinter: (deviceId: string) => void;
}): ReactElement {
  const { t } = useTranslation('honours');
  const { paper, printer } = props;
  const [asked, setAsked] = useState<'glyph' | 'wrong'>();
  const { print, busy, outcome } = usePrint(paper, printer);
  const confirm = (): void => {
    if (paper.missing) setAsked('glyph');
    else void print();
  };
  useCommand({
    id: 'honours.print',
    keys: 'F9',
    label: t('keys.print'),
    bar: true,
    run: confirm,
    disabled: busy || printer === undefined || asked !== undefined,
  });
  const close = (): void => setAsked(undefined);
  return (
    <div className={styles['bar']}>
      <strong className={styles['name']} lang="zh-CN">
        {paper.name}
      </strong>
      <div className={styles['ask']}>
        <b>{paper.missing ? t('proof.screenFont') : t('proof.ask')}</b>
        {paper.missing ? (
          <span>
            {paper.missingCharacters.map(({ codePoint }) => codePoint).join(' ')} ·{' '}
            {t('proof.never')}
          </span>
        ) : (
          <span>
            <PrinterLine printer={printer} />
          </span>
        )}
        {paper.handWritten.length > 0 ? (
          <span>{t('proof.handNote', { characters: paper.handWritten.join('') })}</span>
        ) : null}
      </div>
      <div className={styles['acts']}>
        {props.printers.length > 1 ? (
          <Select
            label={t('proof.printer')}
            choices={props.printers.map((one) => ({ value: one.deviceId, label: one.name }))}
            value={printer?.deviceId}
            onChange={props.onPrinter}
          />
        ) : null}
        <Button onPress={() => setAsked('wrong')}>{t('proof.wrong')}</Button>
        <Button
          look="primary"
          keyCap="F9"
          busy={busy}
          onPress={confirm}
          {...(printer === undefined ? { disabledReason: t('proof.needPrinter') } : {})}
        >
          {paper.state === 'ready' ? t('proof.confirm') : t('proof.print')}
        </Button>
      </div>
      {outcome === undefined || outcome.status === 'ok' ? null : (
        <div className={styles['refused']}>
          <OutcomePanel outcome={outcome} />
        </div>
      )}
      {asked === 'glyph' ? (
        <GlyphDialog
          paper={paper}
          busy={busy}
          onStay={close}
          onLeave={(handWritten) => {
            close();
            void print({ handWritten });
          }}
        />
      ) : null}
      <Dialog
        open={asked === 'wrong'}
        title={t('proof.wrongTitle')}
        stay={{ label: t('proof.wrongStay'), onPress: close }}
        act={{ label: t('proof.correctName'), onPress: () => amendName(paper) }}
      >
        <p>{t('proof.wrongText')}</p>
      </Dialog>
    </div>
  );
}

/** To the donor's file, and back to this paper. */
function amendName({ donorId, certificateId }: PaperDetail): void {
  const back = `/papers/work?paper=${encodeURIComponent(certificateId)}`;
  go(`/donors/${donorId}/name?back=${encodeURIComponent(back)}`);
}

function PrinterLine(props: { printer: Printer | undefined }): ReactElement {
  const { t } = useTranslation('honours');
  const { printer } = props;
  if (printer === undefined) return <>{t('check.printerNone')}</>;
  const { measuredAt, name } = printer;
  const offset =
    measuredAt === null
      ? t('proof.noOffset')
      : t('proof.offset', {
          x: offsetText(printer.xTenthsMm),
          y: offsetText(printer.yTenthsMm),
          when: measuredAt.slice(0, 10),
        });
  return (
    <>
      {name} · {offset}
    </>
  );
}
