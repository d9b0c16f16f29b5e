import { useEffect } from 'react';
import { lock, useSession } from './session.ts';

const WARN_SECONDS = 20;
const signs = ['keydown', 'pointerdown', 'touchstart', 'wheel'] as const;

/**
 * Locks after the site's idle time (`lockAfterMs`, zero for never) and warns twenty seconds before
 * (WCAG 2.2.1). Any key or touch before the warning counts as work; after it only its own answer.
 */
export function useIdleLock(): void {
  const signedIn = useSession((state) => state.user !== undefined && !state.locked);
  const lockAfterMs = useSession((state) => state.lockAfterMs);
  useEffect(() => {
    if (!signedIn || lockAfterMs <= 0) return;
    let last = performance.now();
    const note = (): void => {
      if (useSession.getState().lockIn === undefined) last = performance.now();
    };
    const timer = window.setInterval(() => {
      const left = Math.ceil((lockAfterMs - (performance.now() - last)) / 1000);
      const warned = useSession.getState().lockIn !== undefined;
      if (left <= 0) lock();
      else if (left <= WARN_SECONDS) useSession.setState({ lockIn: left });
      else if (warned) useSession.setState({ lockIn: undefined });
    }, 1000);
    const stay = useSession.subscribe((state, before) => {
      if (before.lockIn !== undefined && state.lockIn === undefined) last = performance.now();
    });
    for (const sign of signs) window.addEventListener(sign, note, { capture: true, passive: true });
    return () => {
      window.clearInterval(timer);
      stay();
      for (const sign of signs) window.removeEventListener(sign, note, { capture: true });
    };
  }, [signedIn, lockAfterMs]);
}
