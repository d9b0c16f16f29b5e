import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timeText } from '#renderer/app/clock.ts';
import { listWords } from '#renderer/app/i18n.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { useSession } from '#renderer/app/session.ts';
import { useStation } from '#renderer/app/station-state.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Pane, Panes, SidePane } from '#renderer/ui/pane.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { SignatureList } from '../signatures/signature-list.tsx';
import { emptyDraft } from './decision-draft.ts';
import { DecisionForm } from './decision-form.tsx';
import { QueryState } from './query-states.tsx';
import { RuleList } from './rule-list.tsx';
import { useSay } from './say.ts';
import type { PanelProps } from './visit-screen.tsx';
import styles from './visits.module.css';

export type Explanation = NonNullable<OutputOf<'visits.explanation'>>;

/** Rules with clause, input, limit and verdict; beside them the physician's signed decision. */
export function DecisionPanel(props: PanelProps): ReactElement {
  const { t } = useTranslation('visits');
  const { visit } = props;
  const [draft, setDraft] = useState(emptyDraft);
  const physician = useSession((state) => state.user?.roles.includes('physician') ?? false);
  const name = useSession((state) => state.user?.name ?? '');
  const explanation = useStationQuery('visits.explanation', {
    visitId: visit.visitId,
    donationType: draft.donationType,
    targetMl: draft.targetMl,
    examined: [...draft.examined],
  });
  if (!explanation.data) return <QueryState error={explanation.error} />;
  const cleared = new Set(
    Object.entries(draft.overrides).flatMap(([ruleId, each]) => (each.ok ? [ruleId] : [])),
  );
  return (
    <Panes>
      <Pane>
        <Heading explanation={explanation.data} />
        {visit.assessment?.confirmed === false ? (
          <Banner tone="warn" title={t('assessment.title')}>
            {t('assessment.lead')}
          </Banner>
        ) : null}
        <SignatureList of={{ kind: 'visit', visitId: visit.visitId }} />
        <RuleList rules={explanation.data.rules} cleared={cleared} />
      </Pane>
      {physician ? (
        <DecisionForm
          visit={visit}
          explanation={explanation.data}
          draft={draft}
          onChange={setDraft}
          note={t('decision.sameDay', { name })}
        />
      ) : (
        <SidePane title={t('decision.title')}>
          <p>{t('decision.onlyPhysician')}</p>
          <p className={styles['words']}>{explanation.data.donorSentence.zh}</p>
        </SidePane>
      )}
    </Panes>
  );
}

const COUNTED = ['met', 'notApplicable', 'notMet', 'missing', 'caution'] as const;

function Heading(props: { explanation: Explanation }): ReactElement {
  const { t } = useTranslation('visits');
  const say = useSay();
  const zone = useStation((state) => state.zone);
  const { counts, packs, judgedAt } = props.explanation;
  const parts = COUNTED.filter((kind) => counts[kind] > 0).map((kind) =>
    t(`decision.summaryParts.${kind}`, { count: counts[kind] }),
  );
  const pack = packs[0];
  const demo = pack?.demo === true ? ' DEMO' : '';
  return (
    <header className={styles['ruleHead']}>
      <h2>{listWords(parts)}</h2>
      {pack === undefined ? null : (
        <span className={styles['quiet']}>
          {t('decision.pack', {
            title: `${say(pack.title)}${demo}`,
            revision: pack.revision,
            time: timeText(Date.parse(judgedAt), zone),
          })}
        </span>
      )}
    </header>
  );
}
