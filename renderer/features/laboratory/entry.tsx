import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWord } from '#renderer/app/code-words.ts';
import { CommandEnd } from '#renderer/app/command-end.tsx';
import { announce } from '#renderer/app/notices.ts';
import { useStationCommand, useStationQuery } from '#renderer/app/operations.ts';
import { useRouteParams } from '#renderer/app/router.tsx';
import { useScan } from '#renderer/app/scan-router.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Pane, Panes, ScreenHead, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { type StatusKind, StatusTag } from '#renderer/ui/status-tag.tsx';
import { type Column, Table } from '#renderer/ui/table.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { containerOf, DinCode, tubeKindOf } from './din-parts.tsx';
import { Loaded } from './load.tsx';
import { type Draft, ReadingFields, readingOf } from './reading-fields.tsx';
import { useSide } from './words.ts';

type Sheet = OutputOf<'laboratory.entrySheet'>;
type Sample = Sheet['samples'][number];

const STATE: Readonly<Record<Sample['state'], StatusKind>> = {
  none: 'waiting',
  waitingSecond: 'next',
  waitingMine: 'running',
  disputed: 'caution',
  recorded: 'ok',
};

function useColumns(): readonly Column<Sample>[] {
  const { t } = useTranslation('laboratory');
  return [
    { id: 'din', header: t('ui.columns.number'), cell: (row) => <DinCode din={row.din} /> },
    {
      id: 'kind',
      header: t('ui.columns.sample'),
      cell: (row) => codeWord(['laboratory:ui.tube'], row.kind),
    },
    {
      id: 'state',
      header: t('ui.columns.entry'),
      cell: (row) => <StatusTag kind={STATE[row.state]}>{t(`ui.entry.${row.state}`)}</StatusTag>,
    },
    {
      id: 'first',
      header: t('ui.columns.by'),
      cell: (row) => (row.firstBy === null ? '' : t('ui.entry.first', { name: row.firstBy })),
      secondary: true,
    },
  ];
}

/** Typing of a run's readings, blind: two persons, neither sees the other's. */
export function LabEntry(): ReactElement {
  const { t } = useTranslation('laboratory');
  const side = useSide();
  const runId = useRouteParams()['runId'] ?? '';
  const query = useStationQuery('laboratory.entrySheet', { runId });
  const columns = useColumns();
  const [chosen, choose] = useState<string | undefined>(undefined);
  useScan('step', (scan) => {
    const read = containerOf(scan);
    const kind = read && tubeKindOf(read.flags);
    const sample = query.data?.samples.find(
      (one) => one.din === read?.din && (kind === undefined || one.kind === kind),
    );
    if (sample === undefined) return 'pass';
    choose(sample.sampleId);
    return { verdict: 'ok', text: t('ui.titles.entry') };
  });
  const sample = query.data?.samples.find((one) => one.sampleId === chosen);
  const note = query.data ? `${side(query.data.run.name)} · ${query.data.run.lot}` : undefined;
  return (
    <>
      <ScreenHead title={t('ui.titles.entry')} note={note} />
      <Panes>
        <Pane>
          <Loaded query={query}>
            {(sheet) => (
              <Table
                label={t('ui.titles.entry')}
                columns={columns}
                rows={sheet.samples}
                rowId={(row) => row.sampleId}
                selectedId={chosen}
                onOpen={(row) => choose(row.sampleId)}
                empty={
                  <EmptyState
                    icon="flask"
                    title={t('ui.empty.samples')}
                    fill={t('ui.entry.pick')}
                  />
                }
              />
            )}
          </Loaded>
        </Pane>
        <SidePane title={t('ui.entry.value')}>
          {query.data === undefined || sample === undefined ? (
            <p>{t('ui.entry.pick')}</p>
          ) : (
            <Form
              key={`${sample.sampleId}:${sample.state}`}
              sheet={query.data}
              sample={sample}
              onDone={() => choose(undefined)}
            />
          )}
        </SidePane>
      </Panes>
    </>
  );
}

function Form(props: { sheet: Sheet; sample: Sample; onDone: () => void }): ReactElement {
  const { t } = useTranslation('laboratory');
  const { sheet, sample } = props;
  const command = useStationCommand('laboratory.enterResult');
  const [draft, setDraft] = useState<Draft>({});
  const reading = readingOf(sheet.kind, draft);
  const isGroup = sheet.kind === 'abo' || sheet.kind === 'rhd';
  const save = async (): Promise<void> => {
    if (reading === undefined) return;
    const outcome = await command.mutateAsync({
      input: { sampleId: sample.sampleId, runId: sheet.run.runId, reading },
    });
    if (outcome.status !== 'ok') return;
    const kind = outcome.value.outcome === 'disputed' ? 'caution' : 'ok';
    announce(kind, t(`ui.entry.outcomes.${outcome.value.outcome}`));
    props.onDone();
  };
  return (
    <Stack>
      <DinCode din={sample.din} strong />
      <ReadingFields kind={sheet.kind} draft={draft} onChange={setDraft} />
      <Banner tone="info" title={t(isGroup ? 'ui.entry.single' : 'ui.entry.blind')} />
      <CommandEnd
        command={command}
        missing={reading === undefined ? t('ui.entry.incomplete') : undefined}
        label={t('ui.entry.save')}
        onSend={() => void save()}
      />
    </Stack>
  );
}
