import { create } from 'zustand';
import type { Density, Theme } from '#renderer/ui/density.ts';
import type { Role } from '#shared/contract/roles.ts';
import { changeLanguage, type Language } from './i18n.ts';

/** Who works here now, as the core proved it. */
export type SignedIn = {
  staffId: string;
  name: string;
  roles: readonly Role[];
  /** Word for the role at this desk: 护士. */
  roleName: string;
  token: string;
};

export type SessionState = {
  user: SignedIn | undefined;
  /** The window is in a donor's hands: her own session, nobody of the staff. */
  kiosk: { readonly token: string } | undefined;
  locked: boolean;
  /** A lock, a missing sign-in or WRONG stands over the screen. */
  covered: boolean;
  /** Seconds until the screen locks by itself, while the warning is up. */
  lockIn: number | undefined;
  language: Language;
  theme: Theme;
  density: Density;
  demo: boolean;
  /** The station's clock was set by hand, in a demo folder. */
  practiceClock: boolean;
  /** Idle time after which the screen locks; zero for never. The site's record sets it. */
  lockAfterMs: number;
};

const KEPT = 'plasmapoint.look';

function keptLook(): { language: Language; theme: Theme } {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Record<string, unknown>;
    return {
      language: kept['language'] === 'en' ? 'en' : 'zh-CN',
      theme: kept['theme'] === 'dark' ? 'dark' : 'light',
    };
  } catch {
    return { language: 'zh-CN', theme: 'light' };
  }
}

/** State of this window alone; nothing of a record is in it. */
export const useSession = create<SessionState>(() => ({
  user: undefined,
  kiosk: undefined,
  locked: false,
  covered: false,
  lockIn: undefined,
  density: 'desk',
  demo: false,
  practiceClock: false,
  lockAfterMs: 300_000,
  ...keptLook(),
}));

function keepLook(): void {
  const { language, theme } = useSession.getState();
  try {
    localStorage.setItem(KEPT, JSON.stringify({ language, theme }));
  } catch {
    // A full or forbidden storage costs the look of the next start, nothing else.
  }
}

/** Puts theme, density and language on the document; called at the start and on each change. */
export function applyLook(): void {
  const { language, theme, density } = useSession.getState();
  document.documentElement.dataset['theme'] = theme;
  document.documentElement.dataset['density'] = density;
  changeLanguage(language);
}

/** Changes how the window looks and remembers language and theme for the next start. */
export function setLook(look: Partial<Pick<SessionState, 'language' | 'theme' | 'density'>>): void {
  useSession.setState(look);
  keepLook();
  applyLook();
}

/** Someone proved herself with badge and PIN. */
export function signIn(user: SignedIn): void {
  useSession.setState({ user, locked: false, lockIn: undefined });
}

/** Nobody works here any more; the session's token is forgotten. */
export function signOut(): void {
  useSession.setState({ user: undefined, locked: false, lockIn: undefined });
}

/** Covers the screen; what was typed stays behind the cover. */
export function lock(): void {
  useSession.setState({ locked: true, lockIn: undefined });
}

/** Takes the cover away after badge and PIN. */
export function unlock(): void {
  useSession.setState({ locked: false });
}
