import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timeText } from '#renderer/app/clock.ts';
import { codeWord } from '#renderer/app/code-words.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { useStation } from '#renderer/app/station-state.ts';
import { QueryState } from '#renderer/features/visits/query-states.tsx';
import { Pane, Panes } from '#renderer/ui/pane.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { Emergency } from './emergency-list.tsx';
import { ReactionHead } from './reaction-head.tsx';
import { ReactionSide } from './reaction-side.tsx';
import { ReactionTable } from './reaction-table.tsx';
import { useArrival } from './use-arrival.ts';

export type OpenReaction = OutputOf<'collection.openReactions'>['reactions'][number];
export type BedsideStaff = OutputOf<'collection.openReactions'>['staff'];

/** Reactions that nobody has closed, with all that is done about the chosen one. */
export function Reactions(): ReactElement {
  const { t } = useTranslation('collection');
  const list = useStationQuery('collection.openReactions', {});
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const zone = useStation((state) => state.zone);
  const physician = usePhysicianWords();
  useArrival(list.data?.reactions ?? [], chosen);
  if (list.data === undefined) return <QueryState error={list.error} />;
  const { reactions, staff } = list.data;
  const row = reactions.find((each) => each.reactionId === chosen) ?? reactions[0];
  return (
    <>
      <ReactionHead at="open" />
      <Panes density="bedside">
        <Pane>
          <ReactionTable
            label={t('reactionPanel.open')}
            none={t('reactionPanel.empty')}
            rows={reactions}
            chosen={row}
            onChoose={setChosen}
            columns={[
              {
                id: 'at',
                header: t('run.time'),
                cell: (each) => timeText(Date.parse(each.at), zone),
              },
              {
                id: 'who',
                header: t('setup.donor'),
                cell: (each) =>
                  `${each.person.name} · ${t('react.atChair', { chair: each.chair })}`,
              },
              {
                id: 'what',
                header: t('reactionPanel.title'),
                cell: (each) => codeWord(['collection:reactionKind'], each.kind),
              },
              {
                id: 'how',
                header: t('reactionPanel.severity'),
                cell: (each) => (
                  <StatusTag kind={each.severity === 'severe' ? 'stop' : 'caution'}>
                    {t(`severity.${each.severity}`)}
                  </StatusTag>
                ),
              },
              { id: 'physician', header: t('reactionPanel.physician'), cell: physician },
            ]}
          />
          {row?.severity === 'severe' ? <Emergency key={row.reactionId} row={row} /> : null}
        </Pane>
        {row === undefined ? null : <ReactionSide key={row.reactionId} row={row} staff={staff} />}
      </Panes>
    </>
  );
}

/** Where the physician is: arrived with name and time, called, unanswered, or not called. */
function usePhysicianWords(): (row: OpenReaction) => ReactElement {
  const { t } = useTranslation('collection');
  const zone = useStation((state) => state.zone);
  return (row) => {
    if (row.physicianArrivedAt !== null) {
      const time = timeText(Date.parse(row.physicianArrivedAt), zone);
      const words = t('reactionPanel.arrived', { name: row.physician ?? '', time });
      return <StatusTag kind="ok">{words}</StatusTag>;
    }
    if (row.takenBy !== null)
      return <StatusTag kind="caution">{t('react.taken', { name: row.takenBy })}</StatusTag>;
    if (row.unansweredAt !== null)
      return <StatusTag kind="stop">{t('react.unanswered')}</StatusTag>;
    return row.physicianCalledAt === null ? (
      <StatusTag kind="notApplicable">{t('reactionPanel.notCalled')}</StatusTag>
    ) : (
      <StatusTag kind="waiting">{t('reactionPanel.called')}</StatusTag>
    );
  };
}
