import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { codeWord } from '#renderer/app/code-words.ts';
import { listWords } from '#renderer/app/i18n.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useSession } from '#renderer/app/session.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/choices.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Pane, Panes, Row, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { PhotoLook } from '../donors/photo-look.tsx';
import { TakeReadings, useMetered } from '../equipment/metered.tsx';
import { useToldBy } from '../equipment/told-by.ts';
import { measuredAt } from './measured-at.ts';
import type { PanelProps } from './visit-screen.tsx';
import styles from './visits.module.css';

const METERED = ['temperatureTenthsC'] as const;
const SYMPTOMS = ['fever', 'cough', 'breath', 'throat', 'diarrhoea', 'contact'] as const;

/** Temperature and symptoms at the door, then one named carer. */
export function DoorPanel(props: PanelProps): ReactElement {
  const { t } = useTranslation('visits');
  const { visit } = props;
  const toldBy = useToldBy();
  return (
    <Panes>
      <Pane title={t('door.title')} padded>
        {visit.doorTemperatureTenthsC === null ? (
          <DoorForm visit={visit} />
        ) : (
          <p>
            {(visit.doorTemperatureTenthsC / 10).toFixed(1)} ℃ ·{' '}
            {visit.symptoms.length === 0
              ? t('door.none')
              : listWords(visit.symptoms.map((symptom) => codeWord(['visits:door.list'], symptom)))}
            <span className={styles['quiet']}> {toldBy(visit.doorSources)}</span>
          </p>
        )}
      </Pane>
      <SidePane title={t('carer.title')}>
        <PhotoLook donorId={visit.donorId} name={visit.donor.name} />
        <CarerForm visit={visit} />
      </SidePane>
    </Panes>
  );
}

function DoorForm(props: PanelProps): ReactElement {
  const { t } = useTranslation('visits');
  const metered = useMetered(METERED, measuredAt(props.visit));
  const [temperature, setTemperature] = useState<number | undefined>(undefined);
  const [symptoms, setSymptoms] = useState<readonly string[]>([]);
  const [none, setNone] = useState(false);
  const { act, outcome, busy } = useAct('visits.checkDoor');
  const toggle = (symptom: string, on: boolean): void => {
    setNone(false);
    setSymptoms(on ? [...symptoms, symptom] : symptoms.filter((each) => each !== symptom));
  };
  const missing =
    temperature === undefined
      ? t('door.temperature')
      : none || symptoms.length > 0
        ? undefined
        : t('door.symptoms');
  const save = (): void => {
    const { visitId } = props.visit;
    const told = { temperatureTenthsC: temperature ?? 0, symptoms: [...symptoms] };
    void act({ visitId, ...told, ...metered.proof });
  };
  return (
    <Stack>
      <TakeReadings
        offered={metered.offered}
        onTake={() => setTemperature(metered.take().temperatureTenthsC)}
      />
      <NumberField
        label={t('door.temperature')}
        unit="℃"
        decimals={1}
        autoFocus
        value={temperature}
        onChange={(value) => {
          metered.typed('temperatureTenthsC');
          setTemperature(value);
        }}
      />
      <fieldset className={styles['symptoms']}>
        <legend>{t('door.symptoms')}</legend>
        {SYMPTOMS.map((symptom) => (
          <Checkbox
            key={symptom}
            checked={symptoms.includes(symptom)}
            onChange={(on) => toggle(symptom, on)}
          >
            {t(`door.list.${symptom}`)}
          </Checkbox>
        ))}
        <Checkbox
          checked={none}
          onChange={(on) => {
            setNone(on);
            if (on) setSymptoms([]);
          }}
        >
          {t('door.none')}
        </Checkbox>
      </fieldset>
      <OutcomePanel outcome={outcome} />
      <Row>
        <Button look="primary" busy={busy} disabledReason={missing} onPress={save}>
          {t('door.save')}
        </Button>
      </Row>
    </Stack>
  );
}

/** Names the carer, or hands the visit over to somebody else. */
export function CarerForm(props: PanelProps): ReactElement {
  const { t } = useTranslation('visits');
  const { visit } = props;
  const me = useSession((state) => state.user);
  const { act, outcome, busy } = useAct('visits.assignCarer');
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const assign = (staffId: string): void => void act({ visitId: visit.visitId, staffId });
  const early = visit.doorTemperatureTenthsC === null ? t('door.title') : undefined;
  return (
    <Stack>
      <p className={styles['quiet']}>{t('carer.lead')}</p>
      {visit.carer === null ? null : <b>{visit.carer.name}</b>}
      <Select
        label={t('carer.choose')}
        choices={visit.carers.map((each) => ({ value: each.staffId, label: each.name }))}
        value={chosen}
        onChange={setChosen}
      />
      <OutcomePanel outcome={outcome} />
      <Button
        look={visit.step === 'carer' ? 'primary' : 'plain'}
        busy={busy}
        disabledReason={early ?? (chosen === undefined ? t('carer.choose') : undefined)}
        onPress={() => assign(chosen ?? '')}
      >
        {t('carer.save')}
      </Button>
      {me === undefined || visit.carer?.staffId === me.staffId || early !== undefined ? null : (
        <Button busy={busy} onPress={() => assign(me.staffId)}>
          {t('carer.takeOver')}
        </Button>
      )}
    </Stack>
  );
}
