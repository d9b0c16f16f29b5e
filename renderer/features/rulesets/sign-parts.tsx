import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SecondFields, useSecond } from '#renderer/features/collection/second-person.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { PinField } from '#renderer/ui/pin-field.tsx';
import type { Proof } from '#shared/contract/envelope.ts';

/** The signature of two persons under an act on a rule pack; PINs leave the fields when used. */
export function TwoSign(props: {
  label: string;
  missing: string | undefined;
  busy: boolean;
  danger?: boolean;
  onSign: (proof: Omit<Proof, 'actor'>) => void;
}): ReactElement {
  const { t } = useTranslation('rulesets');
  const [pin, setPin] = useState('');
  const second = useSecond();
  const missing =
    props.missing ?? (pin === '' ? t('ownPin') : second.complete ? undefined : t('secondBadge'));
  const sign = (): void => {
    if (missing !== undefined) return;
    setPin('');
    props.onSign({ pin, second: second.take() });
  };
  return (
    <Stack gap="small">
      <PinField label={t('ownPin')} value={pin} onChange={setPin} onSubmit={sign} />
      <SecondFields
        second={second}
        label={t('secondBadge')}
        pinLabel={t('secondPin')}
        onSubmit={sign}
      />
      <Button
        look={props.danger ? 'danger' : 'primary'}
        wide
        busy={props.busy}
        disabledReason={missing}
        onPress={sign}
      >
        {props.label}
      </Button>
    </Stack>
  );
}
