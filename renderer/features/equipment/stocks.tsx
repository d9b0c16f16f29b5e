import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncedAct } from '#renderer/app/act.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/choices.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Pane, Panes, Row, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import styles from './admin.module.css';
import { AdminHead } from './admin-head.tsx';
import { ListEmpty } from './asked.tsx';
import { ActiveTag } from './chairs.tsx';

type Stocks = OutputOf<'equipment.stocks'>;
type Stock = Stocks['stocks'][number];

/** Label and paper stocks with their measured size; offsets and calibration page per printer. */
export function StocksScreen(): ReactElement {
  const { t } = useTranslation(['admin', 'equipment']);
  const asked = useStationQuery('equipment.stocks', {});
  const { data } = asked;
  const stocks = data?.stocks ?? [];
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const stock = stocks.find((row) => row.stockId === chosen);
  return (
    <>
      <AdminHead place="stocks" title={t('stocks.title')} note={t('stocks.note')}>
        <Button onPress={() => setChosen('new')}>{t('stocks.add')}</Button>
      </AdminHead>
      <Panes>
        <Pane>
          <Table
            label={t('stocks.title')}
            rows={stocks}
            rowId={(row) => row.stockId}
            selectedId={chosen}
            onOpen={(row) => setChosen(row.stockId)}
            empty={
              <ListEmpty
                query={asked}
                icon="document"
                title={t('stocks.empty')}
                fill={t('stocks.emptyFill')}
              />
            }
            columns={[
              { id: 'name', header: t('common.name'), cell: (row) => row.name },
              {
                id: 'kind',
                header: t('common.kind'),
                cell: (row) => t(`equipment:stockKind.${row.kind}`),
              },
              { id: 'size', header: t('stocks.size'), cell: sizeText },
              {
                id: 'form',
                header: t('stocks.form'),
                cell: (row) => row.form || '—',
                secondary: true,
              },
              {
                id: 'state',
                header: t('common.state'),
                cell: (row) => <ActiveTag active={row.active} />,
              },
            ]}
          />
        </Pane>
        {stock === undefined && chosen !== 'new' ? null : (
          <StockForm key={chosen} stock={stock} offsets={data?.offsets ?? []} onSaved={setChosen} />
        )}
      </Panes>
    </>
  );
}

function sizeText(stock: Stock): string {
  return `${stock.widthTenthsMm / 10} × ${stock.heightTenthsMm / 10} mm`;
}

function StockForm(props: {
  stock: Stock | undefined;
  offsets: Stocks['offsets'];
  onSaved: (stockId: string) => void;
}): ReactElement {
  const { t } = useTranslation(['admin', 'equipment']);
  const { stock } = props;
  const [form, setForm] = useState({
    kind: stock?.kind ?? ('label' as const),
    name: stock?.name ?? '',
    widthTenthsMm: stock?.widthTenthsMm,
    heightTenthsMm: stock?.heightTenthsMm,
    dotsPerMm: stock?.dotsPerMm ?? null,
    form: stock?.form ?? '',
    active: stock?.active ?? true,
  });
  const put = (change: Partial<typeof form>): void => setForm({ ...form, ...change });
  const save = useAnnouncedAct(
    'equipment.setStock',
    () => t('common.saved'),
    ({ stockId }) => props.onSaved(stockId),
  );
  const { widthTenthsMm, heightTenthsMm } = form;
  const submit = (): void => {
    if (widthTenthsMm === undefined || heightTenthsMm === undefined) return;
    const id = stock ? { stockId: stock.stockId } : {};
    const expects = stock ? { [stock.stockId]: stock.version } : {};
    save.run({ ...id, ...form, widthTenthsMm, heightTenthsMm }, { expects });
  };
  const hasSize = widthTenthsMm !== undefined && heightTenthsMm !== undefined;
  return (
    <SidePane
      title={stock?.name ?? t('stocks.add')}
      foot={
        <Button
          look="primary"
          wide
          busy={save.busy}
          disabledReason={hasSize ? undefined : t('stocks.size')}
          onPress={submit}
        >
          {t('common.save')}
        </Button>
      }
    >
      <Stack>
        <TextField label={t('common.name')} value={form.name} onChange={(name) => put({ name })} />
        <Select
          label={t('common.kind')}
          value={form.kind}
          onChange={(kind) => put({ kind })}
          choices={(['label', 'certificate', 'sheet'] as const).map((value) => ({
            value,
            label: t(`equipment:stockKind.${value}`),
          }))}
        />
        <Row columns={2}>
          <NumberField
            label={t('stocks.width')}
            unit="mm"
            decimals={1}
            value={widthTenthsMm}
            onChange={(value) => put({ widthTenthsMm: value })}
          />
          <NumberField
            label={t('stocks.height')}
            unit="mm"
            decimals={1}
            value={heightTenthsMm}
            onChange={(value) => put({ heightTenthsMm: value })}
          />
        </Row>
        {form.kind === 'label' ? (
          <NumberField
            label={t('stocks.dots')}
            unit="/mm"
            value={form.dotsPerMm ?? undefined}
            onChange={(value) => put({ dotsPerMm: value ?? null })}
          />
        ) : null}
        <TextField
          label={t('stocks.form')}
          value={form.form}
          onChange={(value) => put({ form: value })}
          code
        />
        <Checkbox checked={form.active} onChange={(active) => put({ active })}>
          {t('common.active')}
        </Checkbox>
        <OutcomePanel outcome={save.outcome} />
        {stock === undefined || stock.kind === 'label' ? null : (
          <Offsets stock={stock} offsets={props.offsets} />
        )}
      </Stack>
    </SidePane>
  );
}

