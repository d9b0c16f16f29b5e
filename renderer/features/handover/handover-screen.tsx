import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#renderer/app/commands.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { go } from '#renderer/app/router-link.ts';
import { comparable } from '#renderer/features/collection/verdicts.ts';
import { useMoment } from '#renderer/features/laboratory/words.ts';
import { QueryState } from '#renderer/features/visits/query-states.tsx';
import { Pane, Panes, ScreenHead, Stack } from '#renderer/ui/pane.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { type Counts, type Draft, useAccountWords } from './account-words.ts';
import { Accounts } from './accounts.tsx';
import { Differences } from './differences.tsx';
import { PastSheets } from './past.tsx';
import { Sheet } from './sheet.tsx';
import { SignPane } from './sign-pane.tsx';

/** The hand-over of the shift: counts, what the next must know, two signatures. */
export function HandoverScreen(): ReactElement {
  const { t } = useTranslation('handover');
  const moment = useMoment();
  const draft = useStationQuery('handover.draft', {});
  const [counts, setCounts] = useState<Counts>({});
  const back = (): void => go('/chairs');
  useCommand({ id: 'back', keys: 'Esc', label: t('stay'), run: back, bar: true });
  if (draft.data === undefined) return <QueryState error={draft.error} />;
  const { since, lines, items, open, differences } = draft.data;
  return (
    <>
      <ScreenHead
        title={t('title')}
        note={since === null ? t('first') : t('since', { time: moment(since) })}
      />
      <Panes>
        <Pane title={t('accounts')} note={t('rule')} padded>
          <Stack>
            <Accounts
              lines={lines}
              counts={counts}
              onCount={(key, typed) => setCounts((before) => ({ ...before, [key]: typed }))}
            />
            <Differences rows={differences} />
            <OpenPieces rows={open} />
            <Sheet items={items} />
            <PastSheets />
          </Stack>
        </Pane>
        <SignPane draft={draft.data} counts={counts} onSigned={() => setCounts({})} />
      </Panes>
    </>
  );
}

/** Pieces that were given out and are neither used nor void, each with who has it. */
function OpenPieces(props: { rows: Draft['open'] }): ReactElement {
  const { t } = useTranslation('handover');
  const words = useAccountWords();
  const moment = useMoment();
  return (
    <Table
      label={t('open')}
      tight
      rows={props.rows}
      rowId={(row) => `${row.piece} ${row.subject}`}
      empty={t('openNone')}
      columns={[
        { id: 'piece', header: t('open'), cell: (row) => words({ key: row.piece, lot: '' }) },
        {
          id: 'subject',
          header: t('column.subject'),
          code: true,
          cell: (row) => row.subject.split(':').map(comparable).join(' '),
        },
        { id: 'owner', header: t('column.owner'), cell: (row) => row.owner ?? '' },
        { id: 'since', header: t('column.since'), cell: (row) => moment(row.since) },
      ]}
    />
  );
}
