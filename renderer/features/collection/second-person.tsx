import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useScan } from '#renderer/app/scan-router.ts';
import { badgeOf } from '#renderer/features/operators/badge-scan.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { PinField } from '#renderer/ui/pin-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';

/** A second person proves herself with badge and PIN; both leave the fields as soon as they are used. */
export function SecondPerson(props: {
  label: string;
  missing?: string;
  busy?: boolean;
  onProof: (second: { badge: string; pin: string }) => void;
}): ReactElement {
  const { t } = useTranslation('collection');
  const [badge, setBadge] = useState('');
  const [pin, setPin] = useState('');
  useScan('step', (scan) => {
    const scanned = badgeOf(scan);
    if (scanned === undefined) return 'pass';
    setBadge(scanned);
    return { verdict: 'ok', text: t('boxes.second') };
  });
  const missing = props.missing ?? (badge === '' || pin === '' ? t('boxes.second') : undefined);
  const use = (): void => {
    if (missing !== undefined) return;
    setPin('');
    props.onProof({ badge, pin });
  };
  return (
    <Stack gap="small">
      <TextField
        label={t('boxes.second')}
        value={badge}
        onChange={(text) => setBadge(text.trim())}
        code
      />
      <PinField value={pin} onChange={setPin} onSubmit={use} />
      <Button look="primary" wide busy={props.busy} disabledReason={missing} onPress={use}>
        {props.label}
      </Button>
    </Stack>
  );
}
