import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { announce } from '#renderer/app/notices.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/choices.tsx';
import { DateSegments } from '#renderer/ui/date-segments.tsx';
import { Row, Stack } from '#renderer/ui/pane.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { useProgrammes } from '../rulesets/programmes.ts';
import { ProgrammeChoice } from './programme-choice.tsx';

interface TestAt {
  readonly n: number;
  readonly on: CivilDate | undefined;
  /** `HH:mm`, local time of the report. */
  readonly time: string;
}

/** The instant of a test in the zone of this desk; undefined while unfinished. */
function instantOf(test: TestAt): string | undefined {
  if (test.on === undefined || !/^([01]\d|2[0-3]):[0-5]\d$/.test(test.time)) return undefined;
  return new Date(`${test.on}T${test.time}:00`).toISOString();
}

/** The hospital's assessment, entered once from the original papers. */
export function AssessmentForm(props: { donorId: string; onDone: () => void }): ReactElement {
  const { t } = useTranslation('donors');
  const { programmes } = useProgrammes();
  const [programme, setProgramme] = useState<string | undefined>(undefined);
  const [onsetOn, setOnset] = useState<CivilDate | undefined>(undefined);
  const [asymptomatic, setAsymptomatic] = useState(false);
  const [dischargedOn, setDischarged] = useState<CivilDate | undefined>(undefined);
  const [tests, setTests] = useState<readonly TestAt[]>([
    { n: 1, on: undefined, time: '' },
    { n: 2, on: undefined, time: '' },
  ]);
  const [doctor, setDoctor] = useState('');
  const [hospital, setHospital] = useState('');
  const [documentSeen, setSeen] = useState(false);
  const [fitForDonation, setFit] = useState(false);
  const { act, outcome, busy } = useAct('donors.recordAssessment');
  const negativeTests = tests.flatMap((test) => instantOf(test) ?? []);
  const isNamed = programmes.length < 2 || programme !== undefined;
  const complete =
    isNamed && onsetOn !== undefined && dischargedOn !== undefined && doctor && hospital;
  const save = async (): Promise<void> => {
    if (onsetOn === undefined || dischargedOn === undefined) return;
    const { donorId } = props;
    const whole = {
      donorId,
      ...(programme === undefined ? {} : { programme }),
      onsetOn,
      asymptomatic,
      dischargedOn,
      negativeTests,
      doctor,
      hospital,
    };
    if ((await act({ ...whole, documentSeen, fitForDonation })) === undefined) return;
    announce('ok', t('assessment.saved'));
    props.onDone();
  };
  const putTest = (n: number, patch: Partial<TestAt>): void =>
    setTests(tests.map((test) => (test.n === n ? { ...test, ...patch } : test)));
  return (
    <Stack>
      <ProgrammeChoice value={programme} onChange={setProgramme} />
      <Checkbox checked={asymptomatic} onChange={setAsymptomatic}>
        {t('assessment.asymptomatic')}
      </Checkbox>
      <DateSegments
        label={t(asymptomatic ? 'assessment.firstPositiveOn' : 'assessment.onsetOn')}
        value={onsetOn}
        onChange={setOnset}
      />
      <DateSegments
        label={t('assessment.dischargedOn')}
        value={dischargedOn}
        onChange={setDischarged}
      />
      {tests.map((test) => (
        <Stack key={test.n} gap="small">
          <DateSegments
            label={t('assessment.testAt', { n: test.n })}
            value={test.on}
            onChange={(on) => putTest(test.n, { on })}
          />
          <TextField
            label={`${t('assessment.testAt', { n: test.n })} ${t('assessment.time')}`}
            placeholder="HH:mm"
            value={test.time}
            onChange={(time) => putTest(test.n, { time: time.replaceAll('：', ':') })}
          />
        </Stack>
      ))}
      <TextField label={t('assessment.hospital')} value={hospital} onChange={setHospital} />
      <TextField label={t('assessment.doctor')} value={doctor} onChange={setDoctor} />
      <Checkbox checked={documentSeen} onChange={setSeen}>
        {t('assessment.documentSeen')}
      </Checkbox>
      <Checkbox checked={fitForDonation} onChange={setFit}>
        {t('assessment.fit')}
      </Checkbox>
      <OutcomePanel outcome={outcome} />
      <Row>
        <Button
          look="primary"
          busy={busy}
          disabledReason={complete ? undefined : t('file.assessments')}
          onPress={() => void save()}
        >
          {t('assessment.save')}
        </Button>
        <Button look="quiet" onPress={props.onDone}>
          {t('cancel')}
        </Button>
      </Row>
    </Stack>
  );
}
