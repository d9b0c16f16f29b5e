import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationQuery } from '#renderer/app/operations.ts';
import { go } from '#renderer/app/router-link.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ScreenHead } from '#renderer/ui/pane.tsx';

/** The head of the screens about reactions: open ones, the calls afterwards, what is counted. */
export function ReactionHead({ at }: { at: 'open' | 'calls' | 'counts' }): ReactElement {
  const { t } = useTranslation('collection');
  const calls = useStationQuery('collection.followUps', {}).data ?? [];
  const titles = {
    open: t('reactionPanel.open'),
    calls: t('react.followUps.title'),
    counts: t('react.counts.title'),
  };
  return (
    <ScreenHead title={titles[at]}>
      {at === 'open' ? null : <Button onPress={() => go('/reactions')}>{titles.open}</Button>}
      {at === 'calls' ? null : (
        <Button onPress={() => go('/reactions/calls')}>{`${titles.calls} ${calls.length}`}</Button>
      )}
      {at === 'counts' ? null : (
        <Button onPress={() => go('/reactions/counts')}>{titles.counts}</Button>
      )}
    </ScreenHead>
  );
}
