import type { TFunction } from 'i18next';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWord } from '#renderer/app/code-words.ts';
import { useCommand } from '#renderer/app/commands.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { go } from '#renderer/app/router-link.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { Code } from '#renderer/ui/code.tsx';
import { Pane, Panes, ScreenHead } from '#renderer/ui/pane.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { type Column, Table } from '#renderer/ui/table.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { DestroyDialog } from './label-dialogs.tsx';
import { labelPath } from './label-queue.tsx';
import styles from './labeling.module.css';
import { dinText } from './said.ts';

type Label = OutputOf<'labeling.register'>['labels'][number];

const COUNTS = ['given', 'waiting', 'applied', 'toDestroy', 'destroyed', 'notPrinted'] as const;

/** Every serial that was given out: on its bag, destroyed, or still outstanding (INV-17). */
export function LabelRegister(): ReactElement {
  const { t } = useTranslation('labeling');
  const [only, setOnly] = useState<'outstanding' | 'all'>('outstanding');
  const [destroying, setDestroying] = useState<string>();
  const { data } = useStationQuery('labeling.register', { only });
  useCommand({ id: 'labels.back', keys: 'Esc', label: t('screen.back'), run: () => go('/labels') });
  return (
    <>
      <ScreenHead title={t('register.title')}>
        <Segmented
          label={t('register.state')}
          choices={[
            { value: 'outstanding', label: t('register.outstanding') },
            { value: 'all', label: t('register.all') },
          ]}
          value={only}
          onChange={setOnly}
        />
      </ScreenHead>
      <Panes>
        <Pane>
          <div className={styles['counts']}>
            {COUNTS.map((name) => (
              <span key={name}>
                {t(`register.${name}`)} <b>{data?.counts[name] ?? 0}</b>
              </span>
            ))}
          </div>
          <Table
            label={t('register.title')}
            columns={columnsOf(t, setDestroying)}
            rows={data?.labels ?? []}
            rowId={(row) => row.serial}
            onOpen={(row) => go(labelPath(row.unitId))}
            empty={
              <EmptyState icon="label" title={t('register.title')} fill={t('register.empty')} />
            }
          />
        </Pane>
      </Panes>
      {destroying === undefined ? null : (
        <DestroyDialog serial={destroying} onClose={() => setDestroying(undefined)} />
      )}
    </>
  );
}

function columnsOf(t: TFunction<'labeling'>, destroy: (serial: string) => void): Column<Label>[] {
  return [
    { id: 'serial', header: t('register.serial'), code: true, cell: (row) => row.serial },
    {
      id: 'unit',
      header: t('register.unit'),
      cell: ({ din, division }) => (
        <>
          <Code check={dinText(din).check}>{dinText(din).text}</Code>{' '}
          {division === '00' ? '' : division}
        </>
      ),
    },
    { id: 'state', header: t('register.state'), cell: (row) => <State row={row} /> },
    {
      id: 'printer',
      header: t('register.printer'),
      secondary: true,
      cell: (row) => row.printerName,
    },
    { id: 'by', header: t('register.by'), cell: (row) => row.printedBy },
    {
      id: 'reason',
      header: t('register.reason'),
      cell: ({ voidCode }) => (voidCode === null ? '' : codeWord(['labeling:voidCodes'], voidCode)),
    },
    {
      id: 'destroy',
      header: '',
      cell: (row) =>
        row.awaitsDestruction ? (
          <Button look="quiet" onPress={() => destroy(row.serial)}>
            {t('screen.destroy')}
          </Button>
        ) : null,
    },
  ];
}

function State({ row }: { row: Label }): ReactElement {
  const { t } = useTranslation('labeling');
  const kind =
    row.state === 'applied'
      ? 'ok'
      : row.state === 'printed'
        ? 'next'
        : row.awaitsDestruction
          ? 'caution'
          : 'notApplicable';
  return <StatusTag kind={kind}>{t(`labelStates.${row.state}`)}</StatusTag>;
}
