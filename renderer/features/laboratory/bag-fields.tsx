import type { TFunction } from 'i18next';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Segmented } from '#renderer/ui/choices.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { HaemolysisField } from './haemolysis-field.tsx';

export type Intake = OutputOf<'laboratory.intake'>;
type Seen = Omit<InputOf<'laboratory.receiveBag'>, 'din'>;
type Draft = { readonly [Field in keyof Seen]?: Seen[Field] | undefined };

/** What was seen on a bag so far; `seen` once every field was chosen, nothing is chosen beforehand. */
export interface BagDraft {
  readonly draft: Draft;
  readonly set: (change: Draft) => void;
  readonly seen: Seen | undefined;
}

/** A draft that starts empty, or from what stands on record when that is corrected. */
export function useBagDraft(start: Draft = {}): BagDraft {
  const [draft, setDraft] = useState<Draft>(start);
  const { netGrams, leak, haemolysis, colourOk } = draft;
  const isComplete =
    netGrams && leak !== undefined && haemolysis !== undefined && colourOk !== undefined;
  return {
    draft,
    set: (change) => setDraft({ ...draft, ...change }),
    seen: isComplete ? { netGrams, leak, haemolysis, colourOk } : undefined,
  };
}

/** Weight, leak, haemolysis and colour of a bag. */
export function BagFields(props: { data: Intake; bag: BagDraft }): ReactElement {
  const { t } = useTranslation('laboratory');
  const { data, bag } = props;
  const { draft, set } = bag;
  return (
    <>
      <NumberField
        label={t('ui.intake.netGrams')}
        unit="g"
        value={draft.netGrams}
        onChange={(netGrams) => set({ netGrams })}
        hint={chairHint(data, t)}
        error={weightFault(data, draft.netGrams, t)}
      />
      <Segmented<'no' | 'yes'>
        label={t('ui.intake.leak')}
        value={draft.leak === undefined ? undefined : draft.leak ? 'yes' : 'no'}
        onChange={(value) => set({ leak: value === 'yes' })}
        choices={[
          { value: 'no', label: t('ui.intake.no') },
          { value: 'yes', label: t('ui.intake.yes') },
        ]}
      />
      <HaemolysisField value={draft.haemolysis} onChange={(haemolysis) => set({ haemolysis })} />
      <Segmented<'yes' | 'no'>
        label={t('ui.intake.colour')}
        value={draft.colourOk === undefined ? undefined : draft.colourOk ? 'yes' : 'no'}
        onChange={(value) => set({ colourOk: value === 'yes' })}
        choices={[
          { value: 'yes', label: t('ui.intake.normal') },
          { value: 'no', label: t('ui.intake.abnormal') },
        ]}
      />
    </>
  );
}

function chairHint(data: Intake, t: TFunction<'laboratory'>): string | undefined {
  const { chairNetGrams: grams, maxDiffGrams: max } = data;
  if (grams === null) return undefined;
  return max === null ? t('ui.intake.chairOnly', { grams }) : t('ui.intake.chair', { grams, max });
}

/** Says before it is recorded that a weight will hold the plasma. */
function weightFault(
  { chairNetGrams, maxDiffGrams: max }: Intake,
  netGrams: number | undefined,
  t: TFunction<'laboratory'>,
): string | undefined {
  if (!netGrams || chairNetGrams === null || max === null) return undefined;
  const diff = Math.abs(netGrams - chairNetGrams);
  return diff > max ? t('ui.intake.differs', { diff, max }) : undefined;
}
