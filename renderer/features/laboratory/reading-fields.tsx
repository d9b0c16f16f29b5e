import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Segmented } from '#renderer/ui/choices.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { ReadingInput } from '#shared/features/laboratory/reading-input.ts';

type Letter = 'A' | 'B' | 'O' | 'AB' | 'unclear';
type Qualitative = 'nonreactive' | 'reactive' | 'indeterminate' | 'invalid';
type Rhd = 'positive' | 'negative' | 'weak' | 'unclear';

/** What has been typed so far; every kind of test uses its own fields. */
export type Draft = {
  readonly value?: Qualitative;
  readonly figure?: string;
  readonly forward?: Letter;
  readonly reverse?: Letter;
  readonly rhd?: Rhd;
  readonly assay?: 'IgG' | 'total';
  readonly dilution?: string;
};

/** The reading of a draft, or undefined while fields are open. */
export function readingOf(kind: string, draft: Draft): ReadingInput | undefined {
  switch (kind) {
    case 'marker':
    case 'nat':
      return draft.value && { kind: 'qualitative', value: draft.value, figure: '' };
    case 'enzyme':
      return draft.figure ? { kind: 'figure', figure: draft.figure.trim() } : undefined;
    case 'abo':
      return draft.forward && draft.reverse
        ? { kind: 'abo', forward: draft.forward, reverse: draft.reverse }
        : undefined;
    case 'rhd':
    case 'weakD':
      return draft.rhd && { kind: 'rhd', value: draft.rhd };
    case 'antibody':
      return antibody(draft);
    default:
      return undefined;
  }
}

function antibody(draft: Draft): ReadingInput | undefined {
  const { value, assay } = draft;
  const dilution = Number(draft.dilution ?? '');
  const usable = Number.isInteger(dilution) && dilution >= 1 && dilution <= 100_000;
  if (!usable || !assay || !value || value === 'invalid') return undefined;
  return { kind: 'antibody', assay, dilution, value };
}

/** The fields of one kind of test; nothing is chosen beforehand. */
export function ReadingFields(props: {
  kind: string;
  draft: Draft;
  onChange: (draft: Draft) => void;
}): ReactElement {
  const { t } = useTranslation('laboratory');
  const { kind, draft, onChange } = props;
  const letters = (['A', 'B', 'O', 'AB', 'unclear'] as const).map((value) => ({
    value,
    label: value === 'unclear' ? t('ui.entry.unclear') : value,
  }));
  if (kind === 'abo') {
    return (
      <Stack>
        <Select<Letter>
          label={t('ui.entry.forward')}
          value={draft.forward}
          onChange={(forward) => onChange({ ...draft, forward })}
          choices={letters}
        />
        <Select<Letter>
          label={t('ui.entry.reverse')}
          value={draft.reverse}
          onChange={(reverse) => onChange({ ...draft, reverse })}
          choices={letters}
        />
      </Stack>
    );
  }
  if (kind === 'rhd' || kind === 'weakD') return <RhdField {...props} />;
  if (kind === 'enzyme') {
    return (
      <TextField
        label={t('ui.entry.figure')}
        source="U/L"
        inputMode="decimal"
        value={draft.figure ?? ''}
        onChange={(figure) => onChange({ ...draft, figure })}
      />
    );
  }
  return <QualitativeFields {...props} />;
}

function RhdField(props: {
  kind: string;
  draft: Draft;
  onChange: (draft: Draft) => void;
}): ReactElement {
  const { t } = useTranslation('laboratory');
  const values: readonly Rhd[] =
    props.kind === 'weakD'
      ? ['positive', 'negative', 'unclear']
      : ['positive', 'negative', 'weak', 'unclear'];
  return (
    <Segmented<Rhd>
      label={t('ui.entry.value')}
      value={props.draft.rhd}
      onChange={(rhd) => props.onChange({ ...props.draft, rhd })}
      choices={values.map((value) => ({
        value,
        label: value === 'unclear' ? t('ui.entry.unclear') : t(`values.${value}`),
      }))}
    />
  );
}

function QualitativeFields(props: {
  kind: string;
  draft: Draft;
  onChange: (draft: Draft) => void;
}): ReactElement {
  const { t } = useTranslation('laboratory');
  const { kind, draft, onChange } = props;
  const isTitre = kind === 'antibody';
  const values: readonly Qualitative[] = isTitre
    ? ['nonreactive', 'reactive', 'indeterminate']
    : ['nonreactive', 'reactive', 'indeterminate', 'invalid'];
  return (
    <Stack>
      {isTitre ? (
        <>
          <Segmented<'IgG' | 'total'>
            label={t('ui.entry.assay')}
            value={draft.assay}
            onChange={(assay) => onChange({ ...draft, assay })}
            choices={[
              { value: 'IgG', label: 'IgG' },
              { value: 'total', label: t('ui.entry.total') },
            ]}
          />
          <TextField
            label={t('ui.entry.dilution')}
            inputMode="numeric"
            value={draft.dilution ?? ''}
            onChange={(dilution) => onChange({ ...draft, dilution })}
          />
        </>
      ) : null}
      <Segmented<Qualitative>
        label={t('ui.entry.value')}
        value={draft.value}
        onChange={(value) => onChange({ ...draft, value })}
        choices={values.map((value) => ({ value, label: t(`values.${value}`) }))}
      />
    </Stack>
  );
}
