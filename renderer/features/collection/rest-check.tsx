import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { timeText } from '#renderer/app/clock.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useStation } from '#renderer/app/station-state.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/choices.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { useToldBy } from '../equipment/told-by.ts';
import styles from './collection.module.css';
import type { Resting } from './rest.tsx';
import { useVitalFigures, VitalFields } from './vital-fields.tsx';

/** The check at rest: vitals, puncture site, how she feels; and the checks so far. */
export function RestCheck(props: { row: Resting; since: string }): ReactElement {
  const { row, since } = props;
  return (
    <Stack>
      {/* A check that is kept leaves an empty form for the next. */}
      <CheckForm key={row.checks.length} row={row} since={since} />
      <Checks row={row} />
    </Stack>
  );
}

function CheckForm(props: { row: Resting; since: string }): ReactElement {
  const { t } = useTranslation('collection');
  const { din, person } = props.row;
  const check = useAct('collection.checkRest');
  const [siteOk, setSiteOk] = useState(false);
  const [feelsWell, setFeelsWell] = useState(false);
  const subjects = [din, person.number];
  const figures = useVitalFigures({ since: props.since, subjects, taker: din });
  const { vitals } = figures;
  const save = (): void =>
    void (vitals !== undefined && check.act({ din, ...vitals, siteOk, feelsWell }));
  return (
    <Stack>
      <VitalFields of={figures} />
      <div className={styles['choices']}>
        <Checkbox checked={siteOk} onChange={setSiteOk}>
          {t('rest.site')}
        </Checkbox>
        <Checkbox checked={feelsWell} onChange={setFeelsWell}>
          {t('rest.well')}
        </Checkbox>
      </div>
      <Button
        busy={check.busy}
        disabledReason={vitals === undefined ? t('run.bloodPressure') : undefined}
        onPress={save}
      >
        {t('rest.check')}
      </Button>
      <OutcomePanel outcome={check.outcome} />
    </Stack>
  );
}

function Checks(props: { row: Resting }): ReactElement {
  const { t } = useTranslation('collection');
  const zone = useStation((state) => state.zone);
  const toldBy = useToldBy();
  return (
    <ul className={styles['checks']}>
      {props.row.checks.map(({ markId, at, values, code, by, sources }) => (
        <li key={markId}>
          {timeText(Date.parse(at), zone)} {String(values['systolic'])}/
          {String(values['diastolic'])} · {String(values['pulse'])} /min ·{' '}
          {t(code === 'well' ? 'rest.wasWell' : 'rest.wasNotWell')} · {by}
          <small>{toldBy(sources)}</small>
        </li>
      ))}
    </ul>
  );
}
