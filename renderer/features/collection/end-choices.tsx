import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Segmented } from '#renderer/ui/choices.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { STOP_REASONS, type StopReason } from './stop-reasons.ts';

const CELLS = ['yes', 'no', 'partly'] as const;

export type Cells = (typeof CELLS)[number];

/** Why a collection stopped and whether the red cells came back: asked at its end and at its correction. */
export function EndChoices(props: {
  stopReason: StopReason | undefined;
  cells: Cells | undefined;
  onStopReason: (reason: StopReason) => void;
  onCells: (cells: Cells) => void;
}): ReactElement {
  const { t } = useTranslation('collection');
  return (
    <>
      <Select
        label={t('end.stopReason')}
        value={props.stopReason}
        onChange={props.onStopReason}
        choices={STOP_REASONS.map((value) => ({ value, label: t(`stopReason.${value}`) }))}
      />
      <Segmented
        label={t('end.redCells')}
        value={props.cells}
        onChange={props.onCells}
        choices={CELLS.map((value) => ({ value, label: t(`yesNoPartly.${value}`) }))}
      />
    </>
  );
}
