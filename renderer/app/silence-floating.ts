import { useEffect } from 'react';

/**
 * While the screen is covered, lists and whatever else floats beside the root element takes no key
 * and no press; it comes back as it was.
 */
export function useSilenceFloating(covered: boolean): void {
  useEffect(() => {
    if (!covered) return;
    const root = document.getElementById('root');
    const floating = [...document.body.children].filter(
      (element): element is HTMLElement =>
        element instanceof HTMLElement && element !== root && !element.inert,
    );
    for (const element of floating) element.inert = true;
    return () => {
      for (const element of floating) element.inert = false;
    };
  }, [covered]);
}
