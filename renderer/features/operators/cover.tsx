import { type ReactElement, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useStationQuery } from '#renderer/app/operations.ts';
import { useScan } from '#renderer/app/scan-router.ts';
import { useSession } from '#renderer/app/session.ts';
import { ErrorState } from '#renderer/ui/states.tsx';
import { badgeOf } from './badge-scan.ts';
import { ChoosePin } from './choose-pin.tsx';
import styles from './cover.module.css';
import { CoverFacts } from './cover-facts.tsx';
import { FirstStart } from './first-start.tsx';
import { PinPanel } from './pin-panel.tsx';
import { holderOf, setWho, useCover } from './session-flow.ts';
import { WhoPanel } from './who-panel.tsx';

/** Badges are read here before anything else while the cover is up. */
function useCoverScan(): void {
  const { t } = useTranslation('signIn');
  const client = useClient();
  useScan('overlay', async (scan) => {
    const badge = badgeOf(scan);
    if (badge === undefined) return { verdict: 'caution', text: t('who.notBadge') };
    const who = await holderOf(client, badge);
    if (typeof who === 'string') return { verdict: 'caution', text: t(who) };
    setWho(who);
    return { verdict: 'ok', text: t('who.recognised', { name: who.name }) };
  });
}

/** The core forgets nothing of a lock that only the window knew: it is told. */
function useLockInCore(): void {
  const client = useClient();
  const token = useSession((state) => (state.locked ? state.user?.token : undefined));
  const isChoosing = useCover((state) => state.temporary !== undefined);
  useEffect(() => {
    if (token !== undefined && !isChoosing) void client.command('operators.lock', { token });
  }, [client, token, isChoosing]);
}

/** What a locked or signed-out station shows: who is here, then the PIN (mockup 01). */
export function Cover(): ReactElement | null {
  const { t } = useTranslation(['signIn', 'app']);
  const screen = useStationQuery('operators.signInScreen', {});
  const { who, other, temporary } = useCover();
  const hasOwner = useSession((state) => state.locked && state.user !== undefined);
  useCoverScan();
  useLockInCore();
  if (screen.isError) {
    return (
      <ErrorState
        title={t('app:unknown.title')}
        safe={t('app:offline.safe')}
        todo={t('app:refusals.app.noAnswer')}
        code={screen.error.code}
      />
    );
  }
  if (screen.data === undefined) return null;
  if (!screen.data.founded) return <FirstStart />;
  if (temporary !== undefined) return <ChoosePin old={temporary} />;
  const shown = who ?? (hasOwner && !other ? ({ kind: 'owner' } as const) : undefined);
  return (
    <section className={styles['cover']} aria-label={t('cover.label')}>
      <CoverFacts screen={screen.data} />
      <div className={styles['right']}>
        {shown === undefined ? <WhoPanel /> : <PinPanel key={JSON.stringify(shown)} who={shown} />}
      </div>
    </section>
  );
}
