import { randomBytes } from 'node:crypto';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sameSecret, secret } from '../loopback/tokens.ts';
import type { Doorway } from '../ports/doorway.ts';
import { type ControlRequest, controlFile, lines } from './protocol.ts';

/** The control socket of a running station. */
export interface ControlServer {
  readonly close: () => Promise<void>;
}

export interface ControlOptions {
  readonly station: Doorway;
  readonly data: string;
  /** A URL that lets a browser in, where the loopback door is open. */
  readonly freshUrl: (() => string) | undefined;
}

/**
 * Opens the control socket: JSON lines into `dispatch`, so that the terminal can talk to a running
 * station. Its name and a secret stand in `DIR/control.json`, readable by its owner alone.
 */
export async function openControl(options: ControlOptions): Promise<ControlServer> {
  const token = secret();
  const path = socketPath();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    void converse(socket, options, token);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  if (process.platform !== 'win32') await chmod(path, 0o600);
  const file = controlFile(options.data);
  await rm(file, { force: true });
  await writeFile(file, JSON.stringify({ socket: path, token, pid: process.pid }), { mode: 0o600 });
  return {
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await rm(file, { force: true });
    },
  };
}

async function converse(socket: Socket, options: ControlOptions, token: string): Promise<void> {
  try {
    for await (const line of lines(socket)) {
      const request = parse(line);
      if (!request || !sameSecret(request.token, token)) return void socket.destroy();
      const value = await serve(request, options);
      socket.write(`${JSON.stringify({ id: request.id, value })}\n`);
    }
  } catch {
    socket.destroy();
  }
}

async function serve(request: ControlRequest, options: ControlOptions): Promise<unknown> {
  if (request.verb === 'freshUrl') return options.freshUrl?.() ?? null;
  return options.station.call(request.name, request.envelope, 'control');
}

function parse(line: string): ControlRequest | undefined {
  const value: unknown = JSON.parse(line);
  if (typeof value !== 'object' || value === null) return undefined;
  const found = value as Record<string, unknown>;
  const { id, token, verb, name, envelope } = found;
  if (typeof id !== 'number' || typeof token !== 'string') return undefined;
  if (verb === 'freshUrl') return { id, token, verb };
  return verb === 'call' && typeof name === 'string'
    ? { id, token, verb, name, envelope }
    : undefined;
}

function socketPath(): string {
  const name = `plasmapoint-${randomBytes(9).toString('hex')}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}
