import type { TFunction } from 'i18next';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useScan } from '#renderer/app/scan-router.ts';
import styles from '#renderer/features/equipment/admin.module.css';
import { Button } from '#renderer/ui/button.tsx';
import { Row } from '#renderer/ui/pane.tsx';
import { PinField } from '#renderer/ui/pin-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { badgeOf } from './badge-scan.ts';

/** What a signed command takes with it. */
export type SignatureProof = { pin: string; second?: { badge: string; pin: string } };

const EMPTY = { pin: '', badge: '', secondPin: '' };

/**
 * The signer's PIN and, where two people are asked, the other's badge (scanned or typed) and PIN.
 * PINs leave the fields as soon as they are used.
 */
export function Signature(props: {
  label: string;
  two?: boolean;
  /** Who the second one may be, where not anybody may. */
  who?: string;
  /** All fields side by side, as in a wide dialog. */
  wide?: boolean;
  busy?: boolean;
  danger?: boolean;
  missing?: string | undefined;
  onSign: (proof: SignatureProof) => void;
}): ReactElement {
  const { t } = useTranslation('admin');
  const [typed, setTyped] = useState(EMPTY);
  const two = props.two === true;
  useScan(
    'step',
    two
      ? (scan) => {
          const badge = badgeOf(scan);
          if (badge === undefined) return 'pass';
          setTyped({ ...typed, badge });
          return { verdict: 'ok', text: t('sign.secondBadge', { badge }) };
        }
      : undefined,
  );
  const missing = props.missing ?? missingOf(typed, two, t);
  const sign = (): void => {
    if (missing !== undefined) return;
    const { pin, badge, secondPin } = typed;
    setTyped(EMPTY);
    props.onSign(two ? { pin, second: { badge, pin: secondPin } } : { pin });
  };
  const wide = two && props.wide === true;
  const own = (
    <PinField
      label={t('sign.own')}
      value={typed.pin}
      onChange={(pin) => setTyped({ ...typed, pin })}
      onSubmit={sign}
    />
  );
  return (
    <div className={styles['signature']}>
      {wide ? null : own}
      {two ? (
        <Row columns={wide ? 3 : 2}>
          {wide ? own : null}
          <TextField
            label={props.who ?? t('sign.second')}
            value={typed.badge}
            onChange={(badge) => setTyped({ ...typed, badge: badge.trim() })}
            code
          />
          <PinField
            label={t('sign.secondPin')}
            value={typed.secondPin}
            onChange={(secondPin) => setTyped({ ...typed, secondPin })}
            onSubmit={sign}
          />
        </Row>
      ) : null}
      <Button
        look={props.danger ? 'danger' : 'primary'}
        wide
        busy={props.busy}
        disabledReason={missing}
        onPress={sign}
      >
        {props.label}
      </Button>
    </div>
  );
}

function missingOf(typed: typeof EMPTY, two: boolean, t: TFunction<'admin'>): string | undefined {
  if (typed.pin === '') return t('sign.missingPin');
  if (two && (typed.badge === '' || typed.secondPin === '')) return t('sign.missingSecond');
  return undefined;
}
