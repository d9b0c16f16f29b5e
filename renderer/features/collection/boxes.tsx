import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useScan } from '#renderer/app/scan-router.ts';
import { QueryState } from '#renderer/features/visits/query-states.tsx';
import { Code } from '#renderer/ui/code.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Pane, Panes, ScreenHead, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { Table } from '#renderer/ui/table.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { SecondPerson } from './second-person.tsx';
import { useAct } from './use-act.ts';
import { comparable, refusedVerdict, type WrongWords } from './verdicts.ts';

type Box = OutputOf<'collection.boxes'>[number];

/** Boxes on their way to the laboratory: opened by scan, packed by scan, handed over by two persons. */
export function Boxes(): ReactElement {
  const { t } = useTranslation('collection');
  const boxes = useStationQuery('collection.boxes', {});
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const open = boxes.data?.filter((box) => box.state === 'open') ?? [];
  const box = boxes.data?.find((each) => each.boxId === chosen) ?? open[0];
  useBoxScan(box?.state === 'open' ? box : undefined, setChosen);
  if (boxes.data === undefined) return <QueryState error={boxes.error} />;
  const sorted = boxes.data.toSorted((a, b) => (a.boxId < b.boxId ? 1 : -1));
  return (
    <>
      <ScreenHead title={t('boxes.title')} note={t('boxes.scanBox')} />
      <Panes density="bedside">
        <Pane>
          <Table
            label={t('boxes.title')}
            rows={sorted}
            rowId={(each) => each.boxId}
            selectedId={box?.boxId}
            onOpen={(each) => setChosen(each.boxId)}
            empty={<EmptyState icon="package" title={t('boxes.title')} fill={t('boxes.empty')} />}
            columns={[
              { id: 'code', header: t('boxes.box'), cell: (each) => each.code, code: true },
              { id: 'state', header: t('boxes.state'), cell: (each) => <BoxState box={each} /> },
              {
                id: 'count',
                header: t('boxes.countAloud'),
                cell: (each) => t('boxes.count', { count: each.items.length }),
                numeric: true,
              },
              {
                id: 'from',
                header: t('boxes.from'),
                cell: (each) => each.handedOverBy ?? '',
                secondary: true,
              },
              {
                id: 'to',
                header: t('boxes.to'),
                cell: (each) => each.receivedBy ?? each.takenBy ?? '',
                secondary: true,
              },
            ]}
          />
        </Pane>
        {box === undefined ? null : <BoxSide key={box.boxId} box={box} />}
      </Panes>
    </>
  );
}

function BoxState(props: { box: Box }): ReactElement {
  const { t } = useTranslation('collection');
  const { state } = props.box;
  const kind = { open: 'running', handedOver: 'next', received: 'ok', stopped: 'stop' } as const;
  return <StatusTag kind={kind[state]}>{t(`boxes.${state}`)}</StatusTag>;
}

function BoxSide(props: { box: Box }): ReactElement {
  const { t } = useTranslation('collection');
  const { box } = props;
  const { act, outcome, busy } = useAct('collection.handOverBox');
  const [count, setCount] = useState<number | undefined>(undefined);
  const [tenths, setTenths] = useState<number | undefined>(undefined);
  const complete = count !== undefined && tenths !== undefined;
  const give = async (second: { badge: string; pin: string }): Promise<void> => {
    if (!complete) return;
    const input = { boxId: box.boxId, count, temperatureTenthsC: tenths };
    await act(input, { proof: { second }, expects: { [box.boxId]: box.version } });
  };
  return (
    <SidePane title={box.code} note={t('boxes.count', { count: box.items.length })}>
      <Stack>
        {box.state === 'open' ? (
          <>
            <p>{t('boxes.scanItem')}</p>
            <NumberField label={t('boxes.countAloud')} unit="" value={count} onChange={setCount} />
            <NumberField
              label={t('boxes.temperature')}
              unit="℃"
              decimals={1}
              value={tenths}
              onChange={setTenths}
            />
            <SecondPerson
              label={t('boxes.handOver')}
              busy={busy}
              missing={complete ? undefined : `${t('boxes.countAloud')}、${t('boxes.temperature')}`}
              onProof={(second) => void give(second)}
            />
          </>
        ) : null}
        <OutcomePanel outcome={outcome} />
        <ItemList box={box} />
      </Stack>
    </SidePane>
  );
}

function ItemList(props: { box: Box }): ReactElement {
  const { t } = useTranslation('collection');
  return (
    <Table
      label={t('boxes.scanItem')}
      rows={props.box.items}
      rowId={(item) => item}
      tight
      columns={[
        {
          id: 'item',
          header: t('setup.number'),
          cell: (item) => <Code>{comparable(item.split(':')[1] ?? item)}</Code>,
        },
        {
          id: 'kind',
          header: t('boxes.tube'),
          cell: (item) => t(`container.${item.split(':')[2] ?? 'bag'}`),
        },
      ]}
    />
  );
}

function useBoxScan(box: Box | undefined, choose: (boxId: string) => void): void {
  const { t } = useTranslation('collection');
  const client = useClient();
  const words: WrongWords = {
    title: t('wrong.title'),
    detail: t('wrong.nothingMatched'),
    expectedNote: '',
    scannedNote: '',
    steps: [t('wrong.stepDown')],
  };
  // The next item may be scanned before the list of boxes has come back.
  const opened = useRef<string | undefined>(undefined);
  const shown = box?.boxId;
  useEffect(() => {
    opened.current = shown;
  }, [shown]);
  useScan('step', async (scan) => {
    const kind = scan.tokens[0]?.kind;
    const boxId = opened.current ?? box?.boxId;
    const raw = scan.aim === undefined ? scan.raw : `${scan.aim}${scan.raw}`;
    if (kind === 'box') {
      const answer = await client.command('collection.openBox', { box: raw });
      if (answer.status !== 'ok') return refusedVerdict(answer, words);
      opened.current = answer.value.boxId;
      choose(answer.value.boxId);
      return { verdict: 'ok', text: scan.raw };
    }
    if (kind !== 'din' || boxId === undefined) return 'pass';
    const packed = await client.command('collection.packBox', { boxId, scan: raw });
    if (packed.status !== 'ok') return refusedVerdict(packed, words);
    return { verdict: 'ok', text: t('boxes.count', { count: packed.value.count }) };
  });
}
