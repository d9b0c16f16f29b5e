const BEATS = 30;

/**
 * Calls `due` once this process has run for so long; `clearInterval` ends the wait. Time in which the
 * process was stopped or its machine slept counts as one beat, however long it was: a plain timer would
 * be due before answers are heard that came meanwhile.
 */
export function afterRunning(limitMs: number, due: () => void): NodeJS.Timeout {
  let beats = 0;
  const timer = setInterval(() => {
    beats += 1;
    if (beats < BEATS) return;
    clearInterval(timer);
    due();
  }, limitMs / BEATS);
  return timer;
}
