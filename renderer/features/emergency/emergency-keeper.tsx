import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timeText, useNow } from '#renderer/app/clock.ts';
import { useCommand } from '#renderer/app/commands.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { useSession } from '#renderer/app/session.ts';
import { setCount, setFact, useStation } from '#renderer/app/station-state.ts';
import { EmergencyDialog } from './emergency-dialog.tsx';

/** Id of the command that opens the dialog, for the control beside the name. */
export const EMERGENCY_COMMAND = 'emergency.menu';

/** Shows in the strip that somebody reads in an emergency, and how many wait for a review. */
function useStrip(until: string | undefined): void {
  const { t } = useTranslation('emergency');
  const zone = useStation((state) => state.zone);
  useEffect(() => {
    const text = until && t('ui.running', { time: timeText(Date.parse(until), zone) });
    setFact('emergency', text ? { icon: 'search', text, tone: 'danger' } : undefined);
  }, [until, zone, t]);
}

function useToReview(): void {
  const isAdmin = useSession((state) => state.user?.roles.includes('admin') === true);
  const listed = useStationQuery('emergency.list', {}, { enabled: isAdmin }).data;
  const waiting = listed?.filter(({ state }) => state === 'toReview').length ?? 0;
  useEffect(() => setCount('/admin/staff', isAdmin ? waiting : 0), [isAdmin, waiting]);
}

/** Lives with the frame: the strip of a running emergency, and the dialog that begins and ends one. */
export function EmergencyKeeper(): ReactElement | null {
  const { t } = useTranslation('emergency');
  const isSignedIn = useSession((state) => state.user !== undefined && !state.locked);
  const [open, setOpen] = useState(false);
  const mine = useStationQuery('emergency.mine', {}, { enabled: isSignedIn }).data ?? undefined;
  const now = useNow();
  const running = mine !== undefined && now < Date.parse(mine.until) ? mine : undefined;
  useStrip(isSignedIn ? running?.until : undefined);
  useToReview();
  useCommand(
    isSignedIn
      ? { id: EMERGENCY_COMMAND, label: t('ui.title'), run: () => setOpen(true) }
      : undefined,
  );
  if (!open || !isSignedIn) return null;
  return <EmergencyDialog running={running} onClose={() => setOpen(false)} />;
}
