import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueryProblem } from '#renderer/app/client.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorState } from '#renderer/ui/states.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';

/** A query's answer, or plain words while it is read or when it could not be. */
export function Loaded<T>(props: {
  query: UseQueryResult<T, QueryProblem>;
  children: (value: T) => ReactNode;
}): ReactElement {
  const { t } = useTranslation('laboratory');
  const { data, error, refetch } = props.query;
  if (data !== undefined) return <>{props.children(data)}</>;
  if (error === null) return <StatusTag kind="running">{t('ui.loading')}</StatusTag>;
  return (
    <ErrorState
      title={t('ui.loadFailed')}
      safe={t('ui.loadFailed')}
      todo={t('ui.loadTodo')}
      code={error.code}
      actions={<Button onPress={() => void refetch()}>F5</Button>}
    />
  );
}
