import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentSecurityPolicy } from '#electron/loopback/static-files.ts';
import { builtRenderer } from '#electron/start/renderer-build.ts';
import type { Answer } from '#shared/contract/envelope.ts';
import type { OutputOf } from '#shared/contract/index.ts';

const root = fileURLToPath(new URL('../../../dist/renderer/', import.meta.url));

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/** As a demo station answers before anybody is signed in. */
function demoScreen(): Answer<OutputOf<'operators.signInScreen'>> {
  const value = {
    founded: true,
    siteName: '海河血液中心（演示）',
    room: '采浆一室',
    practiceClock: false,
    demo: true,
    open: true,
    now: new Date().toISOString(),
    zone: 'Asia/Shanghai',
    demoStaff: [],
    licenceExpires: '2031-06-30',
    journalLength: 1,
    lastBackupAt: null,
    troubles: [],
    timeToConfirm: null,
    readsOnly: false,
  };
  return { status: 'ok', value, seq: 1 };
}

const nobody: Answer = { status: 'refused', reasons: [{ code: 'station.signInFirst' }] };

export type StaticStation = {
  url: string;
  /** Sends one push event to every page. */
  push: (news: { kind: string } & Record<string, unknown>) => void;
  /** Ends every push stream; pages reconnect by themselves. */
  cut: () => void;
  close: () => Promise<void>;
};

/**
 * Serves the built renderer as a door does, in demonstration mode, with a push channel and no
 * station behind it: for tests of the kit and the frame alone.
 */
export async function startStaticStation(): Promise<StaticStation> {
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    void serve(request.url ?? '/', response).catch(() => response.writeHead(404).end());
  });
  const serve = async (url: string, response: ServerResponse): Promise<void> => {
    const path = new URL(url, 'http://local').pathname;
    if (path === '/push') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(': open\n\n');
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
      return;
    }
    if (path.startsWith('/op/')) {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(path === '/op/operators.signInScreen' ? demoScreen() : nobody));
      return;
    }
    const file = normalize(join(root, path === '/' ? 'index.html' : path));
    if (!file.startsWith(root.endsWith(sep) ? root : root + sep)) throw new Error('outside');
    const nonce = randomBytes(16).toString('base64');
    const body = await readFile(file);
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': contentSecurityPolicy(nonce),
      'x-content-type-options': 'nosniff',
    });
    response.end(
      extname(file) === '.html' ? body.toString('utf8').replace('__CSP_NONCE__', nonce) : body,
    );
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    push: (news) => {
      for (const listener of listeners) {
        listener.write(`event: ${news.kind}\ndata: ${JSON.stringify(news)}\n\n`);
      }
    },
    cut: () => {
      for (const listener of listeners) listener.end();
    },
    close: async () => {
      for (const listener of listeners) listener.end();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Builds the renderer when it is stale, as the product's own start does; gives its folder. */
export function buildRenderer(): Promise<string> {
  return builtRenderer(fileURLToPath(new URL('../../../', import.meta.url)));
}