/** Offsets of each paper printer on this stock, and the page that shows whether they are right. */
function Offsets(props: { stock: Stock; offsets: Stocks['offsets'] }): ReactElement {
  const { t } = useTranslation('admin');
  const printers = (useStationQuery('equipment.devices', {}).data ?? []).filter(
    (device) => device.kind === 'paperPrinter' && device.active,
  );
  return (
    <section className={styles['section']} aria-label={t('stocks.offsets')}>
      <h3>{t('stocks.offsets')}</h3>
      <p className={styles['quiet']}>
        {printers.length === 0 ? t('stocks.noPrinter') : t('stocks.help')}
      </p>
      {printers.map((printer) => (
        <OffsetForm
          key={printer.deviceId}
          name={printer.name}
          deviceId={printer.deviceId}
          stockId={props.stock.stockId}
          known={props.offsets.find(
            (row) => row.deviceId === printer.deviceId && row.stockId === props.stock.stockId,
          )}
        />
      ))}
    </section>
  );
}

function OffsetForm(props: {
  name: string;
  deviceId: string;
  stockId: string;
  known: Stocks['offsets'][number] | undefined;
}): ReactElement {
  const { t } = useTranslation('admin');
  const [x, setX] = useState<number | undefined>(props.known?.xTenthsMm ?? 0);
  const [y, setY] = useState<number | undefined>(props.known?.yTenthsMm ?? 0);
  const save = useAnnouncedAct('equipment.setPrinterOffset', () => t('common.saved'));
  const print = useAnnouncedAct('equipment.printCalibration', ({ state }) =>
    t('stocks.printed', { state }),
  );
  const { deviceId, stockId } = props;
  return (
    <Stack gap="small">
      <b>{props.name}</b>
      <Row columns={2}>
        <NumberField label={t('stocks.x')} unit="mm" decimals={1} value={x} onChange={setX} />
        <NumberField label={t('stocks.y')} unit="mm" decimals={1} value={y} onChange={setY} />
      </Row>
      <Row>
        <Button
          busy={save.busy}
          onPress={() => save.run({ deviceId, stockId, xTenthsMm: x ?? 0, yTenthsMm: y ?? 0 })}
        >
          {t('stocks.saveOffset')}
        </Button>
        <Button busy={print.busy} onPress={() => print.run({ deviceId, stockId })}>
          {t('stocks.print')}
        </Button>
      </Row>
      <OutcomePanel outcome={save.outcome} />
      <OutcomePanel outcome={print.outcome} />
    </Stack>
  );
}
