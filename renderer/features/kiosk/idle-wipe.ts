import { useEffect, useState } from 'react';

/** A donor may think for so long; then she is asked, and after the warning the screen is wiped. */
const QUIET_SECONDS = 120;
const WARN_SECONDS = 30;
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'touchstart', 'wheel'] as const;

/**
 * Seconds until the screen is wiped, undefined while somebody uses it. Any sign of a hand before the
 * warning counts; during it only the answer to it (WCAG 2.2.1). `wipe` is called once.
 */
export function useIdleWipe(wipe: () => void): {
  readonly wipeIn: number | undefined;
  readonly stay: () => void;
} {
  const [wipeIn, setWipeIn] = useState<number | undefined>(undefined);
  const [since, setSince] = useState(() => performance.now());
  useEffect(() => {
    let last = since;
    let isOver = false;
    const quiet = (): number => (performance.now() - last) / 1000;
    const note = (): void => {
      if (quiet() < QUIET_SECONDS) last = performance.now();
    };
    const timer = window.setInterval(() => {
      const left = Math.ceil(QUIET_SECONDS + WARN_SECONDS - quiet());
      setWipeIn(left <= WARN_SECONDS ? Math.max(0, left) : undefined);
      if (left > 0 || isOver) return;
      isOver = true;
      wipe();
    }, 500);
    for (const sign of SIGNS) window.addEventListener(sign, note, { passive: true });
    return () => {
      window.clearInterval(timer);
      for (const sign of SIGNS) window.removeEventListener(sign, note);
    };
  }, [since, wipe]);
  return { wipeIn, stay: () => setSince(performance.now()) };
}
