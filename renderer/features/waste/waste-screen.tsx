import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { timeText } from '#renderer/app/clock.ts';
import { useCommand } from '#renderer/app/commands.ts';
import { useClient, useStationQuery } from '#renderer/app/operations.ts';
import { go } from '#renderer/app/router-link.ts';
import { useStation } from '#renderer/app/station-state.ts';
import { NeedleStickButton } from '#renderer/features/quality/needle-stick.tsx';
import { openPdf } from '#renderer/features/visits/open-pdf.ts';
import { QueryState } from '#renderer/features/visits/query-states.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Pane, Panes, ScreenHead, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { Table } from '#renderer/ui/table.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { BagTable } from './bag-table.tsx';
import { HandOverBags } from './hand-over-bags.tsx';
import { OpenBag } from './open-bag.tsx';
import { SetTable, SpoilKit } from './sets.tsx';
import type { Bag } from './use-bag.ts';

type Chair = OutputOf<'collection.turnRound'>['chairs'][number];

/** Chairs to clean, sets in no bag, waste bags from opening to hand-over. */
export function WasteScreen(): ReactElement {
  const { t, i18n } = useTranslation('waste');
  const client = useClient();
  const bags = useStationQuery('waste.bags', {});
  const turn = useStationQuery('collection.turnRound', {});
  const back = (): void => go('/chairs');
  useCommand({ id: 'back', keys: 'Esc', label: t('clean.back'), run: back, bar: true });
  if (bags.data === undefined || turn.data === undefined)
    return <QueryState error={bags.error ?? turn.error} />;
  const print = async (): Promise<void> => {
    const language = i18n.language === 'en' ? 'en' : 'zh-CN';
    const { pdf } = await client.query('waste.paper', { language });
    if (pdf !== null) openPdf(pdf);
  };
  const { here, gone } = bags.data;
  return (
    <>
      <ScreenHead title={t('title')}>
        <NeedleStickButton />
        <SpoilKit />
      </ScreenHead>
      <Panes density="bedside">
        <Pane>
          <Stack>
            <ChairTable chairs={turn.data.chairs} />
            {turn.data.sets.length === 0 ? null : <SetTable sets={turn.data.sets} />}
            <BagTable bags={here} />
            {gone.length === 0 ? null : <GoneTable bags={gone} />}
          </Stack>
        </Pane>
        <SidePane
          title={t('open')}
          foot={
            <>
              <Button onPress={() => void print()}>{t('print')}</Button>
              <HandOverBags bags={here.filter(({ state }) => state === 'sealed')} />
            </>
          }
        >
          <OpenBag />
        </SidePane>
      </Panes>
    </>
  );
}

function ChairTable(props: { chairs: readonly Chair[] }): ReactElement {
  const { t } = useTranslation('waste');
  const zone = useStation((state) => state.zone);
  const sinceText = ({ since }: Chair) =>
    since === null ? t('stillThere') : timeText(Date.parse(since), zone);
  return (
    <Table
      label={t('chairs')}
      rows={props.chairs}
      rowId={(chair) => chair.chairId}
      onOpen={(chair) => go(`/chairs/${chair.chairId}`)}
      empty={t('chairsNone')}
      columns={[
        { id: 'chair', header: t('chairs'), cell: (chair) => chair.name },
        { id: 'since', header: t('clean.since'), cell: sinceText },
      ]}
    />
  );
}

function GoneTable(props: { bags: readonly Bag[] }): ReactElement {
  const { t } = useTranslation('waste');
  return (
    <Table
      label={t('gone')}
      tight
      rows={props.bags}
      rowId={(bag) => bag.bagId}
      columns={[
        { id: 'number', header: t('gone'), cell: (bag) => bag.number, code: true },
        { id: 'grams', header: t('column.grams'), cell: (bag) => bag.grams, numeric: true },
        { id: 'by', header: t('column.by'), cell: (bag) => bag.handedOverBy ?? '' },
        { id: 'takenBy', header: t('column.takenBy'), cell: (bag) => bag.takenBy ?? '' },
      ]}
    />
  );
}
