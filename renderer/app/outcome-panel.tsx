import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorState, RefusalPanel } from '#renderer/ui/states.tsx';
import type { Outcome } from './client.ts';
import { refusalText } from './refusals.ts';

/** Says what came of a command when it was not accepted; nothing while it is open or ok. */
export function OutcomePanel(props: {
  outcome: Outcome<unknown> | undefined;
  onLookUp?: (commandId: string) => void;
}): ReactElement | null {
  const { t } = useTranslation('app');
  const { outcome } = props;
  if (outcome === undefined || outcome.status === 'ok') return null;
  if (outcome.status === 'refused') {
    return (
      <>
        {outcome.reasons.map((reason) => {
          const text = refusalText(reason);
          return (
            <RefusalPanel
              key={reason.code}
              code={text.code}
              title={text.title}
              basis={text.basis}
              wayOut={text.wayOut}
            />
          );
        })}
      </>
    );
  }
  if (outcome.status === 'failed') {
    const text = refusalText({ code: outcome.code });
    return (
      <ErrorState
        title={text.title}
        safe={t('error.safe')}
        todo={t('error.todo')}
        code={outcome.incident}
      />
    );
  }
  const { commandId } = outcome;
  return (
    <ErrorState
      tone="warn"
      title={t('unknown.title')}
      safe={t('unknown.safe')}
      todo={t('unknown.todo')}
      code={commandId.slice(0, 8)}
      actions={
        props.onLookUp === undefined ? undefined : (
          <Button onPress={() => props.onLookUp?.(commandId)}>{t('unknown.again')}</Button>
        )
      }
    />
  );
}
