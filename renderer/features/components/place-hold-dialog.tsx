import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { CommandDialog } from '#renderer/app/command-dialog.tsx';
import { useScan } from '#renderer/app/scan-router.ts';
import { containerOf, DinCode, DinField } from '#renderer/features/laboratory/din-parts.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { HOLD_CODES, type HoldCode } from '#shared/features/components/holds.ts';

/** Holds a whole donation by hand: number by scan, cause, words. */
export function PlaceHoldDialog(props: { onClose: () => void }): ReactElement {
  const { t } = useTranslation('components');
  const command = useAct('components.placeHold');
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
    const input = { scope: 'donation' as const, target: din, code, why: why.trim() };
    if ((await command.act(input)) !== undefined) props.onClose();
  };
  return (
    <CommandDialog
      title={t('ui.holds.placeTitle')}
      stay={{ label: t('ui.holds.cancel'), onPress: props.onClose }}
      command={command}
      act={{
        label: t('ui.holds.confirm'),
        disabledReason: complete ? undefined : t('ui.holds.missing'),
        onPress: () => void act(),
      }}
    >
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
    </CommandDialog>
  );
}
