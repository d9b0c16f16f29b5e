import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncedAct } from '#renderer/app/act.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { refusalText } from '#renderer/app/refusals.ts';
import type { Scan } from '#renderer/app/scan/scan.ts';
import { useScan } from '#renderer/app/scan-router.ts';
import { Signature } from '#renderer/features/operators/signature.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { DateSegments } from '#renderer/ui/date-segments.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Pane, Panes, Row, ScreenHead, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { Facts } from '#renderer/ui/rows.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { LOT_KINDS } from '#shared/features/equipment/kinds.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import styles from './admin.module.css';
import { type Asked, ListEmpty } from './asked.tsx';
import { LotExpiryDialog } from './lot-expiry-dialog.tsx';

type Lot = OutputOf<'equipment.lots'>[number];

const reasons = ['recall', 'damaged', 'wrong', 'other'] as const;

/** Lots of kits, anticoagulant, strips and reagents. A pack's GS1 code fills a new one in. */
export function Lots(): ReactElement {
  const { t } = useTranslation('admin');
  const asked = useStationQuery('equipment.lots', {});
  const lots = asked.data ?? [];
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [scanned, setScanned] = useState<Partial<Draft>>({});
  useScan('screen', (scan) => {
    const draft = draftOf(scan);
    if (draft === undefined) return 'pass';
    const known = lots.find((row) => row.lot === draft.lot);
    setScanned(draft);
    setChosen(known?.lotId ?? `new ${draft.lot}`);
    return { verdict: 'ok', text: t('lots.scanned', { lot: draft.lot }) };
  });
  const lot = lots.find((row) => row.lotId === chosen);
  const bad = lots.filter((row) => row.problem !== null).length;
  return (
    <>
      <ScreenHead title={t('lots.title')} note={t('lots.note', { count: lots.length, bad })}>
        <Button
          onPress={() => {
            setScanned({});
            setChosen('new');
          }}
        >
          {t('lots.add')}
        </Button>
      </ScreenHead>
      <Panes>
        <Pane>
          <LotTable asked={asked} lots={lots} chosen={chosen} onOpen={setChosen} />
        </Pane>
        {lot === undefined ? null : <LotPane key={lot.lotId} lot={lot} />}
        {lot === undefined && chosen?.startsWith('new') ? (
          <LotForm key={chosen} scanned={scanned} onSaved={setChosen} />
        ) : null}
      </Panes>
    </>
  );
}

function LotTable(props: {
  asked: Asked;
  lots: readonly Lot[];
  chosen: string | undefined;
  onOpen: (lotId: string) => void;
}): ReactElement {
  const { t } = useTranslation(['admin', 'equipment']);
  return (
    <Table
      label={t('lots.title')}
      rows={props.lots}
      rowId={(row) => row.lotId}
      selectedId={props.chosen}
      onOpen={(row) => props.onOpen(row.lotId)}
      tone={(row) => (row.problem === null ? 'plain' : 'attention')}
      empty={
        <ListEmpty
          query={props.asked}
          icon="package"
          title={t('lots.empty')}
          fill={t('lots.emptyFill')}
        />
      }
      columns={[
        { id: 'kind', header: t('common.kind'), cell: (row) => t(`equipment:lotKind.${row.kind}`) },
        { id: 'name', header: t('common.name'), cell: (row) => row.name },
        { id: 'lot', header: t('lots.lot'), cell: (row) => row.lot, code: true },
        { id: 'expires', header: t('lots.expires'), cell: (row) => row.expires },
        {
          id: 'quantity',
          header: t('lots.quantity'),
          cell: (row) => row.quantity,
          numeric: true,
          secondary: true,
        },
        { id: 'state', header: t('common.state'), cell: (row) => <LotTag lot={row} /> },
      ]}
    />
  );
}

function LotTag(props: { lot: Lot }): ReactElement {
  const { t } = useTranslation(['admin', 'equipment']);
  const { problem } = props.lot;
  if (problem === null) return <StatusTag kind="ok">{t('lots.usable')}</StatusTag>;
  return <StatusTag kind="stop">{refusalText({ code: problem }).title}</StatusTag>;
}

type Draft = {
  kind: Lot['kind'];
  name: string;
  catalogue: string;
  lot: string;
  expires: CivilDate | undefined;
  quantity: number | undefined;
  serves: string;
};

