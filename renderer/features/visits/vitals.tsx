import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { timeText } from '#renderer/app/clock.ts';
import { announce } from '#renderer/app/notices.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useStation } from '#renderer/app/station-state.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Pane, Panes, Row, SidePane, Stack } from '#renderer/ui/pane.tsx';
import type { SentOf } from '#shared/contract/index.ts';
import { TakeReadings, useMetered } from '../equipment/metered.tsx';
import { useToldBy } from '../equipment/told-by.ts';
import { AssessmentCard } from './assessment-card.tsx';
import { measuredAt } from './measured-at.ts';
import type { PanelProps, VisitView } from './visit-screen.tsx';
import styles from './visits.module.css';

type Figures = Omit<SentOf<'visits.measureVitals'>, 'visitId' | 'taken'>;

/** Figures that a device on the desk may tell. */
const METERED = ['weightGrams', 'systolic', 'diastolic', 'pulse', 'temperatureTenthsC'] as const;

const NOTHING: Figures = {
  weightGrams: null,
  systolic: null,
  diastolic: null,
  pulse: null,
  pulseRegular: null,
  temperatureTenthsC: null,
  leftArmOk: null,
  rightArmOk: null,
};
const YES_NO = ['yes', 'no'] as const;

/** Weight, blood pressure, pulse, temperature, both arms. A second set is kept beside the first. */
export function VitalsPanel(props: PanelProps): ReactElement {
  const { t } = useTranslation('visits');
  const { visit } = props;
  return (
    <Panes>
      <Pane title={t('vitals.title')} padded>
        <Readings visit={visit} />
        <VitalsForm key={visit.readings.length} visit={visit} />
      </Pane>
      <SidePane title={t('assessment.title')}>
        <AssessmentCard visit={visit} />
      </SidePane>
    </Panes>
  );
}

function VitalsForm(props: PanelProps): ReactElement {
  const { t } = useTranslation('visits');
  const { visit } = props;
  const again = visit.readings.length > 0;
  const [figures, setFigures] = useState<Figures>(NOTHING);
  const { act, outcome, busy } = useAct('visits.measureVitals');
  const metered = useMetered(METERED, measuredAt(visit));
  const put = (patch: Partial<Figures>): void => {
    for (const name of METERED) if (name in patch) metered.typed(name);
    setFigures({ ...figures, ...patch });
  };
  const number = (
    name: 'weightGrams' | 'systolic' | 'diastolic' | 'pulse' | 'temperatureTenthsC',
  ) => ({
    value: figures[name] ?? undefined,
    onChange: (value: number | undefined) => put({ [name]: value ?? null }),
  });
  const empty = Object.values(figures).every((figure) => figure === null);
  const save = async (): Promise<void> => {
    if ((await act({ visitId: visit.visitId, ...figures, ...metered.proof })) !== undefined)
      announce('ok', t('visit.saved'));
  };
  return (
    <Stack>
      {again ? <p className={styles['quiet']}>{t('vitals.restHint')}</p> : null}
      <TakeReadings
        offered={metered.offered}
        onTake={() => setFigures({ ...figures, ...metered.take() })}
      />
      <Row columns={3}>
        <NumberField
          label={t('vitals.weight')}
          unit="kg"
          decimals={1}
          value={figures.weightGrams === null ? undefined : Math.round(figures.weightGrams / 100)}
          onChange={(value) => put({ weightGrams: value === undefined ? null : value * 100 })}
        />
        <NumberField label={t('vitals.systolic')} unit="mmHg" {...number('systolic')} />
        <NumberField label={t('vitals.diastolic')} unit="mmHg" {...number('diastolic')} />
        <NumberField label={t('vitals.pulse')} unit="/min" {...number('pulse')} />
        <Segmented
          label={t('vitals.rhythm')}
          choices={[
            { value: 'yes', label: t('vitals.regular') },
            { value: 'no', label: t('vitals.irregular') },
          ]}
          value={wordOf(figures.pulseRegular)}
          onChange={(word) => put({ pulseRegular: word === 'yes' })}
        />
        <NumberField
          label={t('vitals.temperature')}
          unit="℃"
          decimals={1}
          {...number('temperatureTenthsC')}
        />
        <ArmField
          name="left"
          value={figures.leftArmOk}
          onChange={(leftArmOk) => put({ leftArmOk })}
        />
        <ArmField
          name="right"
          value={figures.rightArmOk}
          onChange={(rightArmOk) => put({ rightArmOk })}
        />
      </Row>
      <OutcomePanel outcome={outcome} />
      <Row>
        <Button
          look="primary"
          busy={busy}
          disabledReason={empty ? t('vitals.title') : undefined}
          onPress={() => void save()}
        >
          {t('vitals.save')}
        </Button>
      </Row>
    </Stack>
  );
}

const wordOf = (value: boolean | null): 'yes' | 'no' | undefined =>
  value === null ? undefined : value ? 'yes' : 'no';

function ArmField(props: {
  name: 'left' | 'right';
  value: boolean | null;
  onChange: (ok: boolean) => void;
}): ReactElement {
  const { t } = useTranslation('visits');
  return (
    <Segmented
      label={t(`vitals.${props.name}`)}
      choices={YES_NO.map((value) => ({
        value,
        label: t(value === 'yes' ? 'vitals.armOk' : 'vitals.armNot'),
      }))}
      value={wordOf(props.value)}
      onChange={(word) => props.onChange(word === 'yes')}
    />
  );
}

function Readings(props: PanelProps): ReactElement | null {
  const { t } = useTranslation('visits');
  const zone = useStation((state) => state.zone);
  const toldBy = useToldBy();
  if (props.visit.readings.length === 0) return null;
  return (
    <ul>
      {props.visit.readings.map((reading) => (
        <li key={reading.readingId}>
          {timeText(Date.parse(reading.measuredAt), zone)} {t('vitals.before')} {lineOf(reading)} ·{' '}
          {reading.by}
          <span className={styles['quiet']}> {toldBy(reading.sources)}</span>
        </li>
      ))}
    </ul>
  );
}

function lineOf(reading: VisitView['readings'][number]): string {
  const { weightGrams, systolic, diastolic, pulse, temperatureTenthsC } = reading;
  return [
    weightGrams === null ? '' : `${(weightGrams / 1000).toFixed(1)} kg`,
    systolic === null ? '' : `${systolic}/${diastolic} mmHg`,
    pulse === null ? '' : `${pulse} /min`,
    temperatureTenthsC === null ? '' : `${(temperatureTenthsC / 10).toFixed(1)} ℃`,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
