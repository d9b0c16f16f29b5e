import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncedAct } from '#renderer/app/act.ts';
import { timeText } from '#renderer/app/clock.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { useSession } from '#renderer/app/session.ts';
import { useStation } from '#renderer/app/station-state.ts';
import { UnansweredStrips } from '#renderer/features/collection/unanswered-strips.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import type { OutputOf } from '#shared/contract/index.ts';

type Call = OutputOf<'calls.open'>[number];

/** Calls that nobody answered and presses that are nobody's yet, on every screen and on what covers it. */
export function CallStrips(): ReactElement {
  const { data } = useStationQuery('calls.open', {});
  return (
    <>
      <UnansweredStrips />
      {(data ?? []).map((call) => (
        <CallStrip key={call.callId} call={call} />
      ))}
    </>
  );
}

function CallStrip({ call }: { call: Call }): ReactElement {
  const { t } = useTranslation(['calls', 'collection']);
  const zone = useStation((state) => state.zone);
  const staffId = useSession((state) => (state.covered ? undefined : state.user?.staffId));
  const attribute = useAnnouncedAct('calls.attribute', () => t('mineDone'));
  const { callId, chair, what, raisedAt, overdue } = call;
  const place = t('collection:board.chair', { code: chair });
  const text = t('stripText', { time: timeText(Date.parse(raisedAt), zone) });
  return (
    <Banner
      tone="danger"
      title={t('strip', { chair: place, what: t(`what.${what}`) })}
      actions={
        staffId === undefined ? undefined : (
          <Button busy={attribute.busy} onPress={() => attribute.run({ callId, staffId })}>
            {t('mine')}
          </Button>
        )
      }
    >
      {overdue ? `${text} ${t('overdue')}` : text}
    </Banner>
  );
}
