import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandEnd } from '#renderer/app/command-end.tsx';
import { useStationCommand } from '#renderer/app/operations.ts';
import { Segmented } from '#renderer/ui/choices.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { CutStep } from './cut-step.tsx';
import { PlaceStep } from './place-step.tsx';
import type { Unit } from './processing.tsx';
import { currentStep } from './unit-steps.ts';

/** The one step that is due for a unit. */
export function UnitStep(props: { unit: Unit }): ReactElement {
  const { t } = useTranslation('components');
  const { unit } = props;
  switch (currentStep(unit)) {
    case 'cut':
      return <CutStep unit={unit} />;
    case 'inactivation':
      return <InactivationStep unit={unit} />;
    case 'freezer':
      return <PlaceStep unit={unit} kind="freezer" />;
    case 'frozen':
      return <FrozenStep unit={unit} />;
    case 'shelf':
      return <PlaceStep unit={unit} kind="quarantine" />;
    case undefined:
      return (
        <StatusTag kind="ok">
          {t('ui.steps.done')} {unit.place ?? ''}
        </StatusTag>
      );
  }
}

function InactivationStep(props: { unit: Unit }): ReactElement {
  const { t } = useTranslation('components');
  const { unitId, version } = props.unit;
  const command = useStationCommand('components.recordInactivation');
  const [done, setDone] = useState<'yes' | 'no' | undefined>(undefined);
  const [lot, setLot] = useState('');
  const save = (): void => {
    if (done === undefined) return;
    const method = done === 'yes' ? 'methyleneBlue' : 'none';
    command.mutate({
      input: { unitId, done: done === 'yes', method, code: lot.trim() },
      call: { expects: { [unitId]: version } },
    });
  };
  return (
    <Stack>
      <Segmented<'yes' | 'no'>
        label={t('ui.act.method')}
        value={done}
        onChange={setDone}
        choices={[
          { value: 'yes', label: t('ui.act.methyleneBlue') },
          { value: 'no', label: t('ui.act.none') },
        ]}
      />
      {done === 'yes' ? (
        <TextField label={t('ui.act.lot')} value={lot} onChange={setLot} code />
      ) : null}
      <CommandEnd
        command={command}
        missing={done === undefined ? t('ui.act.method') : undefined}
        label={t('ui.act.record')}
        onSend={save}
      />
    </Stack>
  );
}

function FrozenStep(props: { unit: Unit }): ReactElement {
  const { t } = useTranslation('components');
  const { unitId, version } = props.unit;
  const command = useStationCommand('components.recordFrozen');
  // The sign is part of the field: a freezer's core is below zero, and a minus is easily forgotten.
  const [below, setBelow] = useState<number | undefined>(undefined);
  return (
    <Stack>
      <NumberField
        label={`${t('ui.act.core')} −`}
        unit="℃"
        decimals={1}
        value={below}
        onChange={setBelow}
      />
      <CommandEnd
        command={command}
        missing={below === undefined ? t('ui.act.core') : undefined}
        label={t('ui.act.frozen')}
        onSend={() => {
          if (below === undefined) return;
          command.mutate({
            input: { unitId, coreTenthsC: -below },
            call: { expects: { [unitId]: version } },
          });
        }}
      />
    </Stack>
  );
}
