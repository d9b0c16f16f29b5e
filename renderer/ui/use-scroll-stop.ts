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
      const { scrollHeight, clientHeight, scrollWidth, clientWidth } = element;
      const scrolls = scrollHeight > clientHeight || scrollWidth > clientWidth;
      const isStop = scrolls && element.querySelector(CONTROL) === null;
      if (isStop === element.hasAttribute('tabindex')) return;
      if (isStop) element.tabIndex = 0;
      else element.removeAttribute('tabindex');
    };
    const sizes = new ResizeObserver(measure);
    // What lies inside may grow while the region itself and its list of parts stay as they are. What is
    // watched anew is told after the next layout: to ask for sizes here would make the page lay out twice.
    const watch = (): void => {
      for (const part of element.children) sizes.observe(part);
      sizes.unobserve(element);
      sizes.observe(element);
    };
    const parts = new MutationObserver(watch);
    const attributeFilter = ['disabled', 'href', 'tabindex'];
    parts.observe(element, { childList: true, subtree: true, attributes: true, attributeFilter });
    watch();
    return () => {
      sizes.disconnect();
      parts.disconnect();
    };
  }, []);
  return region;
}
