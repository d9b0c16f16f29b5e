/** Delays as an injected part, so that links and drivers are tested without waiting. */
export interface Timers {
  /** Runs `task` once after `ms` milliseconds; the returned function cancels it. */
  after(ms: number, task: () => void): () => void;
}

/** The process's own timers. They keep nothing alive by themselves. */
export const systemTimers: Timers = {
  after(ms, task) {
    const handle = setTimeout(task, ms);
    return () => clearTimeout(handle);
  },
};
