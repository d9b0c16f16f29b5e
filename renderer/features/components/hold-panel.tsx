import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { codeWord } from '#renderer/app/code-words.ts';
import { CommandDialog } from '#renderer/app/command-dialog.tsx';
import { listWords } from '#renderer/app/i18n.ts';
import { DinCode } from '#renderer/features/laboratory/din-parts.tsx';
import { SignFields, useSigning } from '#renderer/features/laboratory/sign.tsx';
import { useMoment, usePerson } from '#renderer/features/laboratory/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { Facts } from '#renderer/ui/rows.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Hold } from './holds.tsx';

/** One hold; lifting asks reason, PIN and a second person, and only when the cause is gone. */
export function HoldPanel(props: { hold: Hold }): ReactElement {
  const { t } = useTranslation('components');
  const moment = useMoment();
  const person = usePerson();
  const { hold } = props;
  const [open, setOpen] = useState(false);
  return (
    <Stack>
      <Facts
        items={[
          { name: t('ui.columns.number'), value: <DinCode din={hold.din} /> },
          {
            name: t('ui.columns.code'),
            value: codeWord(['components:holds'], hold.code),
          },
          { name: t('ui.columns.scope'), value: t(`ui.scope.${hold.scope}`) },
          {
            name: t('ui.columns.placed'),
            value: `${moment(hold.placedAt)} · ${person(hold.placedBy)}`,
          },
        ]}
      />
      <Button
        look="danger"
        wide
        disabledReason={
          hold.standing.length === 0
            ? undefined
            : listWords(hold.standing.map((one) => codeWord(['components:ui.standing'], one)))
        }
        onPress={() => setOpen(true)}
      >
        {t('ui.holds.lift')}
      </Button>
      {open ? <LiftDialog hold={hold} onClose={() => setOpen(false)} /> : null}
    </Stack>
  );
}

function LiftDialog(props: { hold: Hold; onClose: () => void }): ReactElement {
  const { t } = useTranslation('components');
  const { hold } = props;
  const command = useAct('components.liftHold');
  const signing = useSigning(true);
  const [why, setWhy] = useState('');
  const missing = why.trim().length < 2 ? t('ui.holds.why') : signing.missing;
  const act = async (): Promise<void> => {
    if (missing !== undefined) return;
    const call = { expects: { [hold.holdId]: hold.version }, proof: signing.proof() };
    const lifted = await command.act({ holdId: hold.holdId, why: why.trim() }, call);
    if (lifted !== undefined) props.onClose();
  };
  return (
    <CommandDialog
      wide
      title={t('ui.holds.liftTitle')}
      stay={{ label: t('ui.holds.keep'), onPress: props.onClose }}
      command={command}
      act={{
        label: t('ui.holds.lift'),
        danger: true,
        disabledReason: missing,
        onPress: () => void act(),
      }}
    >
      <TextField label={t('ui.holds.why')} value={why} onChange={setWhy} />
      <SignFields signing={signing} withSecond onSubmit={() => undefined} />
    </CommandDialog>
  );
}
