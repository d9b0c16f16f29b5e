import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '#renderer/app/client.ts';
import { useClient } from '#renderer/app/operations.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { encodeDin } from '#shared/codes/din.ts';
import { VOID_CODES } from '#shared/features/collection/words.ts';
import type { WaitingVisit } from './setup-state.ts';
import { comparable } from './verdicts.ts';

/** Voids the number of this visit with a reason; it never comes back. */
export function VoidNumber(props: {
  visit: WaitingVisit | undefined;
  onOutcome: (outcome: Outcome<unknown>) => void;
}): ReactElement | null {
  const { t } = useTranslation('collection');
  const client = useClient();
  const [open, setOpen] = useState(false);
  const [code, setCode] = useState<(typeof VOID_CODES)[number] | undefined>(undefined);
  const [note, setNote] = useState('');
  const din = props.visit?.din ?? null;
  if (din === null) return null;
  const act = async (): Promise<void> => {
    if (code === undefined) return;
    const number = encodeDin(din, '01') ?? '';
    props.onOutcome(await client.command('collection.voidNumber', { number, code, note }));
    setOpen(false);
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('setup.voidNumber')}</Button>
      <Dialog
        open={open}
        title={`${t('setup.voidNumber')} ${comparable(din)}`}
        stay={{ label: t('stay'), onPress: () => setOpen(false) }}
        act={{
          label: t('setup.voidNumber'),
          danger: true,
          onPress: () => void act(),
          disabledReason: code === undefined ? t('setup.voidReason') : undefined,
        }}
      >
        <Stack>
          <Select
            label={t('setup.voidReason')}
            value={code}
            onChange={setCode}
            choices={VOID_CODES.map((value) => ({ value, label: t(`voidCode.${value}`) }))}
          />
          <TextField label={t('setup.note')} value={note} onChange={setNote} />
        </Stack>
      </Dialog>
    </>
  );
}
