import type { TFunction } from 'i18next';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { dinText } from '#renderer/features/labeling/said.ts';
import { Code } from '#renderer/ui/code.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import type { Column } from '#renderer/ui/table.tsx';
import type { OutputOf } from '#shared/contract/index.ts';

export type Card = OutputOf<'inventory.stock'>['units'][number];

/** A donation number with its check character. */
export function DinCell({ din }: { din: string }): ReactElement {
  const { text, check } = dinText(din);
  return <Code check={check}>{text}</Code>;
}

/** The group in words; an unconfirmed one says so. */
export function GroupCell({ card }: { card: Pick<Card, 'abo' | 'rhd'> }): ReactElement {
  const { t } = useTranslation('inventory');
  if (card.abo === null || card.rhd === null)
    return <StatusTag kind="waiting">{t('unconfirmed')}</StatusTag>;
  return <b>{`${card.abo} RhD ${t(`rhd.${card.rhd}`)}`}</b>;
}

/** State of a unit, with its holds before anything else. */
export function StateCell({ card }: { card: Card }): ReactElement {
  const { t } = useTranslation('inventory');
  if (card.state === 'discarded')
    return <StatusTag kind="notApplicable">{t('unitStates.discarded')}</StatusTag>;
  if (card.holds.length > 0)
    return (
      <StatusTag kind="hold">
        {t('stock.holds')} {card.holds.length}
      </StatusTag>
    );
  if (card.outOfPlace) return <StatusTag kind="caution">{t('stock.outOfPlace')}</StatusTag>;
  return (
    <StatusTag kind={card.state === 'released' ? 'ok' : 'waiting'}>
      {t(`unitStates.${card.state}`)}
    </StatusTag>
  );
}

/** `A9999 26 000118 A0` for titles and sentences. */
export function unitName(card: Pick<Card, 'din' | 'division'>): string {
  const { text } = dinText(card.din);
  return card.division === '00' ? text : `${text} ${card.division}`;
}

type Plasma = Pick<Card, 'din' | 'division' | 'abo' | 'rhd' | 'volumeMl'>;

/** The first columns of any list of plasma: number, division, group, volume. */
export function plasmaColumns<Row extends Plasma>(t: TFunction<'inventory'>): Column<Row>[] {
  return [
    {
      id: 'unit',
      header: t('columns.unit'),
      width: '230px',
      cell: (row) => <DinCell din={row.din} />,
    },
    {
      id: 'division',
      header: t('columns.division'),
      cell: ({ division }) => (division === '00' ? '—' : division),
    },
    { id: 'group', header: t('columns.group'), cell: (row) => <GroupCell card={row} /> },
    { id: 'volume', header: t('columns.volume'), numeric: true, cell: (row) => row.volumeMl },
  ];
}

/** Columns of a list of units. */
export function unitColumns(t: TFunction<'inventory'>): Column<Card>[] {
  return [
    ...plasmaColumns<Card>(t),
    { id: 'state', header: t('columns.state'), cell: (row) => <StateCell card={row} /> },
    { id: 'place', header: t('columns.place'), cell: (row) => row.placeName ?? '—' },
    {
      id: 'expires',
      header: t('columns.expires'),
      secondary: true,
      cell: (row) => row.expiresText,
    },
  ];
}
