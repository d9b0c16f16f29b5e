import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { announce } from '#renderer/app/notices.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { Table } from '#renderer/ui/table.tsx';
import type { Team } from '#shared/features/teams/model.ts';

/** The teams that a donor belongs to, each joined or left with one press. */
export function DonorTeams(props: { donorId: string }): ReactElement {
  const { t } = useTranslation('teams');
  const { donorId } = props;
  const teams = useStationQuery('teams.ofDonor', { donorId });
  const { act, outcome, busy } = useAct('teams.setMember');
  const set = async (team: Team, member: boolean): Promise<void> => {
    if ((await act({ donorId, team, member })) !== undefined) announce('ok', t('set'));
  };
  return (
    <Stack>
      <Table
        label={t('ofDonor')}
        tight
        rows={teams.data ?? []}
        rowId={(row) => row.team}
        columns={[
          { id: 'team', header: t('ofDonor'), cell: (row) => t(`teams.${row.team}`) },
          {
            id: 'state',
            header: '',
            cell: (row) => (row.member ? <StatusTag kind="ok">{t('belongs')}</StatusTag> : null),
          },
          {
            id: 'act',
            header: '',
            cell: ({ team, member }) => (
              <Button
                busy={busy}
                label={`${t(member ? 'leave' : 'join')} ${t(`teams.${team}`)}`}
                onPress={() => void set(team, !member)}
              >
                {t(member ? 'leave' : 'join')}
              </Button>
            ),
          },
        ]}
      />
      <OutcomePanel outcome={outcome} />
    </Stack>
  );
}
