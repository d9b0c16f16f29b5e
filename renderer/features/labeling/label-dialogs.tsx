import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import type { CommandCall, Outcome } from '#renderer/app/client.ts';
import { CommandDialog } from '#renderer/app/command-dialog.tsx';
import { useStationCommand } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useScan } from '#renderer/app/scan-router.ts';
import { badgeOf } from '#renderer/features/operators/badge-scan.ts';
import { Signature } from '#renderer/features/operators/signature.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { PinField } from '#renderer/ui/pin-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { VOID_CODES } from '#shared/features/labeling/contract.ts';

/** Voids a label: the default answer keeps it. */
export function VoidDialog(props: { serial: string; onClose: () => void }): ReactElement {
  const { t } = useTranslation('labeling');
  const [code, setCode] = useState<(typeof VOID_CODES)[number]>();
  const [note, setNote] = useState('');
  const voiding = useAct('labeling.voidLabel');
  const act = async (): Promise<void> => {
    if (code === undefined) return;
    if ((await voiding.act({ serial: props.serial, code, note })) !== undefined) props.onClose();
  };
  return (
    <CommandDialog
      title={t('screen.voidTitle', { serial: props.serial })}
      stay={{ label: t('screen.keep'), onPress: props.onClose }}
      command={voiding}
      act={{
        label: t('screen.voidLabel'),
        onPress: () => void act(),
        danger: true,
        ...(code === undefined ? { disabledReason: t('screen.voidReason') } : {}),
      }}
    >
      <p>{t('screen.voidBody')}</p>
      <Select
        label={t('screen.voidReason')}
        choices={VOID_CODES.map((value) => ({ value, label: t(`voidCodes.${value}`) }))}
        value={code}
        onChange={setCode}
      />
      <TextField label={t('screen.note')} value={note} onChange={setNote} />
    </CommandDialog>
  );
}

/** Prints a label again: reason and second person, as the station asks. */
export function ReprintDialog(props: {
  serial: string;
  busy: boolean;
  outcome: Outcome<unknown> | undefined;
  onPrint: (why: string, call: CommandCall) => void;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('labeling');
  const [typed, setTyped] = useState({ why: '', badge: '', pin: '' });
  useScan('step', (scan) => {
    const badge = badgeOf(scan);
    if (badge === undefined) return 'pass';
    setTyped((before) => ({ ...before, badge }));
    return { verdict: 'ok', text: t('screen.second') };
  });
  const { why, badge, pin } = typed;
  const missing =
    why.trim() === ''
      ? t('screen.reprintWhy')
      : badge === ''
        ? t('screen.second')
        : pin === ''
          ? t('screen.secondPin')
          : undefined;
  const act = (): void => props.onPrint(why.trim(), { proof: { second: { badge, pin } } });
  return (
    <CommandDialog
      title={t('screen.reprintTitle', { serial: props.serial })}
      stay={{ label: t('screen.cancel'), onPress: props.onClose }}
      command={props}
      act={{
        label: t('screen.reprint'),
        onPress: act,
        ...(missing === undefined ? {} : { disabledReason: missing }),
      }}
    >
      <p>{t('screen.reprintBody')}</p>
      <TextField
        label={t('screen.reprintWhy')}
        value={why}
        onChange={(value) => setTyped({ ...typed, why: value })}
      />
      <TextField
        label={t('screen.second')}
        value={badge}
        onChange={(value) => setTyped({ ...typed, badge: value.trim() })}
        code
      />
      <PinField
        label={t('screen.secondPin')}
        value={pin}
        onChange={(value) => setTyped({ ...typed, pin: value })}
        onSubmit={() => undefined}
      />
    </CommandDialog>
  );
}

/** Two persons sign that they saw a void label destroyed. */
export function DestroyDialog(props: { serial: string; onClose: () => void }): ReactElement {
  const { t } = useTranslation('labeling');
  const destroying = useStationCommand('labeling.destroyLabel');
  return (
    <Dialog
      open
      title={t('screen.destroyTitle', { serial: props.serial })}
      stay={{ label: t('screen.cancel'), onPress: props.onClose }}
    >
      <p>{t('screen.destroyBody')}</p>
      <Signature
        label={t('screen.sign')}
        two
        busy={destroying.isPending}
        onSign={(proof) =>
          destroying.mutate(
            { input: { serial: props.serial }, call: { proof } },
            { onSuccess: (outcome) => outcome.status === 'ok' && props.onClose() },
          )
        }
      />
      <OutcomePanel outcome={destroying.data} />
    </Dialog>
  );
}
