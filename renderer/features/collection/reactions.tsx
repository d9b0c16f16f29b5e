import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timeText } from '#renderer/app/clock.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useSession } from '#renderer/app/session.ts';
import { useStation } from '#renderer/app/station-state.ts';
import { QueryState } from '#renderer/features/visits/query-states.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { RadioGroup } from '#renderer/ui/choices.tsx';
import { Pane, Panes, ScreenHead, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { Table } from '#renderer/ui/table.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { REACTION_OUTCOMES } from '#shared/features/collection/words.ts';
import { useAct } from './use-act.ts';
import { useArrival } from './use-arrival.ts';

type Open = OutputOf<'collection.openReactions'>['reactions'][number];
type Staff = OutputOf<'collection.openReactions'>['staff'];

/** Reactions that nobody has closed: outcome and who calls the donor afterwards. */
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
      <ScreenHead title={t('reactionPanel.open')} />
      <Panes density="bedside">
        <Pane>
          <Table
            label={t('reactionPanel.open')}
            rows={reactions}
            rowId={(each) => each.reactionId}
            selectedId={row?.reactionId}
            onOpen={(each) => setChosen(each.reactionId)}
            empty={
              <EmptyState
                icon="reaction"
                title={t('reactionPanel.open')}
                fill={t('reactionPanel.empty')}
              />
            }
            columns={[
              {
                id: 'at',
                header: t('run.time'),
                cell: (each) => timeText(Date.parse(each.at), zone),
              },
              { id: 'who', header: t('setup.donor'), cell: (each) => each.person.name },
              {
                id: 'what',
                header: t('reactionPanel.title'),
                cell: (each) => t(`reactionKind.${each.kind}`),
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
        </Pane>
        {row === undefined ? null : <CloseSide key={row.reactionId} row={row} staff={staff} />}
      </Panes>
    </>
  );
}

/** Where the physician is: arrived with name and time, called, or not called. */
function usePhysicianWords(): (row: Open) => ReactElement {
  const { t } = useTranslation('collection');
  const zone = useStation((state) => state.zone);
  return (row) => {
    if (row.physicianArrivedAt !== null) {
      const time = timeText(Date.parse(row.physicianArrivedAt), zone);
      const words = t('reactionPanel.arrived', { name: row.physician ?? '', time });
      return <StatusTag kind="ok">{words}</StatusTag>;
    }
    return row.physicianCalledAt === null ? (
      <StatusTag kind="notApplicable">{t('reactionPanel.notCalled')}</StatusTag>
    ) : (
      <StatusTag kind="waiting">{t('reactionPanel.called')}</StatusTag>
    );
  };
}

function CloseSide(props: { row: Open; staff: Staff }): ReactElement {
  const { t } = useTranslation('collection');
  const { row, staff } = props;
  const own = useSession((state) => state.user?.staffId);
  const { act, outcome, busy } = useAct('collection.closeReaction');
  const [ending, setEnding] = useState<(typeof REACTION_OUTCOMES)[number] | undefined>(undefined);
  const [owner, setOwner] = useState<string | undefined>(own);
  const close = async (): Promise<void> => {
    if (ending === undefined || owner === undefined) return;
    await act({ reactionId: row.reactionId, outcome: ending, callOwnerId: owner });
  };
  return (
    <SidePane
      title={row.person.name}
      foot={
        <Button
          look="primary"
          wide
          busy={busy}
          disabledReason={ending === undefined ? t('reactionPanel.outcome') : undefined}
          onPress={() => void close()}
        >
          {t('reactionPanel.close')}
        </Button>
      }
    >
      <Stack>
        {row.physicianArrivedAt === null ? (
          <Banner
            tone={row.severity === 'severe' ? 'warn' : 'info'}
            title={t('reactionPanel.scanArrival')}
          />
        ) : null}
        <RadioGroup
          label={t('reactionPanel.outcome')}
          value={ending}
          onChange={setEnding}
          choices={REACTION_OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        />
        <Select
          label={t('reactionPanel.owner')}
          value={owner}
          onChange={setOwner}
          choices={staff.map(({ staffId, name }) => ({ value: staffId, label: name }))}
        />
        <OutcomePanel outcome={outcome} />
      </Stack>
    </SidePane>
  );
}
