import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationQuery } from '#renderer/app/operations.ts';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { profileOfMapping } from '#shared/features/equipment/driver-approval.ts';
import type { DeviceKind } from '#shared/features/equipment/kinds.ts';

/** Which driver a device has: a mapping file for its kind, or the station's own with its profile. */
export function DriverField(props: {
  kind: DeviceKind;
  profile: string;
  onChange: (profile: string) => void;
}): ReactElement {
  const { t, i18n } = useTranslation('admin');
  const { kind, profile, onChange } = props;
  const mappings = useStationQuery('equipment.mappings', {}).data ?? [];
  const fitting = mappings.filter((mapping) => mapping.kind === kind);
  const chosen = fitting.find(({ id }) => profileOfMapping(id) === profile);
  return (
    <>
      {fitting.length === 0 ? null : (
        <Select
          label={t('line.driver')}
          value={chosen?.id ?? ''}
          onChange={(id) => onChange(id === '' ? '' : profileOfMapping(id))}
          choices={[
            { value: '', label: t('line.ownDriver') },
            ...fitting.map(({ id, name }) => ({
              value: id,
              label: i18n.language === 'en' ? name.en : name.zh,
            })),
          ]}
        />
      )}
      {chosen === undefined ? (
        <TextField label={t('devices.profile')} value={profile} onChange={onChange} code />
      ) : null}
    </>
  );
}
