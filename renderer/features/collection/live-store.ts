import { create } from 'zustand';

/** One second of a run as the machine told it; it decides nothing. */
export type LiveSample = {
  deviceId: string;
  din: string;
  at: number;
  elapsedSeconds: number;
  machineMl: number;
  acMl: number;
  cycle: number;
  phase: string;
  pressureMmHg: number;
  flowMlPerMin: number;
};

export type LinkState = 'open' | 'silent' | 'lost' | 'closed' | 'fault';

type Live = {
  /** Newest sample by donation number. */
  newest: Readonly<Record<string, LiveSample>>;
  /** Samples since this page was opened, by donation number. */
  recent: Readonly<Record<string, readonly LiveSample[]>>;
  /** How the line to each device stands. */
  links: Readonly<Record<string, LinkState>>;
};

const MOST_KEPT = 4000;

/** What the machines say right now. */
export const useLive = create<Live>(() => ({ newest: {}, recent: {}, links: {} }));

/** Takes news of the channel of live samples; anything else is left alone. */
export function takeLive(news: unknown): void {
  if (!isRecord(news)) return;
  if (news['kind'] === 'sample' && isRecord(news['sample'])) {
    const sample = news['sample'] as unknown as LiveSample;
    if (typeof sample.din === 'string' && typeof sample.machineMl === 'number') keep(sample);
  }
  if (news['kind'] === 'link' && isRecord(news['link'])) {
    const { deviceId, state } = news['link'];
    if (typeof deviceId !== 'string' || typeof state !== 'string') return;
    useLive.setState(({ links }) => ({ links: { ...links, [deviceId]: state as LinkState } }));
  }
}

/** A page that nobody sees draws no picture: its samples are kept after this long. */
const UNSEEN_MS = 1000;
let waiting: LiveSample[] = [];

/** Samples of one moment come one by one from each machine; the next picture shows them together. */
function keep(sample: LiveSample): void {
  if (waiting.length === 0) beforePicture(keepWaiting);
  waiting.push(sample);
}

function beforePicture(task: () => void): void {
  const run = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    task();
  };
  const frame = requestAnimationFrame(run);
  const timer = setTimeout(run, UNSEEN_MS);
}

function keepWaiting(): void {
  const samples = waiting;
  waiting = [];
  useLive.setState((before) => {
    const newest = { ...before.newest };
    const recent = { ...before.recent };
    for (const sample of samples) {
      newest[sample.din] = sample;
      recent[sample.din] = [...(recent[sample.din] ?? []), sample].slice(-MOST_KEPT);
    }
    return { newest, recent };
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
