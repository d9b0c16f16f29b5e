import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { timeText } from '#renderer/app/clock.ts';
import { codeWord } from '#renderer/app/code-words.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { useStation } from '#renderer/app/station-state.ts';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { useToldBy } from '../equipment/told-by.ts';
import { QueryState } from '../visits/query-states.tsx';
import { useSay } from '../visits/say.ts';
import { OpenConsent } from '../visits/signed-consent.tsx';
import { amountOf, FACT_WORDS } from './fact-words.ts';
import type { DonorFile } from './file.tsx';

/** What happened, newest first, with who did it. */
export function History(props: { file: DonorFile }): ReactElement {
  const { t } = useTranslation(['donors', 'inventory']);
  const zone = useStation((state) => state.zone);
  const say = useSay();
  const toldBy = useToldBy();
  const history = useStationQuery('donors.history', { donorId: props.file.summary.donorId });
  if (history.data === undefined) return <QueryState error={history.error} />;
  const fact = (text: string) => {
    const [name = '', value = ''] = text.split('=');
    return `${codeWord(['donors:factNames'], name)} ${amountOf(name, value) ?? codeWord(FACT_WORDS[name] ?? [], value)}`;
  };
  return (
    <Table
      label={t('file.history')}
      tight
      rows={history.data}
      rowId={(row) => `${row.station}:${row.seq}`}
      empty={t('file.noHistory')}
      columns={[
        {
          id: 'at',
          header: t('columns.at'),
          width: '170px',
          cell: (row) => `${row.at.slice(0, 10)} ${timeText(Date.parse(row.at), zone)}`,
        },
        { id: 'what', header: t('columns.what'), cell: (row) => codeWord(['events'], row.type) },
        {
          id: 'facts',
          header: t('columns.detail'),
          cell: (row) =>
            [row.consent && say(row.consent.title), ...row.facts.map(fact), toldBy(row.sources)]
              .filter(Boolean)
              .join(' · '),
        },
        {
          id: 'by',
          header: t('columns.by'),
          cell: (row) =>
            [row.by === 'station' ? t('inventory:history.station') : row.by, row.second, row.why]
              .filter(Boolean)
              .join(' · '),
        },
        {
          id: 'open',
          header: '',
          cell: (row) => row.consent && <OpenConsent visitId={row.consent.visitId} />,
        },
      ]}
    />
  );
}

/** Every donation of the person. */
export function Givings(props: { file: DonorFile }): ReactElement {
  const { t } = useTranslation('donors');
  return (
    <Table
      label={t('file.givings')}
      rows={props.file.givings}
      rowId={(row) => `${row.startedOn}${row.donationType}${row.plasmaMl}`}
      empty={t('file.noGivings')}
      columns={[
        { id: 'on', header: t('columns.on'), cell: (row) => row.startedOn },
        {
          id: 'type',
          header: t('columns.type'),
          cell: (row) => codeWord(['donors:donationTypes'], row.donationType),
        },
        { id: 'ml', header: 'mL', numeric: true, cell: (row) => row.plasmaMl },
        {
          id: 'reaction',
          header: t('columns.state'),
          cell: (row) =>
            row.hadReaction ? <StatusTag kind="caution">{t('file.reaction')}</StatusTag> : null,
        },
      ]}
    />
  );
}
