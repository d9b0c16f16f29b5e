import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWord } from '#renderer/app/code-words.ts';
import { useCommand } from '#renderer/app/commands.ts';
import { useClient, useStationCommand, useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useRouteParams } from '#renderer/app/router.tsx';
import { go } from '#renderer/app/router-link.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Code } from '#renderer/ui/code.tsx';
import { Pane, Panes, ScreenHead, SidePane } from '#renderer/ui/pane.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { Flag } from '#renderer/ui/status-tag.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { GateList } from './gate-list.tsx';
import { DestroyDialog, ReprintDialog, VoidDialog } from './label-dialogs.tsx';
import { LabelPreview } from './label-preview.tsx';
import styles from './labeling.module.css';
import { type ReadStep, useReadBack } from './read-back.ts';
import { ReadBackSteps } from './read-back-pane.tsx';
import { verdictOfRead } from './read-verdict.ts';
import { dinText } from './said.ts';
import { Scroll } from './scroll.tsx';
import { usePreview } from './use-preview.ts';

type Unit = NonNullable<OutputOf<'labeling.unit'>>;
type Asked = { kind: 'void' | 'reprint' | 'destroy'; serial: string } | undefined;

/** One unit's label: conditions with evidence, the label as it prints, print and read-back. */
export function LabelScreen(): ReactElement {
  const { t } = useTranslation('labeling');
  const unitId = useRouteParams()['unitId'] ?? '';
  const query = useStationQuery('labeling.unit', { unitId });
  if (query.data === undefined) return <p className={styles['padded']}>{t('screen.loading')}</p>;
  if (query.data === null)
    return <EmptyState icon="label" title={t('queue.noUnit')} fill={t('queue.empty')} />;
  return <LabelOf unit={query.data} />;
}

function LabelOf(props: { unit: Unit }): ReactElement {
  const { t } = useTranslation('labeling');
  const { unit } = props;
  const client = useClient();
  const [chosen, setChosen] = useState<{ printerId?: string; stockId?: string }>({});
  const [asked, setAsked] = useState<Asked>();
  const printing = useStationCommand('labeling.printLabel');
  const printerId = chosen.printerId ?? unit.printers[0]?.printerId;
  const stockId = chosen.stockId ?? unit.stocks[0]?.stockId;
  const live = unit.labels.findLast(({ state }) => state === 'printed' || state === 'applied');
  // A label that exists is a fixed picture; before that every change of the record draws it anew.
  const stamp = live?.serial ?? `${unit.version}-${unit.labels.length}`;
  const { preview, outcome } = usePreview({ unitId: unit.unitId, printerId, stockId, stamp });
  const say = (step: ReadStep): string => t(`screen.heard.${step}`);
  const { reads, restart } = useReadBack(unit, say, async (all) => {
    const scans = all.map(({ text, at }) => ({ text, at }));
    const call = { expects: { [unit.unitId]: unit.version } };
    const input = { unitId: unit.unitId, scans };
    return verdictOfRead(await client.command('labeling.verifyLabel', input, call), t);
  });
  const missing =
    unit.printers.length === 0
      ? t('screen.noPrinter')
      : unit.stocks.length === 0
        ? t('screen.noStock')
        : preview !== undefined && !preview.ok
          ? t('screen.previewFailed')
          : undefined;
  const print = (more: { reprintOf?: string; why?: string } = {}, call = {}): void => {
    if (printerId === undefined || stockId === undefined) return;
    const expects = { [unit.unitId]: unit.version };
    const input = { unitId: unit.unitId, printerId, stockId, ...more };
    printing.mutate(
      { input, call: { ...call, expects } },
      { onSuccess: (answer) => answer.status === 'ok' && setAsked(undefined) },
    );
  };
  const canPrint = unit.ready && live === undefined && missing === undefined;
  useCommand({ id: 'labels.back', keys: 'Esc', label: t('screen.back'), run: () => go('/labels') });
  useCommand({
    id: 'labels.print',
    keys: 'Ctrl+Enter',
    label: t('screen.print'),
    run: () => print(),
    disabled: !canPrint || printing.isPending,
  });
  useCommand({
    id: 'labels.reprint',
    keys: 'F8',
    label: t('screen.reprint'),
    bar: true,
    run: () => live && setAsked({ kind: 'reprint', serial: live.serial }),
    disabled: live === undefined || !unit.ready,
  });
  const { text, check } = dinText(unit.din);
  const open = unit.verdicts.filter(
    ({ verdict }) => verdict !== 'met' && verdict !== 'notApplicable',
  ).length;
  const total = unit.verdicts.length;
  const close = (): void => setAsked(undefined);
  return (
    <>
      <ScreenHead
        title={t('queue.title')}
        note={
          <span className={styles['number']}>
            <Code check={check}>{text}</Code>
            {unit.division === '00'
              ? t('screen.whole')
              : t('screen.division', { division: unit.division, count: unit.siblings })}
          </span>
        }
      >
        <Flag kind={open === 0 ? 'ok' : 'stop'}>
          {open === 0
            ? t('screen.gateMet', { met: total, total })
            : t('screen.gateOpen', { met: total - open, total, open })}
        </Flag>
      </ScreenHead>
      <Panes>
        <Pane title={t('screen.gate')}>
          <GateList label={t('screen.gate')} verdicts={unit.verdicts} />
        </Pane>
        <Pane title={t('screen.preview', { width: 100, height: 100 })}>
          <Scroll label={t('screen.previewAlt')}>
            <LabelPreview preview={preview} outcome={outcome} waits={unit.content === null} />
          </Scroll>
        </Pane>
        <SidePane
          title={t('screen.check')}
          padded={false}
          foot={
            <LabelFoot
              unit={unit}
              serial={live?.serial}
              busy={printing.isPending}
              missing={unit.ready ? missing : t('screen.conditionsOpen', { open })}
              hasReads={reads.length > 0}
              onPrint={() => print()}
              onVoid={(serial) => setAsked({ kind: 'void', serial })}
              onRestart={restart}
            />
          }
        >
          <Scroll label={t('screen.check')}>
            <ReadBackSteps unit={unit} reads={reads} />
            {live === undefined ? (
              <div className={styles['old']}>
                <Select
                  label={t('screen.printer')}
                  choices={unit.printers.map((one) => ({ value: one.printerId, label: one.name }))}
                  value={printerId}
                  onChange={(value) => setChosen({ ...chosen, printerId: value })}
                />
                <Select
                  label={t('screen.stock')}
                  choices={unit.stocks.map((one) => ({ value: one.stockId, label: one.name }))}
                  value={stockId}
                  onChange={(value) => setChosen({ ...chosen, stockId: value })}
                />
              </div>
            ) : null}
            <OutcomePanel outcome={asked === undefined ? printing.data : undefined} />
            <OldLabels unit={unit} onDestroy={(serial) => setAsked({ kind: 'destroy', serial })} />
          </Scroll>
        </SidePane>
      </Panes>
      {asked?.kind === 'void' ? <VoidDialog serial={asked.serial} onClose={close} /> : null}
      {asked?.kind === 'destroy' ? <DestroyDialog serial={asked.serial} onClose={close} /> : null}
      {asked?.kind === 'reprint' ? (
        <ReprintDialog
          serial={asked.serial}
          busy={printing.isPending}
          outcome={printing.data}
          onPrint={(why, call) => print({ reprintOf: asked.serial, why }, call)}
          onClose={close}
        />
      ) : null}
    </>
  );
}

