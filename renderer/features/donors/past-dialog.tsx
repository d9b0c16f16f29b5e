import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationCommand } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { DateSegments } from '#renderer/ui/date-segments.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Row, Stack } from '#renderer/ui/pane.tsx';
import { Select } from '#renderer/ui/select.tsx';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { CorrectDialog, type Correction } from '../collection/correct-dialog.tsx';
import type { PastGiving } from './past-givings.tsx';

const TYPES = ['convalescentPlasma', 'plasma', 'wholeBlood', 'platelets', 'sourcePlasma'] as const;

type Draft = {
  readonly collectedOn: CivilDate | undefined;
  readonly donationType: string | undefined;
  readonly volumeMl: number | undefined;
  readonly completed: boolean | undefined;
  readonly redCellsReturned: boolean | undefined;
};

const NOTHING: Draft = {
  collectedOn: undefined,
  donationType: undefined,
  volumeMl: undefined,
  completed: undefined,
  redCellsReturned: undefined,
};

type Part = { donorId: string; giving: PastGiving | undefined; onDone: () => void };

/** A donation as its paper tells it: a new one, or one on record that was mistyped or never given. */
export function PastDialog({ giving, ...rest }: Part): ReactElement {
  return giving === undefined ? (
    <RecordPast {...rest} />
  ) : (
    <CorrectPast giving={giving} {...rest} />
  );
}

function RecordPast({ donorId, onDone }: Omit<Part, 'giving'>): ReactElement {
  const { t } = useTranslation('donors');
  const [draft, setDraft] = useState<Draft>(NOTHING);
  const command = useStationCommand('collection.recordHistory');
  const facts = factsOf(draft);
  const record = async (): Promise<void> => {
    if (facts === undefined) return;
    const outcome = await command.mutateAsync({ input: { donorId, ...facts } });
    if (outcome.status === 'ok') onDone();
  };
  return (
    <Dialog
      open
      wide
      focusInside
      title={t('past.record')}
      stay={{ label: t('cancel'), onPress: onDone }}
    >
      <Stack>
        <Fields draft={draft} onChange={setDraft} />
        <Button
          look="primary"
          wide
          busy={command.isPending}
          disabledReason={facts === undefined ? t('past.missing') : undefined}
          onPress={() => void record()}
        >
          {t('past.save')}
        </Button>
        <OutcomePanel outcome={command.data} />
      </Stack>
    </Dialog>
  );
}

function CorrectPast(props: { giving: PastGiving; onDone: () => void }): ReactElement {
  const { t } = useTranslation('donors');
  const { giving, onDone } = props;
  const [draft, setDraft] = useState<Draft>(draftOf(giving));
  const [counts, setCounts] = useState(giving.counts);
  const command = useStationCommand('collection.correctHistory');
  const facts = factsOf(draft);
  const correct = async ({ code, second }: Correction): Promise<void> => {
    if (facts === undefined) return;
    const input = { recordId: giving.id, ...facts, counts, code };
    const call = { proof: { second }, expects: { [giving.id]: giving.version } };
    if ((await command.mutateAsync({ input, call })).status === 'ok') onDone();
  };
  return (
    <CorrectDialog
      title={t('past.title')}
      missing={facts === undefined ? t('past.missing') : undefined}
      busy={command.isPending}
      outcome={command.data}
      onStay={onDone}
      onCorrect={correct}
    >
      <Fields draft={draft} onChange={setDraft} />
      <YesNo label={t('past.counts')} value={counts} onChange={setCounts} />
    </CorrectDialog>
  );
}

function draftOf(giving: PastGiving): Draft {
  const { collectedOn, donationType, volumeMl, completed, redCellsReturned } = giving;
  return {
    collectedOn: collectedOn as CivilDate,
    donationType,
    volumeMl: volumeMl ?? undefined,
    completed,
    redCellsReturned,
  };
}

/** Every field of a draft, or undefined while one is missing. */
function factsOf({ collectedOn, donationType, volumeMl, completed, redCellsReturned }: Draft) {
  const isComplete =
    collectedOn !== undefined &&
    donationType !== undefined &&
    volumeMl !== undefined &&
    completed !== undefined &&
    redCellsReturned !== undefined;
  return isComplete
    ? { collectedOn, donationType, volumeMl, completed, redCellsReturned }
    : undefined;
}

function Fields(props: { draft: Draft; onChange: (draft: Draft) => void }): ReactElement {
  const { t } = useTranslation('donors');
  const { draft } = props;
  const put = (change: Partial<Draft>): void => props.onChange({ ...draft, ...change });
  return (
    <>
      <Row columns={2}>
        <DateSegments
          label={t('past.on')}
          value={draft.collectedOn}
          onChange={(collectedOn) => put({ collectedOn })}
        />
        <NumberField
          label={t('past.volume')}
          unit="mL"
          value={draft.volumeMl}
          onChange={(volumeMl) => put({ volumeMl })}
        />
      </Row>
      <Select
        label={t('past.type')}
        value={draft.donationType}
        onChange={(donationType) => put({ donationType })}
        choices={TYPES.map((value) => ({ value, label: t(`donationTypes.${value}`) }))}
      />
      <Row columns={2}>
        <YesNo
          label={t('past.completed')}
          value={draft.completed}
          onChange={(completed) => put({ completed })}
        />
        <YesNo
          label={t('past.redCells')}
          value={draft.redCellsReturned}
          onChange={(redCellsReturned) => put({ redCellsReturned })}
        />
      </Row>
    </>
  );
}

function YesNo(props: {
  label: string;
  value: boolean | undefined;
  onChange: (value: boolean) => void;
}): ReactElement {
  const { t } = useTranslation('donors');
  const { label, value, onChange } = props;
  return (
    <Segmented<'yes' | 'no'>
      label={label}
      value={value === undefined ? undefined : value ? 'yes' : 'no'}
      onChange={(word) => onChange(word === 'yes')}
      choices={[
        { value: 'yes', label: t('past.yes') },
        { value: 'no', label: t('past.no') },
      ]}
    />
  );
}
