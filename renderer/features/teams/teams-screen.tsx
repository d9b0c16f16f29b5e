import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { useCommand } from '#renderer/app/commands.ts';
import { announce } from '#renderer/app/notices.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { go } from '#renderer/app/router-link.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { Code } from '#renderer/ui/code.tsx';
import { Pane, Panes, ScreenHead, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { Facts } from '#renderer/ui/rows.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { type Column, Table } from '#renderer/ui/table.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { CALLED_FOR, type CalledFor, TEAMS, type Team } from '#shared/features/teams/model.ts';
import { useGroupWords } from '../donors/words.ts';
import { useMoment } from '../laboratory/words.ts';
import { openPdf } from '../visits/open-pdf.ts';
import { QueryState } from '../visits/query-states.tsx';

type Listed = OutputOf<'teams.list'>;
type Member = Listed['members'][number];

const LOOK = { eligible: 'ok', later: 'waiting', no: 'stop', noRules: 'hold' } as const;

/** A team with each member's next day by the rules, and the list to call those who may come today. */
export function TeamsScreen(): ReactElement {
  const { t } = useTranslation(['teams', 'donors']);
  const back = (): void => go('/donors');
  useCommand({ id: 'back', keys: 'Esc', label: t('donors:file.back'), run: back, bar: true });
  const [team, setTeam] = useState<Team>('emergency');
  const [calledFor, setCalledFor] = useState<CalledFor>('convalescentPlasma');
  const asked = { team, donationType: calledFor };
  const list = useStationQuery('teams.list', asked);
  const columns = useColumns();
  return (
    <>
      <ScreenHead title={t('teams:title')} />
      <Panes>
        <Pane padded>
          <Stack>
            <Segmented
              label={t('teams:team')}
              value={team}
              onChange={setTeam}
              choices={TEAMS.map((value) => ({ value, label: t(`teams:teams.${value}`) }))}
            />
            <Segmented
              label={t('teams:calledFor')}
              value={calledFor}
              onChange={setCalledFor}
              choices={CALLED_FOR.map((value) => ({
                value,
                label: t(`donors:donationTypes.${value}`),
              }))}
            />
            {list.data === undefined ? (
              <QueryState error={list.error} />
            ) : (
              <Table
                label={t(`teams:teams.${team}`)}
                rows={list.data.members}
                rowId={(row) => row.donorId}
                onOpen={(row) => go(`/donors/${row.donorId}`)}
                empty={t('teams:none')}
                columns={columns}
              />
            )}
          </Stack>
        </Pane>
        <SidePane title={t('teams:callOut')}>
          {list.data === undefined ? null : <CallOut key={team} asked={asked} list={list.data} />}
        </SidePane>
      </Panes>
    </>
  );
}

function useColumns(): readonly Column<Member>[] {
  const { t } = useTranslation('teams');
  const group = useGroupWords();
  return [
    { id: 'name', header: t('donor'), cell: (row) => <bdi>{row.name}</bdi> },
    { id: 'number', header: t('number'), cell: (row) => <Code>{row.number}</Code> },
    {
      id: 'group',
      header: t('group'),
      cell: (row) => (row.group === null ? t('groupUnknown') : group(row.group)),
    },
    { id: 'last', header: t('last'), cell: (row) => row.lastGivenOn ?? '' },
    {
      id: 'next',
      header: t('next'),
      cell: (row) => (
        <StatusTag kind={LOOK[row.verdict]}>
          {t(`verdicts.${row.verdict}`, { from: row.from ?? '' })}
        </StatusTag>
      ),
    },
    {
      id: 'contact',
      header: t('contact'),
      cell: (row) => (
        <StatusTag kind={row.mayContact ? 'ok' : 'stop'}>
          {t(row.mayContact ? 'may' : 'mayNot')}
        </StatusTag>
      ),
    },
  ];
}

function CallOut(props: {
  asked: { readonly team: Team; readonly donationType: CalledFor };
  list: Listed;
}): ReactElement {
  const { t, i18n } = useTranslation('teams');
  const moment = useMoment();
  const { asked, list } = props;
  const [purpose, setPurpose] = useState('');
  const { act, outcome, busy } = useAct('teams.callOut');
  const callable = list.members.filter((row) => row.verdict === 'eligible' && row.mayContact);
  const make = async (): Promise<void> => {
    const language = i18n.language === 'en' ? 'en' : 'zh-CN';
    const made = await act({ ...asked, purpose, language });
    if (made === undefined) return;
    announce('ok', t('made', { count: made.people }));
    openPdf(made.pdf);
    setPurpose('');
  };
  return (
    <Stack>
      <p>{t('callable', { count: callable.length })}</p>
      <TextField label={t('purpose')} value={purpose} onChange={setPurpose} />
      <OutcomePanel outcome={outcome} />
      <Button
        look="primary"
        wide
        busy={busy}
        disabledReason={purpose.trim() === '' ? t('purpose') : undefined}
        onPress={() => void make()}
      >
        {t('callOut')}
      </Button>
      {list.callOuts.length === 0 ? null : (
        <>
          <b>{t('madeBefore')}</b>
          <Facts
            items={list.callOuts.map((row) => ({
              name: moment(row.at),
              value: `${row.purpose} · ${t('people', { count: row.people })} · ${row.by}`,
            }))}
          />
        </>
      )}
    </Stack>
  );
}
