import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWord } from '#renderer/app/code-words.ts';
import { useClient, useStationCommand, useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { refusalText } from '#renderer/app/refusals.ts';
import { go } from '#renderer/app/router-link.ts';
import type { ScanVerdict } from '#renderer/app/scan/scan.ts';
import { useSaid } from '#renderer/features/labeling/said.ts';
import { Scroll } from '#renderer/features/labeling/scroll.tsx';
import { useProgrammes } from '#renderer/features/rulesets/programmes.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { Pane, Panes, ScreenHead, SidePane } from '#renderer/ui/pane.tsx';
import { Facts, StepRow, Steps } from '#renderer/ui/rows.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { Table } from '#renderer/ui/table.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import styles from './inventory.module.css';
import { DiscardDialog, WithdrawDialog } from './stock-dialogs.tsx';
import { type Card, GroupCell, StateCell, unitColumns, unitName } from './unit-cells.tsx';
import { useUnitScan } from './unit-scan.ts';

const SHOWS = ['all', 'quarantine', 'released', 'held', 'outOfPlace', 'discarded'] as const;
type Show = (typeof SHOWS)[number];
const EVERY = 'every';
type Place = OutputOf<'inventory.stock'>['places'][number];

/** Units by kind, and put-away by two scans: the unit, then its shelf. */
export function StockScreen(): ReactElement {
  const { t } = useTranslation('inventory');
  const client = useClient();
  const [show, setShow] = useState<Show>('all');
  const [chosen, setChosen] = useState<Card>();
  const [programme, setProgramme] = useState(EVERY);
  const { programmes } = useProgrammes();
  const { data } = useStationQuery('inventory.stock', { show });
  const shown = (data?.units ?? []).filter(
    (unit) => programme === EVERY || unit.programme === programme,
  );
  const current = data?.units.find((unit) => unit.unitId === chosen?.unitId) ?? chosen;
  const put = async (unit: Card, placeId: string, name: string): Promise<ScanVerdict> => {
    const input = { unitId: unit.unitId, placeId };
    const call = { expects: { [unit.unitId]: unit.version } };
    const outcome = await client.command('inventory.putAway', input, call);
    if (outcome.status === 'ok') {
      setChosen(undefined);
      return { verdict: 'moved', text: t('stock.moved', { place: name }) };
    }
    const [reason] = outcome.status === 'refused' ? outcome.reasons : [];
    return { verdict: 'caution', text: refusalText(reason ?? { code: 'app.noAnswer' }).title };
  };
  useUnitScan(({ units, place }) => {
    if (place !== null && current !== undefined) return put(current, place.placeId, place.name);
    const [one] = units;
    if (one === undefined) return { verdict: 'caution', text: t('stock.unknown') };
    if (units.length > 1) return { verdict: 'caution', text: t('stock.several') };
    setChosen(one);
    return { verdict: 'ok', text: `${t('stock.found')} ${unitName(one)}` };
  });
  return (
    <>
      <ScreenHead title={t('stock.title')}>
        <Button onPress={() => go('/issue')}>{t('issue.title')}</Button>
      </ScreenHead>
      <Panes>
        <Pane>
          <div className={styles['padded']}>
            <Segmented
              label={t('columns.state')}
              choices={SHOWS.map((value) => ({
                value,
                label: `${t(`stock.${value}`)} ${data?.counts[value] ?? 0}`,
              }))}
              value={show}
              onChange={setShow}
            />
            {programmes.length > 1 ? (
              <Select
                label={t('stock.programme')}
                choices={[
                  { value: EVERY, label: t('stock.everyProgramme') },
                  ...programmes.map((each) => ({ value: each.programme, label: each.title })),
                ]}
                value={programme}
                onChange={setProgramme}
              />
            ) : null}
          </div>
          <Table
            label={t('stock.title')}
            columns={unitColumns(t)}
            rows={shown}
            rowId={(row) => row.unitId}
            onOpen={setChosen}
            {...(current === undefined ? {} : { selectedId: current.unitId })}
            empty={<EmptyState icon="archive" title={t('stock.title')} fill={t('stock.empty')} />}
          />
        </Pane>
        <PutAway unit={current} places={data?.places ?? []} onClear={() => setChosen(undefined)} />
      </Panes>
    </>
  );
}

function PutAway(props: {
  unit: Card | undefined;
  places: readonly Place[];
  onClear: () => void;
}): ReactElement {
  const { t } = useTranslation('inventory');
  const said = useSaid();
  const { unit } = props;
  const moving = useStationCommand('inventory.putAway');
  const [asked, setAsked] = useState<'discard' | 'withdraw'>();
  if (unit === undefined)
    return (
      <SidePane title={t('stock.put')} padded={false}>
        <Steps label={t('stock.put')}>
          <StepRow state="current" what={t('stock.scanUnit')} />
          <StepRow state="waiting" what={t('stock.scanPlace')} />
        </Steps>
      </SidePane>
    );
  const kinds = unit.belongs;
  const gone = unit.state === 'discarded' || unit.state === 'issued';
  const move = (placeId: string): void => {
    const call = { expects: { [unit.unitId]: unit.version } };
    moving.mutate(
      { input: { unitId: unit.unitId, placeId }, call },
      { onSuccess: (outcome) => outcome.status === 'ok' && props.onClear() },
    );
  };
  return (
    <SidePane
      title={t('stock.put')}
      padded={false}
      foot={
        <div className={styles['actions']}>
          <Button onPress={() => go(`/stock/unit/${encodeURIComponent(unit.unitId)}`)}>
            {t('stock.history')}
          </Button>
          {unit.state === 'released' ? (
            <Button look="danger" onPress={() => setAsked('withdraw')}>
              {t('stock.withdraw')}
            </Button>
          ) : null}
          {gone ? null : (
            <Button look="danger" onPress={() => setAsked('discard')}>
              {t('stock.discard')}
            </Button>
          )}
          <Button look="quiet" onPress={props.onClear}>
            {t('stock.clear')}
          </Button>
        </div>
      }
    >
      <Scroll label={t('stock.put')} padded>
        <Facts
          items={[
            { name: t('columns.unit'), value: <b>{unitName(unit)}</b> },
            { name: t('columns.group'), value: <GroupCell card={unit} /> },
            { name: t('columns.volume'), value: `${unit.volumeMl} mL` },
            { name: t('columns.state'), value: <StateCell card={unit} /> },
            { name: t('columns.place'), value: unit.placeName ?? '—' },
            { name: t('columns.expires'), value: unit.expiresText },
            { name: t('columns.product'), value: said(unit.productName) },
          ]}
        />
        {gone || kinds.length === 0 ? null : (
          <>
            <Steps label={t('stock.put')}>
              <StepRow
                state="current"
                what={t('stock.scanPlace')}
                detail={t('stock.belongs', {
                  kinds: kinds.map((kind) => codeWord(['inventory:stock.kinds'], kind)).join(' / '),
                })}
              />
            </Steps>
            <Select
              label={t('columns.place')}
              choices={props.places
                .filter((place) => kinds.includes(place.kind) && place.placeId !== unit.placeId)
                .map((place) => ({ value: place.placeId, label: place.name }))}
              value={undefined}
              onChange={move}
            />
          </>
        )}
        <OutcomePanel outcome={moving.data} />
      </Scroll>
      {asked === 'discard' ? (
        <DiscardDialog unit={unit} onClose={() => setAsked(undefined)} onDone={props.onClear} />
      ) : null}
      {asked === 'withdraw' ? (
        <WithdrawDialog unit={unit} onClose={() => setAsked(undefined)} />
      ) : null}
    </SidePane>
  );
}
