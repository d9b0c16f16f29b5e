import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandEnd } from '#renderer/app/command-end.tsx';
import { useStationCommand } from '#renderer/app/operations.ts';
import { useScan } from '#renderer/app/scan-router.ts';
import { Stack } from '#renderer/ui/pane.tsx';
import { Select } from '#renderer/ui/select.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { useSide } from './words.ts';

type Runs = OutputOf<'laboratory.runs'>;

const METHODS = ['ELISA', 'CLIA', 'microplate', 'tube', 'NAT', 'manual'] as const;
const BY_HAND = 'none';

/** Opens a run: test, method, reagent lot (by scan or from the list), device or by hand. */
export function OpenRunForm(props: {
  data: Runs;
  onOpened: (runId: string) => void;
}): ReactElement {
  const { t } = useTranslation('laboratory');
  const side = useSide();
  const { data } = props;
  const command = useStationCommand('laboratory.openRun');
  const [test, setTest] = useState<string | undefined>(undefined);
  const [method, setMethod] = useState<string | undefined>(undefined);
  const [lotId, setLotId] = useState<string | undefined>(undefined);
  const [device, setDevice] = useState<string>(BY_HAND);
  const lots = data.lots.filter(
    (lot) => test === undefined || lot.serves.length === 0 || lot.serves.includes(test),
  );
  useScan('step', (scan) => {
    const [token] = scan.tokens;
    if (scan.problem !== null || token?.kind !== 'lotSticker') return 'pass';
    const lot = data.lots.find((one) => one.lotId === token.id || one.lot === token.id);
    if (lot === undefined) return 'pass';
    setLotId(lot.lotId);
    return { verdict: 'ok', text: `${lot.name} ${lot.lot}` };
  });
  const open = async (): Promise<void> => {
    if (!test || !method || !lotId) return;
    const deviceId = device === BY_HAND ? null : device;
    const outcome = await command.mutateAsync({
      input: { test, method, reagentLotId: lotId, deviceId },
    });
    if (outcome.status === 'ok') props.onOpened(outcome.value.runId);
  };
  const complete = test && method && lotId;
  return (
    <Stack>
      <Select
        label={t('ui.runs.test')}
        value={test}
        onChange={setTest}
        choices={data.tests.map((one) => ({ value: one.test, label: side(one.name) }))}
      />
      <Select
        label={t('ui.runs.method')}
        value={method}
        onChange={setMethod}
        choices={METHODS.map((value) => ({ value, label: t(`ui.methods.${value}`) }))}
      />
      <Select
        label={t('ui.runs.lot')}
        value={lotId}
        onChange={setLotId}
        choices={lots.map((lot) => ({
          value: lot.lotId,
          label: `${lot.lot} · ${lot.name}${lot.usable ? '' : ` · ${t('ui.runs.expired')}`}`,
          disabled: !lot.usable,
        }))}
      />
      <Select
        label={t('ui.runs.device')}
        value={device}
        onChange={setDevice}
        choices={[
          { value: BY_HAND, label: t('ui.runs.noDevice') },
          ...data.analysers.map((one) => ({ value: one.deviceId, label: one.name })),
        ]}
      />
      <CommandEnd
        command={command}
        missing={complete ? undefined : t('ui.runs.choose')}
        label={t('ui.runs.open')}
        onSend={() => void open()}
      />
    </Stack>
  );
}
