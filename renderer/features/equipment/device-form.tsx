import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncedAct } from '#renderer/app/act.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/choices.tsx';
import { Row, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { linksOf } from '#shared/features/equipment/addresses.ts';
import { DEVICE_KINDS, type DeviceKind } from '#shared/features/equipment/kinds.ts';
import type { Device } from './devices.tsx';
import { DriverField } from './driver-field.tsx';
import { LineFields } from './line-fields.tsx';

type Draft = Pick<
  Device,
  'code' | 'kind' | 'name' | 'model' | 'serial' | 'link' | 'profile' | 'chairId' | 'active'
>;

function draftOf(device: Device | undefined): Draft {
  if (device === undefined) {
    return {
      code: '',
      kind: 'apheresis',
      name: '',
      model: '',
      serial: '',
      link: { kind: 'none', address: '' },
      profile: '',
      chairId: null,
      active: true,
    };
  }
  const { code, kind, name, model, serial, link, profile, chairId, active } = device;
  return { code, kind, name, model, serial, link, profile, chairId, active };
}

/** Registers or changes a device. A changed address asks for a new test. */
export function DeviceForm(props: {
  device: Device | undefined;
  onDone: (deviceId: string | undefined) => void;
}): ReactElement {
  const { t } = useTranslation('admin');
  const { device } = props;
  const [form, setForm] = useState(draftOf(device));
  const put = (change: Partial<Draft>): void => setForm({ ...form, ...change });
  const save = useAnnouncedAct(
    'equipment.setDevice',
    () => t('common.saved'),
    ({ deviceId }) => props.onDone(deviceId),
  );
  const submit = (): void => {
    const id = device ? { deviceId: device.deviceId } : {};
    save.run({ ...id, ...form }, { expects: device ? { [device.deviceId]: device.version } : {} });
  };
  return (
    <SidePane
      title={device?.name ?? t('devices.add')}
      foot={
        <Row>
          <Button onPress={() => props.onDone(device?.deviceId)}>{t('common.cancel')}</Button>
          <Button look="primary" busy={save.busy} onPress={submit}>
            {t('common.save')}
          </Button>
        </Row>
      }
    >
      <Stack>
        <KindFields form={form} onChange={put} />
        <LinkFields form={form} onChange={put} />
        <Row columns={2}>
          <TextField
            label={t('devices.model')}
            value={form.model}
            onChange={(model) => put({ model })}
          />
          <TextField
            label={t('devices.serial')}
            value={form.serial}
            onChange={(serial) => put({ serial })}
            code
          />
        </Row>
        <DriverField
          kind={form.kind}
          profile={form.profile}
          onChange={(profile) => put({ profile })}
        />
        <ChairField form={form} onChange={put} />
        <Checkbox checked={form.active} onChange={(active) => put({ active })}>
          {t('common.active')}
        </Checkbox>
        <OutcomePanel outcome={save.outcome} />
      </Stack>
    </SidePane>
  );
}

type FieldsProps = { form: Draft; onChange: (change: Partial<Draft>) => void };

function KindFields({ form, onChange }: FieldsProps): ReactElement {
  const { t } = useTranslation(['admin', 'equipment']);
  const setKind = (kind: DeviceKind): void => {
    const allowed = linksOf(kind);
    const link = allowed.includes(form.link.kind)
      ? form.link
      : { kind: allowed[0] ?? 'none', address: '' };
    onChange({ kind, link, profile: '' });
  };
  return (
    <>
      <Select
        label={t('common.kind')}
        value={form.kind}
        onChange={setKind}
        choices={DEVICE_KINDS.map((value) => ({ value, label: t(`equipment:kind.${value}`) }))}
      />
      <TextField
        label={t('common.name')}
        value={form.name}
        onChange={(name) => onChange({ name })}
      />
      <TextField
        label={t('common.code')}
        hint={t('common.codeHint')}
        value={form.code}
        onChange={(text) => onChange({ code: text.trim().toUpperCase() })}
        code
      />
    </>
  );
}

function LinkFields({ form, onChange }: FieldsProps): ReactElement {
  const { t } = useTranslation(['admin', 'equipment']);
  const { link } = form;
  const isCardService = form.kind === 'idCardReader' && link.kind === 'tcp';
  return (
    <>
      <Select
        label={t('devices.link')}
        value={link.kind}
        onChange={(kind) => onChange({ link: { kind, address: '' } })}
        choices={linksOf(form.kind).map((value) => ({
          value,
          label: t(`equipment:linkKind.${value}`),
        }))}
      />
      <TextField
        label={t('devices.address')}
        hint={t(`devices.addressHint.${isCardService ? 'cardService' : link.kind}`)}
        value={link.address}
        disabled={link.kind === 'none'}
        onChange={(address) => onChange({ link: { ...link, address } })}
        code
      />
      <LineFields link={link} onChange={(line) => onChange({ link: { ...link, line } })} />
    </>
  );
}

function ChairField({ form, onChange }: FieldsProps): ReactElement {
  const { t } = useTranslation('admin');
  const chairs = useStationQuery('equipment.chairs', {}).data ?? [];
  return (
    <Select
      label={t('devices.chair')}
      value={form.chairId ?? 'none'}
      onChange={(chairId) => onChange({ chairId: chairId === 'none' ? null : chairId })}
      choices={[
        { value: 'none', label: t('devices.anywhere') },
        ...chairs.map((chair) => ({ value: chair.chairId, label: chair.name })),
      ]}
    />
  );
}
