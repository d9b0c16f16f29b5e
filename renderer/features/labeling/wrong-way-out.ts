import { useTranslation } from 'react-i18next';
import { useClient } from '#renderer/app/operations.ts';
import { useScan, useScanState } from '#renderer/app/scan-router.ts';
import { badgeOf } from '#renderer/features/operators/badge-scan.ts';
import { holderOf } from '#renderer/features/operators/session-flow.ts';

/** Mark of the stop that a wrong label shows. */
export const WRONG_LABEL = 'labeling.mismatch';

/**
 * Lets a supervisor's badge take the stop of a wrong label off the screen. The holds and the incident
 * stay: they are the record, the stop is only its voice.
 */
export function useWrongWayOut(): void {
  const { t } = useTranslation('labeling');
  const client = useClient();
  const isOurs = useScanState((state) => state.wrong?.code === WRONG_LABEL);
  useScan(
    'overlay',
    isOurs
      ? async (scan) => {
          const badge = badgeOf(scan);
          if (badge === undefined) return 'pass';
          const who = await holderOf(client, badge);
          const roles: readonly string[] = who?.kind === 'badge' ? who.roles : [];
          const may = roles.includes('supervisor') || roles.includes('qualityRelease');
          return may
            ? { verdict: 'ok', text: t('screen.wrongSeen') }
            : { verdict: 'caution', text: t('screen.wrongNotSupervisor') };
        }
      : undefined,
  );
}
