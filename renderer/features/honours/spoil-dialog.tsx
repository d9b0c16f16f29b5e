import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { CommandDialog } from '#renderer/app/command-dialog.tsx';
import { useScan } from '#renderer/app/scan-router.ts';
import { badgeOf } from '#renderer/features/operators/badge-scan.ts';
import { PinField } from '#renderer/ui/pin-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { SPOIL_CODES } from '#shared/features/honours/rules/sheets.ts';
import { readSheetSerial } from '#shared/features/honours/serial.ts';

/** Takes a numbered sheet out of use before two persons; the first answer keeps it. */
export function SpoilDialog(props: {
  /** Null for a sheet that carries no certificate. */
  certificateId: string | null;
  serial: string;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('honours');
  const [serial, setSerial] = useState(props.serial);
  const [code, setCode] = useState<(typeof SPOIL_CODES)[number]>();
  const [second, setSecond] = useState({ badge: '', pin: '' });
  const spoiling = useAct('honours.spoilSheet');
  useScan('step', (scan) => {
    const badge = badgeOf(scan);
    if (badge !== undefined) {
      setSecond((before) => ({ ...before, badge }));
      return { verdict: 'ok', text: t('spoilDialog.second') };
    }
    const read = readSheetSerial(scan.raw);
    if (read === undefined) return 'pass';
    setSerial(read);
    return { verdict: 'ok', text: `${t('spoilDialog.serial')} ${read}` };
  });
  const isComplete =
    serial.trim() !== '' && code !== undefined && second.badge !== '' && second.pin !== '';
  const act = async (): Promise<void> => {
    if (code === undefined || !isComplete) return;
    const input = { certificateId: props.certificateId, serial: serial.trim(), code };
    setSecond((before) => ({ ...before, pin: '' }));
    if ((await spoiling.act(input, { proof: { second } })) !== undefined) props.onClose();
  };
  return (
    <CommandDialog
      title={
        serial.trim() === '' ? t('spoilDialog.titleBlank') : t('spoilDialog.title', { serial })
      }
      stay={{ label: t('spoilDialog.stay'), onPress: props.onClose }}
      command={spoiling}
      act={{
        label: t('spoilDialog.act'),
        onPress: () => void act(),
        danger: true,
        ...(isComplete ? {} : { disabledReason: t('spoilDialog.incomplete') }),
      }}
    >
      <p>{t('spoilDialog.text')}</p>
      <TextField
        label={t('spoilDialog.serial')}
        value={serial}
        onChange={setSerial}
        inputMode="numeric"
        code
      />
      <Select
        label={t('spoilDialog.why')}
        choices={SPOIL_CODES.map((value) => ({ value, label: t(`spoilCode.${value}`) }))}
        value={code}
        onChange={setCode}
      />
      <TextField
        label={t('spoilDialog.second')}
        value={second.badge}
        onChange={(badge) => setSecond({ ...second, badge: badge.trim() })}
        code
      />
      <PinField
        label={t('spoilDialog.secondPin')}
        value={second.pin}
        onChange={(pin) => setSecond({ ...second, pin })}
        onSubmit={() => void act()}
      />
    </CommandDialog>
  );
}
