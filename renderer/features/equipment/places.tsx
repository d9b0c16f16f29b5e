import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncedAct } from '#renderer/app/act.ts';
import { dateText, timeText } from '#renderer/app/clock.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useStation } from '#renderer/app/station-state.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/choices.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Pane, Panes, Row, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { PLACE_KINDS } from '#shared/features/equipment/kinds.ts';
import styles from './admin.module.css';
import { AdminHead } from './admin-head.tsx';
import { ListEmpty } from './asked.tsx';
import { ActiveTag } from './chairs.tsx';

type Place = OutputOf<'equipment.places'>[number];

/** Shelves, freezers and desks with their limits and last readings. */
export function Places(): ReactElement {
  const { t } = useTranslation(['admin', 'equipment']);
  const asked = useStationQuery('equipment.places', {});
  const places = asked.data ?? [];
  const zone = useStation((state) => state.zone);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const place = places.find((row) => row.placeId === chosen);
  return (
    <>
      <AdminHead place="places" title={t('places.title')} note={t('places.note')}>
        <Button onPress={() => setChosen('new')}>{t('places.add')}</Button>
      </AdminHead>
      <Panes>
        <Pane>
          <Table
            label={t('places.title')}
            rows={places}
            rowId={(row) => row.placeId}
            selectedId={chosen}
            onOpen={(row) => setChosen(row.placeId)}
            tone={(row) => (row.withinLimits === false ? 'attention' : 'plain')}
            empty={
              <ListEmpty
                query={asked}
                icon="storage"
                title={t('places.empty')}
                fill={t('places.emptyFill')}
              />
            }
            columns={[
              { id: 'name', header: t('common.name'), cell: (row) => row.name },
              { id: 'code', header: t('common.code'), cell: (row) => row.code, code: true },
              {
                id: 'kind',
                header: t('common.kind'),
                cell: (row) => t(`equipment:placeKind.${row.kind}`),
              },
              { id: 'limits', header: t('places.limits'), cell: limitsText, secondary: true },
              {
                id: 'last',
                header: t('places.last'),
                cell: (row) => <Reading place={row} zone={zone} />,
              },
              {
                id: 'state',
                header: t('common.state'),
                cell: (row) => <ActiveTag active={row.active} />,
                secondary: true,
              },
            ]}
          />
        </Pane>
        {place === undefined && chosen !== 'new' ? null : (
          <PlaceForm key={chosen} place={place} onSaved={setChosen} />
        )}
      </Panes>
    </>
  );
}

function degrees(tenths: number | null): string {
  return tenths === null ? '—' : `${(tenths / 10).toFixed(1)} ℃`;
}

function limitsText(place: Place): string {
  return `${degrees(place.minTenthsC)} – ${degrees(place.maxTenthsC)}`;
}

function Reading(props: { place: Place; zone: string }): ReactElement {
  const { t } = useTranslation('admin');
  const { lastReadAt, lastTenthsC, withinLimits } = props.place;
  if (lastReadAt === null) return <span className={styles['quiet']}>{t('places.noReading')}</span>;
  const at = Date.parse(lastReadAt);
  return (
    <StatusTag kind={withinLimits === false ? 'stop' : 'ok'}>
      {degrees(lastTenthsC)} {dateText(at, props.zone)} {timeText(at, props.zone)}{' '}
      {withinLimits === false ? t('places.outside') : t('places.within')}
    </StatusTag>
  );
}

function PlaceForm(props: {
  place: Place | undefined;
  onSaved: (placeId: string) => void;
}): ReactElement {
  const { t } = useTranslation(['admin', 'equipment']);
  const { place } = props;
  const [form, setForm] = useState({
    code: place?.code ?? '',
    name: place?.name ?? '',
    kind: place?.kind ?? ('quarantine' as const),
    minTenthsC: place?.minTenthsC ?? null,
    maxTenthsC: place?.maxTenthsC ?? null,
    active: place?.active ?? true,
  });
  const put = (change: Partial<typeof form>): void => setForm({ ...form, ...change });
  const save = useAnnouncedAct(
    'equipment.setPlace',
    () => t('common.saved'),
    ({ placeId }) => props.onSaved(placeId),
  );
  const submit = (): void => {
    const id = place ? { placeId: place.placeId } : {};
    save.run({ ...id, ...form }, { expects: place ? { [place.placeId]: place.version } : {} });
  };
  return (
    <SidePane
      title={place?.name ?? t('places.add')}
      foot={
        <Button look="primary" wide busy={save.busy} onPress={submit}>
          {t('common.save')}
        </Button>
      }
    >
      <Stack>
        <TextField label={t('common.name')} value={form.name} onChange={(name) => put({ name })} />
        <TextField
          label={t('common.code')}
          hint={t('common.codeHint')}
          value={form.code}
          onChange={(text) => put({ code: text.trim().toUpperCase() })}
          code
        />
        <Select
          label={t('common.kind')}
          value={form.kind}
          onChange={(kind) => put({ kind })}
          choices={PLACE_KINDS.map((value) => ({
            value,
            label: t(`equipment:placeKind.${value}`),
          }))}
        />
        <Row columns={2}>
          <NumberField
            label={t('places.min')}
            unit="℃"
            decimals={1}
            value={form.minTenthsC ?? undefined}
            onChange={(value) => put({ minTenthsC: value ?? null })}
          />
          <NumberField
            label={t('places.max')}
            unit="℃"
            decimals={1}
            value={form.maxTenthsC ?? undefined}
            onChange={(value) => put({ maxTenthsC: value ?? null })}
          />
        </Row>
        <Checkbox checked={form.active} onChange={(active) => put({ active })}>
          {t('common.active')}
        </Checkbox>
        <OutcomePanel outcome={save.outcome} />
        {place === undefined ? null : <TemperatureForm place={place} />}
      </Stack>
    </SidePane>
  );
}

function TemperatureForm(props: { place: Place }): ReactElement {
  const { t } = useTranslation('admin');
  const [tenthsC, setTenthsC] = useState<number | undefined>(undefined);
  const read = useAnnouncedAct('equipment.recordTemperature', () => t('common.saved'));
  return (
    <section className={styles['section']} aria-label={t('places.read')}>
      <NumberField
        label={t('places.temperature')}
        unit="℃"
        decimals={1}
        value={tenthsC}
        onChange={setTenthsC}
      />
      <Button
        busy={read.busy}
        disabledReason={tenthsC === undefined ? t('places.temperature') : undefined}
        onPress={() => {
          if (tenthsC !== undefined) read.run({ placeId: props.place.placeId, tenthsC });
        }}
      >
        {t('places.read')}
      </Button>
      <OutcomePanel outcome={read.outcome} />
    </section>
  );
}
