import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationQuery } from '#renderer/app/operations.ts';
import { Pane, Panes } from '#renderer/ui/pane.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { printDin } from '#shared/codes/din.ts';
import { QueryState } from '../visits/query-states.tsx';
import { useSay } from '../visits/say.ts';
import { AdoptPane } from './adopt-pane.tsx';
import { type ConfirmPage, type OfferKey, PagePane, type Pages } from './page-pane.tsx';

/**
 * A pack on offer beside the list of packs: its pages of unverified values one after another, then the
 * trial on the recorded history and the adoption.
 */
export function OfferPanes(props: {
  offer: OfferKey & { readonly kind: string };
  list: ReactNode;
}): ReactElement {
  const { packId, revision, kind } = props.offer;
  const offer = { packId, revision };
  const pages = useStationQuery('rulesets.pages', offer);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  if (!pages.data) return <QueryState error={pages.error} />;
  const all = pages.data.pages;
  const open = all.find((page) => page.signed === null || page.signed.exceptions.length > 0);
  const tab = chosen ?? (open === undefined || kind === 'contrast' ? TRIAL : String(open.page));
  const page = all.find((each) => String(each.page) === tab);
  return (
    <Panes>
      <Pane>
        {props.list}
        <PageTabs pages={pages.data} tab={tab} onTab={setChosen} />
      </Pane>
      {page === undefined || kind === 'contrast' ? (
        <AdoptPane offer={offer} isContrast={kind === 'contrast'} replay={pages.data.replay} />
      ) : (
        <PagePane
          key={page.page}
          offer={offer}
          page={page}
          of={all.length}
          onSigned={() => setChosen(undefined)}
        />
      )}
    </Panes>
  );
}

const TRIAL = 'trial';

function PageTabs(props: {
  pages: Pages;
  tab: string;
  onTab: (tab: string) => void;
}): ReactElement {
  const { t } = useTranslation('rulesets');
  const { pages, replay } = props.pages;
  return (
    <Tabs
      label={t('pages.tabs')}
      value={props.tab}
      onChange={props.onTab}
      items={[
        ...pages.map((page) => ({
          id: String(page.page),
          label: <StatusTag kind={stateOf(page)}>{t('pages.tab', { page: page.page })}</StatusTag>,
          panel: <Values page={page} />,
        })),
        { id: TRIAL, label: t('replay.tab'), panel: <Otherwise replay={replay} /> },
      ]}
    />
  );
}

function stateOf({ signed }: ConfirmPage): 'waiting' | 'caution' | 'ok' {
  if (signed === null) return 'waiting';
  return signed.exceptions.length > 0 ? 'caution' : 'ok';
}

function Values(props: { page: ConfirmPage }): ReactElement {
  const { t } = useTranslation('rulesets');
  const say = useSay();
  const { page, rows, signed } = props.page;
  const why = (ruleId: string) => signed?.exceptions.find((each) => each.ruleId === ruleId)?.why;
  return (
    <>
      {signed === null ? null : (
        <p>
          {t('pages.by', { first: signed.by, second: signed.second, at: signed.at.slice(0, 10) })}
        </p>
      )}
      <Table
        label={t('pages.tab', { page })}
        tight
        rows={rows}
        rowId={(row) => row.ruleId}
        tone={(row) => (why(row.ruleId) === undefined ? 'plain' : 'attention')}
        detail={(row) => why(row.ruleId)}
        columns={[
          { id: 'rule', header: t('rule'), code: true, cell: (row) => row.ruleId, width: '140px' },
          { id: 'item', header: t('item'), cell: (row) => say(row.item) },
          { id: 'limit', header: t('limit'), cell: (row) => say(row.limit) },
          {
            id: 'source',
            header: t('source'),
            cell: (row) => `${row.clause} · ${row.source}`,
            secondary: true,
          },
        ]}
      />
    </>
  );
}

function Otherwise(props: { replay: Pages['replay'] }): ReactElement {
  const { t } = useTranslation('rulesets');
  return (
    <Table
      label={t('replay.tab')}
      tight
      rows={props.replay?.otherwise ?? []}
      rowId={(row) => `${row.kind}:${row.target}`}
      empty={t(props.replay === null ? 'replay.notYet' : 'replay.nothing')}
      columns={[
        { id: 'on', header: t('replay.on'), cell: (row) => row.on, width: '120px' },
        { id: 'kind', header: t('replay.kind'), cell: (row) => t(`replay.kinds.${row.kind}`) },
        { id: 'donor', header: t('replay.donor'), code: true, cell: (row) => row.donorNumber },
        {
          id: 'din',
          header: t('replay.din'),
          code: true,
          cell: (row) => (row.din === null ? '' : printDin(row.din)),
        },
        {
          id: 'change',
          header: t('replay.change'),
          cell: (row) => (
            <StatusTag kind={row.change === 'wouldRefuse' ? 'stop' : 'info'}>
              {t(`replay.changes.${row.change}`)}
            </StatusTag>
          ),
        },
        { id: 'rules', header: t('rule'), cell: (row) => row.rules.join('、') },
      ]}
    />
  );
}
