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

/** A finished paper: to the donor's or a proxy's hand, to post, or to be collected; and the medal. */
export function HandBar(props: { paper: PaperDetail }): ReactElement {
  const { t } = useTranslation('honours');
  const { paper } = props;
  const { certificateId, din } = paper;
  const [asked, setAsked] = useState<'hand' | 'spoil'>();
  const planning = useStationCommand('honours.planDelivery');
  const awarding = useStationCommand('honours.giveMedal');
  useCommand({
    id: 'honours.handOver',
    keys: 'F9',
    label: t('keys.handOver'),
    bar: true,
    run: () => setAsked('hand'),
    disabled: asked !== undefined,
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
        {paper.handWritten.length > 0 ? (
          <span>{t('proof.handNote', { characters: paper.handWritten.join('') })}</span>
        ) : null}
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
        <Button look="primary" keyCap="F9" onPress={() => setAsked('hand')}>
          {t('step.handOverDo')}
        </Button>
      </div>
      <OutcomePanel outcome={planning.data} />
      <OutcomePanel outcome={awarding.data} />
      {asked === 'hand' ? <HandDialog paper={paper} onClose={close} /> : null}
      {asked === 'spoil' ? (
        <SpoilDialog certificateId={certificateId} serial={paper.serial ?? ''} onClose={close} />
      ) : null}
    </div>
  );
}
