import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { doorTexts } from '#shared/doors/texts.ts';
import type { Doorway, FirstDocument } from '../ports/doorway.ts';
import { BODY_MS, type Body, jsonBody } from './body.ts';
import { CALL_LIMIT, CallsAllowed } from './calls-allowed.ts';
import { COMMON_HEADERS, staticFile } from './static-files.ts';
import { Tokens } from './tokens.ts';

const HEARTBEAT_MS = 15_000;
/** Bytes of news that wait for one page. */
const UNREAD_LIMIT = 1024 * 1024;

type Refusals = Readonly<Record<string, string | undefined>>;

/** The loopback door: the renderer and the operations for a browser on this machine only. */
export interface LoopbackDoor {
  readonly origin: string;
  /** A URL with a fresh single-use token in its fragment. */
  readonly freshUrl: () => string;
  readonly close: () => Promise<void>;
}

export interface LoopbackOptions {
  readonly station: Doorway;
  /** Folder of the built renderer. */
  readonly root: string;
  /** What the bare address shows: the station, or the rescue screen while there is none. */
  readonly document?: () => FirstDocument;
  /** 0 for any free port. */
  readonly port: number;
  readonly now: () => number;
  /** How long a body may take to arrive; the product's own where left out. */
  readonly bodyMs?: number;
  /** Calls in ten seconds; the product's own where left out. */
  readonly callLimit?: number;
}

/** Opens the door on 127.0.0.1; who may come in: `resources/docs/loopback.md`. */
export async function openLoopback(options: LoopbackOptions): Promise<LoopbackDoor> {
  const tokens = new Tokens();
  const allowed = new CallsAllowed(options.callLimit ?? CALL_LIMIT);
  let origin = '';
  const server = createServer((request, response) => {
    void serve({ request, response, tokens, allowed, origin, options }).catch(() => {
      if (!response.headersSent) answer(response, 500, { code: 'loopback.failed' });
      else response.destroy();
    });
  });
  await listenOn(server, options.port);
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    freshUrl: () => `${origin}/#t=${tokens.issue()}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly tokens: Tokens;
  readonly allowed: CallsAllowed;
  readonly origin: string;
  readonly options: LoopbackOptions;
}

async function serve(exchange: Exchange): Promise<void> {
  const { request, response, tokens, allowed, options } = exchange;
  const refusal = refusedSource(exchange);
  if (refusal) return answer(response, 403, { code: refusal });
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  if (request.method === 'GET' && path !== '/push') return serveFile(exchange, path);
  if (request.method === 'POST' && path === '/session') return exchangeToken(exchange);
  if (!tokens.admits(request.headers.cookie)) {
    return answer(response, 401, { code: 'loopback.notAdmitted' });
  }
  if (request.method === 'GET') return servePush(exchange);
  if (request.method === 'POST' && path.startsWith('/op/')) {
    if (!allowed.take(options.now()))
      return answer(response, 429, { code: 'loopback.tooManyCalls' });
    const body = await jsonBody(request, options.bodyMs ?? BODY_MS);
    if (!body.ok) return refuseBody(exchange, body);
    const result = await options.station.call(path.slice('/op/'.length), body.value, 'loopback');
    return answer(response, 200, result);
  }
  return answer(response, 404, { code: 'loopback.unknownPath' });
}

/**
 * Host must be ours to the letter (DNS rebinding); every non-GET carries our exact Origin; on GET an
 * Origin, if any, equals ours and Sec-Fetch-Site, if any, is same-origin (`none` for a document).
 */
function refusedSource({ request, origin }: Exchange): string | undefined {
  // Of two Hosts Node would show the first alone.
  const hosts = request.headersDistinct['host'] ?? [];
  if (hosts.length !== 1 || `http://${hosts[0]}` !== origin) return 'loopback.wrongHost';
  const from = request.headers.origin;
  if (request.method !== 'GET') return from === origin ? undefined : 'loopback.wrongOrigin';
  if (from !== undefined && from !== origin) return 'loopback.wrongOrigin';
  const site = request.headers['sec-fetch-site'];
  const document = request.url === '/' && site === 'none';
  return site === undefined || site === 'same-origin' || document
    ? undefined
    : 'loopback.wrongSite';
}

async function serveFile({ response, options }: Exchange, path: string): Promise<void> {
  const wanted = path === '/' ? (options.document?.() ?? '/index.html') : path;
  const file = await staticFile(options.root, wanted);
  if (!file) return answer(response, 404, { code: 'loopback.unknownPath' });
  response.writeHead(200, { ...COMMON_HEADERS, ...file.headers });
  response.end(file.body);
}

async function exchangeToken(exchange: Exchange): Promise<void> {
  const { request, response, tokens, options } = exchange;
  const now = options.now();
  if (tokens.throttled(now)) return answer(response, 429, { code: 'loopback.tooManyTokens' });
  const body = await jsonBody(request, options.bodyMs ?? BODY_MS);
  if (!body.ok && body.status !== 400) return refuseBody(exchange, body);
  const token = body.ok && isRecord(body.value) ? body.value['token'] : undefined;
  const cookie = typeof token === 'string' ? tokens.exchange(token, now) : undefined;
  if (!cookie) return answer(response, 401, { code: 'loopback.badToken' });
  const attributes = 'Path=/; HttpOnly; SameSite=Strict';
  response.setHeader('set-cookie', `${tokens.cookieName}=${cookie}; ${attributes}`);
  return answer(response, 200, { status: 'ok' });
}

/** What did not arrive whole is not waited for: the connection ends with the answer. */
function refuseBody(
  { request, response }: Exchange,
  { status, code }: Extract<Body, { readonly ok: false }>,
): void {
  if (status === 408) response.setHeader('connection', 'close');
  answer(response, status, { code });
  if (status === 408) response.once('finish', () => request.destroy());
}

function servePush({ request, response, options }: Exchange): void {
  response.writeHead(200, { ...COMMON_HEADERS, 'content-type': 'text/event-stream' });
  response.write(': open\n\n');
  const stop = options.station.listen((news) => {
    // A page that reads no more is let go; it asks anew when it goes on.
    if (response.writableLength > UNREAD_LIMIT) return void response.destroy();
    response.write(`event: ${news.kind}\ndata: ${JSON.stringify(news)}\n\n`);
  });
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
  heartbeat.unref();
  request.on('close', () => {
    clearInterval(heartbeat);
    stop();
  });
}

/** Answers as JSON; what the door itself refuses comes with its sentences. */
function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {
    ...COMMON_HEADERS,
    'content-type': 'application/json; charset=utf-8',
  });
  const said = 'code' in body ? saidByDoor(String(body.code)) : undefined;
  response.end(JSON.stringify(said ? { ...body, sentences: said } : body));
}

function saidByDoor(code: string): { readonly zh: string; readonly en: string } | undefined {
  const { zh, en } = doorTexts as Readonly<Record<'zh' | 'en', { refusals: Refusals }>>;
  const [inChinese, inEnglish] = [zh.refusals[code], en.refusals[code]];
  return inChinese && inEnglish ? { zh: inChinese, en: inEnglish } : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function listenOn(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => resolve());
  });
}
