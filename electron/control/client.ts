import { readFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import type { Answer } from '#shared/contract/envelope.ts';
import { controlFile, lines } from './protocol.ts';

/** A running station, reached over its control socket. */
export interface ControlClient {
  readonly call: (name: string, envelope: unknown) => Promise<Answer>;
  readonly freshUrl: () => Promise<string | null>;
  readonly close: () => void;
}

/** The station went away before it answered: what became of the call is not known. */
export class StationClosed extends Error {
  override readonly name = 'StationClosed';

  constructor() {
    super('the station closed the control socket');
  }
}

/** Connects to the station that runs on a data folder, or answers undefined where none does. */
export async function connectControl(data: string): Promise<ControlClient | undefined> {
  const text = await readFile(controlFile(data), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const way = wayIn(text);
  const socket = way && (await open(way.socket));
  if (!way || !socket) return undefined;
  const { token } = way;
  const waiting = new Map<number, (value: unknown) => void>();
  let last = 0;
  void pump(socket, waiting);
  const ask = (request: object): Promise<unknown> =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, resolve);
      socket.once('close', () => reject(new StationClosed()));
      socket.write(`${JSON.stringify({ id: last, token, ...request })}\n`);
    });
  return {
    call: async (name, envelope) => (await ask({ verb: 'call', name, envelope })) as Answer,
    freshUrl: async () => (await ask({ verb: 'freshUrl' })) as string | null,
    close: () => socket.destroy(),
  };
}

/** A file that was cut short leads nowhere; whether a station runs is then told by its lock. */
function wayIn(text: string): { readonly socket: string; readonly token: string } | undefined {
  try {
    const { socket, token } = JSON.parse(text) as Record<string, unknown>;
    return typeof socket === 'string' && typeof token === 'string' ? { socket, token } : undefined;
  } catch {
    return undefined;
  }
}

async function pump(socket: Socket, waiting: Map<number, (value: unknown) => void>): Promise<void> {
  try {
    for await (const line of lines(socket)) {
      const { id, value } = JSON.parse(line) as { id: number; value: unknown };
      waiting.get(id)?.(value);
      waiting.delete(id);
    }
  } catch {
    socket.destroy();
  }
}

function open(path: string): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
    socket.setMaxListeners(0);
  });
}
