import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '#renderer/app/notices.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Row, Stack } from '#renderer/ui/pane.tsx';
import type { Team } from '#shared/features/teams/model.ts';
import { useAct } from '../visits/act.ts';

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
      <b>{t('ofDonor')}</b>
      {teams.data?.map(({ team, member }) => (
        <Row key={team} align="between">
          <span>{t(`teams.${team}`)}</span>
          <Button
            busy={busy}
            label={`${t(member ? 'leave' : 'join')} ${t(`teams.${team}`)}`}
            onPress={() => void set(team, !member)}
          >
            {t(member ? 'leave' : 'join')}
          </Button>
        </Row>
      ))}
      <OutcomePanel outcome={outcome} />
    </Stack>
  );
}
