import { useTranslation } from 'react-i18next';
import { useClient } from '#renderer/app/operations.ts';
import { refusalText } from '#renderer/app/refusals.ts';
import { useScan } from '#renderer/app/scan-router.ts';
import { badgeOf } from '#renderer/features/operators/badge-scan.ts';

type Waiting = { reactionId: string; physicianArrivedAt: string | null; closedAt?: string | null };

/** While a reaction waits for the physician, her badge says that she has come (ux-guide 3). */
export function useArrival(reactions: readonly Waiting[], chosen?: string): void {
  const { t } = useTranslation('collection');
  const client = useClient();
  const open = reactions.filter(
    (row) => row.physicianArrivedAt === null && (row.closedAt ?? null) === null,
  );
  const waiting = open.find((row) => row.reactionId === chosen) ?? open[0];
  useScan(
    'step',
    waiting === undefined
      ? undefined
      : async (scan) => {
          const badge = badgeOf(scan);
          if (badge === undefined) return 'pass';
          const input = { reactionId: waiting.reactionId };
          const outcome = await client.command('collection.physicianArrived', input, {
            proof: { badge },
          });
          if (outcome.status === 'ok') return { verdict: 'ok', text: t('reactionPanel.here') };
          const [reason] = outcome.status === 'refused' ? outcome.reasons : [];
          const text =
            reason === undefined || reason.code === 'station.notPermitted'
              ? t('reactionPanel.notPhysician')
              : refusalText(reason).title;
          return { verdict: 'caution', text };
        },
  );
}
