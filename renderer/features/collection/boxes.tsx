import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { codeWord } from '#renderer/app/code-words.ts';
import { useCommand } from '#renderer/app/commands.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { QueryState } from '#renderer/features/visits/query-states.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Code } from '#renderer/ui/code.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Pane, Panes, ScreenHead, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { UNPACK_CODES } from '#shared/features/collection/words.ts';
import { type Box, type UnpackCode, useBoxScan } from './box-scan.ts';
import styles from './collection.module.css';
import { CorrectBoxDialog, measuredMoments } from './correct-box-dialog.tsx';
import { SecondPerson } from './second-person.tsx';
import { comparable } from './verdicts.ts';

/** Boxes on their way to the laboratory: opened by scan, packed by scan, handed over by two persons. */
export function Boxes(): ReactElement {
  const { t } = useTranslation('collection');
  const boxes = useStationQuery('collection.boxes', {});
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const open = boxes.data?.filter((box) => box.state === 'open') ?? [];
  const box = boxes.data?.find((each) => each.boxId === chosen) ?? open[0];
  const [takingOut, setTakingOut] = useState<UnpackCode | undefined>(undefined);
  useBoxScan({
    box: box?.state === 'open' ? box : undefined,
    choose: setChosen,
    takingOut,
    onTakenOut: () => setTakingOut(undefined),
  });
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
          {box === undefined ? null : (
            <Contents box={box} takingOut={takingOut} onTakingOut={setTakingOut} />
          )}
        </Pane>
        {box === undefined ? null : (
          <BoxSide key={box.boxId} box={box} taking={takingOut !== undefined} />
        )}
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

function BoxSide(props: { box: Box; taking: boolean }): ReactElement {
  const { t } = useTranslation('collection');
  const { box } = props;
  const { act, outcome, busy } = useAct('collection.handOverBox');
  const [count, setCount] = useState<number | undefined>(undefined);
  const [tenths, setTenths] = useState<number | undefined>(undefined);
  const [correcting, setCorrecting] = useState(false);
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
            {props.taking ? null : <p>{t('boxes.scanItem')}</p>}
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
        {measuredMoments(box).length === 0 ? null : (
          <Button onPress={() => setCorrecting(true)}>{t('correct.box')}</Button>
        )}
        <OutcomePanel outcome={outcome} />
      </Stack>
      {correcting ? <CorrectBoxDialog box={box} onDone={() => setCorrecting(false)} /> : null}
    </SidePane>
  );
}

type ContentsProps = {
  box: Box;
  takingOut: UnpackCode | undefined;
  onTakingOut: (code: UnpackCode | undefined) => void;
};

/** What lies in the box, and the way out of it while the box is open. */
function Contents(props: ContentsProps): ReactElement {
  const { t } = useTranslation('collection');
  const { box } = props;
  return (
    <section className={styles['padded']} aria-label={t('boxes.inside', { box: box.code })}>
      <Stack>
        <h3>{t('boxes.inside', { box: box.code })}</h3>
        {box.state === 'open' && box.items.length > 0 ? <TakeOut {...props} /> : null}
        <ItemList box={box} />
      </Stack>
    </section>
  );
}

/** A wrong item leaves the box: reason first, then its own scan; Esc goes back to packing. */
function TakeOut(props: ContentsProps): ReactElement {
  const { t } = useTranslation('collection');
  const { takingOut, onTakingOut } = props;
  useCommand(
    takingOut === undefined
      ? undefined
      : {
          id: 'collection.packing',
          keys: 'Esc',
          label: t('boxes.packing'),
          bar: true,
          run: () => onTakingOut(undefined),
        },
  );
  return (
    <Stack gap="small">
      <Select
        label={t('boxes.takeOut')}
        placeholder={t('boxes.takeOutWhy')}
        value={takingOut}
        onChange={onTakingOut}
        choices={UNPACK_CODES.map((value) => ({ value, label: t(`boxes.unpackCode.${value}`) }))}
      />
      {takingOut === undefined ? null : (
        <Banner
          tone="warn"
          title={t('boxes.takeOutScan')}
          actions={<Button onPress={() => onTakingOut(undefined)}>{t('boxes.packing')}</Button>}
        />
      )}
    </Stack>
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
          cell: (item) => codeWord(['collection:container'], item.split(':')[2] ?? 'bag'),
        },
      ]}
    />
  );
}
