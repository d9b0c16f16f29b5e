import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { scanRouter } from '#renderer/app/scan-router.ts';
import { Checkbox, RadioGroup, Segmented } from '#renderer/ui/choices.tsx';
import { DateSegments } from '#renderer/ui/date-segments.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { OnScreenScanner } from '#renderer/ui/on-screen-scanner.tsx';
import { Row } from '#renderer/ui/pane.tsx';
import { PinField } from '#renderer/ui/pin-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import styles from './gallery.module.css';

const volumes = ['200', '300', '400'].map((value) => ({ value, label: value }));
const machines = ['APH-01', 'APH-02', 'APH-03'].map((value) => ({ value, label: value }));

export function FieldsPart(): ReactElement {
  const { t } = useTranslation('gallery');
  const [weight, setWeight] = useState<number | undefined>(725);
  const [systolic, setSystolic] = useState<number | undefined>(134);
  const [diastolic, setDiastolic] = useState<number | undefined>(184);
  const [birth, setBirth] = useState<CivilDate | undefined>(undefined);
  const [target, setTarget] = useState('400');
  const [machine, setMachine] = useState('APH-03');
  const [answer, setAnswer] = useState<'yes' | 'no' | undefined>(undefined);
  const [agreed, setAgreed] = useState(true);
  const [pin, setPin] = useState('410');
  const [remark, setRemark] = useState('');
  return (
    <>
      <Row columns={4}>
        <NumberField
          label={t('field.weight')}
          unit="kg"
          decimals={1}
          value={weight}
          onChange={setWeight}
        />
        <NumberField
          label={t('field.systolic')}
          unit="mmHg"
          value={systolic}
          onChange={setSystolic}
        />
        <NumberField
          label={t('field.diastolic')}
          unit="mmHg"
          value={diastolic}
          onChange={setDiastolic}
          error={t('field.tooHigh')}
        />
        <TextField label={t('field.person')} value="张𬸦" readOnly source={t('field.source')} />
      </Row>
      <Row columns={4}>
        <DateSegments label={t('field.birth')} value={birth} onChange={setBirth} />
        <Segmented
          label={t('field.target')}
          choices={volumes}
          value={target}
          onChange={setTarget}
        />
        <Select
          label={t('field.machine')}
          choices={machines}
          value={machine}
          onChange={setMachine}
        />
        <TextField label={t('field.remark')} value={remark} onChange={setRemark} />
      </Row>
      <div className={styles['two']}>
        <div className={styles['pad']}>
          <PinField
            label={t('field.signature')}
            value={pin}
            onChange={setPin}
            onSubmit={() => setPin('')}
            pad
          />
        </div>
        <div className={styles['body']}>
          <RadioGroup
            label={t('field.answer')}
            value={answer}
            onChange={setAnswer}
            choices={[
              { value: 'yes', label: t('field.yes') },
              { value: 'no', label: t('field.no') },
            ]}
          />
          <Checkbox checked={agreed} onChange={setAgreed}>
            {t('field.agreed')}
          </Checkbox>
          <OnScreenScanner
            onScan={(code) => void scanRouter().accept(code, { kind: 'screen', device: 'screen' })}
          />
        </div>
      </div>
    </>
  );
}
