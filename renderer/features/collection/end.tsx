import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { timeText, useNow } from '#renderer/app/clock.ts';
import { listWords } from '#renderer/app/i18n.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useRouteParams } from '#renderer/app/router.tsx';
import { BannerSlot } from '#renderer/app/slots.tsx';
import { useStation } from '#renderer/app/station-state.ts';
import { QueryState } from '#renderer/features/visits/query-states.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Figure } from '#renderer/ui/figure.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Pane, Panes, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { TakeReadings, useMetered } from '../equipment/metered.tsx';
import { useToldBy } from '../equipment/told-by.ts';
import styles from './collection.module.css';
import { CorrectEndDialog } from './correct-end-dialog.tsx';
import { DonorHead } from './donor-head.tsx';
import { type Cells, EndChoices } from './end-choices.tsx';
import { EndMatch } from './end-match.tsx';
import type { RunView } from './run-marks.ts';
import { STOP_REASONS, type StopReason } from './stop-reasons.ts';
import { minutesText } from './time-words.ts';

const METERED = ['grossGrams'] as const;

/** Seal, weigh, and match bag, tubes, donor and record before anything leaves the chair. */
export function End(): ReactElement {
  const { t } = useTranslation('collection');
  const { din = '' } = useRouteParams();
  const run = useStationQuery('collection.run', { din });
  const view = run.data;
  if (view === undefined) return <QueryState error={run.error} />;
  const chair = t('board.chair', { code: view.chair });
  return (
    <>
      <BannerSlot>
        <DonorHead person={view.person} />
      </BannerSlot>
      <Panes density="bedside">
        {view.state === 'running' ? (
          <Weigh view={view} title={t('end.title', { chair })} />
        ) : (
          <EndMatch view={view} title={t('end.match')} />
        )}
        <Figures view={view} />
      </Panes>
    </>
  );
}

/** Three figures, each with who uses it, and the freezing clock. */
function Figures(props: { view: RunView }): ReactElement {
  const { t } = useTranslation('collection');
  const zone = useStation((state) => state.zone);
  const now = useNow();
  const { view } = props;
  const [correcting, setCorrecting] = useState(false);
  const toldBy = useToldBy();
  const rows = [
    ['machineMl', view.machineMl, 'mL'],
    ['netGrams', view.netGrams, 'g'],
    ['productMl', view.productMl, 'mL'],
    ['plasmaMl', view.plasmaMl, 'mL'],
  ] as const;
  const { freezeBy } = view;
  return (
    <SidePane>
      <Stack>
        <dl className={styles['three']}>
          {rows.map(([name, value, unit]) => (
            <div key={name}>
              <dt>
                {t(`end.${name}`)}
                <small>{t(`end.usedBy.${name}`)}</small>
                {name === 'netGrams' ? <small>{toldBy(view.sources)}</small> : null}
              </dt>
              <dd>
                {value ?? '—'}
                <small>{unit}</small>
              </dd>
            </div>
          ))}
        </dl>
        {freezeBy === null ? null : (
          <Figure
            label={`${t('end.freeze')} ${timeText(Date.parse(freezeBy), zone)}`}
            value={minutesText(Date.parse(freezeBy) - now)}
            size="countdown"
            note={t('end.freezeLeft')}
            tone={Date.parse(freezeBy) < now ? 'danger' : undefined}
          />
        )}
        {view.state === 'running' ? null : (
          <Button onPress={() => setCorrecting(true)}>{t('correct.end')}</Button>
        )}
      </Stack>
      {correcting ? <CorrectEndDialog view={view} onDone={() => setCorrecting(false)} /> : null}
    </SidePane>
  );
}

function Weigh(props: { view: RunView; title: string }): ReactElement {
  const { t } = useTranslation('collection');
  const { view } = props;
  const { act, outcome, busy } = useAct('collection.end');
  const [gross, setGross] = useState<number | undefined>(undefined);
  const metered = useMetered(METERED, {
    since: view.machineEndedAt ?? view.startedAt,
    subjects: [view.din, view.person.number],
    taker: view.din,
  });
  const [tare, setTare] = useState<number | undefined>(undefined);
  const [acMl, setAcMl] = useState<number | undefined>(undefined);
  const [chosen, setChosen] = useState<StopReason | undefined>(undefined);
  // “Stopped by the operator” is no reason: the nurse says why.
  const told = STOP_REASONS.find((reason) => reason === view.stopReason && reason !== 'other');
  const stopReason = chosen ?? told;
  const [answered, setCells] = useState<Cells | undefined>(undefined);
  // What the emergency list was told already is not asked again.
  const cells = answered ?? view.redCellsReturned ?? undefined;
  const complete =
    gross !== undefined && tare !== undefined && stopReason !== undefined && cells !== undefined;
  const missing = [
    gross === undefined ? t('end.gross') : '',
    tare === undefined ? t('end.tare') : '',
    stopReason === undefined ? t('end.stopReason') : '',
    cells === undefined ? t('end.redCells') : '',
  ].filter((word) => word !== '');
  const save = async (): Promise<void> => {
    if (!complete) return;
    await act(
      {
        din: view.din,
        grossGrams: gross,
        tareGrams: tare,
        stopReason,
        redCellsReturned: cells,
        ...metered.proof,
        ...(acMl === undefined ? {} : { acMl }),
      },
      { expects: { [view.din]: view.version } },
    );
  };
  return (
    <Pane title={props.title} note={t('end.weigh')} padded>
      <Stack>
        {view.machineEndedAt === null ? (
          <Banner tone="warn" title={t('refusals.collection.machineStillRuns')} />
        ) : null}
        <TakeReadings
          offered={metered.offered}
          onTake={() => setGross(metered.take().grossGrams)}
        />
        <div className={styles['choices']}>
          <NumberField
            label={t('end.gross')}
            unit="g"
            value={gross}
            onChange={(value) => {
              metered.typed('grossGrams');
              setGross(value);
            }}
            autoFocus
          />
          <NumberField label={t('end.tare')} unit="g" value={tare} onChange={setTare} />
          {view.acMl === null ? (
            <NumberField label={t('end.acMl')} unit="mL" value={acMl} onChange={setAcMl} />
          ) : null}
        </div>
        <EndChoices
          stopReason={stopReason}
          cells={cells}
          onStopReason={setChosen}
          onCells={setCells}
        />
        <Button
          look="primary"
          busy={busy}
          disabledReason={complete ? undefined : listWords(missing)}
          onPress={() => void save()}
        >
          {t('end.finish')}
        </Button>
        <OutcomePanel outcome={outcome} />
      </Stack>
    </Pane>
  );
}
