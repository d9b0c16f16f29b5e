import { type RefCallback, useEffect, useState } from 'react';

/** Within so many pixels of its end a text counts as read down to it: zoom leaves fractions. */
const SLACK = 24;

/** How much of what is seen a step down passes; the rest is seen again, so that no line is lost. */
const STEP = 0.8;

/** Whether a box that scrolls has more below what is seen of it, and a step down. */
export function useMoreBelow(): {
  readonly box: RefCallback<HTMLElement>;
  readonly hasMore: boolean;
  readonly down: () => void;
} {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [hasMore, setMore] = useState(false);
  useEffect(() => {
    if (element === null) return undefined;
    const look = (): void => {
      const { scrollHeight, scrollTop, clientHeight } = element;
      setMore(scrollHeight - scrollTop - clientHeight > SLACK);
    };
    const sizes = new ResizeObserver(look);
    for (const each of [element, ...element.children]) sizes.observe(each);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [element]);
  const down = (): void => element?.scrollBy({ top: element.clientHeight * STEP });
  return { box: setElement, hasMore, down };
}
