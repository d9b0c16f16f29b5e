import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { go } from '#renderer/app/router-link.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Pane, Panes, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { QueryState } from './query-states.tsx';
import { RuleList } from './rule-list.tsx';
import { SlipPrint } from './slip-print.tsx';
import type { PanelProps } from './visit-screen.tsx';
import styles from './visits.module.css';

/** Verdicts that staff explain; what was merely not asked stays in the record. */
const BROKEN: ReadonlySet<string> = new Set(['notMet', 'caution']);

/** After a refusal: the donor's kind slip to the left as it prints, staff's reasons below. */
export function FarewellPanel(props: PanelProps): ReactElement {
  const { t } = useTranslation('visits');
  const { visit } = props;
  const slip = useStationQuery('visits.donorSlip', { visitId: visit.visitId });
  const closing = useAct('visits.close');
  if (!slip.data) return <QueryState error={slip.error} />;
  const { name, sentence, nextOn, contactPhone, siteName } = slip.data;
  const broken = visit.decision?.rules.filter((rule) => BROKEN.has(rule.verdict)) ?? [];
  const close = async (): Promise<void> => {
    const done = await closing.act({ visitId: visit.visitId, code: 'farewell' });
    if (done !== undefined) go('/board');
  };
  return (
    <Panes>
      <Pane title={t('farewell.title')} note={t('farewell.preview')} padded>
        <article className={styles['slip']}>
          <p>{siteName}</p>
          <p>
            <bdi>{name}</bdi>
          </p>
          <p>{sentence}</p>
          <p>{nextOn === null ? t('farewell.noDate') : t('farewell.nextOn', { date: nextOn })}</p>
          <p>{t('farewell.contact', { phone: contactPhone })}</p>
          <p>{t('farewell.thanks')}</p>
        </article>
        {broken.length === 0 ? null : <RuleList rules={broken} />}
      </Pane>
      <SidePane
        title={t('next.farewell')}
        foot={
          <Button look="primary" wide busy={closing.busy} onPress={() => void close()}>
            {t('farewell.close')}
          </Button>
        }
      >
        <Stack>
          <SlipPrint visitId={visit.visitId} />
          <OutcomePanel outcome={closing.outcome} />
        </Stack>
      </SidePane>
    </Panes>
  );
}
