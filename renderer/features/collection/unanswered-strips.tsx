import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { timeText } from '#renderer/app/clock.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { useSession } from '#renderer/app/session.ts';
import { useStation } from '#renderer/app/station-state.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import type { OutputOf } from '#shared/contract/index.ts';

type Unanswered = OutputOf<'collection.unanswered'>[number];

/** Calls for a physician that nobody answered, on every screen: the supervisor takes them. */
export function UnansweredStrips(): ReactElement | null {
  const { data } = useStationQuery('collection.unanswered', {});
  if (data === undefined || data.length === 0) return null;
  return (
    <>
      {data.map((row) => (
        <UnansweredStrip key={row.reactionId} row={row} />
      ))}
    </>
  );
}

function UnansweredStrip({ row }: { row: Unanswered }): ReactElement {
  const { t } = useTranslation('collection');
  const zone = useStation((state) => state.zone);
  const isSupervisor = useSession(
    (state) => !state.covered && (state.user?.roles.includes('supervisor') ?? false),
  );
  const { act, busy } = useAct('collection.takeEscalation');
  const { reactionId, chair, calledAt, takenBy } = row;
  const time = timeText(Date.parse(calledAt), zone);
  return (
    <Banner
      tone="danger"
      title={t('react.unansweredStrip', { chair: t('board.chair', { code: chair }) })}
      actions={
        isSupervisor && takenBy === null ? (
          <Button busy={busy} onPress={() => void act({ reactionId })}>
            {t('react.take')}
          </Button>
        ) : undefined
      }
    >
      {takenBy === null
        ? t('react.unansweredText', { time })
        : t('react.takenText', { time, name: takenBy })}
    </Banner>
  );
}
