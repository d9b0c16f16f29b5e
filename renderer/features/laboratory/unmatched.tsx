import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandEnd } from '#renderer/app/command-end.tsx';
import { useStationCommand, useStationQuery } from '#renderer/app/operations.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { RadioGroup } from '#renderer/ui/choices.tsx';
import { Code } from '#renderer/ui/code.tsx';
import { Pane, Panes, ScreenHead, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { type Column, Table } from '#renderer/ui/table.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { Loaded } from './load.tsx';
import { useMoment } from './words.ts';

type Message = OutputOf<'laboratory.unmatchedList'>[number];

const REASONS = [
  'notOurs',
  'misread',
  'trainingSample',
  'repeatOrdered',
  'sampleNotReceived',
] as const;
type Why = (typeof REASONS)[number];

/** Device messages that name no sample of ours; each waits for its explanation. */
export function LabUnmatched(): ReactElement {
  const { t } = useTranslation('laboratory');
  const moment = useMoment();
  const query = useStationQuery('laboratory.unmatchedList', {});
  const [chosen, choose] = useState<string | undefined>(undefined);
  const columns: readonly Column<Message>[] = [
    {
      id: 'sample',
      header: t('ui.columns.sampleText'),
      cell: (row) => <Code>{row.sampleText === '' ? '—' : row.sampleText}</Code>,
    },
    { id: 'test', header: t('ui.columns.test'), cell: (row) => row.test },
    { id: 'device', header: t('ui.columns.device'), cell: (row) => row.device },
    { id: 'at', header: t('ui.columns.received'), cell: (row) => moment(row.receivedAt) },
  ];
  const message = query.data?.find((one) => one.unmatchedId === chosen);
  return (
    <>
      <ScreenHead title={t('ui.titles.unmatched')} />
      <Panes>
        <Pane>
          <Loaded query={query}>
            {(rows) => (
              <Table
                label={t('ui.titles.unmatched')}
                columns={columns}
                rows={rows}
                rowId={(row) => row.unmatchedId}
                selectedId={chosen}
                onOpen={(row) => choose(row.unmatchedId)}
                empty={
                  <EmptyState
                    icon="barcode"
                    title={t('ui.empty.unmatched')}
                    fill={t('ui.empty.unmatchedFill')}
                  />
                }
              />
            )}
          </Loaded>
        </Pane>
        <SidePane title={t('ui.unmatched.explain')}>
          <Stack>
            <Banner tone="info" title={t('ui.unmatched.note')} />
            {message === undefined ? (
              <p>{t('ui.unmatched.pick')}</p>
            ) : (
              <Explain key={message.unmatchedId} message={message} />
            )}
          </Stack>
        </SidePane>
      </Panes>
    </>
  );
}

function Explain(props: { message: Message }): ReactElement {
  const { t } = useTranslation('laboratory');
  const { unmatchedId, version } = props.message;
  const command = useStationCommand('laboratory.explainUnmatched');
  const [code, setCode] = useState<Why | undefined>(undefined);
  return (
    <Stack>
      <RadioGroup<Why>
        label={t('ui.runs.why')}
        value={code}
        onChange={setCode}
        choices={REASONS.map((value) => ({ value, label: t(`ui.unmatched.reasons.${value}`) }))}
      />
      <CommandEnd
        command={command}
        missing={code === undefined ? t('ui.runs.why') : undefined}
        label={t('ui.unmatched.explain')}
        onSend={() => {
          if (code === undefined) return;
          command.mutate({
            input: { unmatchedId, code },
            call: { expects: { [unmatchedId]: version } },
          });
        }}
      />
    </Stack>
  );
}
