import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { type Column, Table } from '#renderer/ui/table.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { type Counts, differenceOf, type Line, useAccountWords } from './account-words.ts';

type Props = {
  lines: readonly Line[];
  counts: Counts;
  onCount: (key: string, typed: string) => void;
};

/** The accounts with a field for each count; the difference stands beside it at once. */
export function Accounts(props: Props): ReactElement {
  const { t } = useTranslation('handover');
  const columns = useColumns(props);
  return (
    <Table
      label={t('accounts')}
      tight
      rows={props.lines}
      rowId={(line) => line.key}
      columns={columns}
    />
  );
}

function useColumns({ counts, onCount }: Props): readonly Column<Line>[] {
  const { t } = useTranslation('handover');
  const words = useAccountWords();
  const figure = (id: 'given' | 'used' | 'void'): Column<Line> => ({
    id,
    header: t(`column.${id}`),
    numeric: true,
    cell: (line) => line[id],
  });
  return [
    { id: 'account', header: t('column.account'), cell: words },
    {
      id: 'opening',
      header: t('column.opening'),
      numeric: true,
      cell: (line) => line.opening ?? t('firstCount'),
    },
    figure('given'),
    figure('used'),
    figure('void'),
    {
      id: 'inHand',
      header: t('column.inHand'),
      numeric: true,
      cell: (line) => <b>{line.inHand ?? '—'}</b>,
    },
    {
      id: 'carried',
      header: t('column.carried'),
      numeric: true,
      secondary: true,
      cell: (line) => (line.carried === 0 ? '' : line.carried),
    },
    {
      id: 'counted',
      header: t('column.counted'),
      width: '96px',
      cell: (line) => (
        <TextField
          label={t('countOf', { account: words(line) })}
          hiddenLabel
          inputMode="numeric"
          value={counts[line.key] ?? ''}
          onChange={(typed) => onCount(line.key, typed)}
        />
      ),
    },
    {
      id: 'difference',
      header: t('column.difference'),
      numeric: true,
      cell: (line) => <Difference amount={differenceOf(line, counts[line.key])} />,
    },
  ];
}

function Difference(props: { amount: number | undefined }): ReactElement | null {
  const { amount } = props;
  if (amount === undefined) return null;
  const signed = amount > 0 ? `+${amount}` : String(amount);
  return <StatusTag kind={amount === 0 ? 'ok' : 'stop'}>{signed}</StatusTag>;
}
