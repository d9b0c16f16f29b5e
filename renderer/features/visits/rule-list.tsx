import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RuleRow, RuleTable } from '#renderer/ui/rows.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { useSay } from './say.ts';
import styles from './visits.module.css';

type Explanation = NonNullable<OutputOf<'visits.explanation'>>;
type Rule = Omit<Explanation['rules'][number], 'stage' | 'attested'>;

/** How a verdict looks in a row of rules. */
export const LOOK = {
  met: 'met',
  notMet: 'notMet',
  missing: 'unknown',
  notApplicable: 'notApplicable',
  caution: 'ask',
} as const;

/** The pane around the rules scrolls; without a control inside it must take the keyboard (WCAG 2.1.1). */
export const SCROLLS = { tabIndex: 0 };

/** A question whose answer raises nothing; these fold into one line. */
function isQuietQuestion(rule: Rule): boolean {
  return /^Q-/.test(rule.ruleId) && rule.verdict === 'met';
}

/** The exception and its reason first; pack order among equals. */
function weight(rule: Rule): number {
  if (rule.verdict === 'notMet' || rule.verdict === 'caution') return 0;
  return rule.verdict === 'missing' ? 1 : 2;
}

/** Each rule with clause, input, limit and verdict; a replaced reading stays beside the one that counts. */
export function RuleList(props: {
  rules: readonly Rule[];
  cleared?: ReadonlySet<string>;
}): ReactElement {
  const { t } = useTranslation('visits');
  const say = useSay();
  const listed = props.rules
    .filter((rule) => !isQuietQuestion(rule))
    .toSorted((a, b) => weight(a) - weight(b));
  const folded = props.rules.length - listed.length;
  const verdictText = (rule: Rule): string => {
    if (props.cleared?.has(rule.ruleId)) return t('decision.cleared');
    const word = t(`decision.verdicts.${rule.verdict}`);
    return rule.replaced.length > 0 && rule.verdict === 'met'
      ? `${word}・${t('decision.second')}`
      : word;
  };
  return (
    <section aria-label={t('decision.rule')} {...SCROLLS}>
      <RuleTable
        label={t('decision.title')}
        heads={[
          t('decision.rule'),
          t('decision.item'),
          t('decision.input'),
          t('decision.limit'),
          t('decision.verdict'),
        ]}
      >
        {listed.map((rule) => (
          <RuleRow
            key={rule.ruleId}
            id={rule.ruleId}
            clause={rule.clause}
            item={say(rule.item)}
            before={rule.replaced.length === 0 ? undefined : rule.replaced.map(say).join(' ')}
            input={rule.replaced.length === 0 ? say(rule.input) : <b>{say(rule.input)}</b>}
            limit={say(rule.limit)}
            verdict={props.cleared?.has(rule.ruleId) ? 'ask' : LOOK[rule.verdict]}
            verdictText={verdictText(rule)}
          />
        ))}
      </RuleTable>
      {folded === 0 ? null : (
        <p className={styles['ruleNote']}>{t('decision.questionsClear', { count: folded })}</p>
      )}
    </section>
  );
}
