import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Stack } from '#renderer/ui/pane.tsx';
import { RuleRow, RuleTable } from '#renderer/ui/rows.tsx';
import { clauseWords } from '#shared/features/visits/outlook-words.ts';
import type { OutlookAnswer } from './outlook.tsx';
import { useKindName } from './outlook-kind.ts';
import { LOOK, SCROLLS } from './rule-list.tsx';
import { useSay } from './say.ts';
import styles from './visits.module.css';

type Reason = OutlookAnswer['against'][number];

/** Every reason of one answer: what stands against it, what holds, what the visit will ask. */
export function OutlookReasons(props: { answer: OutlookAnswer }): ReactElement {
  const { t } = useTranslation('visits');
  const say = useSay();
  const { against, held, onTheDay } = props.answer;
  const title = useKindName()(props.answer);
  const names = onTheDay.map((row) => `${row.ruleId} ${say(row.item)}`).join(t('outlook.and'));
  return (
    <section aria-label={title} {...SCROLLS}>
      <Stack gap="small">
        <RuleTable
          label={title}
          heads={[
            t('outlook.rule'),
            t('outlook.item'),
            t('outlook.input'),
            t('outlook.limit'),
            t('outlook.verdict'),
          ]}
        >
          {[...against, ...held].map((reason) => (
            <Line key={reason.ruleId} reason={reason} />
          ))}
        </RuleTable>
        {onTheDay.length === 0 ? null : (
          <p className={styles['ruleNote']}>
            {t('outlook.onTheDay', { count: onTheDay.length })}
            {t('outlook.colon')}
            {names}
          </p>
        )}
      </Stack>
    </section>
  );
}

function Line(props: { reason: Reason }): ReactElement {
  const { t } = useTranslation('visits');
  const say = useSay();
  const { reason } = props;
  const isAgainst = reason.verdict !== 'met' && reason.verdict !== 'notApplicable';
  const mayClear = isAgainst && reason.overridableBy !== null;
  const words = [
    t(`outlook.rowVerdicts.${reason.verdict}`),
    isAgainst && reason.retryOn !== null ? t('outlook.fromDay', { from: reason.retryOn }) : '',
  ];
  const cited = say(clauseWords(reason.clause));
  const clause =
    reason.certainty === 'toConfirm'
      ? `${cited}${t('outlook.and')}${t('outlook.toConfirm')}`
      : cited;
  return (
    <RuleRow
      id={reason.ruleId}
      clause={clause}
      item={say(reason.item)}
      input={isAgainst ? <b>{say(reason.input)}</b> : say(reason.input)}
      limit={
        mayClear
          ? `${say(reason.limit)}${t('outlook.and')}${t('outlook.physician')}`
          : say(reason.limit)
      }
      verdict={LOOK[reason.verdict]}
      verdictText={words.filter((word) => word !== '').join(t('outlook.and'))}
    />
  );
}
