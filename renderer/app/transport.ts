import type { Answer, Envelope, Push } from '#shared/contract/envelope.ts';

/** One reading of a scanner that is read on the Node side (USB-COM); immune to input methods. */
export type ScanPush = { device: string; raw: string; aim?: string; at: string };

/** A live sample of a running chair; travels beside the journal and decides nothing. */
export type LivePush = { channel: string; data: unknown };

/** What a door sends without being asked. */
export type PushMessage =
  | ({ kind: 'changed' } & Push)
  | ({ kind: 'scan' } & ScanPush)
  | ({ kind: 'live' } & LivePush)
  | { kind: 'up' }
  | { kind: 'down' };

/** The way to the station core; the same for the desktop bridge and the loopback door. */
export type Transport = {
  /** Rejects only when no answer came: then the outcome is unknown, not negative. */
  call: (name: string, envelope: Envelope) => Promise<Answer>;
  subscribe: (onPush: (message: PushMessage) => void) => () => void;
};

/** The desktop door's preload offers exactly this under `window.station`. */
export type StationBridge = {
  call: (name: string, envelope: Envelope) => Promise<Answer>;
  subscribe: (onPush: (message: PushMessage) => void) => () => void;
};

declare global {
  interface Window {
    readonly station?: StationBridge;
  }
}

/** Transport over the Electron preload. */
export function bridgeTransport(bridge: StationBridge): Transport {
  return { call: (name, envelope) => bridge.call(name, envelope), subscribe: bridge.subscribe };
}

const pushNames = ['changed', 'scan', 'live'] as const;

function readPush(kind: (typeof pushNames)[number], text: string): PushMessage {
  return { kind, ...(JSON.parse(text) as object) } as PushMessage;
}

/**
 * Transport over the loopback door: `POST /op/<name>` with JSON, `GET /push` as Server-Sent Events
 * (events `changed`, `scan`, `live`), both with the same-origin cookie.
 */
export function loopbackTransport(base = ''): Transport {
  return {
    call: async (name, envelope) => {
      const response = await fetch(`${base}/op/${encodeURIComponent(name)}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        credentials: 'same-origin',
        body: JSON.stringify(envelope),
      });
      return (await response.json()) as Answer;
    },
    subscribe: (onPush) => {
      const source = new EventSource(`${base}/push`);
      source.onopen = () => onPush({ kind: 'up' });
      source.onerror = () => onPush({ kind: 'down' });
      for (const kind of pushNames) {
        source.addEventListener(kind, (event) => onPush(readPush(kind, event.data)));
      }
      return () => source.close();
    },
  };
}
