import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandEnd } from '#renderer/app/command-end.tsx';
import { useStationCommand, useStationQuery } from '#renderer/app/operations.ts';
import type { ScanAnswer } from '#renderer/app/scan/scan.ts';
import { useScan } from '#renderer/app/scan-router.ts';
import { Stack } from '#renderer/ui/pane.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Unit } from './processing.tsx';
import { verdictOf } from './scan-verdict.ts';

/** Codes that a bag carries: its number, its in-process label or that label's serial. */
const BAG_CODES: ReadonlySet<string> = new Set(['din', 'compound', 'labelSerial']);

/** Into a freezer: one scan of the place. Onto a shelf: the bag's own code first, then the shelf. */
export function PlaceStep(props: { unit: Unit; kind: 'freezer' | 'quarantine' }): ReactElement {
  const { t } = useTranslation('components');
  const { kind } = props;
  const { unitId, version } = props.unit;
  const isShelf = kind === 'quarantine';
  const places = useStationQuery('components.places', {});
  const freezer = useStationCommand('components.putInFreezer');
  const shelf = useStationCommand('components.quarantine');
  const command = isShelf ? shelf : freezer;
  const [container, setContainer] = useState('');
  const [place, setPlace] = useState<string | undefined>(undefined);
  const act = t(isShelf ? 'ui.act.quarantine' : 'ui.act.freezer');
  const put = async (scan: string) => {
    const call = { expects: { [unitId]: version } };
    const outcome = isShelf
      ? await shelf.mutateAsync({
          input: { unitId, container: container.trim(), place: scan },
          call,
        })
      : await freezer.mutateAsync({ input: { unitId, place: scan }, call });
    return verdictOf(outcome, act);
  };
  const missing =
    isShelf && container.trim() === ''
      ? t('ui.act.scanBag')
      : place === undefined
        ? t('ui.act.scanPlace')
        : undefined;
  useScan('step', (scan): ScanAnswer => {
    const [token] = scan.tokens;
    if (scan.problem !== null || token === undefined) return 'pass';
    if (isShelf && BAG_CODES.has(token.kind)) {
      setContainer(scan.raw);
      return { verdict: 'ok', text: t('ui.act.scanPlace') };
    }
    if (token.kind !== 'place') return 'pass';
    if (isShelf && container === '') return { verdict: 'caution', text: t('ui.act.scanBag') };
    return put(scan.raw);
  });
  const choices = (places.data ?? []).filter((one) => one.kind === kind);
  return (
    <Stack>
      <StatusTag kind="next">{missing ?? act}</StatusTag>
      {isShelf ? (
        <TextField label={t('ui.act.bag')} value={container} onChange={setContainer} code />
      ) : null}
      <Select
        label={t('ui.act.place')}
        value={place}
        onChange={setPlace}
        choices={choices.map((one) => ({ value: one.placeId, label: `${one.code} ${one.name}` }))}
      />
      <CommandEnd
        command={command}
        missing={missing}
        label={act}
        onSend={() => {
          if (missing === undefined && place !== undefined) void put(place);
        }}
      />
    </Stack>
  );
}
