import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationCommand } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { beginKiosk } from './kiosk-flow.ts';

/** Gives the screen into the donor's hands for this visit. */
export function HandOver(props: { visitId: string }): ReactElement {
  const { t } = useTranslation('kiosk');
  const queries = useQueryClient();
  const handOver = useStationCommand('kiosk.handOver');
  const { visitId } = props;
  const hand = (): void =>
    handOver.mutate(
      { input: { visitId } },
      {
        onSuccess: (outcome) => {
          if (outcome.status === 'ok') beginKiosk(queries, outcome.value.token);
        },
      },
    );
  return (
    <Stack>
      <p>{t('handNote')}</p>
      <OutcomePanel outcome={handOver.data} />
      <Button look="primary" busy={handOver.isPending} onPress={hand}>
        {t('hand')}
      </Button>
    </Stack>
  );
}
