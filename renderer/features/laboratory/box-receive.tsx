import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWord } from '#renderer/app/code-words.ts';
import { CommandEnd } from '#renderer/app/command-end.tsx';
import { useStationCommand, useStationQuery } from '#renderer/app/operations.ts';
import { go } from '#renderer/app/router-link.ts';
import type { ScanAnswer } from '#renderer/app/scan/scan.ts';
import { useScan } from '#renderer/app/scan-router.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Pane, Panes, ScreenHead, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { type StatusKind, StatusTag } from '#renderer/ui/status-tag.tsx';
import { type Column, Table } from '#renderer/ui/table.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { containerOf, tubeKindOf } from './din-parts.tsx';
import { Loaded } from './load.tsx';
import { useMoment } from './words.ts';

type Box = OutputOf<'collection.boxes'>[number];
type Result = OutputOf<'collection.receiveBox'>;

const KIND: Readonly<Record<Box['state'], StatusKind>> = {
  open: 'running',
  handedOver: 'next',
  received: 'ok',
  stopped: 'stop',
};

function useColumns(): readonly Column<Box>[] {
  const { t } = useTranslation('laboratory');
  const moment = useMoment();
  return [
    { id: 'code', header: t('ui.boxes.box'), cell: (row) => row.code, code: true },
    {
      id: 'state',
      header: t('ui.columns.runState'),
      cell: (row) => <StatusTag kind={KIND[row.state]}>{t(`ui.boxes.${row.state}`)}</StatusTag>,
    },
    {
      id: 'at',
      header: t('ui.boxes.handedOver'),
      cell: (row) => (row.handedOverAt === null ? '' : moment(row.handedOverAt)),
    },
    {
      id: 'by',
      header: t('ui.columns.by'),
      cell: (row) => [row.handedOverBy, row.takenBy].filter(Boolean).join(' → '),
      secondary: true,
    },
  ];
}

/** The laboratory scans a box out, without seeing what should be in it; a difference stops the box. */
export function BoxReceive(): ReactElement {
  const { t } = useTranslation('laboratory');
  const query = useStationQuery('collection.boxes', {});
  const columns = useColumns();
  const [chosen, choose] = useState<string | undefined>(undefined);
  useScan('screen', (scan) => {
    const [token] = scan.tokens;
    if (scan.problem !== null || token?.kind !== 'box') return 'pass';
    const box = query.data?.find((one) => one.code === token.code || one.code === token.id);
    if (box?.state !== 'handedOver') return 'pass';
    choose(box.boxId);
    return { verdict: 'ok', text: t('ui.boxes.box') };
  });
  const box = query.data?.find((one) => one.boxId === chosen);
  return (
    <>
      <ScreenHead title={t('ui.boxes.title')} />
      <Panes>
        <Pane>
          <Loaded query={query}>
            {(rows) => (
              <Table
                label={t('ui.boxes.title')}
                columns={columns}
                rows={rows}
                rowId={(row) => row.boxId}
                selectedId={chosen}
                onOpen={(row) => choose(row.boxId)}
                empty={
                  <EmptyState
                    icon="package"
                    title={t('ui.boxes.none')}
                    fill={t('ui.boxes.noneFill')}
                  />
                }
              />
            )}
          </Loaded>
        </Pane>
        <SidePane title={box === undefined ? t('ui.boxes.receive') : box.code}>
          {box === undefined ? (
            <p>{t('ui.boxes.noneFill')}</p>
          ) : (
            <ReceiveForm key={box.boxId} box={box} />
          )}
        </SidePane>
      </Panes>
    </>
  );
}

function ReceiveForm(props: { box: Box }): ReactElement {
  const { t } = useTranslation('laboratory');
  const { box } = props;
  const command = useStationCommand('collection.receiveBox');
  const [scans, setScans] = useState<readonly string[]>([]);
  const [temperature, setTemperature] = useState<number | undefined>(undefined);
  const isWaiting = box.state === 'handedOver';
  useScan('step', (scan): ScanAnswer => {
    const read = containerOf(scan);
    if (read === undefined || !isWaiting) return 'pass';
    if (scans.includes(scan.raw)) return { verdict: 'notNeeded', text: t('ui.boxes.twice') };
    setScans([...scans, scan.raw]);
    const kind = tubeKindOf(read.flags);
    return {
      verdict: 'ok',
      text: kind === undefined ? t('ui.intake.bag') : codeWord(['laboratory:ui.tube'], kind),
    };
  });
  const receive = (): void => {
    if (temperature === undefined) return;
    const input = { boxId: box.boxId, scans: [...scans], temperatureTenthsC: temperature };
    command.mutate({ input, call: { expects: { [box.boxId]: box.version } } });
  };
  const complete = scans.length > 0 && temperature !== undefined;
  const answer = command.data?.status === 'ok' ? command.data.value : undefined;
  if (answer !== undefined) return <Answer answer={answer} />;
  if (!isWaiting) return <StatusTag kind={KIND[box.state]}>{t(`ui.boxes.${box.state}`)}</StatusTag>;
  return (
    <Stack>
      <StatusTag kind="next">{t('ui.boxes.scanOut')}</StatusTag>
      <p>{t('ui.boxes.count', { count: scans.length })}</p>
      <NumberField
        label={t('ui.boxes.temperature')}
        unit="℃"
        decimals={1}
        value={temperature}
        onChange={setTemperature}
      />
      <CommandEnd
        command={command}
        missing={complete ? undefined : t('ui.boxes.missingFields')}
        label={t('ui.boxes.receive')}
        onSend={receive}
      />
    </Stack>
  );
}

function Answer(props: { answer: Result }): ReactElement {
  const { t } = useTranslation('laboratory');
  const { state, missing, unexpected } = props.answer;
  const isGood = state === 'received';
  return (
    <Stack>
      <Banner
        tone={isGood ? 'ok' : 'danger'}
        title={t(isGood ? 'ui.boxes.received' : 'ui.boxes.stoppedLong')}
      >
        {missing.map((item) => `${t('ui.boxes.missing')} ${item}`).join('；')}{' '}
        {unexpected.map((item) => `${t('ui.boxes.unexpected')} ${item}`).join('；')}
      </Banner>
      <Button look="primary" wide onPress={() => go('/lab/intake')}>
        {t('ui.titles.intake')}
      </Button>
    </Stack>
  );
}
