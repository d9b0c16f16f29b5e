import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { timeText } from '#renderer/app/clock.ts';
import { CommandDialog } from '#renderer/app/command-dialog.tsx';
import { useCommand } from '#renderer/app/commands.ts';
import { announce } from '#renderer/app/notices.ts';
import { useStation } from '#renderer/app/station-state.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { NEEDLE_STICKS } from '#shared/features/quality/contract.ts';
import { FirstAid } from './first-aid.tsx';

type What = (typeof NEEDLE_STICKS)[number];

/** The key that opens the card anywhere, signed in or not. */
export function NeedleStickKey(): ReactElement | null {
  const { t } = useTranslation('quality');
  const [open, setOpen] = useState(false);
  const run = (): void => setOpen(true);
  const label = t('needleStick.key');
  useCommand({ id: 'quality.needleStick', keys: 'Ctrl+Alt+N', label, whileLocked: true, run });
  return open ? <NeedleStickDialog onClose={() => setOpen(false)} /> : null;
}

/** The same as a button, where used needles are handled. */
export function NeedleStickButton(): ReactElement {
  const { t } = useTranslation('quality');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button keyCap="Ctrl+Alt+N" onPress={() => setOpen(true)}>
        {t('needleStick.key')}
      </Button>
      {open ? <NeedleStickDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** First aid first; the record needs how and who. */
function NeedleStickDialog(props: { onClose: () => void }): ReactElement {
  const { t } = useTranslation('quality');
  const zone = useStation((state) => state.zone);
  const report = useAct('quality.reportNeedleStick');
  const [what, setWhat] = useState<What>('needle');
  const [who, setWho] = useState('');
  const [source, setSource] = useState('');
  const send = async (): Promise<void> => {
    const reported = await report.act({ what, who: who.trim(), source });
    if (reported === undefined) return;
    const time = timeText(Date.parse(reported.reportedAt), zone);
    announce('ok', t('needleStick.done', { time }));
    props.onClose();
  };
  return (
    <CommandDialog
      wide
      title={t('needleStick.title')}
      stay={{ label: t('needleStick.close'), onPress: props.onClose }}
      command={report}
      act={{
        label: t('needleStick.report'),
        disabledReason: who.trim() === '' ? t('needleStick.who') : undefined,
        onPress: () => void send(),
      }}
    >
      <Banner tone="danger" title={t('firstAid.title')}>
        <FirstAid />
      </Banner>
      <Segmented
        label={t('needleStick.what')}
        value={what}
        onChange={setWhat}
        choices={NEEDLE_STICKS.map((value) => ({
          value,
          label: t(`needleStick.kinds.${value}`),
        }))}
      />
      <TextField label={t('needleStick.who')} value={who} onChange={setWho} />
      <TextField label={t('needleStick.source')} value={source} onChange={setSource} code />
    </CommandDialog>
  );
}
