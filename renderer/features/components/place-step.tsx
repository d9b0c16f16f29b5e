import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationCommand, useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useScan } from '#renderer/app/scan-router.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import type { Unit } from './processing.tsx';

/** Into a freezer or onto a quarantine shelf: one scan of the place, or the list. */
export function PlaceStep(props: { unit: Unit; kind: 'freezer' | 'quarantine' }): ReactElement {
  const { t } = useTranslation('components');
  const { unit, kind } = props;
  const places = useStationQuery('components.places', {});
  const freezer = useStationCommand('components.putInFreezer');
  const shelf = useStationCommand('components.quarantine');
  const command = kind === 'freezer' ? freezer : shelf;
  const [place, setPlace] = useState<string | undefined>(undefined);
  const put = (scan: string) =>
    command.mutateAsync({
      input: { unitId: unit.unitId, place: scan },
      call: { expects: { [unit.unitId]: unit.version } },
    });
  useScan('step', (scan) => {
    const [token] = scan.tokens;
    if (scan.problem !== null || token?.kind !== 'place') return 'pass';
    return put(scan.raw).then((outcome) => ({
      verdict: outcome.status === 'ok' ? ('ok' as const) : ('caution' as const),
      text: t(kind === 'freezer' ? 'ui.act.freezer' : 'ui.act.quarantine'),
    }));
  });
  const choices = (places.data ?? []).filter((one) => one.kind === kind);
  return (
    <Stack>
      <StatusTag kind="next">{t('ui.act.scanPlace')}</StatusTag>
      <Select
        label={t('ui.act.place')}
        value={place}
        onChange={setPlace}
        choices={choices.map((one) => ({ value: one.placeId, label: `${one.code} ${one.name}` }))}
      />
      <OutcomePanel outcome={command.data} />
      <Button
        look="primary"
        wide
        busy={command.isPending}
        disabledReason={place === undefined ? t('ui.act.scanPlace') : undefined}
        onPress={() => {
          if (place !== undefined) void put(place);
        }}
      >
        {t(kind === 'freezer' ? 'ui.act.freezer' : 'ui.act.quarantine')}
      </Button>
    </Stack>
  );
}
