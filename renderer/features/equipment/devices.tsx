import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncedAct } from '#renderer/app/act.ts';
import { timeText } from '#renderer/app/clock.ts';
import { codeWord } from '#renderer/app/code-words.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { useStation } from '#renderer/app/station-state.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Pane, Panes, SidePane } from '#renderer/ui/pane.tsx';
import { type StatusKind, StatusTag } from '#renderer/ui/status-tag.tsx';
import { Table } from '#renderer/ui/table.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { AdminHead } from './admin-head.tsx';
import { type Asked, ListEmpty } from './asked.tsx';
import { Bench } from './bench.tsx';
import { DeviceForm } from './device-form.tsx';
import { DevicePane } from './device-pane.tsx';

export type Device = OutputOf<'equipment.devices'>[number];

/** Devices with their live state and a test button; the scanner test bench beside them (mockup 10). */
export function Devices(): ReactElement {
  const { t } = useTranslation('admin');
  const asked = useStationQuery('equipment.devices', {});
  const devices = asked.data ?? [];
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [editing, setEditing] = useState(false);
  const device = devices.find((row) => row.deviceId === chosen);
  const bad = devices.filter((row) => row.active && stateOf(row) !== 'ok').length;
  const open = (deviceId: string | undefined, edit: boolean): void => {
    setChosen(deviceId);
    setEditing(edit);
  };
  return (
    <>
      <AdminHead
        place="devices"
        title={t('devices.title')}
        note={t('devices.note', { count: devices.length, bad })}
      >
        <Button onPress={() => open('new', true)}>{t('devices.add')}</Button>
      </AdminHead>
      <Panes>
        <Pane>
          <DeviceTable
            asked={asked}
            devices={devices}
            chosen={chosen}
            onOpen={(row) => open(row.deviceId, false)}
          />
        </Pane>
        {editing ? (
          <DeviceForm key={chosen} device={device} onDone={(deviceId) => open(deviceId, false)} />
        ) : device === undefined || device.kind === 'scanner' ? (
          <SidePane title={device?.name ?? t('bench.title')} note={t('bench.note')}>
            <Bench />
            {device === undefined ? null : (
              <Button onPress={() => setEditing(true)}>{t('devices.edit')}</Button>
            )}
          </SidePane>
        ) : (
          <DevicePane key={device.deviceId} device={device} onEdit={() => setEditing(true)} />
        )}
      </Panes>
    </>
  );
}

function DeviceTable(props: {
  asked: Asked;
  devices: readonly Device[];
  chosen: string | undefined;
  onOpen: (device: Device) => void;
}): ReactElement {
  const { t } = useTranslation(['admin', 'equipment']);
  const zone = useStation((state) => state.zone);
  return (
    <Table
      label={t('devices.title')}
      rows={props.devices}
      rowId={(row) => row.deviceId}
      selectedId={props.chosen}
      onOpen={props.onOpen}
      empty={
        <ListEmpty
          query={props.asked}
          icon="cable"
          title={t('devices.empty')}
          fill={t('devices.emptyFill')}
        />
      }
      columns={[
        { id: 'name', header: t('devices.device'), cell: (row) => row.name },
        {
          id: 'link',
          header: t('devices.link'),
          cell: (row) => `${t(`equipment:linkKind.${row.link.kind}`)} ${row.link.address}`,
          secondary: true,
        },
        { id: 'now', header: t('devices.now'), cell: (row) => <DeviceTag device={row} /> },
        {
          id: 'last',
          header: t('devices.last'),
          cell: (row) => (row.testedAt === null ? '—' : timeText(Date.parse(row.testedAt), zone)),
          numeric: true,
          secondary: true,
        },
        { id: 'test', header: t('devices.test'), cell: (row) => <TestButton device={row} /> },
      ]}
    />
  );
}

/** What a device's line says: its link now where something keeps it open, else its last test. */
function stateOf(device: Device): StatusKind {
  if (!device.active) return 'notApplicable';
  if (device.live !== null) {
    if (device.live.state === 'open') return 'ok';
    return device.live.state === 'lost' ? 'stop' : 'caution';
  }
  if (device.testedAt === null) return 'waiting';
  return device.testedOk ? 'ok' : 'stop';
}

/** State of a device in shape and word. */
export function DeviceTag(props: { device: Device }): ReactElement {
  const { t } = useTranslation(['admin', 'equipment']);
  const { device } = props;
  const words = !device.active
    ? t('common.inactive')
    : device.live !== null
      ? t(`equipment:linkState.${device.live.state}`)
      : device.testedAt === null
        ? t('devices.never')
        : codeWord(['equipment:detail'], device.testedDetail);
  return <StatusTag kind={stateOf(device)}>{words}</StatusTag>;
}

/** Reaches the device for real; what it found is said and journaled. */
export function TestButton(props: { device: Device; onTested?: () => void }): ReactElement {
  const { t } = useTranslation(['admin', 'equipment']);
  const { device } = props;
  const test = useAnnouncedAct(
    'equipment.testDevice',
    ({ detail }) =>
      t('devices.tested', { name: device.name, result: codeWord(['equipment:detail'], detail) }),
    props.onTested,
  );
  return (
    <Button
      busy={test.busy}
      disabled={!device.active}
      label={`${t('devices.test')} ${device.name}`}
      onPress={() => test.run({ deviceId: device.deviceId })}
    >
      {t('devices.test')}
    </Button>
  );
}
