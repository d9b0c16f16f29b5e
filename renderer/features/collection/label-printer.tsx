import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import { Select } from '#renderer/ui/select.tsx';
import type { ChairView } from './setup-state.ts';

/** Which printer the nurse chose last at a chair; kept while this window is open. */
const useChosen = create<Readonly<Record<string, string>>>(() => ({}));

/**
 * The printer that the labels of a chair go to: the one chosen here, where it still can print; else
 * the one that administration set up at this chair. Undefined leaves the choice to the station.
 */
export function useLabelPrinter({ chairId, printers }: ChairView): string | undefined {
  const chosen = useChosen((state) => state[chairId]);
  if (printers.some(({ deviceId }) => deviceId === chosen)) return chosen;
  return printers.find(({ here }) => here)?.deviceId;
}

/** Says where the labels come out; a choice where more than one printer can. */
export function LabelPrinter(props: { view: ChairView }): ReactElement | null {
  const { t } = useTranslation('collection');
  const { chairId, printers } = props.view;
  const printerId = useLabelPrinter(props.view);
  const [only, ...others] = printers;
  if (only === undefined) return null;
  if (others.length === 0) return <p>{`${t('setup.labelPrinter')} ${only.name}`}</p>;
  return (
    <Select
      label={t('setup.labelPrinter')}
      value={printerId ?? only.deviceId}
      onChange={(deviceId) => useChosen.setState({ [chairId]: deviceId })}
      choices={printers.map(({ deviceId, name, here }) => ({
        value: deviceId,
        label: here ? t('setup.labelPrinterHere', { name }) : name,
      }))}
    />
  );
}
