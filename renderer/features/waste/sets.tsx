import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncedAct } from '#renderer/app/act.ts';
import { CommandDialog } from '#renderer/app/command-dialog.tsx';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useScan } from '#renderer/app/scan-router.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { SPOIL_CODES } from '#shared/features/collection/words.ts';
import { useOpenBag } from './use-bag.ts';

type SpentSet = OutputOf<'collection.turnRound'>['sets'][number];
type SpoilCode = (typeof SPOIL_CODES)[number];

/** Sets that have served or were spoilt and lie in no waste bag yet. */
export function SetTable(props: { sets: readonly SpentSet[] }): ReactElement {
  const { t } = useTranslation('waste');
  const bag = useOpenBag();
  const discard = useAnnouncedAct('collection.discardSet', () => t('discarded'));
  return (
    <>
      <Table
        label={t('sets')}
        tight
        rows={props.sets}
        rowId={(set) => set.setId}
        columns={[
          {
            id: 'set',
            header: t('sets'),
            cell: (set) => `${set.lot} ${set.kitSerial}`,
            code: true,
          },
          { id: 'how', header: t('column.state'), cell: (set) => t(`how.${set.how}`) },
          { id: 'by', header: t('column.by'), cell: (set) => set.spentBy, secondary: true },
          {
            id: 'act',
            header: '',
            cell: (set) => (
              <Button
                busy={discard.busy}
                disabledReason={bag === undefined ? t('clean.noBag') : undefined}
                onPress={() => {
                  if (bag !== undefined) discard.run({ setId: set.setId, bagId: bag.bagId });
                }}
              >
                {t('discard', { bag: bag?.number ?? '' })}
              </Button>
            ),
          },
        ]}
      />
      <OutcomePanel outcome={discard.outcome} />
    </>
  );
}

/** Counts a kit as spoilt: its code by scan, and why. */
export function SpoilKit(): ReactElement {
  const { t } = useTranslation('waste');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('spoil')}</Button>
      {open ? <SpoilDialog onDone={() => setOpen(false)} /> : null}
    </>
  );
}

function SpoilDialog(props: { onDone: () => void }): ReactElement {
  const { t } = useTranslation('waste');
  const [kit, setKit] = useState('');
  const [serial, setSerial] = useState('');
  const [code, setCode] = useState<SpoilCode | undefined>(undefined);
  const spoil = useAnnouncedAct('collection.spoilKit', () => t('spoilt'), props.onDone);
  useScan('overlay', (scan) => {
    setKit(scan.raw);
    return { verdict: 'ok', text: t('spoilKit'), detail: scan.raw };
  });
  const noCode = code === undefined ? t('spoilWhy') : undefined;
  const send = (): void => {
    if (code === undefined) return;
    const typed = serial.trim();
    spoil.run({ kit: kit.trim(), code, ...(typed === '' ? {} : { kitSerial: typed }) });
  };
  return (
    <CommandDialog
      focusInside
      title={t('spoil')}
      stay={{ label: t('stay'), onPress: props.onDone }}
      command={spoil}
      act={{
        label: t('spoil'),
        disabledReason: kit.trim() === '' ? t('spoilKit') : noCode,
        onPress: send,
      }}
    >
      <TextField label={t('spoilKit')} value={kit} onChange={setKit} code />
      <TextField label={t('spoilSerial')} value={serial} onChange={setSerial} code />
      <Select
        label={t('spoilWhy')}
        value={code}
        onChange={setCode}
        choices={SPOIL_CODES.map((value) => ({ value, label: t(`spoilCode.${value}`) }))}
      />
    </CommandDialog>
  );
}