function draftOf(scan: Scan): (Partial<Draft> & { lot: string }) | undefined {
  const supply = scan.tokens.find((token) => token.kind === 'supply');
  if (scan.problem !== null || !supply?.lot) return undefined;
  return {
    lot: supply.lot,
    catalogue: supply.gtin ?? '',
    expires: supply.expiry ?? undefined,
  };
}

function LotForm(props: {
  scanned: Partial<Draft>;
  onSaved: (lotId: string) => void;
}): ReactElement {
  const { t } = useTranslation(['admin', 'equipment']);
  const [form, setForm] = useState<Draft>({
    kind: 'kit',
    name: '',
    catalogue: '',
    lot: '',
    expires: undefined,
    quantity: undefined,
    serves: '',
    ...props.scanned,
  });
  const put = (change: Partial<Draft>): void => setForm({ ...form, ...change });
  const save = useAnnouncedAct(
    'equipment.receiveLot',
    () => t('common.saved'),
    ({ lotId }) => props.onSaved(lotId),
  );
  const { expires, quantity } = form;
  const missing =
    form.name.trim() === ''
      ? t('common.name')
      : form.lot === ''
        ? t('lots.lot')
        : expires
          ? undefined
          : t('lots.expires');
  const submit = (): void => {
    if (expires === undefined) return;
    const serves = form.serves.split(/[,，\s]+/).filter((word) => word !== '');
    save.run({ ...form, expires, quantity: quantity ?? 0, serves });
  };
  return (
    <SidePane
      title={t('lots.add')}
      foot={
        <Button look="primary" wide busy={save.busy} disabledReason={missing} onPress={submit}>
          {t('common.save')}
        </Button>
      }
    >
      <Stack>
        <Select
          label={t('common.kind')}
          value={form.kind}
          onChange={(kind) => put({ kind })}
          choices={LOT_KINDS.map((value) => ({ value, label: t(`equipment:lotKind.${value}`) }))}
        />
        <TextField label={t('common.name')} value={form.name} onChange={(name) => put({ name })} />
        <Row columns={2}>
          <TextField
            label={t('lots.catalogue')}
            value={form.catalogue}
            onChange={(catalogue) => put({ catalogue })}
            code
          />
          <TextField label={t('lots.lot')} value={form.lot} onChange={(lot) => put({ lot })} code />
        </Row>
        <DateSegments
          label={t('lots.expires')}
          value={expires}
          onChange={(value) => put({ expires: value })}
        />
        <NumberField
          label={t('lots.quantity')}
          unit=""
          value={quantity}
          onChange={(value) => put({ quantity: value })}
        />
        <TextField
          label={t('lots.serves')}
          value={form.serves}
          onChange={(serves) => put({ serves })}
          code
        />
        <OutcomePanel outcome={save.outcome} />
      </Stack>
    </SidePane>
  );
}

function LotPane(props: { lot: Lot }): ReactElement {
  const { t } = useTranslation('admin');
  const { lot } = props;
  const [why, setWhy] = useState<(typeof reasons)[number]>('recall');
  const [correcting, setCorrecting] = useState(false);
  const withdraw = useAnnouncedAct('equipment.withdrawLot', () => t('common.saved'));
  return (
    <SidePane title={lot.name}>
      <Facts
        items={[
          { name: t('lots.lot'), value: lot.lot },
          { name: t('lots.catalogue'), value: lot.catalogue || t('common.none') },
          { name: t('lots.expires'), value: lot.expires },
          { name: t('lots.quantity'), value: lot.quantity },
          { name: t('common.state'), value: <LotTag lot={lot} /> },
        ]}
      />
      <Button onPress={() => setCorrecting(true)}>{t('lots.correct.title', { lot: '' })}</Button>
      {correcting ? <LotExpiryDialog lot={lot} onDone={() => setCorrecting(false)} /> : null}
      {lot.withdrawn ? null : (
        <section className={styles['section']} aria-label={t('lots.withdraw')}>
          <Select
            label={t('lots.withdrawWhy')}
            value={why}
            onChange={setWhy}
            choices={reasons.map((value) => ({ value, label: t(`lots.why.${value}`) }))}
          />
          <Signature
            label={t('lots.withdraw')}
            danger
            busy={withdraw.busy}
            onSign={({ pin }) =>
              withdraw.run(
                { lotId: lot.lotId, why },
                { proof: { pin }, expects: { [lot.lotId]: lot.version } },
              )
            }
          />
          <OutcomePanel outcome={withdraw.outcome} />
        </section>
      )}
    </SidePane>
  );
}
