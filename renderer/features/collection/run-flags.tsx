import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWord } from '#renderer/app/code-words.ts';
import { listWords } from '#renderer/app/i18n.ts';
import { Flag } from '#renderer/ui/status-tag.tsx';
import type { RunView } from './run-marks.ts';
import { tubesOf } from './run-scan.ts';
import { minutesText } from './time-words.ts';

/** What about a draw must not be overlooked, the gravest first. `plasmaMl` is what was drawn so far. */
export function RunFlags(props: { view: RunView; now: number; plasmaMl: number }): ReactElement {
  const { t } = useTranslation('collection');
  const { view, now, plasmaMl } = props;
  const draws = view.state === 'running' && view.machineEndedAt === null;
  const isLong = draws && view.overAt !== null && now > Date.parse(view.overAt);
  const isMuch = view.maxPlasmaMl !== null && plasmaMl > view.maxPlasmaMl;
  const tubes = tubesOf(view);
  const drawn = tubes.filter((each) => view.drawnTubes.includes(each)).length;
  const cautions = view.cautions.map((each) => codeWord(['collection:draw.caution'], each));
  return (
    <>
      {view.reactions.some((each) => each.closedAt === null) ? (
        <Flag kind="stop">{t('reactionPanel.open')}</Flag>
      ) : null}
      {isLong ? <Flag kind="stop">{t('draw.overTime')}</Flag> : null}
      {isMuch ? <Flag kind="stop">{t('draw.overVolume', { limit: view.maxPlasmaMl })}</Flag> : null}
      {draws && view.pausedAt !== null ? (
        <Flag kind="caution">
          {t('draw.pausedFor', { time: minutesText(now - Date.parse(view.pausedAt)) })}
        </Flag>
      ) : null}
      {draws && drawn < tubes.length ? (
        <Flag kind="waiting">{t('draw.tubes', { drawn, all: tubes.length })}</Flag>
      ) : null}
      {view.saline === 'due' ? <Flag kind="caution">{t('run.salineDue')}</Flag> : null}
      {view.saline === 'given' ? <Flag kind="ok">{t('run.salineGiven')}</Flag> : null}
      {view.sticks > 1 ? (
        <Flag kind="caution">{t('draw.sticks', { count: view.sticks })}</Flag>
      ) : null}
      {cautions.length > 0 ? (
        <Flag kind="caution">{t('draw.cautions', { what: listWords(cautions) })}</Flag>
      ) : null}
    </>
  );
}
