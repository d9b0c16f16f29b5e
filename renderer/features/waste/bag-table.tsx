import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncedAct } from '#renderer/app/act.ts';
import { timeText } from '#renderer/app/clock.ts';
import { CommandDialog } from '#renderer/app/command-dialog.tsx';
import { useStation } from '#renderer/app/station-state.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Code } from '#renderer/ui/code.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { Table } from '#renderer/ui/table.tsx';
import type { Bag } from './use-bag.ts';

const LOOK = { open: 'running', sealed: 'next', handedOver: 'ok' } as const;

/** Waste bags on site; an open one is sealed and weighed from its row. */
export function BagTable(props: { bags: readonly Bag[] }): ReactElement {
  const { t } = useTranslation('waste');
  const zone = useStation((state) => state.zone);
  const [sealing, setSealing] = useState<Bag | undefined>(undefined);
  return (
    <>
      <Table
        label={t('here')}
        rows={props.bags}
        rowId={(bag) => bag.bagId}
        empty={<EmptyState icon="package" title={t('here')} fill={t('none')} />}
        columns={[
          { id: 'number', header: t('column.number'), cell: (bag) => <Code>{bag.number}</Code> },
          { id: 'kind', header: t('column.kind'), cell: (bag) => t(`kind.${bag.kind}`) },
          {
            id: 'state',
            header: t('column.state'),
            cell: (bag) => <StatusTag kind={LOOK[bag.state]}>{t(`state.${bag.state}`)}</StatusTag>,
          },
          {
            id: 'opened',
            header: t('column.opened'),
            cell: (bag) => `${timeText(Date.parse(bag.openedAt), zone)} ${bag.openedBy}`,
            secondary: true,
          },
          {
            id: 'grams',
            header: t('column.grams'),
            numeric: true,
            cell: (bag) =>
              bag.state === 'open' ? (
                <Button onPress={() => setSealing(bag)}>{t('seal')}</Button>
              ) : (
                bag.grams
              ),
          },
        ]}
      />
      {sealing === undefined ? null : (
        <SealDialog bag={sealing} onDone={() => setSealing(undefined)} />
      )}
    </>
  );
}

function SealDialog(props: { bag: Bag; onDone: () => void }): ReactElement {
  const { t } = useTranslation('waste');
  const { bag, onDone } = props;
  const [grams, setGrams] = useState<number | undefined>(undefined);
  const seal = useAnnouncedAct(
    'waste.sealBag',
    () => t('sealDone', { number: bag.number, grams: grams ?? 0 }),
    onDone,
  );
  return (
    <CommandDialog
      focusInside
      title={t('sealTitle', { number: bag.number })}
      stay={{ label: t('stay'), onPress: onDone }}
      command={seal}
      act={{
        label: t('seal'),
        disabledReason: grams === undefined ? t('grams') : undefined,
        onPress: () => {
          if (grams !== undefined) seal.run({ bagId: bag.bagId, grams });
        },
      }}
    >
      <p>{t('sealText')}</p>
      <NumberField label={t('grams')} unit="g" value={grams} onChange={setGrams} autoFocus />
    </CommandDialog>
  );
}
