import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueryProblem } from '#renderer/app/client.ts';
import { refusalText } from '#renderer/app/refusals.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { IconName } from '#renderer/ui/icon.tsx';
import { EmptyState, ErrorState } from '#renderer/ui/states.tsx';
import styles from './admin.module.css';

/** The parts of a query that say where it stands. */
export type Asked = {
  isPending: boolean;
  error: QueryProblem | null;
  refetch: () => unknown;
};

/** A question that has no answer yet, or got a refusal: said in words, with a way to ask again. */
export function NotYet(props: { query: Asked }): ReactElement | null {
  const { t } = useTranslation('app');
  const { query } = props;
  if (query.error !== null) {
    const reason = query.error.reasons[0] ?? { code: query.error.code };
    const text = refusalText(reason);
    return (
      <ErrorState
        title={text.title}
        safe={t('error.safe')}
        todo={t('error.todo')}
        code={query.error.incident ?? text.code}
        actions={<Button onPress={() => void query.refetch()}>{t('unknown.again')}</Button>}
      />
    );
  }
  return query.isPending ? <p className={styles['padded']}>{t('loading')}</p> : null;
}

/** What an empty list says: loading, why not, or the one sentence that fills it. */
export function ListEmpty(props: {
  query: Asked;
  icon: IconName;
  title: string;
  fill: string;
}): ReactElement {
  const { query } = props;
  if (query.isPending || query.error !== null) return <NotYet query={query} />;
  return <EmptyState icon={props.icon} title={props.title} fill={props.fill} />;
}
