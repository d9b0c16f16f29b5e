import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScanLayer } from '#renderer/app/scan/scan.ts';
import { useScan } from '#renderer/app/scan-router.ts';
import { badgeOf } from '#renderer/features/operators/badge-scan.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Row, Stack } from '#renderer/ui/pane.tsx';
import { PinField } from '#renderer/ui/pin-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';

export type Second = { badge: string; pin: string };

/** What a second person gave so far; `take` hands it over and forgets the PIN. */
export type SecondDraft = {
  badge: string;
  pin: string;
  setBadge: (badge: string) => void;
  setPin: (pin: string) => void;
  complete: boolean;
  take: () => Second;
};

/** Badge and PIN of a second person; the PIN leaves the field as soon as it is used. */
export function useSecond(): SecondDraft {
  const [badge, setBadge] = useState('');
  const [pin, setPin] = useState('');
  const take = (): Second => {
    setPin('');
    return { badge, pin };
  };
  return { badge, pin, setBadge, setPin, complete: badge !== '' && pin !== '', take };
}

/** The two fields of a second person; her badge may be scanned. */
export function SecondFields(props: {
  second: SecondDraft;
  label: string;
  pinLabel?: string;
  layer?: ScanLayer;
  onSubmit: () => void;
}): ReactElement {
  const { second, label } = props;
  useScan(props.layer ?? 'step', (scan) => {
    const scanned = badgeOf(scan);
    if (scanned === undefined) return 'pass';
    second.setBadge(scanned);
    return { verdict: 'ok', text: label };
  });
  return (
    <>
      <TextField
        label={label}
        value={second.badge}
        onChange={(text) => second.setBadge(text.trim())}
        code
      />
      <PinField
        label={props.pinLabel}
        value={second.pin}
        onChange={second.setPin}
        onSubmit={props.onSubmit}
      />
    </>
  );
}

/** A second person proves herself with badge and PIN beside the button of the act. */
export function SecondPerson(props: {
  label: string;
  /** Who she is; without it the one who takes over. */
  who?: string;
  missing?: string | undefined;
  busy?: boolean;
  /** Her fields side by side, as in a wide dialog. */
  wide?: boolean;
  onProof: (second: Second) => void;
}): ReactElement {
  const { t } = useTranslation('collection');
  const second = useSecond();
  const who = props.who ?? t('boxes.second');
  const missing = props.missing ?? (second.complete ? undefined : who);
  const use = (): void => {
    if (missing === undefined) props.onProof(second.take());
  };
  const fields = <SecondFields second={second} label={who} onSubmit={use} />;
  return (
    <Stack gap="small">
      {props.wide ? <Row columns={2}>{fields}</Row> : fields}
      <Button look="primary" wide busy={props.busy} disabledReason={missing} onPress={use}>
        {props.label}
      </Button>
    </Stack>
  );
}
