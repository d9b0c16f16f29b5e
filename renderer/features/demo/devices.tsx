import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '#renderer/app/notices.ts';
import { useStationCommand, useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useSession } from '#renderer/app/session.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Select } from '#renderer/ui/select.tsx';
import type { InputOf } from '#shared/contract/index.ts';
import styles from './drawer.module.css';
import { DeviceSeen, type SimulatedDevice } from './seen.tsx';

type Word = InputOf<'demo.tellDevice'>['word'];

/** A run goes on while the drawer is open, and its bag fills. */
const LOOK_MS = 2_000;

/** The simulated devices: a course of events to play, and the hands at the machine. */
export function SimulatedDevices(): ReactElement | null {
  const { t } = useTranslation('demo');
  const { data } = useStationQuery('demo.devices', {}, { everyMs: LOOK_MS });
  const [chosen, choose] = useState<string>();
  const devices = data?.devices ?? [];
  const device = devices.find(({ deviceId }) => deviceId === chosen) ?? devices[0];
  if (device === undefined) return null;
  return (
    <section aria-label={t('devices')} className={styles['actions']}>
      <Select
        label={t('devices')}
        choices={devices.map(({ deviceId, name }) => ({ value: deviceId, label: name }))}
        value={device.deviceId}
        onChange={choose}
      />
      <DeviceHands key={device.deviceId} device={device} />
    </section>
  );
}

function DeviceHands({ device }: { device: SimulatedDevice }): ReactElement {
  const { t } = useTranslation('demo');
  const tell = useStationCommand('demo.tellDevice');
  const key = useSession(({ language }) => (language === 'en' ? 'en' : 'zh'));
  const [courseId, choose] = useState(device.courses[0]?.id);
  const course = device.courses.find(({ id }) => id === courseId);
  const say = async (word: Word) => {
    const outcome = await tell.mutateAsync({ input: { deviceId: device.deviceId, word } });
    if (outcome.status === 'ok') announce('ok', t('told', { device: device.name }));
  };
  return (
    <>
      <DeviceSeen seen={device.seen} />
      <Select
        label={t('course')}
        choices={device.courses.map(({ id, name }) => ({ value: id, label: name[key] }))}
        value={courseId}
        onChange={choose}
      />
      {course ? <p>{course.task[key]}</p> : null}
      {course ? <Button onPress={() => void say({ course: course.id })}>{t('play')}</Button> : null}
      <OutcomePanel outcome={tell.data} />
      <div className={styles['keys']}>
        {device.keys.map((each) => (
          <Button key={each} look="quiet" onPress={() => void say({ key: each })}>
            {t(`key.${each}`)}
          </Button>
        ))}
      </div>
    </>
  );
}
