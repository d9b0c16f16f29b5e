import { memo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { timeText, useNow } from '#renderer/app/clock.ts';
import { codeWord } from '#renderer/app/code-words.ts';
import { go } from '#renderer/app/router-link.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Figure } from '#renderer/ui/figure.tsx';
import { Glyph } from '#renderer/ui/glyph.tsx';
import { SidePane } from '#renderer/ui/pane.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { useToldBy } from '../equipment/told-by.ts';
import styles from './collection.module.css';
import type { RunDialog } from './run-dialogs.tsx';
import { type Mark, markWords, type RunView } from './run-marks.ts';
import { minutesText, vitalsTone } from './time-words.ts';

const LOGGED: ReadonlySet<string> = new Set([
  'alarm',
  'intervention',
  'keyed',
  'restart',
  'stick',
  'drug',
  'emergency',
  'transfer',
]);

/** Next vitals as a countdown, the vitals so far, what happened, and the acts; no sample draws it again. */
export const RunSide = memo(function RunSide(props: {
  view: RunView;
  zone: string;
  /** No link, or one that is lost: figures are keyed. */
  hasNoLink: boolean;
  onAct: (dialog: RunDialog) => void;
}): ReactElement {
  const { t } = useTranslation('collection');
  const { view, zone, hasNoLink, onAct } = props;
  const toldBy = useToldBy();
  const time = (at: string): string => timeText(Date.parse(at), zone);
  const vitals = view.marks.filter((mark) => mark.kind === 'vitals');
  const log = view.marks.filter((mark) => LOGGED.has(mark.kind)).slice(0, 6);
  return (
    <SidePane padded={false} foot={<Acts view={view} hasNoLink={hasNoLink} onAct={onAct} />}>
      {view.nextVitalsAt === null ? null : (
        <NextVitals at={view.nextVitalsAt} until={time(view.nextVitalsAt)} />
      )}
      <div className={styles['vitals']}>
        <Table
          label={t('run.takeVitals')}
          rows={vitals}
          rowId={(row) => row.markId}
          empty={t('run.noVitals')}
          tight
          detail={(row) => toldBy(row.sources) || undefined}
          columns={[
            { id: 'time', header: t('run.time'), cell: (row) => time(row.at) },
            { id: 'bp', header: t('run.bloodPressure'), cell: pressure, numeric: true },
            {
              id: 'pulse',
              header: t('run.pulse'),
              cell: (row) => String(row.values['pulse'] ?? ''),
              numeric: true,
            },
            {
              id: 'said',
              header: t('run.complaint'),
              cell: (row) => codeWord(['collection:complaint'], row.code),
            },
          ]}
        />
      </div>
      <ul className={styles['log']}>
        {log.map((mark) => (
          <li key={mark.markId}>
            <span>{time(mark.at)}</span>
            <Glyph shape={mark.kind === 'alarm' ? 'triangle' : 'tick'} size={18} />
            <span>
              {markWords(mark, t)}
              {mark.by === '' ? '' : ` · ${mark.by}`}
            </span>
          </li>
        ))}
        <li>
          <span>{time(view.startedAt)}</span>
          <Glyph shape="tick" size={18} />
          <span>{t('run.started')}</span>
        </li>
      </ul>
    </SidePane>
  );
});

function NextVitals(props: { at: string; until: string }): ReactElement {
  const { t } = useTranslation('collection');
  const now = useNow();
  return (
    <div className={styles['next']}>
      <Figure
        label={t('run.nextVitals')}
        value={minutesText(Date.parse(props.at) - now)}
        size="countdown"
        note={t('run.until', { time: props.until })}
        tone={vitalsTone(props.at, now)}
      />
    </div>
  );
}

function pressure(mark: Mark): string {
  return `${String(mark.values['systolic'] ?? '')}/${String(mark.values['diastolic'] ?? '')}`;
}

/** The acts that this moment of the run takes; the foremost of them is the primary one. */
function Acts(props: {
  view: RunView;
  hasNoLink: boolean;
  onAct: (dialog: RunDialog) => void;
}): ReactElement {
  const { t } = useTranslation('collection');
  const { view, hasNoLink, onAct } = props;
  const over = view.machineEndedAt !== null;
  const toEnd = (): void => go(`/runs/${view.din}/end`);
  return (
    <div className={styles['acts']}>
      {view.state === 'running' ? (
        <Button look={over ? 'plain' : 'primary'} keyCap="F4" onPress={() => onAct('vitals')}>
          {t('run.takeVitals')}
        </Button>
      ) : null}
      <Button look="danger" keyCap="F7" onPress={() => onAct('reaction')}>
        {t('run.reaction')}
      </Button>
      <Button onPress={() => onAct('intervention')}>{t('run.intervene')}</Button>
      {over ? (
        <EndAct state={view.state} onPress={toEnd} />
      ) : (
        <Button onPress={() => onAct('end')}>{t('run.stopEarly')}</Button>
      )}
      {hasNoLink && !over ? (
        <Button onPress={() => onAct('progress')}>{t('run.keyProgress')}</Button>
      ) : null}
    </div>
  );
}

/** Weighing, then the match; once that is done it can only be looked at. */
function EndAct(props: { state: RunView['state']; onPress: () => void }): ReactElement {
  const { t } = useTranslation('collection');
  const { state, onPress } = props;
  const isDone = state !== 'running' && state !== 'ended';
  return (
    <Button look={isDone ? 'plain' : 'primary'} onPress={onPress}>
      {t(state === 'running' ? 'end.weigh' : 'board.matching')}
    </Button>
  );
}
