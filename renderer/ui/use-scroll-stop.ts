import { type RefObject, useEffect, useRef } from 'react';

const CONTROL = 'a[href],button:not(:disabled),input,select,textarea,[tabindex="0"]';

/**
 * Makes a scrolling region a stop of the Tab key where nothing inside takes the keyboard, so that it
 * can be read to its end without a mouse (WCAG 2.1.1); otherwise its controls scroll it.
 */
export function useScrollStop<T extends HTMLElement>(): RefObject<T | null> {
  const region = useRef<T>(null);
  useEffect(() => {
    const element = region.current;
    if (element === null) return;
    const measure = (): void => {
      const scrolls = element.scrollHeight > element.clientHeight + 1;
      if (scrolls && element.querySelector(CONTROL) === null) element.tabIndex = 0;
      else element.removeAttribute('tabindex');
    };
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    const parts = new MutationObserver(measure);
    parts.observe(element, { childList: true, subtree: true });
    return () => {
      sizes.disconnect();
      parts.disconnect();
    };
  }, []);
  return region;
}
