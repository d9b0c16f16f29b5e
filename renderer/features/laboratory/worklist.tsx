import { type ReactElement, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWord } from '#renderer/app/code-words.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { go } from '#renderer/app/router-link.ts';
import { useScan } from '#renderer/app/scan-router.ts';
import { useSession } from '#renderer/app/session.ts';
import { setCount } from '#renderer/app/station-state.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Pane, Panes, ScreenHead, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { type Column, Table } from '#renderer/ui/table.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { containerOf, DinCode, DinField } from './din-parts.tsx';
import { Loaded } from './load.tsx';
import { FIT_KIND, GROUP_KIND, STATE_KIND, useMoment } from './words.ts';

type WorkList = OutputOf<'laboratory.workList'>;
type Line = WorkList['lines'][number];

function useColumns(): readonly Column<Line>[] {
  const { t } = useTranslation('laboratory');
  const moment = useMoment();
  return [
    { id: 'din', header: t('ui.columns.number'), cell: (row) => <DinCode din={row.din} /> },
    {
      id: 'at',
      header: t('ui.columns.collected'),
      cell: (row) => moment(row.collectedAt),
      secondary: true,
    },
    {
      id: 'bag',
      header: t('ui.columns.bag'),
      cell: (row) => <StatusTag kind={FIT_KIND[row.bag]}>{t(`ui.fit.${row.bag}`)}</StatusTag>,
    },
    {
      id: 'tubes',
      header: t('ui.columns.tubes'),
      cell: (row) => {
        const here = row.samples.filter((one) => one.state !== 'expected').length;
        const unfit = row.samples.some((one) => one.state === 'unfit');
        const complete = here > 0 && here === row.samples.length;
        const kind = unfit ? 'stop' : complete ? 'ok' : 'waiting';
        return <StatusTag kind={kind}>{`${here} / ${row.samples.length}`}</StatusTag>;
      },
    },
    {
      id: 'group',
      header: t('ui.columns.group'),
      cell: (row) => (
        <StatusTag kind={GROUP_KIND[row.groupState]}>
          {row.group === '' ? t(`ui.groupState.${row.groupState}`) : groupWords(row.group)}
        </StatusTag>
      ),
    },
    {
      id: 'state',
      header: t('ui.columns.state'),
      cell: (row) => (
        <StatusTag kind={STATE_KIND[row.state]}>{t(`ui.state.${row.state}`)}</StatusTag>
      ),
    },
    {
      id: 'absent',
      header: t('ui.columns.absent'),
      cell: (row) => row.absent.slice(0, 4).join(' ') + (row.absent.length > 4 ? ' …' : ''),
      secondary: true,
    },
  ];
}

function groupWords(group: string): string {
  const [abo = '', rhd = ''] = group.split(' ');
  return `${abo} RhD ${codeWord(['laboratory:values'], rhd)}`;
}

/** Donations and test samples of the last weeks with what is still missing, and what waits at the desk. */
export function LabWorkList(): ReactElement {
  const { t } = useTranslation('laboratory');
  const query = useStationQuery('laboratory.workList', {});
  const columns = useColumns();
  const pending = query.data?.lines.filter((one) => one.state === 'pending').length ?? 0;
  useEffect(() => setCount('/lab/worklist', pending), [pending]);
  const open = (din: string): void => go(`/lab/results/${din}`);
  useScan('screen', (scan) => {
    const read = containerOf(scan);
    if (read === undefined) return 'pass';
    open(read.din);
    return { verdict: 'moved', text: t('ui.titles.matrix') };
  });
  return (
    <>
      <ScreenHead title={t('ui.titles.worklist')} />
      <Panes>
        <Pane>
          <Loaded query={query}>
            {(list) => (
              <Table
                label={t('ui.titles.worklist')}
                columns={columns}
                rows={list.lines}
                rowId={(row) => row.din}
                tone={(row) => (row.groupState === 'disputed' ? 'attention' : 'plain')}
                onOpen={(row) => open(row.din)}
                empty={
                  <EmptyState
                    icon="flask"
                    title={t('ui.empty.worklist')}
                    fill={t('ui.empty.worklistFill')}
                  />
                }
              />
            )}
          </Loaded>
        </Pane>
        <SidePane title={t('ui.worklist.todo')} width="narrow">
          <Stack>
            <DinField onDin={(read) => open(read.din)} />
            {query.data === undefined ? null : <Waiting list={query.data} />}
          </Stack>
        </SidePane>
      </Panes>
    </>
  );
}

function Waiting(props: { list: WorkList }): ReactElement {
  const { t } = useTranslation(['laboratory', 'aftercare', 'components', 'quality', 'validation']);
  const { list } = props;
  const isQuality = useSession((state) => state.user?.roles.includes('qualityRelease') === true);
  const disputed = list.lines.find((one) => one.disputeId !== null);
  return (
    <Stack gap="small">
      <Button wide onPress={() => go('/lab/boxes')}>
        {t('ui.worklist.boxes')}
      </Button>
      <Button wide onPress={() => go('/lab/runs')}>
        {t('ui.worklist.openRuns')} {list.openRuns}
      </Button>
      <Button wide onPress={() => go('/lab/runs')}>
        {t('ui.worklist.waiting')} {list.waitingEntries}
      </Button>
      <Button wide onPress={() => go('/lab/unmatched')}>
        {t('ui.worklist.unmatched')} {list.unmatched}
      </Button>
      <Button
        wide
        disabled={disputed === undefined}
        onPress={() => disputed && go(`/lab/results/${disputed.din}`)}
      >
        {t('ui.worklist.disputes')} {list.disputes}
      </Button>
      <Button wide onPress={() => go('/lab/freezing')}>
        {t('ui.worklist.freezing')}
      </Button>
      <Button wide onPress={() => go('/lab/holds')}>
        {t('components:ui.titles.holds')}
      </Button>
      <Button wide onPress={() => go('/lab/late')}>
        {t('aftercare:ui.title')}
      </Button>
      <Button wide onPress={() => go('/recalls')}>
        {t('aftercare:recall.title')}
      </Button>
      <Button wide onPress={() => go('/lab/incidents')}>
        {t('quality:ui.title')}
      </Button>
      {isQuality ? (
        <Button wide onPress={() => go('/validation')}>
          {t('validation:title')}
        </Button>
      ) : null}
    </Stack>
  );
}
