import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationCommand } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { refusalText } from '#renderer/app/refusals.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Row } from '#renderer/ui/pane.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import styles from './components.module.css';
import type { Processing, Unit } from './processing.tsx';

/** The in-process label of a sub-bag: whether it came out, and another copy. */
export function InProcessPrint(props: {
  unit: Unit;
  printers: Processing['printers'];
}): ReactElement {
  const { unit, printers } = props;
  return (
    <div className={styles['below']}>
      <PrintNote print={unit.inProcessPrint} />
      <Reprint unitId={unit.unitId} printers={printers} />
    </div>
  );
}

/** What became of the last printing; one that did not come out says why and what to do. */
function PrintNote(props: { print: Unit['inProcessPrint'] }): ReactElement | null {
  const { t } = useTranslation('components');
  const { print } = props;
  if (print === null) return null;
  const { outcome, codes, printerName, copies } = print;
  const words = [t(`ui.print.${outcome ?? 'waiting'}`), printerName ?? ''];
  if (copies > 1) words.push(t('ui.print.copies', { copies }));
  const said = words.filter((word) => word !== '').join(' · ');
  if (outcome === null) return <StatusTag kind="running">{said}</StatusTag>;
  if (outcome === 'printed' || (outcome === 'sent' && codes.length === 0))
    return <StatusTag kind="ok">{said}</StatusTag>;
  const [first, ...others] = codes;
  return (
    <Banner
      tone={outcome === 'sent' ? 'warn' : 'danger'}
      title={said}
      {...(others.length > 0 ? { code: others.join(' ') } : {})}
    >
      {first === undefined ? t('ui.print.look') : refusalText({ code: first }).title}
    </Banner>
  );
}

/** Another copy of the label: with a reason, and on another printer where there is one. */
function Reprint(props: { unitId: string; printers: Processing['printers'] }): ReactElement {
  const { t } = useTranslation('components');
  const { printers } = props;
  const command = useStationCommand('components.printInProcess');
  const [why, setWhy] = useState('');
  const [printerId, setPrinter] = useState<string | undefined>(printers[0]?.printerId);
  const isGiven = why.trim().length > 1;
  const print = async (): Promise<void> => {
    if (!isGiven) return;
    const input = { unitId: props.unitId, why: why.trim(), printerId };
    const outcome = await command.mutateAsync({ input });
    if (outcome.status === 'ok') setWhy('');
  };
  return (
    <>
      <Row columns={printers.length < 2 ? 1 : 2}>
        <TextField label={t('ui.act.reprintWhy')} value={why} onChange={setWhy} />
        {printers.length < 2 ? null : (
          <Select
            label={t('ui.print.printer')}
            value={printerId}
            onChange={setPrinter}
            choices={printers.map((one) => ({ value: one.printerId, label: one.name }))}
          />
        )}
      </Row>
      <OutcomePanel outcome={command.data?.status === 'ok' ? undefined : command.data} />
      <Button
        busy={command.isPending}
        disabledReason={isGiven ? undefined : t('ui.act.reprintWhy')}
        onPress={() => void print()}
      >
        {t('ui.act.reprint')}
      </Button>
    </>
  );
}
