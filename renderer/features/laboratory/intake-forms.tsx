import type { TFunction } from 'i18next';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '#renderer/app/notices.ts';
import { useStationCommand } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import type { OutputOf } from '#shared/contract/index.ts';

type Intake = OutputOf<'laboratory.intake'>;
type Haemolysis = 'none' | 'slight' | 'gross';
type YesNo = 'yes' | 'no';

function HaemolysisField(props: {
  value: Haemolysis | undefined;
  onChange: (value: Haemolysis) => void;
}): ReactElement {
  const { t } = useTranslation('laboratory');
  return (
    <Segmented<Haemolysis>
      label={t('ui.haemolysis.label')}
      value={props.value}
      onChange={props.onChange}
      choices={(['none', 'slight', 'gross'] as const).map((value) => ({
        value,
        label: t(`ui.haemolysis.${value}`),
      }))}
    />
  );
}

/** What is seen on a bag: weight, leak, haemolysis, colour; nothing is chosen beforehand. */
export function BagForm(props: { data: Intake; onDone: () => void }): ReactElement {
  const { t } = useTranslation('laboratory');
  const { data } = props;
  const command = useStationCommand('laboratory.receiveBag');
  const [netGrams, setNetGrams] = useState<number | undefined>(undefined);
  const [leak, setLeak] = useState<YesNo | undefined>(undefined);
  const [haemolysis, setHaemolysis] = useState<Haemolysis | undefined>(undefined);
  const [colour, setColour] = useState<YesNo | undefined>(undefined);
  const save = async (): Promise<void> => {
    if (!netGrams || !leak || !haemolysis || !colour) return;
    const { din } = data;
    const seen = { leak: leak === 'yes', haemolysis, colourOk: colour === 'yes' };
    const outcome = await command.mutateAsync({ input: { din, netGrams, ...seen } });
    if (outcome.status !== 'ok') return;
    const kind = outcome.value.ok && !outcome.value.varies ? 'ok' : 'caution';
    announce(kind, t('ui.intake.saved', { what: t('ui.intake.bag') }));
    props.onDone();
  };
  const complete = netGrams && leak && haemolysis && colour;
  const received = data.bag !== null;
  return (
    <Stack>
      <NumberField
        label={t('ui.intake.netGrams')}
        unit="g"
        value={netGrams}
        onChange={setNetGrams}
        hint={chairHint(data, t)}
        error={weightFault(data, netGrams, t)}
      />
      {data.bag?.varies ? <Banner tone="danger" title={t('ui.intake.varied')} /> : null}
      <Segmented<YesNo>
        label={t('ui.intake.leak')}
        value={leak}
        onChange={setLeak}
        choices={[
          { value: 'no', label: t('ui.intake.no') },
          { value: 'yes', label: t('ui.intake.yes') },
        ]}
      />
      <HaemolysisField value={haemolysis} onChange={setHaemolysis} />
      <Segmented<YesNo>
        label={t('ui.intake.colour')}
        value={colour}
        onChange={setColour}
        choices={[
          { value: 'yes', label: t('ui.intake.normal') },
          { value: 'no', label: t('ui.intake.abnormal') },
        ]}
      />
      <OutcomePanel outcome={command.data} />
      <Button
        look="primary"
        wide
        busy={command.isPending}
        disabled={received}
        disabledReason={complete || received ? undefined : t('ui.intake.missing')}
        onPress={() => void save()}
      >
        {t('ui.intake.saveBag')}
      </Button>
    </Stack>
  );
}

function chairHint(data: Intake, t: TFunction<'laboratory'>): string | undefined {
  const { chairNetGrams: grams, maxDiffGrams: max } = data;
  if (grams === null) return undefined;
  return max === null ? t('ui.intake.chairOnly', { grams }) : t('ui.intake.chair', { grams, max });
}

/** Says before it is recorded that a weight will hold the plasma. */
function weightFault(
  { chairNetGrams, maxDiffGrams: max, bag }: Intake,
  netGrams: number | undefined,
  t: TFunction<'laboratory'>,
): string | undefined {
  if (!netGrams || chairNetGrams === null || max === null || bag) return undefined;
  const diff = Math.abs(netGrams - chairNetGrams);
  return diff > max ? t('ui.intake.differs', { diff, max }) : undefined;
}

/** What is seen on a tube. */
export function TubeForm(props: { data: Intake; kind: string; onDone: () => void }): ReactElement {
  const { t } = useTranslation('laboratory');
  const { data, kind } = props;
  const command = useStationCommand('laboratory.receiveSample');
  const [haemolysis, setHaemolysis] = useState<Haemolysis | undefined>(undefined);
  const name = t(`ui.tube.${kind}`, { defaultValue: kind });
  const save = async (): Promise<void> => {
    if (!haemolysis) return;
    const outcome = await command.mutateAsync({ input: { din: data.din, kind, haemolysis } });
    if (outcome.status !== 'ok') return;
    announce(outcome.value.ok ? 'ok' : 'caution', t('ui.intake.saved', { what: name }));
    props.onDone();
  };
  const received = data.tubes.some((tube) => tube.kind === kind && tube.received !== null);
  return (
    <Stack>
      <strong>{name}</strong>
      <HaemolysisField value={haemolysis} onChange={setHaemolysis} />
      <OutcomePanel outcome={command.data} />
      <Button
        look="primary"
        wide
        busy={command.isPending}
        disabled={received}
        disabledReason={haemolysis || received ? undefined : t('ui.intake.missing')}
        onPress={() => void save()}
      >
        {t('ui.intake.saveTube')}
      </Button>
    </Stack>
  );
}