function LabelFoot(props: {
  unit: Unit;
  serial: string | undefined;
  busy: boolean;
  missing: string | undefined;
  hasReads: boolean;
  onPrint: () => void;
  onVoid: (serial: string) => void;
  onRestart: () => void;
}): ReactElement {
  const { t } = useTranslation('labeling');
  const { serial } = props;
  if (serial === undefined)
    return (
      <Button
        look="primary"
        wide
        keyCap="Ctrl Enter"
        busy={props.busy}
        onPress={props.onPrint}
        {...(props.missing === undefined ? {} : { disabledReason: props.missing })}
      >
        {props.busy ? t('screen.printing') : t('screen.print')}
      </Button>
    );
  return (
    <div className={styles['footRow']}>
      <Button look="danger" onPress={() => props.onVoid(serial)}>
        {t('screen.voidLabel')}
      </Button>
      {props.hasReads ? (
        <Button onPress={props.onRestart}>{t('screen.startOver')}</Button>
      ) : (
        <span>{t('screen.voidHint')}</span>
      )}
    </div>
  );
}

function OldLabels(props: {
  unit: Unit;
  onDestroy: (serial: string) => void;
}): ReactElement | null {
  const { t } = useTranslation('labeling');
  const old = props.unit.labels.filter(({ awaitsDestruction }) => awaitsDestruction);
  if (old.length === 0) return null;
  return (
    <section className={styles['old']}>
      <h3>{t('screen.toDestroy')}</h3>
      {old.map(({ serial, voidCode }) => (
        <div key={serial} className={styles['footRow']}>
          <Code>{serial}</Code>
          <span>{codeWord(['labeling:voidCodes'], voidCode ?? 'other')}</span>
          <Button onPress={() => props.onDestroy(serial)}>{t('screen.destroy')}</Button>
        </div>
      ))}
    </section>
  );
}
