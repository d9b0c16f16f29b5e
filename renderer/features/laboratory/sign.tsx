import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useScan } from '#renderer/app/scan-router.ts';
import { Row } from '#renderer/ui/pane.tsx';
import { PinField } from '#renderer/ui/pin-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Proof } from '#shared/contract/envelope.ts';

type Given = { readonly pin: string; readonly badge: string; readonly secondPin: string };

const NOTHING: Given = { pin: '', badge: '', secondPin: '' };

export type Signing = {
  readonly given: Given;
  readonly set: (given: Given) => void;
  /** Words for what is missing; undefined when the act can be signed. */
  readonly missing: string | undefined;
  readonly proof: () => Omit<Proof, 'actor'>;
  readonly clear: () => void;
};

/** What a signed act needs; PINs live only while the form is open. */
export function useSigning(withSecond: boolean): Signing {
  const { t } = useTranslation('laboratory');
  const [given, set] = useState<Given>(NOTHING);
  const { pin, badge, secondPin } = given;
  const complete = pin !== '' && (!withSecond || (badge !== '' && secondPin !== ''));
  const words = withSecond ? t('ui.sign.missingSecond') : t('ui.sign.missing');
  return {
    given,
    set,
    missing: complete ? undefined : words,
    proof: () => (withSecond ? { pin, second: { badge, pin: secondPin } } : { pin }),
    clear: () => set(NOTHING),
  };
}

/** Fields of a signature: own PIN, and where asked the second person's badge and PIN. */
export function SignFields(props: {
  signing: Signing;
  withSecond: boolean;
  onSubmit: () => void;
}): ReactElement {
  const { t } = useTranslation('laboratory');
  const { given, set } = props.signing;
  useScan(
    'overlay',
    props.withSecond
      ? (scan) => {
          const [token] = scan.tokens;
          if (scan.problem !== null || token?.kind !== 'staffBadge') return 'pass';
          set({ ...given, badge: token.id });
          return { verdict: 'ok', text: t('ui.sign.secondBadge') };
        }
      : undefined,
  );
  const own = (
    <PinField
      label={t('ui.sign.pin')}
      value={given.pin}
      onChange={(pin) => set({ ...given, pin })}
      onSubmit={props.onSubmit}
    />
  );
  if (!props.withSecond) return own;
  return (
    <Row columns={3}>
      {own}
      <TextField
        label={t('ui.sign.secondBadge')}
        hint={t('ui.sign.secondBadgeHint')}
        value={given.badge}
        onChange={(badge) => set({ ...given, badge })}
        code
      />
      <PinField
        label={t('ui.sign.secondPin')}
        value={given.secondPin}
        onChange={(secondPin) => set({ ...given, secondPin })}
        onSubmit={props.onSubmit}
      />
    </Row>
  );
}
