import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#renderer/app/commands.ts';
import { useStationCommand } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { HandDialog } from './hand-dialog.tsx';
import styles from './honours.module.css';
import { SpoilDialog } from './spoil-dialog.tsx';
import { isOnStock, type PaperDetail } from './words.ts';

/** What the print left out and who wrote it; until then the one next step. */
function HandWriting(props: { paper: PaperDetail }): ReactElement | null {
  const { t } = useTranslation('honours');
  const { handWritten, handWrittenBy: name } = props.paper;
  if (handWritten.length === 0) return null;
  const characters = handWritten.join('');
  // The screen's own fonts may lack the character too: its code point names it for certain.
  const points = props.paper.missingCharacters.map(({ codePoint }) => codePoint).join(' ');
  return (
    <span>
      {name === null
        ? t('proof.writeNow', { characters, points })
        : t('proof.writtenNote', { characters, name })}
    </span>
  );
}

/** A finished paper: to the donor's or a proxy's hand, to post, or to be collected; and the medal. */
export function HandBar(props: { paper: PaperDetail }): ReactElement {
  const { t } = useTranslation('honours');
  const { paper } = props;
  const { certificateId, din } = paper;
  const [asked, setAsked] = useState<'hand' | 'spoil'>();
  const planning = useStationCommand('honours.planDelivery');
  const awarding = useStationCommand('honours.giveMedal');
  const writing = useStationCommand('honours.recordHandWriting');
  const isUnwritten = paper.handWritten.length > 0 && paper.handWrittenBy === null;
  useCommand({
    id: 'honours.handOver',
    keys: 'F9',
    label: t('keys.handOver'),
    bar: true,
    run: () => setAsked('hand'),
    disabled: asked !== undefined || isUnwritten,
  });
  const plan = (way: 'toPost' | 'toCollect'): void =>
    planning.mutate({ input: { certificateId, way } });
  const close = (): void => setAsked(undefined);
  return (
    <div className={styles['bar']}>
      <strong className={styles['name']} lang="zh-CN">
        {paper.name}
      </strong>
      <div className={styles['ask']}>
        <b>{t('step.handOver')}</b>
        <HandWriting paper={paper} />
        {paper.medal.given ? (
          <StatusTag kind="ok">{t('step.medalGiven', { count: paper.medal.count })}</StatusTag>
        ) : (
          <span>{t('step.medalBefore', { count: paper.medal.count })}</span>
        )}
      </div>
      <div className={styles['acts']}>
        {isOnStock(paper) ? (
          <Button look="danger" onPress={() => setAsked('spoil')}>
            {t('step.spoil')}
          </Button>
        ) : null}
        {paper.medal.given ? null : (
          <Button busy={awarding.isPending} onPress={() => awarding.mutate({ input: { din } })}>
            {t('step.medal')}
          </Button>
        )}
        {paper.state === 'toPost' ? null : (
          <Button busy={planning.isPending} onPress={() => plan('toPost')}>
            {t('step.toPost')}
          </Button>
        )}
        {paper.state === 'toCollect' ? null : (
          <Button busy={planning.isPending} onPress={() => plan('toCollect')}>
            {t('step.toCollect')}
          </Button>
        )}
        {isUnwritten ? (
          <Button
            look="primary"
            busy={writing.isPending}
            onPress={() => writing.mutate({ input: { certificateId } })}
          >
            {t('proof.written', { characters: paper.handWritten.join('') })}
          </Button>
        ) : (
          <Button look="primary" keyCap="F9" onPress={() => setAsked('hand')}>
            {t('step.handOverDo')}
          </Button>
        )}
      </div>
      <OutcomePanel outcome={planning.data} />
      <OutcomePanel outcome={awarding.data} />
      <OutcomePanel outcome={writing.data} />
      {asked === 'hand' ? <HandDialog paper={paper} onClose={close} /> : null}
      {asked === 'spoil' ? (
        <SpoilDialog certificateId={certificateId} serial={paper.serial ?? ''} onClose={close} />
      ) : null}
    </div>
  );
}
