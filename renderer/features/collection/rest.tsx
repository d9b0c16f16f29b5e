import type { TFunction } from 'i18next';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { timeText, useNow } from '#renderer/app/clock.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useStation } from '#renderer/app/station-state.ts';
import { QueryState } from '#renderer/features/visits/query-states.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Pane, Panes, ScreenHead, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { Table } from '#renderer/ui/table.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { LEAVE_CODES } from '#shared/features/collection/words.ts';
import { AfterCarePrint } from './after-care-print.tsx';
import { ReactionDialog } from './reaction-dialog.tsx';
import { RestCheck } from './rest-check.tsx';
import { minutesText } from './time-words.ts';

export type Resting = OutputOf<'collection.restList'>[number];

/** Donors under observation: time left, one check, the after-care sheet, fit to leave. */
export function Rest(): ReactElement {
  const { t } = useTranslation('collection');
  const list = useStationQuery('collection.restList', {});
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const now = useNow();
  const zone = useStation((state) => state.zone);
  if (list.data === undefined) return <QueryState error={list.error} />;
  const row = list.data.find((each) => each.din === chosen) ?? list.data[0];
  return (
    <>
      <ScreenHead title={t('rest.title')} />
      <Panes density="bedside">
        <Pane>
          <Table
            label={t('rest.title')}
            rows={list.data}
            rowId={(each) => each.din}
            selectedId={row?.din}
            onOpen={(each) => setChosen(each.din)}
            empty={<EmptyState icon="bed" title={t('rest.title')} fill={t('rest.empty')} />}
            columns={[
              { id: 'who', header: t('setup.donor'), cell: (each) => each.person.name },
              {
                id: 'until',
                header: t('rest.title'),
                cell: (each) => untilWords(each, now, zone, t),
                numeric: true,
              },
              {
                id: 'next',
                header: t('draw.nextCheck'),
                cell: (each) =>
                  each.nextCheckAt === null ? '—' : minutesText(Date.parse(each.nextCheckAt) - now),
                numeric: true,
              },
              { id: 'carer', header: t('draw.carer'), cell: (each) => each.carer ?? '—' },
              {
                id: 'check',
                header: t('rest.check'),
                cell: (each) =>
                  each.checks[0] === undefined ? (
                    <StatusTag kind="waiting">{t('rest.unchecked')}</StatusTag>
                  ) : (
                    <StatusTag kind={each.checks[0].code === 'well' ? 'ok' : 'caution'}>
                      {t('rest.checked', { time: timeText(Date.parse(each.checks[0].at), zone) })}
                    </StatusTag>
                  ),
              },
              {
                id: 'open',
                header: t('rail.reactions'),
                cell: (each) =>
                  each.openReactions === 0
                    ? ''
                    : t('rest.openReactions', { count: each.openReactions }),
                secondary: true,
              },
            ]}
          />
        </Pane>
        {row === undefined ? null : <RestSide key={row.din} row={row} />}
      </Panes>
    </>
  );
}

function untilWords(row: Resting, now: number, zone: string, t: TFunction<'collection'>): string {
  if (row.until === null) return t('rest.start');
  const left = Date.parse(row.until) - now;
  const until = t('rest.until', { time: timeText(Date.parse(row.until), zone) });
  return left > 0 ? `${until} ${minutesText(left)}` : until;
}

function RestSide(props: { row: Resting }): ReactElement {
  const { t } = useTranslation('collection');
  const { row } = props;
  const start = useAct('collection.startRest');
  const leave = useAct('collection.letLeave');
  const [late, setLate] = useState(false);
  const { din } = row;
  return (
    <SidePane
      title={row.person.name}
      foot={
        <Button look="primary" wide onPress={() => void leave.act({ din, code: 'fit' })}>
          {t('rest.fit')}
        </Button>
      }
    >
      <Stack>
        {row.state === 'matched' ? (
          <Button onPress={() => void start.act({ din })}>{t('rest.start')}</Button>
        ) : null}
        {row.since === null ? null : <RestCheck row={row} since={row.since} />}
        <AfterCarePrint din={din} />
        <Button look="danger" onPress={() => setLate(true)}>
          {t('rest.late')}
        </Button>
        <Select
          label={t('rest.leaveOther')}
          value={undefined}
          onChange={(code) => void leave.act({ din, code })}
          choices={LEAVE_CODES.filter((code) => code !== 'fit').map((value) => ({
            value,
            label: t(`leaveCode.${value}`),
          }))}
        />
        <OutcomePanel outcome={start.outcome} />
        <OutcomePanel outcome={leave.outcome} />
      </Stack>
      {late ? <ReactionDialog din={din} onDone={() => setLate(false)} /> : null}
    </SidePane>
  );
}
