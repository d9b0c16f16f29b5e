import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import { classify } from '#shared/codes/classify.ts';
import { createDuplicateFilter } from './scan/duplicates.ts';
import { askingOrder, askingOrderWhileWrong, type Registered, routeScan } from './scan/route.ts';
import type {
  Scan,
  ScanHandler,
  ScanLayer,
  ScanRecord,
  ScanSource,
  ScanVerdict,
  WrongVerdict,
} from './scan/scan.ts';

type ScanState = {
  last: ScanRecord | undefined;
  /** Newest first, for F3. */
  recent: readonly ScanRecord[];
  wrong: (WrongVerdict & { at: string; device: string }) | undefined;
};

/** What the frame shows of scanning: last verdict, recent ones, and the stop that blocks. */
export const useScanState = create<ScanState>(() => ({
  last: undefined,
  recent: [],
  wrong: undefined,
}));

const KEPT = 50;

function nextWrong(
  before: ScanState['wrong'],
  scan: Scan,
  answer: ScanVerdict,
): ScanState['wrong'] {
  if (answer.verdict === 'wrong') return { ...answer, at: scan.at, device: scan.source.device };
  return answer.verdict === 'ok' || answer.verdict === 'moved' ? undefined : before;
}

/** Takes the stop away after a supervisor's badge and reason have been recorded. */
export function clearWrong(): void {
  useScanState.setState({ wrong: undefined });
}

/** A moment in which the screen draws what one scan changed, before the next one asks the handlers. */
const drawn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

export type ScanRouterParts = {
  /** Milliseconds that never jump, for what a scan took. */
  now: () => number;
  /** The station's time in milliseconds, which a scan carries. */
  at: () => number;
  play: (verdict: ScanVerdict['verdict']) => void;
  /** Tells the verdict to the scanner that read, where it can be told. */
  echo: (deviceId: string, verdict: ScanVerdict['verdict']) => void;
  /** Sentence for a code that nobody wants or that may not be used. */
  explain: (scan: Scan) => string;
};

export type ScanRouter = {
  /** One reading from any source. Resolves when its verdict is shown; false for a repeated one. */
  accept: (raw: string, source: ScanSource, aim?: string) => Promise<boolean>;
  /** A reading that was dropped before it was one (input method, partial); explained, not routed. */
  reject: (raw: string, source: ScanSource, problem: string) => void;
  register: (layer: ScanLayer, handler: ScanHandler) => () => void;
  /** Plays a verdict's sound again (WRONG repeats while it stands). */
  sound: (verdict: ScanVerdict['verdict']) => void;
};

/**
 * The scan router: one reading at a time, asked through overlay, step, screen and global handlers.
 * A verdict is shown only when the handler has answered, so never before the store has.
 */
export function createScanRouter(parts: ScanRouterParts): ScanRouter {
  const registered: Registered[] = [];
  const repeated = createDuplicateFilter();
  let count = 0;
  let queue: Promise<unknown> = Promise.resolve();
  let wrongOwner: ScanHandler | undefined;

  const finish = (scan: Scan, answer: ScanVerdict, known: boolean, started: number): void => {
    const text = answer.verdict === 'wrong' ? answer.detail : answer.text;
    const record: ScanRecord = {
      scan,
      verdict: known ? answer.verdict : 'unknown',
      text,
      ms: Math.round(parts.now() - started),
    };
    useScanState.setState((state) => ({
      last: record,
      recent: [record, ...state.recent].slice(0, KEPT),
      wrong: nextWrong(state.wrong, scan, answer),
    }));
    parts.play(answer.verdict);
    if (scan.source.echoTo !== undefined) parts.echo(scan.source.echoTo, answer.verdict);
  };

  const build = (raw: string, source: ScanSource, aim: string | undefined): Scan => {
    const { tokens, problem } = classify(raw, aim === undefined ? {} : { aim });
    count += 1;
    const at = new Date(parts.at()).toISOString();
    return { id: count, raw, aim, source, at, tokens, problem };
  };

  const handle = async (scan: Scan, started: number): Promise<void> => {
    try {
      const blocked = useScanState.getState().wrong !== undefined;
      const handlers =
        blocked && wrongOwner !== undefined
          ? askingOrderWhileWrong(registered, wrongOwner)
          : askingOrder(registered);
      const routed = await routeScan(scan, handlers);
      if (routed?.verdict.verdict === 'wrong') wrongOwner = routed.by;
      const verdict = routed?.verdict ?? { verdict: 'caution', text: parts.explain(scan) };
      finish(scan, verdict, routed !== undefined, started);
    } catch {
      finish(scan, { verdict: 'caution', text: parts.explain(scan) }, false, started);
    }
  };

  return {
    accept: async (raw, source, aim) => {
      const started = parts.now();
      if (repeated(`${source.kind}:${source.device}`, raw, started)) return false;
      const scan = build(raw, source, aim);
      const mine = queue.then(() => handle(scan, started));
      queue = mine.then(drawn);
      await mine;
      return true;
    },
    reject: (raw, source, problem) => {
      const started = parts.now();
      count += 1;
      const at = new Date(parts.at()).toISOString();
      const scan: Scan = { id: count, raw, aim: undefined, source, at, tokens: [], problem };
      finish(scan, { verdict: 'caution', text: parts.explain(scan) }, false, started);
    },
    sound: parts.play,
    register: (layer, handler) => {
      const entry: Registered = { layer, handler };
      registered.push(entry);
      return () => {
        const at = registered.indexOf(entry);
        if (at >= 0) registered.splice(at, 1);
      };
    },
  };
}

let current: ScanRouter | undefined;

/** Makes a router the page's; called once at the start. */
export function installScanRouter(router: ScanRouter): void {
  current = router;
}

/** The page's router. */
export function scanRouter(): ScanRouter {
  if (current === undefined) throw new Error('scan router is not installed');
  return current;
}

/** Lets a screen answer scans while it is shown. The newest handler of a layer is asked first. */
export function useScan(layer: ScanLayer, handler: ScanHandler | undefined): void {
  const latest = useRef(handler);
  latest.current = handler;
  const active = handler !== undefined;
  useEffect(() => {
    if (!active) return;
    return scanRouter().register(layer, (scan) => latest.current?.(scan) ?? 'pass');
  }, [layer, active]);
}
