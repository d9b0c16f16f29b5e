import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueryProblem } from '#renderer/app/client.ts';
import { refusalText } from '#renderer/app/refusals.ts';
import { ErrorState, Progress } from '#renderer/ui/states.tsx';

/** While an answer is on its way, or why there is none. */
export function QueryState(props: { error: QueryProblem | null }): ReactElement {
  const { t } = useTranslation('app');
  if (props.error === null) return <Progress label={t('loading')} value={0} total={1} />;
  const text = refusalText(props.error.reasons[0] ?? { code: props.error.code });
  return (
    <ErrorState
      title={text.title}
      safe={t('error.safe')}
      todo={t('error.todo')}
      code={props.error.incident ?? text.code}
    />
  );
}
