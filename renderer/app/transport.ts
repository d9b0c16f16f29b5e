import type { Answer, Envelope, Push } from '#shared/contract/envelope.ts';

/** One reading of a scanner that is read on the Node side (USB-COM); immune to input methods. */
export type ScanNews = {
  device: string;
  raw: string;
  aim?: string;
  /** Id of a scanner that can be told the verdict. */
  echoTo?: string;
  /** The photo of an identity card, JPEG as base64. */
  photo?: string;
};

/** What a door sends without being asked: news after commits, scans, and its own coming and going. */
export type PushMessage =
  | { kind: 'push'; push: Push }
  | { kind: 'scan'; scan: ScanNews }
  | { kind: 'sample'; sample: unknown }
  /** The machine sleeps or its screen was locked: every session is locked already. */
  | { kind: 'lock' }
  | { kind: 'up' }
  | { kind: 'down' };

/** The way to the station core; the same for the desktop bridge and the loopback door. */
export type Transport = {
  /** Rejects only when no answer came: then the outcome is unknown, not negative. */
  call: (name: string, envelope: Envelope) => Promise<Answer>;
  subscribe: (onPush: (message: PushMessage) => void) => () => void;
};

/** What the desktop door's preload offers under `window.station`. */
export type StationBridge = {
  call: (name: string, envelope: unknown) => Promise<unknown>;
  listen: (listener: (news: unknown) => void) => () => void;
};

declare global {
  interface Window {
    readonly station?: StationBridge;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function readScan(value: unknown): ScanNews | undefined {
  if (!isRecord(value)) return undefined;
  const { device, raw, aim, echoTo, photo } = value;
  if (typeof device !== 'string' || typeof raw !== 'string') return undefined;
  return {
    device,
    raw,
    ...(typeof aim === 'string' ? { aim } : {}),
    ...(typeof echoTo === 'string' ? { echoTo } : {}),
    ...(typeof photo === 'string' ? { photo } : {}),
  };
}

/** News from a door in the shape that the page uses; undefined for what it does not know. */
export function readNews(news: unknown): PushMessage | undefined {
  if (!isRecord(news)) return undefined;
  if (news['kind'] === 'push') return { kind: 'push', push: news['push'] as Push };
  if (news['kind'] === 'sample') return { kind: 'sample', sample: news['sample'] };
  if (news['kind'] === 'lock') return { kind: 'lock' };
  if (news['kind'] !== 'scan') return undefined;
  const scan = readScan(news['scan']);
  return scan === undefined ? undefined : { kind: 'scan', scan };
}

/** Transport over the Electron preload. */
export function bridgeTransport(bridge: StationBridge): Transport {
  return {
    call: async (name, envelope) => (await bridge.call(name, envelope)) as Answer,
    subscribe: (onPush) =>
      bridge.listen((news) => {
        const message = readNews(news);
        if (message !== undefined) onPush(message);
      }),
  };
}

/**
 * An answer of the loopback door itself (not admitted, too large …) carries only a code; to the page
 * it is a refusal like any other.
 */
function asAnswer(status: number, body: unknown): Answer {
  if (status === 200) return body as Answer;
  const code = isRecord(body) && typeof body['code'] === 'string' ? body['code'] : 'app.refused';
  return { status: 'refused', reasons: [{ code }] };
}

/**
 * Transport over the loopback door: `POST /op/<name>` with JSON and `GET /push` as Server-Sent
 * Events (`push`, `scan`, `sample`), both with the same-origin cookie.
 */
export function loopbackTransport(): Transport {
  return {
    call: async (name, envelope) => {
      const response = await fetch(`/op/${encodeURIComponent(name)}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        credentials: 'same-origin',
        body: JSON.stringify(envelope),
      });
      return asAnswer(response.status, await response.json());
    },
    subscribe: (onPush) => {
      const source = new EventSource('/push');
      source.onopen = () => onPush({ kind: 'up' });
      source.onerror = () => onPush({ kind: 'down' });
      for (const kind of ['push', 'scan', 'sample']) {
        source.addEventListener(kind, (event) => {
          const message = readNews(JSON.parse(event.data));
          if (message !== undefined) onPush(message);
        });
      }
      return () => source.close();
    },
  };
}

/**
 * Exchanges the single-use token of the first address (`#t=…`) for the door's cookie and takes it
 * out of the address and the history. Without a token there is nothing to do.
 */
export async function enterLoopback(): Promise<void> {
  const token = /^#t=([\w-]+)$/.exec(window.location.hash)?.[1];
  if (token === undefined) return;
  window.history.replaceState(null, '', '/');
  await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    credentials: 'same-origin',
    body: JSON.stringify({ token }),
  });
}
