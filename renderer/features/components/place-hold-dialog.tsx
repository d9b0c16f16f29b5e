import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationCommand } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useScan } from '#renderer/app/scan-router.ts';
import { containerOf, DinCode, DinField } from '#renderer/features/laboratory/din-parts.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { HOLD_CODES, type HoldCode } from '#shared/features/components/holds.ts';

/** Holds a whole donation by hand: number by scan, cause, words. */
export function PlaceHoldDialog(props: { onClose: () => void }): ReactElement {
  const { t } = useTranslation('components');
  const command = useStationCommand('components.placeHold');
  const [din, setDin] = useState<string | undefined>(undefined);
  const [code, setCode] = useState<HoldCode | undefined>(undefined);
  const [why, setWhy] = useState('');
  useScan('overlay', (scan) => {
    const read = containerOf(scan);
    if (read === undefined) return 'pass';
    setDin(read.din);
    return { verdict: 'ok', text: t('ui.holds.target') };
  });
  const complete = din !== undefined && code !== undefined && why.trim().length > 1;
  const act = async (): Promise<void> => {
    if (!complete) return;
    const outcome = await command.mutateAsync({
      input: { scope: 'donation', target: din, code, why: why.trim() },
    });
    if (outcome.status === 'ok') props.onClose();
  };
  return (
    <Dialog
      open
      title={t('ui.holds.placeTitle')}
      stay={{ label: t('ui.holds.cancel'), onPress: props.onClose }}
      act={{
        label: t('ui.holds.confirm'),
        busy: command.isPending,
        disabledReason: complete ? undefined : t('ui.holds.missing'),
        onPress: () => void act(),
      }}
    >
      <Stack>
        {din === undefined ? (
          <DinField onDin={(read) => setDin(read.din)} />
        ) : (
          <DinCode din={din} strong />
        )}
        <Select<HoldCode>
          label={t('ui.holds.code')}
          value={code}
          onChange={setCode}
          choices={HOLD_CODES.map((value) => ({ value, label: t(`holds.${value}`) }))}
        />
        <TextField label={t('ui.holds.why')} value={why} onChange={setWhy} />
        <OutcomePanel outcome={command.data} />
      </Stack>
    </Dialog>
  );
}
