import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Pane, Panes, Row, ScreenHead, Stack } from '#renderer/ui/pane.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { QueryState } from '../visits/query-states.tsx';
import { History } from './history.tsx';
import { PaperButton } from './paper-button.tsx';
import { RunPanes } from './run-panes.tsx';
import { isOpen, type Run, STANDING_KIND, standingOf } from './standing.ts';

/** The newest validation run with its steps, or an earlier one; begins a new one where none is open. */
export function ValidationScreen(): ReactElement {
  const { t } = useTranslation('validation');
  const runs = useStationQuery('validation.runs', {});
  const [chosen, setChosen] = useState<string | 'history' | undefined>(undefined);
  if (runs.data === undefined) return <QueryState error={runs.error} />;
  const [newest] = runs.data;
  const run = runs.data.find((one) => one.runId === chosen) ?? newest;
  const isHistory = chosen === 'history';
  const standing = standingOf(newest);
  return (
    <>
      <ScreenHead title={t('title')} note={t('intro')}>
        <StatusTag kind={STANDING_KIND[standing]}>{t(`standing.${standing}`)}</StatusTag>
        <PaperButton
          label={t('ui.testSheet')}
          draw={(client, language) => client.query('validation.testSheet', { language })}
        />
        {run === undefined || isHistory ? null : (
          <PaperButton
            key={run.runId}
            label={t('ui.print')}
            draw={(client, language) =>
              client.query('validation.paper', { runId: run.runId, language })
            }
          />
        )}
        {newest === undefined ? null : (
          <Button onPress={() => setChosen(isHistory ? undefined : 'history')}>
            {t(isHistory ? 'ui.current' : 'ui.history')}
          </Button>
        )}
      </ScreenHead>
      {isHistory ? (
        <History runs={runs.data} onOpen={setChosen} />
      ) : (
        <Present run={run} isNewest={run === newest} onStarted={() => setChosen(undefined)} />
      )}
    </>
  );
}

function Present(props: {
  run: Run | undefined;
  isNewest: boolean;
  onStarted: () => void;
}): ReactElement {
  const { t } = useTranslation('validation');
  const { run } = props;
  const start = <Start onStarted={props.onStarted} />;
  if (run === undefined)
    return (
      <Panes>
        <Pane padded>
          <Stack>
            <EmptyState icon="clipboard" title={t('standing.never')} fill={t('ui.startLead')} />
            <Row align="start">{start}</Row>
          </Stack>
        </Pane>
      </Panes>
    );
  const isOver = props.isNewest && !isOpen(run);
  const changed = run.outdated.map((what) => t(`outdated.${what}`)).join(t('ui.comma'));
  return (
    <>
      {isOver ? (
        <Banner
          tone={run.outdated.length > 0 ? 'warn' : 'info'}
          title={
            changed === '' ? t(`standing.${standingOf(run)}`) : `${t('ui.outdated')}${changed}`
          }
          actions={start}
        >
          {t('ui.startLead')}
        </Banner>
      ) : null}
      <RunPanes key={run.runId} run={run} />
    </>
  );
}

function Start(props: { onStarted: () => void }): ReactElement {
  const { t } = useTranslation('validation');
  const { act, outcome, busy } = useAct('validation.start');
  const start = async (): Promise<void> => {
    if ((await act({})) !== undefined) props.onStarted();
  };
  return (
    <Stack>
      <OutcomePanel outcome={outcome} />
      <Button look="primary" busy={busy} onPress={() => void start()}>
        {t('ui.start')}
      </Button>
    </Stack>
  );
}
