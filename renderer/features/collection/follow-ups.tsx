import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { dateText, timeText, useNow } from '#renderer/app/clock.ts';
import { codeWord } from '#renderer/app/code-words.ts';
import { announce } from '#renderer/app/notices.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { go } from '#renderer/app/router-link.ts';
import { useStation } from '#renderer/app/station-state.ts';
import { QueryState } from '#renderer/features/visits/query-states.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Pane, Panes, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import {
  FOLLOW_UP_CARE,
  FOLLOW_UP_CONDITIONS,
  GRADES,
} from '#shared/features/collection/reaction-words.ts';
import { ReactionHead } from './reaction-head.tsx';
import { ReactionTable } from './reaction-table.tsx';

type Due = OutputOf<'collection.followUps'>[number];

/** Closed reactions whose donor nobody has reached yet, and what she says at the call. */
export function FollowUps(): ReactElement {
  const { t } = useTranslation('collection');
  const list = useStationQuery('collection.followUps', {});
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const zone = useStation((state) => state.zone);
  const now = useNow();
  if (list.data === undefined) return <QueryState error={list.error} />;
  const row = list.data.find((each) => each.reactionId === chosen) ?? list.data[0];
  return (
    <>
      <ReactionHead at="calls" />
      <Panes density="bedside">
        <Pane>
          <ReactionTable
            label={t('react.followUps.title')}
            none={t('react.followUps.empty')}
            rows={list.data}
            chosen={row}
            onChoose={setChosen}
            columns={[
              { id: 'who', header: t('setup.donor'), cell: (each) => each.person.name },
              {
                id: 'what',
                header: t('reactionPanel.title'),
                cell: (each) =>
                  `${codeWord(['collection:reactionKind'], each.kind)} · ${t(`severity.${each.severity}`)}`,
              },
              {
                id: 'due',
                header: t('react.followUps.due'),
                cell: (each) => (
                  <StatusTag kind={Date.parse(each.dueAt) < now ? 'stop' : 'waiting'}>
                    {`${dateText(Date.parse(each.dueAt), zone)} ${timeText(Date.parse(each.dueAt), zone)}`}
                  </StatusTag>
                ),
              },
              { id: 'owner', header: t('react.followUps.owner'), cell: (each) => each.owner },
            ]}
          />
        </Pane>
        {row === undefined ? null : <CallSide key={row.reactionId} row={row} />}
      </Panes>
    </>
  );
}

/** The call: what she says, or that nobody answered; the call stays due until it reached her. */
function CallSide({ row }: { row: Due }): ReactElement {
  const { t } = useTranslation('collection');
  const { act, outcome, busy } = useAct('collection.followUpReaction');
  const [condition, setCondition] = useState<(typeof FOLLOW_UP_CONDITIONS)[number]>();
  const [care, setCare] = useState<(typeof FOLLOW_UP_CARE)[number]>();
  const [days, setDays] = useState<number | undefined>(0);
  const [grade, setGrade] = useState<string | undefined>(
    row.grade === null ? undefined : `${row.grade}`,
  );
  const [note, setNote] = useState('');
  const { reactionId } = row;
  const isTold = condition !== undefined && care !== undefined && grade !== undefined;
  const save = async (): Promise<void> => {
    if (!isTold) return;
    const said = { condition, care, limitedDays: days ?? 0, grade: Number(grade) };
    if ((await act({ reactionId, said, note })) !== undefined)
      announce('ok', t('react.followUps.saved'));
  };
  const miss = async (): Promise<void> => {
    if ((await act({ reactionId, said: null, note })) !== undefined)
      announce('ok', t('react.followUps.triedSaved'));
  };
  return (
    <SidePane
      title={row.person.name}
      note={
        row.tried.length === 0
          ? row.person.number
          : t('react.followUps.tried', { count: row.tried.length })
      }
      foot={
        <Stack gap="small">
          <Button
            look="primary"
            wide
            busy={busy}
            disabledReason={isTold ? undefined : t('react.followUps.condition')}
            onPress={() => void save()}
          >
            {t('react.followUps.save')}
          </Button>
          <Button wide onPress={() => void miss()}>
            {t('react.followUps.notReached')}
          </Button>
        </Stack>
      }
    >
      <Stack>
        <Button onPress={() => go(`/donors/${row.person.donorId}`)}>
          {t('react.followUps.file')}
        </Button>
        <Segmented
          label={t('react.followUps.condition')}
          value={condition}
          onChange={setCondition}
          choices={FOLLOW_UP_CONDITIONS.map((value) => ({
            value,
            label: t(`react.conditionWord.${value}`),
          }))}
        />
        <Segmented
          label={t('react.followUps.care')}
          value={care}
          onChange={setCare}
          choices={FOLLOW_UP_CARE.map((value) => ({ value, label: t(`react.careWord.${value}`) }))}
        />
        <NumberField
          label={t('react.followUps.limited')}
          unit={t('react.followUps.days')}
          value={days}
          onChange={setDays}
        />
        <Select
          label={t('react.grade')}
          value={grade}
          onChange={setGrade}
          choices={GRADES.map((each) => ({
            value: `${each}`,
            label: t(`react.gradeWords.g${each}`),
          }))}
        />
        <TextField label={t('react.followUps.note')} value={note} onChange={setNote} />
        <OutcomePanel outcome={outcome} />
      </Stack>
    </SidePane>
  );
}
