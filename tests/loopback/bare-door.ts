import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach } from 'node:test';
import { type LoopbackDoor, openLoopback } from '#electron/loopback/server.ts';
import type { News } from '#electron/ports/doorway.ts';

/** The door alone, over a real socket; behind it a core that answers what it was asked. */
const root = mkdtempSync(join(tmpdir(), 'ppl-'));
const built = join(root, 'renderer');
/** A fresh one before each test. */
export let door: LoopbackDoor;
let now = 0;

/** Moves the door's clock by so many milliseconds. */
export function later(ms: number): void {
  now += ms;
}

/** Who listens to the station's news at the door. */
export const listeners = new Set<(news: News) => void>();

before(() => {
  mkdirSync(join(built, 'assets'), { recursive: true });
  writeFileSync(join(root, 'secret.txt'), 'outside');
  writeFileSync(join(`${built}`, 'index.html'), '<meta nonce="__CSP_NONCE__">');
  writeFileSync(join(built, 'assets', 'app.js'), 'export {};');
  mkdirSync(`${built}-beside`);
  writeFileSync(join(`${built}-beside`, 'secret.txt'), 'outside');
});

beforeEach(async () => {
  await door?.close();
  door = await openLoopback({
    station: {
      call: async (name, envelope, from) => ({
        status: 'ok',
        value: { name, envelope, from },
        seq: 1,
      }),
      listen: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    root: built,
    port: 0,
    now: () => now,
    bodyMs: 300,
    callLimit: 40,
  });
});

after(async () => {
  await door.close();
  rmSync(root, { recursive: true, force: true });
});

export interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A request written as given: the path is not tidied and any header may be set. */
export function ask(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: string | Buffer,
): Promise<Got> {
  const { hostname, port } = new URL(door.origin);
  return new Promise((resolve, reject) => {
    const typed = body === undefined ? {} : { 'content-type': 'application/json' };
    const whole = { ...typed, ...headers };
    const sent = request(
      { method, path, hostname, port, headers: whole, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

export const ours = () => ({ origin: door.origin });
export const freshToken = () => door.freshUrl().split('#t=')[1] ?? '';
export const session = (token: string) =>
  ask('POST', '/session', ours(), JSON.stringify({ token }));

/** Goes in with a token and answers the headers of a page that is in. */
export async function enter(): Promise<Record<string, string>> {
  const got = await session(freshToken());
  assert.equal(got.status, 200, got.body);
  return { ...ours(), cookie: got.headers['set-cookie']?.[0]?.split(';')[0] ?? '' };
}

export const code = (got: Got): unknown => (JSON.parse(got.body) as { code?: string }).code;
