import { useEffect, useRef } from 'react';
import type { PressEvent } from 'react-aria-components';

const HOLD_MS = 1000;

/**
 * Press handlers for a dangerous button: pointer, touch and assistive technology press at once; a
 * key must be held for a second, which no scanner can do (INV-25, any characters, any timing).
 */
export function useHoldToPress(
  enabled: boolean,
  onPress: (() => void) | undefined,
): {
  onPress: (event: PressEvent) => void;
  onPressStart: (event: PressEvent) => void;
  onPressEnd: () => void;
} {
  const timer = useRef<number | undefined>(undefined);
  const stop = (): void => {
    window.clearTimeout(timer.current);
    timer.current = undefined;
  };
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return {
    onPress: (event) => {
      if (enabled && event.pointerType !== 'keyboard') onPress?.();
    },
    onPressStart: (event) => {
      if (!enabled || event.pointerType !== 'keyboard' || event.key === 'Enter') return;
      stop();
      timer.current = window.setTimeout(() => onPress?.(), HOLD_MS);
    },
    onPressEnd: stop,
  };
}
