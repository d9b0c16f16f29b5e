import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncedAct } from '#renderer/app/act.ts';
import { dateText, timeText } from '#renderer/app/clock.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useStation } from '#renderer/app/station-state.ts';
import { AdminHead } from '#renderer/features/equipment/admin-head.tsx';
import { ListEmpty } from '#renderer/features/equipment/asked.tsx';
import { Signature } from '#renderer/features/operators/signature.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { Pane, Panes, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { OutputOf } from '#shared/contract/index.ts';

type Line = OutputOf<'emergency.list'>[number];

const KIND = { running: 'running', toReview: 'caution', reviewed: 'ok' } as const;

/** Emergency readings: who, why, when; another person looks at each when it is over. */
export function EmergencyReviews(): ReactElement {
  const { t } = useTranslation('emergency');
  const zone = useStation((state) => state.zone);
  const asked = useStationQuery('emergency.list', {});
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const lines = asked.data ?? [];
  const line = lines.find((one) => one.accessId === chosen);
  const waiting = lines.filter(({ state }) => state === 'toReview').length;
  const time = (at: string) => timeText(Date.parse(at), zone);
  return (
    <>
      <AdminHead
        place="emergencies"
        title={t('review.title')}
        note={t('review.note', { count: waiting })}
      />
      <Panes>
        <Pane>
          <Table
            label={t('review.title')}
            rows={lines}
            rowId={(row) => row.accessId}
            selectedId={chosen}
            onOpen={(row) => setChosen(row.accessId)}
            tone={(row) => (row.state === 'toReview' ? 'attention' : 'plain')}
            empty={
              <ListEmpty
                query={asked}
                icon="search"
                title={t('review.empty')}
                fill={t('review.emptyFill')}
              />
            }
            columns={[
              {
                id: 'when',
                header: t('review.when'),
                cell: ({ openedAt, until }) =>
                  `${dateText(Date.parse(openedAt), zone)} ${time(openedAt)}–${time(until)}`,
              },
              { id: 'who', header: t('review.who'), cell: (row) => row.name },
              { id: 'why', header: t('review.why'), cell: (row) => row.why },
              {
                id: 'state',
                header: t('review.state'),
                cell: ({ state }) => (
                  <StatusTag kind={KIND[state]}>{t(`review.states.${state}`)}</StatusTag>
                ),
              },
            ]}
          />
        </Pane>
        {line === undefined ? null : <ReviewPane key={line.accessId} line={line} />}
      </Panes>
    </>
  );
}

function ReviewPane({ line }: { line: Line }): ReactElement {
  const { t } = useTranslation('emergency');
  const [verdict, setVerdict] = useState<'justified' | 'notJustified' | undefined>(undefined);
  const [note, setNote] = useState('');
  const review = useAnnouncedAct('emergency.review', () => t('review.done'));
  const { accessId, state, mine } = line;
  if (line.review !== null) {
    const { by, verdict: found } = line.review;
    return (
      <SidePane title={t('review.found')}>
        <Stack>
          <p>{t('review.by', { by, verdict: t(`review.verdicts.${found}`) })}</p>
          <p>{line.review.note}</p>
        </Stack>
      </SidePane>
    );
  }
  if (mine || state === 'running')
    return (
      <SidePane title={t('review.found')}>
        <Banner tone="info" title={t(mine ? 'review.own' : 'review.states.running')} />
      </SidePane>
    );
  return (
    <SidePane
      title={t('review.found')}
      foot={
        <Signature
          label={t('review.sign')}
          busy={review.busy}
          missing={verdict === undefined ? t('review.choose') : undefined}
          onSign={({ pin }) => {
            if (verdict) review.run({ accessId, verdict, note }, { proof: { pin } });
          }}
        />
      }
    >
      <Stack>
        <p>{line.why}</p>
        <Segmented
          label={t('review.verdict')}
          value={verdict}
          onChange={setVerdict}
          choices={(['justified', 'notJustified'] as const).map((value) => ({
            value,
            label: t(`review.verdicts.${value}`),
          }))}
        />
        <TextField label={t('review.remark')} value={note} onChange={setNote} />
        <OutcomePanel outcome={review.outcome} />
      </Stack>
    </SidePane>
  );
}
