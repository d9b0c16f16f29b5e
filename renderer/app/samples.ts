import { useEffect } from 'react';

type Listener = (sample: unknown) => void;

const listeners = new Set<Listener>();

/** Hands a live sample of a device to the screens that watch; it decides nothing and is not kept. */
export function takeSample(sample: unknown): void {
  for (const listener of listeners) listener(sample);
}

/** Watches live samples while the calling screen is shown. */
export function useSamples(listener: Listener): void {
  useEffect(() => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, [listener]);
}
