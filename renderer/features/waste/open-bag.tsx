import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncedAct } from '#renderer/app/act.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useScan } from '#renderer/app/scan-router.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { WASTE_KINDS, type WasteKind } from '#shared/features/waste/model.ts';

/** Begins a waste bag, under the number on it (scanned or typed) or the station's own next one. */
export function OpenBag(): ReactElement {
  const { t } = useTranslation('waste');
  const [kind, setKind] = useState<WasteKind>('infectious');
  const [number, setNumber] = useState('');
  const open = useAnnouncedAct(
    'waste.openBag',
    (bag) => t('opened', { number: bag.number }),
    () => setNumber(''),
  );
  useScan('screen', (scan) => {
    const [token] = scan.tokens;
    if (token !== undefined && token.kind !== 'unknown') return 'pass';
    setNumber(scan.raw.trim());
    return { verdict: 'ok', text: t('number'), detail: scan.raw.trim() };
  });
  const typed = number.trim();
  return (
    <Stack gap="small">
      <Segmented
        label={t('kindLabel')}
        value={kind}
        onChange={setKind}
        choices={WASTE_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <TextField
        label={t('number')}
        hint={t('numberHint')}
        value={number}
        onChange={setNumber}
        code
      />
      <OutcomePanel outcome={open.outcome} />
      <Button
        wide
        busy={open.busy}
        onPress={() => open.run({ kind, ...(typed === '' ? {} : { number: typed }) })}
      >
        {t('open')}
      </Button>
    </Stack>
  );
}
