import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationQuery } from '#renderer/app/operations.ts';
import { Pane, Panes } from '#renderer/ui/pane.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { PARTS } from '#shared/features/validation/protocol.ts';
import { QueryState } from '../visits/query-states.tsx';
import { useSay } from '../visits/say.ts';
import { ConcludePane, WholeFacts } from './conclude-pane.tsx';
import { isOpen, nextStep, RESULT_KIND, type Run, type Step, type WholeRun } from './standing.ts';
import { StepPane } from './step-pane.tsx';

const WHOLE = 'whole';
type Tab = (typeof PARTS)[number] | typeof WHOLE;

/** The steps of a run by part at the left, the chosen one at the right; the whole as the last tab. */
export function RunPanes(props: { run: Run }): ReactElement {
  const query = useStationQuery('validation.run', { runId: props.run.runId });
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  if (!query.data) return <QueryState error={query.error} />;
  const { steps } = query.data;
  const isDone = steps.every((step) => step.results.length > 0);
  const step = chosen === undefined && isDone ? undefined : stepFor(steps, chosen);
  return (
    <Panes>
      <Pane>
        <Parts
          whole={query.data}
          tab={step === undefined ? WHOLE : step.part}
          stepId={step?.stepId}
          onStep={setChosen}
        />
      </Pane>
      {step === undefined ? (
        <ConcludePane whole={query.data} />
      ) : (
        <StepPane
          key={step.stepId}
          step={step}
          runId={props.run.runId}
          testCodes={query.data.testCodes}
          isOpen={isOpen(query.data.run)}
          onSigned={() => setChosen(undefined)}
        />
      )}
    </Panes>
  );
}

function stepFor(steps: readonly Step[], chosen: string | undefined): Step | undefined {
  if (chosen === WHOLE) return undefined;
  return steps.find((step) => step.stepId === chosen) ?? nextStep(steps);
}

function Parts(props: {
  whole: WholeRun;
  tab: Tab;
  stepId: string | undefined;
  onStep: (chosen: string) => void;
}): ReactElement {
  const { t } = useTranslation('validation');
  const { steps } = props.whole;
  const turnTo = (tab: Tab): void => {
    const inPart = steps.filter((step) => step.part === tab);
    props.onStep(nextStep(inPart)?.stepId ?? WHOLE);
  };
  return (
    <Tabs<Tab>
      label={t('ui.steps')}
      value={props.tab}
      onChange={turnTo}
      items={[
        ...PARTS.map((part) => {
          const inPart = steps.filter((step) => step.part === part);
          const signed = inPart.filter((step) => step.results.length > 0).length;
          return {
            id: part,
            label: (
              <StatusTag kind={signed === inPart.length ? 'ok' : 'waiting'}>
                {`${part} ${t(`parts.${part}`)} ${signed}/${inPart.length}`}
              </StatusTag>
            ),
            panel: <StepTable steps={inPart} stepId={props.stepId} onStep={props.onStep} />,
          };
        }),
        { id: WHOLE, label: t('ui.whole'), panel: <WholeFacts whole={props.whole} /> },
      ]}
    />
  );
}

function StepTable(props: {
  steps: readonly Step[];
  stepId: string | undefined;
  onStep: (stepId: string) => void;
}): ReactElement {
  const { t } = useTranslation('validation');
  const say = useSay();
  return (
    <Table
      label={t('ui.steps')}
      rows={props.steps}
      rowId={(row) => row.stepId}
      selectedId={props.stepId}
      onOpen={(row) => props.onStep(row.stepId)}
      columns={[
        { id: 'id', header: t('ui.steps'), cell: (row) => row.stepId, code: true, width: '88px' },
        { id: 'title', header: t('ui.what'), cell: (row) => <b>{say(row.title)}</b> },
        {
          id: 'look',
          header: t('ui.evidence'),
          width: '136px',
          cell: (row) => <Look step={row} />,
        },
        {
          id: 'result',
          header: t('ui.result'),
          width: '120px',
          cell: ({ results: [last] }) =>
            last === undefined ? null : (
              <StatusTag kind={last.intact ? RESULT_KIND[last.result] : 'hold'}>
                {last.intact ? t(`results.${last.result}`) : t('ui.broken')}
              </StatusTag>
            ),
        },
        {
          id: 'by',
          header: t('ui.signed'),
          secondary: true,
          cell: ({ results: [last] }) => (last ? `${last.by} / ${last.second}` : ''),
        },
      ]}
    />
  );
}

/** Whether the station looked, and what it found; a person's step says so by being empty. */
function Look(props: { step: Step }): ReactElement | null {
  const { t } = useTranslation('validation');
  const { check, checked } = props.step;
  if (check === null) return null;
  if (checked === null) return <StatusTag kind="waiting">{t('ui.lookDue')}</StatusTag>;
  return (
    <StatusTag kind={checked.ok ? 'ok' : 'stop'}>
      {t(checked.ok ? 'results.pass' : 'results.fail')}
    </StatusTag>
  );
}
