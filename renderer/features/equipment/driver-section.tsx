import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncedAct } from '#renderer/app/act.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Signature } from '#renderer/features/operators/signature.tsx';
import { Checkbox } from '#renderer/ui/choices.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import {
  DRIVER_CHECKS,
  type DriverCheck,
  mappingIdOf,
} from '#shared/features/equipment/driver-approval.ts';
import styles from './admin.module.css';
import type { Device } from './devices.tsx';

/** A driver by mapping file: what it is, how it stands, and the check list by which two switch it on. */
export function DriverSection(props: { device: Device }): ReactElement | null {
  const { t, i18n } = useTranslation(['admin', 'equipment']);
  const { device } = props;
  const id = mappingIdOf(device);
  const mappings = useStationQuery('equipment.mappings', {}, { enabled: id !== undefined }).data;
  const mapping = mappings?.find((each) => each.id === id);
  if (device.driver === null) return null;
  const passed = mapping?.examples.filter(({ passes }) => passes).length ?? 0;
  return (
    <section className={styles['section']} aria-label={t('line.driver')}>
      <h3>{t('line.driver')}</h3>
      <StatusTag kind={device.driver === 'on' ? 'ok' : 'caution'}>
        {t(`equipment:driverState.${device.driver}`)}
      </StatusTag>
      {mapping === undefined ? null : (
        <>
          <p>
            {t('line.mapped', { id: mapping.id, dated: mapping.dated, family: mapping.family })}
          </p>
          <p className={styles['quiet']}>
            {i18n.language === 'en' ? mapping.source.en : mapping.source.zh}
          </p>
          <p>{t('line.examples', { passed, count: mapping.examples.length })}</p>
        </>
      )}
      {device.driver === 'on' ? null : <Approval device={device} />}
    </section>
  );
}

function Approval(props: { device: Device }): ReactElement {
  const { t } = useTranslation(['admin', 'equipment']);
  const { deviceId } = props.device;
  const [ticked, setTicked] = useState<readonly DriverCheck[]>([]);
  const approve = useAnnouncedAct('equipment.approveDriver', () => t('line.approved'));
  const open = DRIVER_CHECKS.find((check) => !ticked.includes(check));
  return (
    <>
      <p className={styles['quiet']}>{t('line.approveNote')}</p>
      <div className={styles['checks']}>
        {DRIVER_CHECKS.map((check) => (
          <Checkbox
            key={check}
            checked={ticked.includes(check)}
            onChange={(on) =>
              setTicked(on ? [...ticked, check] : ticked.filter((each) => each !== check))
            }
          >
            {t(`equipment:driverCheck.${check}`)}
          </Checkbox>
        ))}
      </div>
      <Signature
        label={t('line.approve')}
        two
        busy={approve.busy}
        {...(open === undefined ? {} : { missing: t(`equipment:driverCheck.${open}`) })}
        onSign={(proof) => approve.run({ deviceId, checks: [...ticked] }, { proof })}
      />
      <OutcomePanel outcome={approve.outcome} />
    </>
  );
}
