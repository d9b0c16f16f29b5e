import { useIsFetching } from '@tanstack/react-query';
import { Outlet, useLocation } from '@tanstack/react-router';
import { memo, type ReactElement, type ReactNode, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { AttentionStrip } from '#renderer/ui/banner.tsx';
import { CoverContext, InSightContext } from '#renderer/ui/cover.ts';
import { KeyBar, Rail, RunningStrip, TopStrip } from '#renderer/ui/frame.tsx';
import type { Role } from '#shared/contract/roles.ts';
import { dateText, timeText, useTimeWords } from './clock.ts';
import { useWord } from './code-words.ts';
import { type Command, effectiveCommands, useCommand, useCommands } from './commands.ts';
import { deskOf } from './desk-of.ts';
import { ScreenBoundary } from './error-boundary.tsx';
import { bedsideParts, frameParts, userControl } from './frame-parts.ts';
import { useIdleLock } from './idle-lock.ts';
import { KioskCover, LockCover, LockWarning } from './lock-cover.tsx';
import { Overlays } from './overlays.tsx';
import { Troubles } from './rescue/troubles.tsx';
import { go } from './router-link.ts';
import { entryAt, railOf, type ScreenEntry, screens } from './routes.tsx';
import { shownCode } from './scan/shown-code.ts';
import { LiveRegions, Toasts, WrongCover } from './scan-feedback.tsx';
import { useScanState } from './scan-router.ts';
import { useSession } from './session.ts';
import styles from './shell.module.css';
import { useSilenceFloating } from './silence-floating.ts';
import { SlotContext } from './slots.tsx';
import { useStation } from './station-state.ts';
import { Ways } from './ways.tsx';

const Strip = memo(function Strip(): ReactElement {
  const { t } = useTranslation('app');
  const station = useStation(
    useShallow(({ place, room, zone, online, facts }) => ({ place, room, zone, online, facts })),
  );
  const user = useSession((state) => state.user);
  const last = useScanState((state) => state.last);
  const time = useTimeWords((now) => timeText(now, station.zone));
  const date = useTimeWords((now) => dateText(now, station.zone));
  const UserControl = userControl();
  const facts = station.online
    ? Object.values(station.facts)
    : [{ icon: 'storage' as const, text: t('storage.offline'), tone: 'warn' as const }];
  return (
    <TopStrip
      place={station.place || t('product')}
      room={station.room}
      lastScan={
        last === undefined
          ? undefined
          : {
              code: shownCode(last.scan).slice(0, 28),
              did: last.text,
              when: timeText(Date.parse(last.scan.at), station.zone),
            }
      }
      facts={facts}
      time={time}
      date={date}
      user={
        user === undefined
          ? undefined
          : {
              name: user.name,
              role: user.roleName,
              control: UserControl === undefined ? undefined : <UserControl />,
            }
      }
    />
  );
});

function FrameRail(props: { path: string }): ReactElement {
  const word = useWord();
  const user = useSession((state) => state.user);
  const counts = useStation((state) => state.counts);
  const items = railOf(screens, deskOf(user?.roles ?? []));
  return (
    <Rail
      items={items.map((entry) => ({
        id: entry.path,
        href: `#${entry.path}`,
        icon: entry.rail?.icon ?? 'worklist',
        label: word(entry.rail?.label ?? entry.title),
        count: counts[entry.path],
        current: props.path === entry.path || props.path.startsWith(`${entry.path}/`),
      }))}
    />
  );
}

const RailKey = memo(function RailKey(props: { entry: ScreenEntry; place: number }): null {
  const word = useWord();
  useCommand({
    id: `go:${props.entry.path}`,
    keys: `Alt+${props.place}`,
    label: word(props.entry.rail?.label ?? props.entry.title),
    run: () => go(props.entry.path),
  });
  return null;
});

/** F1 to F10 in their order, then Esc and the chords as the screen offers them. */
function byKey(one: Command, other: Command): number {
  const rank = ({ keys = '' }: Command): number => Number(/^F(\d+)$/.exec(keys)?.[1] ?? 99);
  return rank(one) - rank(other);
}

const FrameKeys = memo(function FrameKeys(props: {
  actionRef: (element: HTMLElement | null) => void;
}): ReactElement {
  const commands = effectiveCommands(useCommands((state) => state.commands));
  const keys = commands.toSorted(byKey).flatMap((command) =>
    command.bar === true && command.keys !== undefined
      ? [
          {
            keyCap: command.keys.replaceAll('+', ' '),
            label: command.label,
            onPress: command.run,
            disabled: command.disabled,
          },
        ]
      : [],
  );
  return (
    <KeyBar keys={keys}>
      <div ref={props.actionRef} className={styles['action']} />
    </KeyBar>
  );
});

const Attention = memo(function Attention(): ReactElement {
  const { t } = useTranslation('app');
  const online = useStation((state) => state.online);
  const alarms = useStation((state) => state.alarms);
  const covered = useSession((state) => state.covered);
  return (
    <>
      <Troubles />
      {covered ? null : <Calls />}
      {alarms.map((alarm) => (
        <AttentionStrip key={alarm.id} lead={alarm.lead} items={alarm.items} end={alarm.end} />
      ))}
      {online ? null : (
        <AttentionStrip
          lead={t('offline.lead')}
          items={[{ text: t('offline.text') }]}
          end={t('offline.safe')}
        />
      )}
    </>
  );
});

/** The screen's place; busy while something that it shows has not been answered for the first time. */
function Work(props: {
  path: string;
  entry: ScreenEntry | undefined;
  children: ReactNode;
}): ReactElement {
  const unanswered = useIsFetching({ predicate: (query) => query.state.data === undefined });
  return (
    <main
      className={styles['work']}
      data-density={props.entry?.density}
      data-path={props.path}
      aria-busy={unanswered > 0}
    >
      <ScreenBoundary key={props.path}>{props.children}</ScreenBoundary>
    </main>
  );
}

/** The bare address leads to the first place of the person's desk. */
function useHome(path: string, roles: readonly Role[] | undefined): void {
  const home = roles === undefined ? undefined : railOf(screens, deskOf(roles))[0]?.path;
  useEffect(() => {
    if (path === '/' && home !== undefined) go(home);
  }, [path, home]);
}

/** Presses beside running draws that nobody has answered yet. */
const Calls = memo(function Calls(): ReactElement | null {
  const Open = bedsideParts()?.calls;
  return Open === undefined ? null : <Open />;
});

/** Chairs that run with a deviation, on every screen but those that show them anyway. */
function Deviations(props: { path: string; hidden: boolean }): ReactElement | null {
  const running = useStation((state) => state.running);
  const chairs = running.filter((chair) => chair.state !== undefined);
  const isThere = props.hidden || props.path.startsWith('/runs');
  return isThere || chairs.length === 0 ? null : <RunningStrip chairs={chairs} />;
}

/** The running chairs with their figures above a dialog; above a lock, a WRONG or a donor's screen anybody may press. */
function CoverStrip(props: { press?: boolean }): ReactElement | null {
  const running = useStation((state) => state.running);
  const Press = props.press ? bedsideParts()?.press : undefined;
  if (running.length === 0) return null;
  return <RunningStrip chairs={running} end={Press === undefined ? undefined : <Press />} />;
}

const IN_SIGHT = <CoverStrip />;

/**
 * The frame around every screen; what a change of screen does not touch is not drawn again: strip, rail,
 * banner slot, alarm strip, content, key bar, and what may cover them. The strip of running chairs stays
 * visible above everything.
 */
export function Shell(): ReactElement {
  const path = useLocation({ select: (location) => location.pathname });
  const entry = entryAt(path);
  const locked = useSession((state) => state.locked);
  const roles = useSession((state) => state.user?.roles);
  const signedIn = useSession((state) => state.user !== undefined);
  const isKiosk = useSession((state) => state.kiosk !== undefined);
  const wrong = useScanState((state) => state.wrong);
  const [banner, setBanner] = useState<HTMLElement | null>(null);
  const [action, setAction] = useState<HTMLElement | null>(null);
  const slots = useMemo(() => ({ banner, action }), [banner, action]);
  useIdleLock();
  const mustSignIn = !signedIn && entry?.open !== true;
  const covered = isKiosk || locked || mustSignIn || wrong !== undefined;
  useHome(path, roles);
  useSilenceFloating(covered);
  useEffect(() => useSession.setState({ covered }), [covered]);
  const bare = entry?.bare === true;
  return (
    <CoverContext.Provider value={covered ? 'covered' : 'open'}>
      <SlotContext.Provider value={slots}>
        <InSightContext.Provider value={IN_SIGHT}>
          {railOf(screens, deskOf(roles ?? [])).map((rail, index) => (
            <RailKey key={rail.path} entry={rail} place={index + 1} />
          ))}
          <div className={bare ? styles['bare'] : styles['app']} inert={covered}>
            {bare ? null : <Strip />}
            {bare ? null : <FrameRail path={path} />}
            <div className={styles['main']}>
              <div ref={setBanner} className={styles['slot']} />
              <Deviations path={path} hidden={bare || covered} />
              <Attention />
              <Work path={path} entry={entry}>
                {mustSignIn ? null : <Outlet />}
              </Work>
              {bare ? null : <FrameKeys actionRef={setAction} />}
            </div>
            <Toasts />
          </div>
          <Overlays />
          <Ways />
          {frameParts().map(({ name, part: Part }) => (
            <Part key={name} />
          ))}
          <LockWarning />
          {covered ? (
            <CoverContext.Provider value="cover">
              <div className={styles['cover']}>
                <Troubles />
                <CoverStrip press />
                <Calls />
                {isKiosk ? <KioskCover /> : null}
                {isKiosk || wrong ? null : <LockCover />}
                {isKiosk || !wrong ? null : <WrongCover wrong={wrong} />}
              </div>
            </CoverContext.Provider>
          ) : null}
          <LiveRegions />
        </InSightContext.Provider>
      </SlotContext.Provider>
    </CoverContext.Provider>
  );
}
