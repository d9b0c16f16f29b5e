import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryProblem } from '#renderer/app/client.ts';
import { dateText } from '#renderer/app/clock.ts';
import { isPrivateQuery, useClient, useStationQuery } from '#renderer/app/operations.ts';
import { go } from '#renderer/app/router-link.ts';
import { useScan } from '#renderer/app/scan-router.ts';
import { lock, signOut, useSession } from '#renderer/app/session.ts';
import { setFact, useStation } from '#renderer/app/station-state.ts';
import { badgeOf } from './badge-scan.ts';
import { holderOf, roleName, switchUser } from './session-flow.ts';

/**
 * The core ended or locked the session (idle, restart, account disabled): the window follows. An answer
 * to the session before, late or kept from then, says nothing of the one that is open now.
 */
function useFollowCore(): void {
  const queries = useQueryClient();
  useEffect(
    () =>
      queries.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'error') return;
        const problem = event.action.error;
        if (!(problem instanceof QueryProblem) || !problem.isCurrent()) return;
        if (problem.code === 'station.sessionLocked') lock();
        if (problem.code === 'station.sessionEnded' && useSession.getState().user) signOut();
      }),
    [queries],
  );
}

/**
 * INV-32: answers and half-typed input of one person are nothing for the next. When another person
 * has proved herself, the cache is emptied and her own desk opens.
 */
function useForgetOnChange(): void {
  const queries = useQueryClient();
  const staffId = useSession((state) => state.user?.staffId);
  const before = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (staffId === undefined) return;
    if (before.current !== undefined && before.current !== staffId) {
      queries.removeQueries({ type: 'inactive', predicate: isPrivateQuery });
      void queries.resetQueries({ predicate: isPrivateQuery });
      go('/');
    }
    before.current = staffId;
    void queries.invalidateQueries();
  }, [queries, staffId]);
}

/** One's own badge locks, another's brings up the switch; steps that wait for a badge come first. */
function useBadges(): void {
  const { t } = useTranslation('signIn');
  const client = useClient();
  const user = useSession((state) => state.user);
  useScan(
    'global',
    user === undefined
      ? undefined
      : async (scan) => {
          const badge = badgeOf(scan);
          if (badge === undefined) return 'pass';
          const who = await holderOf(client, badge);
          if (typeof who === 'string') return { verdict: 'caution', text: t(who) };
          if (who.staffId === user.staffId) {
            lock();
            return { verdict: 'moved', text: t('user.locked') };
          }
          switchUser(who);
          return { verdict: 'moved', text: t('user.otherBadge', { name: who.name }) };
        },
  );
}

/** Place, room and zone of the strip, and what the sign-in screen knows of storage. */
function usePlace(): void {
  const { t } = useTranslation('app');
  const screen = useStationQuery('operators.signInScreen', {}).data;
  useEffect(() => {
    if (screen === undefined) return;
    useStation.setState({ place: screen.siteName, room: screen.room, zone: screen.zone });
    useSession.setState({ demo: screen.demo, practiceClock: screen.practiceClock });
    setFact(
      'storage',
      screen.readsOnly
        ? { icon: 'storage', text: t('storage.readsOnly'), tone: 'danger' }
        : { icon: 'storage', text: t('storage.stored') },
    );
    const { user } = useSession.getState();
    if (user) useSession.setState({ user: { ...user, roleName: roleName(user.roles) } });
    document.title = `${screen.siteName} ${dateText(Date.parse(screen.now), screen.zone)}`.trim();
  }, [screen, t]);
}

const DAY_MS = 86_400_000;

/** Administrators are told in the strip while the last copy is older than a day. */
function useBackupAge(): void {
  const { t } = useTranslation('signIn');
  const screen = useStationQuery('operators.signInScreen', {}).data;
  const isAdmin = useSession((state) => state.user?.roles.includes('admin') === true);
  useEffect(() => {
    if (screen === undefined || screen.demo) return;
    const { lastBackupAt, now } = screen;
    const isOld = lastBackupAt === null || Date.parse(now) - Date.parse(lastBackupAt) > DAY_MS;
    const text = t('fact.backupOld');
    setFact('backup', isAdmin && isOld ? { icon: 'archive', text, tone: 'warn' } : undefined);
  }, [screen, isAdmin, t]);
}

/** Lives with the frame: follows the core's sessions, reads badges, fills the strip. */
export function SessionKeeper(): null {
  useFollowCore();
  useForgetOnChange();
  useBackupAge();
  useBadges();
  usePlace();
  return null;
}
