import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWord } from '#renderer/app/code-words.ts';
import { listWords } from '#renderer/app/i18n.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { useRouteParams } from '#renderer/app/router.tsx';
import { DinCode } from '#renderer/features/laboratory/din-parts.tsx';
import { Loaded } from '#renderer/features/laboratory/load.tsx';
import { useSide } from '#renderer/features/laboratory/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Pane, Panes, ScreenHead, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { StepRow, Steps } from '#renderer/ui/rows.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { type Column, Table } from '#renderer/ui/table.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { CorrectUnitDialog } from './correct-unit-dialog.tsx';
import { InProcessPrint } from './in-process-print.tsx';
import { SplitForm } from './split-form.tsx';
import { UnitStep } from './unit-step.tsx';
import { currentStep, stepsOf } from './unit-steps.ts';

export type Processing = OutputOf<'components.processing'>;
export type Unit = Processing['units'][number];

function useColumns(): readonly Column<Unit>[] {
  const { t } = useTranslation('components');
  const side = useSide();
  return [
    { id: 'part', header: t('ui.columns.division'), cell: (row) => row.division },
    { id: 'product', header: t('ui.split.product'), cell: (row) => side(row.productName) },
    { id: 'ml', header: t('ui.columns.volume'), cell: (row) => row.volumeMl, numeric: true },
    { id: 'state', header: t('ui.columns.state'), cell: (row) => t(`ui.state.${row.state}`) },
    {
      id: 'holds',
      header: t('ui.titles.holds'),
      cell: (row) =>
        row.holds.length === 0 ? (
          ''
        ) : (
          <StatusTag kind="hold">
            {listWords(row.holds.map((code) => codeWord(['components:holds'], code)))}
          </StatusTag>
        ),
    },
  ];
}

/** From bag to quarantine shelf: split, in-process label, inactivation, freezing, place. */
export function ProcessingScreen(): ReactElement {
  const { t } = useTranslation('components');
  const din = useRouteParams()['din'] ?? '';
  const query = useStationQuery('components.processing', { din });
  return (
    <>
      <ScreenHead title={t('ui.titles.processing')} note={<DinCode din={din} strong />} />
      <Loaded query={query}>{(data) => (data.known ? <Work data={data} /> : <Unknown />)}</Loaded>
    </>
  );
}

function Unknown(): ReactElement {
  const { t } = useTranslation('components');
  return (
    <EmptyState icon="drop" title={t('ui.empty.processing')} fill={t('ui.empty.processingFill')} />
  );
}

function Work(props: { data: Processing }): ReactElement {
  const { data } = props;
  const [first] = data.units;
  return first === undefined ? <SplitForm data={data} /> : <Units data={data} first={first} />;
}

/** The bags of a donation with the steps of the chosen one; the step that is due at the right. */
function Units(props: { data: Processing; first: Unit }): ReactElement {
  const { t } = useTranslation('components');
  const columns = useColumns();
  const { data } = props;
  const [chosen, choose] = useState<string | undefined>(undefined);
  const [correcting, setCorrecting] = useState(false);
  const open = data.units.find((unit) => unit.state === 'inProcess');
  const unit = data.units.find((one) => one.unitId === chosen) ?? open ?? props.first;
  const note = t('ui.split.whole', { ml: data.productMl ?? 0, grams: data.netGrams ?? 0 });
  return (
    <Panes>
      <Pane title={t('ui.split.title')} note={note}>
        <Table
          label={t('ui.titles.processing')}
          columns={columns}
          rows={data.units}
          rowId={(row) => row.unitId}
          selectedId={unit.unitId}
          onOpen={(row) => choose(row.unitId)}
        />
        <Steps label={t('ui.titles.processing')}>
          {stepsOf(unit).map((step) => (
            <StepRow
              key={step.id}
              state={step.state}
              what={t(`ui.steps.${step.id}`)}
              value={step.id === 'cut' ? (unit.inProcessSerial ?? t('ui.steps.whole')) : undefined}
            />
          ))}
        </Steps>
        {currentStep(unit) === 'cut' ? (
          <InProcessPrint key={unit.unitId} unit={unit} printers={data.printers} />
        ) : null}
      </Pane>
      <SidePane title={unit.division}>
        <Stack>
          <UnitStep key={`${unit.unitId}:${unit.version}`} unit={unit} />
          {unit.state === 'inProcess' || unit.state === 'quarantine' ? (
            <Button onPress={() => setCorrecting(true)}>
              {t('ui.correct.title', { division: unit.division })}
            </Button>
          ) : null}
        </Stack>
        {correcting ? (
          <CorrectUnitDialog key={unit.unitId} unit={unit} onDone={() => setCorrecting(false)} />
        ) : null}
      </SidePane>
    </Panes>
  );
}
